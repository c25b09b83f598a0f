"""``wicheck check``: judge institutions and applications, and say what to do next."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from wicheck.checking import Inputs, check
from wicheck.cli.check_options import Asked, parameters
from wicheck.cli.faults import complain
from wicheck.cli.help import Command
from wicheck.cli.output import screen
from wicheck.cli.shelf import library
from wicheck.errors import UsageError
from wicheck.library import Library
from wicheck.model import Language, ServiceKind, Text, Verdict
from wicheck.plugins import Workshop
from wicheck.reporting import reported
from wicheck.reports import Report, ReportWriter, Target, WriteOptions, exit_code, write_reports, writer
from wicheck.session import Request

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
    packs = library(asked.policies)
    wanted = targets(asked)
    others = added_writers(packs.workshop, wanted)
    refuse_personal(asked, wanted, others)
    with judged(asked, packs) as report:
        read = [Path(each["file"]) for each in report.run["files"]]
        faults = write_reports(report, wanted, options(asked, language), read, others)
    for fault in faults:
        complain(fault, language)
    return 2 if faults else exit_code(report, [Verdict(each) for each in asked.fail_on])


@contextmanager
def judged(asked: Asked, packs: Library) -> Iterator[Report]:
    """The report, made by one process or by several; the others live, and hold its findings, while it is in use."""
    today = date.today()  # noqa: DTZ011  the day where the user is
    if asked.jobs == 1:
        yield reported(check(packs, inputs(asked), request(asked), today), packs.schemas, asked.show_personal)
        return
    from wicheck.parallel.check import shared_check
    from wicheck.parallel.worker import Task

    with shared_check(Task(inputs(asked), request(asked), today, asked.show_personal, ()), asked.jobs) as report:
        yield report


def inputs(asked: Asked) -> Inputs:
    return Inputs(asked.paths, asked.settings, asked.waivers, asked.attestations)


def request(asked: Asked) -> Request:
    kinds = tuple(ServiceKind(kind) for kind in asked.service_kinds)
    return Request(asked.packs, asked.policies, asked.on, kinds, asked.include_drafts)


def targets(asked: Asked) -> list[Target]:
    """What goes to the screen, then the files. Raises UsageError where a ``--report`` is not FORMAT=FILE."""
    return [Target(asked.output, "-"), *(target(each) for each in asked.reports)]


def target(words: str) -> Target:
    name, equals, file = words.partition("=")
    if not (name and equals and file):
        raise UsageError(
            Text(f"--report 要写成 格式=文件，不是“{words}”", f"--report is written FORMAT=FILE, not “{words}”"),
            hint=Text("例如 --report json=报告.json", "for example --report json=report.json"),
        )
    return Target(name, file)


def added_writers(workshop: Workshop, wanted: Iterable[Target]) -> Mapping[str, ReportWriter]:
    """The plugins' writers among those that are wanted; the others stay unloaded."""
    found = {each.format: workshop.writers.get(each.format) for each in wanted}
    return {name: writer for name, writer in found.items() if writer}


def refuse_personal(asked: Asked, wanted: Iterable[Target], others: Mapping[str, ReportWriter]) -> None:
    """Raises UsageError where personal data would go into a CI server's logs, or where there is no such format.

    Said before anything is judged: nobody waits for a run to learn that its report has no format.
    """
    for each in wanted:
        if writer(each.format, others).for_ci and asked.show_personal:
            raise UsageError(
                Text(
                    f"{each.format} 报告会进入流水线日志，不能带个人信息",
                    f"a {each.format} report goes into the logs of a CI server: it never shows personal data",
                ),
                hint=Text(
                    "去掉 --show-personal，或者换一种格式", "leave out --show-personal, or choose another format"
                ),
            )


def options(asked: Asked, language: Language) -> WriteOptions:
    return WriteOptions(language, screen(), colourful(os.environ), asked.verbosity)


def colourful(environment: Mapping[str, str]) -> bool:
    """Whether to paint: on a terminal that can, unless ``NO_COLOR`` says not to."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    # The old console of Windows prints the codes instead of the colours.
    return os.name != "nt" or "WT_SESSION" in environment or "TERM" in environment
