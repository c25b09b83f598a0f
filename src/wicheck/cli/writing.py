"""What verbs that write reports share: plugins' formats, what is refused, how to write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from wicheck.cli.output import screen
from wicheck.errors import UsageError
from wicheck.model import Language, Location, Text
from wicheck.plugins import Workshop
from wicheck.reports import ReportWriter, Target, WriteOptions, writer
from wicheck.reports.output import STANDARD_OUTPUT

SITE = "WICHECK_SITE"


def added_writers(workshop: Workshop, wanted: Iterable[Target]) -> Mapping[str, ReportWriter]:
    """The plugins' writers among those that are wanted; the others stay unloaded."""
    found = {each.format: workshop.writers.get(each.format) for each in wanted}
    return {name: writer for name, writer in found.items() if writer}


def refuse_unfit(wanted: Iterable[Target], others: Mapping[str, ReportWriter], shows_personal: bool) -> None:
    """Raises UsageError where there is no such format, or it is none for where it would go.

    Said before anything is judged: nobody waits for a run to learn that its report cannot be written.
    """
    for each in wanted:
        found = writer(each.format, others)
        if found.for_ci and shows_personal:
            raise personal_in_logs(each.format)
        if found.binary and each.file == STANDARD_OUTPUT and sys.stdout.isatty():
            raise not_for_screens(each.format)


def refuse_two_in_one(wanted: Iterable[Target]) -> None:
    """Raises UsageError where two reports would go to the same place: the later one would replace the other."""
    taken: dict[str, Target] = {}
    for each in wanted:
        place = each.file if each.file == STANDARD_OUTPUT else os.path.abspath(each.file)  # noqa: PTH100  no links
        if place in taken:
            first, second = taken[place].format, each.format
            raise UsageError(
                Text(f"{first} 和 {second} 两种报告写到了同一处", f"{first} and {second} reports go to the same place"),
                Location(each.file),
                Text("请各写一个文件名", "give each a file of its own"),
            )
        taken[place] = each


def personal_in_logs(name: str) -> UsageError:
    return UsageError(
        Text(
            f"{name} 报告会进入流水线日志，不能带个人信息",
            f"a {name} report goes into the logs of a CI server: it never shows personal data",
        ),
        hint=Text(
            "检查时不要写 --show-personal，或者换一种格式",
            "check without --show-personal, or choose another format",
        ),
    )


def not_for_screens(name: str) -> UsageError:
    return UsageError(
        Text(f"{name} 报告不能显示在屏幕上", f"a {name} report cannot be shown on the screen"),
        hint=Text(
            f"请写入文件：check 用 --report {name}=报告.{name}，report 用 --output 报告.{name}",
            f"write it to a file: check has --report {name}=report.{name}, report has --output report.{name}",
        ),
    )


def options(language: Language, verbosity: int) -> WriteOptions:
    """How to write for whoever runs this; the environment says where the criteria are published, if they are."""
    return WriteOptions(language, screen(), colourful(os.environ), verbosity, os.environ.get(SITE, ""))


def colourful(environment: Mapping[str, str]) -> bool:
    """Whether to paint: on a terminal that can, unless ``NO_COLOR`` says not to."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    # The old console of Windows prints the codes instead of the colours.
    return os.name != "nt" or "WT_SESSION" in environment or "TERM" in environment
