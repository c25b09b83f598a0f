"""``wicheck check``: judge institutions and applications, and say what to do next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

import click

from wicheck import __version__
from wicheck.checking import Checked, Inputs, check
from wicheck.cli.app import complain
from wicheck.cli.help import Command, option
from wicheck.cli.setup import library, pack_option, policies_option
from wicheck.documents.schemas import Schemas
from wicheck.errors import UsageError
from wicheck.library import Library
from wicheck.model import Language, ServiceKind, Text, Verdict
from wicheck.model import Path as EntryPath
from wicheck.packs.bind import path_label
from wicheck.reports import (
    FileDigest,
    Report,
    RunInfo,
    Target,
    WriteOptions,
    assemble,
    exit_code,
    write_reports,
)
from wicheck.session import Request

ABOUT = Text(
    "检查机构资料与申请是否符合规定，给出结论、差距、缺的材料和要留意的日期。\n\nPATH 是 YAML 文件或文件夹，可写多个。",
    "Judge institutions and applications by the rules: the answer, what is short, missing papers, dates to watch."
    "\n\nPATH is a YAML file or a folder; several may be given.",
)
FILE = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True)
class Asked:
    """The options of one call."""

    paths: tuple[Path, ...]
    packs: tuple[str, ...]
    policies: tuple[Path, ...]
    service_kinds: tuple[str, ...]
    on: datetime | None
    include_drafts: bool
    settings: tuple[Path, ...]
    waivers: tuple[Path, ...]
    attestations: tuple[Path, ...]
    fail_on: tuple[Verdict, ...]
    verbosity: int
    output: str
    reports: tuple[str, ...]
    show_personal: bool


def command(language: Language) -> Command:
    def call(**options: Any) -> int:
        quiet, verbose = options.pop("quiet"), options.pop("verbose")
        return judge(Asked(**options, verbosity=-1 if quiet else int(verbose)), language)

    return Command("check", language, ABOUT, callback=call, params=parameters(language))


def judge(asked: Asked, language: Language) -> int:
    """The exit code; reports that could not be written make it 2."""
    packs = library(asked.policies)
    inputs = Inputs(asked.paths, asked.settings, asked.waivers, asked.attestations)
    kinds = tuple(ServiceKind(kind) for kind in asked.service_kinds)
    on = asked.on.date() if asked.on else None
    request = Request(asked.packs, asked.policies, on, kinds, asked.include_drafts)
    done = check(packs, inputs, request, date.today())  # noqa: DTZ011  the day where the user is
    report = reported(done, packs, asked.show_personal)
    faults = write_reports(report, targets(asked), options(asked, language), [Path(each.name) for each in done.files])
    for fault in faults:
        complain(fault, language)
    return 2 if faults else exit_code(report, asked.fail_on)


def reported(done: Checked, packs: Library, show_personal: bool) -> Report:
    run = RunInfo(
        version=__version__,
        judged_on=done.request.on or done.today,
        fixed=done.request.on is not None,
        settings=done.sidecars.settings.figures,
        files=[FileDigest(each.name, each.sha256) for each in done.files],
        chosen_packs=[pack.id for pack in done.packs] if done.request.packs else (),
    )
    label, personal = naming(packs.schemas)
    return assemble(
        done.findings, done.packs, done.dossiers, done.notices, done.errors, run, label, personal, show_personal
    )


def naming(schemas: Schemas) -> tuple[Callable[[EntryPath], Text], Callable[[EntryPath], str | None]]:
    """What a clerk calls an entry, and which class of personal data it is."""

    def personal(path: EntryPath) -> str | None:
        shape = schemas.at(path, through_arrays=True)
        return shape.personal if shape else None

    return lambda path: path_label(path, schemas), personal


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


def options(asked: Asked, language: Language) -> WriteOptions:
    width = min(get_terminal_size((80, 24)).columns, 120)
    return WriteOptions(language, width, sys.stdout.isatty(), asked.verbosity)


def verdicts(_context: click.Context, _parameter: click.Parameter, words: str) -> tuple[Verdict, ...]:
    """``fail,suspect`` as verdicts."""
    try:
        return tuple(Verdict(word.strip()) for word in words.split(",") if word.strip())
    except ValueError as unknown:
        raise click.BadParameter(f"{unknown}: {', '.join(Verdict)}") from unknown


def parameters(language: Language) -> Sequence[click.Parameter]:
    def made(*names: str, zh: str, en: str, **more: Any) -> click.Option:
        return option(language, *names, about=Text(zh, en), **more)

    named_files: dict[str, Any] = {"multiple": True, "type": FILE, "metavar": "FILE"}
    return [
        click.Argument(["paths"], nargs=-1, required=True, type=FILE, metavar="PATH..."),
        pack_option(language),
        policies_option(language),
        made(
            "--service-kind",
            "service_kinds",
            zh="只按这个服务类别检查（可重复）",
            en="judge by this service kind only (repeatable)",
            multiple=True,
            type=click.Choice([kind.value for kind in ServiceKind]),
        ),
        made(
            "--on",
            zh="按这一天判断，如 2026-03-10",
            en="judge as of this day, such as 2026-03-10",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
        ),
        made("--include-drafts", zh="也运行草案", en="run drafts too", is_flag=True),
        made("--settings", zh="经办机构的设置文件", en="an agency's settings", **named_files),
        made("--waivers", zh="豁免文件", en="waivers", **named_files),
        made("--attestations", zh="人工认定文件", en="attestations", **named_files),
        made(
            "--fail-on",
            zh="除“不符合”外，这些结论也算失败，如 unknown,review",
            en="verdicts that count as failures beside fail, such as unknown,review",
            default="",
            callback=verdicts,
            metavar="VERDICT,...",
        ),
        made(
            "--format",
            "output",
            zh="屏幕输出的格式",
            en="what is printed",
            type=click.Choice(["terminal", "json", "junit"]),
            default="terminal",
        ),
        made(
            "--report",
            "reports",
            zh="另写一份报告，如 json=报告.json（可重复）",
            en="write a report too, such as json=report.json (repeatable)",
            multiple=True,
            metavar="FORMAT=FILE",
        ),
        made("--show-personal", zh="不遮盖个人信息", en="do not mask personal data", is_flag=True),
        made("-q", "--quiet", zh="每个机构只写一行", en="one line per institution", is_flag=True),
        made("-v", "--verbose", zh="写出全部结论", en="every finding", is_flag=True),
    ]
