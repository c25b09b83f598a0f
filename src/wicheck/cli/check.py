"""``wicheck check``: judge institutions and applications, and say what to do next."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wicheck.cache import users_cache
from wicheck.checking import Inputs, check
from wicheck.cli.billing import Workspace, formats
from wicheck.cli.check_options import Asked, parameters
from wicheck.cli.faults import complain
from wicheck.cli.help import Command
from wicheck.cli.output import TERMINAL
from wicheck.cli.shelf import library
from wicheck.cli.writing import added_writers, options, refuse_two_in_one, refuse_unfit
from wicheck.errors import UsageError
from wicheck.library import Library
from wicheck.model import Language, ServiceKind, Text, Verdict
from wicheck.reporting import reported
from wicheck.reports import OffenceFiles, Report, Target, exit_code, write_reports
from wicheck.reports.output import STANDARD_OUTPUT
from wicheck.reports.report import Join
from wicheck.session import Request

if TYPE_CHECKING:
    from wicheck.reports.reading import Earlier

ABOUT = Text(
    "检查机构资料与申请是否符合规定，给出结论、差距、缺的材料和要留意的日期。\n\n路径是 YAML 文件或文件夹，可写多个。",
    "Judge institutions and applications by the rules: the answer, what is short, missing papers, dates to watch."
    "\n\nPATH is a YAML file or a folder; several may be given.",
)


def command(language: Language) -> Command:
    def call(**options: Any) -> int:
        return judge(Asked(**options), language)

    return Command("check", language, ABOUT, callback=call, params=parameters(language))


def judge(asked: Asked, language: Language) -> int:
    """The exit code; reports that could not be written make it 2."""
    packs = library(asked.policies, cached=True)
    wanted = targets(asked)
    others = added_writers(packs.workshop, wanted)
    refuse_unfit(wanted, others, asked.show_personal)
    earlier = baseline(asked, packs)
    with judged(asked, packs, language) as judgement:
        report = against(judgement, earlier, asked.new_only)
        read = [Path(each["file"]) for each in report.run["files"]] + ([asked.baseline] if asked.baseline else [])
        hold(report)
        faults = write_reports(report, wanted, options(language, asked.verbosity), read, others)
    for fault in faults:
        complain(fault, language)
    return 2 if faults else exit_code(report, [Verdict(each) for each in asked.fail_on])


def hold(report: Report) -> None:
    """Keep all that a run made until the process ends: to take it apart piece by piece takes a fiftieth of the run.

    Nothing that holds itself is taken apart, unless somebody looks for such (see ``__main__``).
    """
    held: list[object] = [report]
    held.append(held)


@contextmanager
def judged(asked: Asked, packs: Library, language: Language) -> Iterator[Report]:
    """The report, made by one process or by several; the others live, and hold its findings, while it is in use."""
    today = date.today()  # noqa: DTZ011  the day where the user is
    if asked.jobs > 1:
        from wicheck.parallel.check import shared_check
        from wicheck.parallel.worker import Task

        kept_in = users_cache(os.environ).folder
        task = Task(inputs(asked), request(asked), today, asked.show_personal, (), kept_in)
        with shared_check(task, asked.jobs) as shared:
            if shared is not None:
                yield shared
                return
    with Workspace(asked, language) as workspace:
        done = check(packs, inputs(asked), request(asked), today, workspace.means)
        report = reported(done, packs.schemas, asked.show_personal)
        yield (knowing_all(report) if "json" in formats(asked) else report)._replace(join=joiner(asked.show_personal))


def joiner(show_personal: bool) -> Join:
    """Puts all offences into one file, beside those that it is made from."""

    def join(files: Sequence[OffenceFiles]) -> Path:
        from wicheck.engines.duckdb.joining import Piece, joined

        pieces = [Piece(each.dossier, each.record, each.pack, each.files[".parquet"]) for each in files]
        return joined(pieces, pieces[0].file.with_name("joined.parquet"), show_personal)

    return join


def knowing_all(report: Report) -> Report:
    """With the fingerprints of all offences of claims, where there are claims."""
    if not report.billing:
        return report
    from wicheck.reports.others import with_others

    return with_others(report)


def baseline(asked: Asked, packs: Library) -> Earlier | None:
    """Read before anything is judged. Raises UsageError where it is no report, or ``--new-only`` has none."""
    if asked.baseline is None:
        if asked.new_only:
            raise UsageError(
                Text("--new-only 要同 --baseline 一起用", "--new-only needs --baseline"),
                hint=Text("例如 --baseline 报告.json --new-only", "for example --baseline report.json --new-only"),
            )
        return None
    from wicheck.reports.reading import read_report

    return read_report(asked.baseline, packs.schemas)


def against(report: Report, earlier: Earlier | None, only_new: bool) -> Report:
    if earlier is None:
        return report
    from wicheck.reports.baseline import compared

    return compared(report, earlier, only_new)


def inputs(asked: Asked) -> Inputs:
    return Inputs(asked.paths, asked.settings, asked.waivers, asked.attestations)


def request(asked: Asked) -> Request:
    kinds = tuple(ServiceKind(kind) for kind in asked.service_kinds)
    return Request(asked.packs, asked.policies, asked.on, kinds, asked.include_drafts)


def targets(asked: Asked) -> list[Target]:
    """What goes to the screen, then the files. Raises UsageError where a ``--report`` is not FORMAT=FILE.

    Where a report goes to standard output, nothing else does.
    """
    wanted = [target(each) for each in asked.reports]
    if asked.output != TERMINAL or STANDARD_OUTPUT not in {each.file for each in wanted}:
        wanted.insert(0, Target(asked.output, STANDARD_OUTPUT))
    refuse_two_in_one(wanted)
    return wanted


def target(words: str) -> Target:
    name, equals, file = words.partition("=")
    if not (name and equals and file):
        raise UsageError(
            Text(f"--report 要写成 格式=文件，不是“{words}”", f"--report is written FORMAT=FILE, not “{words}”"),
            hint=Text("例如 --report json=报告.json", "for example --report json=report.json"),
        )
    return Target(name, file)
