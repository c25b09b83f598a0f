"""Annotations in GitHub's logs and on the lines of a change, by workflow commands.

Failures and what could not be decided for a fault are errors; missing data are warnings; what a person is to look
at, and waived failures, are notices. GitHub shows ten of each level and step (and fifty of a job): further ones
would be dropped in silence, so they are counted in a last notice instead. Where the run was held against an earlier
report, what is new comes first and says so; where that alone gates, old failures are notices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wicheck.model import Disposition, Text, Verdict
from wicheck.reports import baseline_words, cases, ci_words, words
from wicheck.reports.batches import Batches, most
from wicheck.reports.changes import changes_of
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.phrases import totals
from wicheck.reports.places import from_here, is_relative
from wicheck.reports.report import Report
from wicheck.reports.since import is_new, is_old, marked
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData
    from wicheck.reports.data import FindingData, InputErrorData, LocationData


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_LEVELS: Mapping[str, Level] = {
    Verdict.FAIL: Level.ERROR,
    Verdict.ERROR: Level.ERROR,
    Verdict.UNKNOWN: Level.WARNING,
    Verdict.REVIEW: Level.NOTICE,
    Verdict.SUSPECT: Level.NOTICE,
}
# Rows of claims, where only what is new gates.
_OLD_ROWS: Mapping[str, Level] = {"unchanged": Level.NOTICE, "untold": Level.WARNING}
# The tenth notice is the summary.
_MOST = {Level.ERROR: 10, Level.WARNING: 10, Level.NOTICE: 9}


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    voice = Voice(options.language)
    seen: Counter[Level] = Counter()
    for level, command in _new_first(_commands(report, voice)):
        seen[level] += 1
        if seen[level] <= _MOST[level]:
            yield command
    yield _command(Level.NOTICE, _summary(report, seen, voice), voice.say(ci_words.TITLE), None)


class Said(NamedTuple):
    """An annotation, and whether what it says is new since an earlier report."""

    level: Level
    command: str
    new: bool = False


def _new_first(said: Iterable[Said]) -> Iterator[tuple[Level, str]]:
    return ((each.level, each.command) for each in sorted(said, key=lambda each: not each.new))


def _commands(report: Report, voice: Voice) -> Iterator[Said]:
    for error in report.input_errors:
        yield Said(Level.ERROR, _of_input_error(error, voice), new=True)
    only_new = report.baseline is not None and report.baseline["only_new"]
    regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
    for finding in report.findings:
        if level := _level(finding, only_new):
            details = "\n".join(cases.details(finding, regions[finding["pack"]], voice))
            title = marked(cases.title(finding, voice), finding, voice)
            yield Said(level, _command(level, details, title, finding["location"]), is_new(finding))
    batches = Batches(report, voice)
    for batch in report.billing:
        yield from _offences(batch, batches, voice, only_new)


def _offences(batch: BatchData, batches: Batches, voice: Voice, only_new: bool) -> Iterator[Said]:
    """The certain offences with most money, at their rows, where these stand in a file of the repository."""
    for rule, offence in most(batch):
        place = offence["location"]
        if place and is_relative(from_here(place["file"])):
            title, change = f"{rule['rule']} {voice.say(rule['title'])}", offence.get("change")
            if change == "new":
                title = voice.say(words.WITH_HINT, text=title, hint=baseline_words.SINCE[change])
            level = _OLD_ROWS.get(change or "", Level.ERROR) if only_new else Level.ERROR
            yield Said(level, _command(level, batches.offence(rule, offence), title, place), change == "new")


def _level(finding: FindingData, only_new: bool) -> Level | None:
    """None for what nobody has to look at."""
    if finding["disposition"] == Disposition.WAIVED or (only_new and is_old(finding)):
        return Level.NOTICE
    return _LEVELS.get(finding["verdict"])


def _of_input_error(error: InputErrorData, voice: Voice) -> str:
    text = voice.say(error["text"])
    if error["hint"]:
        text = f"{text}\n{voice.say(error['hint'])}"
    return _command(Level.ERROR, text, voice.say(words.INPUT), error["location"])


def _summary(report: Report, seen: Mapping[Level, int], voice: Voice) -> str:
    """The totals, and how many annotations of each level GitHub would not have shown."""
    lines = list(totals(report, voice))
    if changes := changes_of(report, voice):
        lines.append(voice.say(words.HEADLINE, place=changes.title(), answer=changes.counts()))
    left_out = {level: number - _MOST[level] for level, number in seen.items() if number > _MOST[level]}
    if left_out:
        counted = (voice.say(ci_words.OF_LEVEL, level=level, n=left_out[level]) for level in sorted(left_out))
        lines.append(voice.say(ci_words.NOT_SHOWN, counts=voice.join(counted)))
    return "\n".join(lines)


def _command(level: Level, text: str, title: str, place: LocationData | None) -> str:
    parts = dict(_position(place)) if place else {}
    parts["title"] = title
    properties = ",".join(f"{name}={_property(value)}" for name, value in parts.items())
    return f"::{level} {properties}::{_data(text)}\n"


def _position(place: LocationData) -> Iterator[tuple[str, str]]:
    yield "file", from_here(place["file"])
    if line := place.get("line") or place.get("row"):
        yield "line", str(line)
        if column := place.get("column"):
            yield "col", str(column)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


WRITER = ReportWriter("github", Text("GitHub 标注", "GitHub annotations"), write, for_ci=True)
