"""What the terminal says of one dossier: first what there is to do, then what is well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Binds, Stage, Text, Verdict
from wicheck.packs.select import BASE
from wicheck.reports import words
from wicheck.reports.interface import WriteOptions
from wicheck.reports.items import Items, Lines
from wicheck.reports.layout import indented
from wicheck.reports.voice import BOLD, Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, MissingData, PackData

_NAMED_FIRST = 3
_WELL = (Verdict.PASS, Verdict.NOT_APPLICABLE)
_TO_DO = (Verdict.FAIL, Verdict.REVIEW, Verdict.SUSPECT)
_OWED = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.SUSPECT)


class Sections:
    """Writes the sections of one dossier after another."""

    def __init__(self, packs: Mapping[str, PackData], options: WriteOptions) -> None:
        self._items = Items(packs, options)
        self._all = options.verbosity > 0
        self._width = options.width
        self._voice = Voice(options.language, options.colour)

    def of(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        """All sections that have something in them."""
        shaped = list(findings)
        own = [finding for finding in shaped if finding["binds"] == Binds.INSTITUTION]
        now = [finding for finding in own if finding["stage"] == Stage.ADMISSION]
        later = [finding for finding in own if finding["stage"] != Stage.ADMISSION]
        failing = _with(now, Verdict.FAIL)
        yield from self._section(words.FAILURES_TITLE, (each for each in failing if each["pack"] != BASE))
        yield from self._section(words.CONTRADICTIONS_TITLE, (each for each in failing if each["pack"] == BASE))
        yield from self._missing(dossier["missing"])
        unknown = _with(own, Verdict.UNKNOWN)
        yield from self._section(words.OPEN_TITLE, (each for each in unknown if self._all or not each["missing"]))
        yield from self._section(words.BROKEN_TITLE, _with(shaped, Verdict.ERROR))
        yield from self._dates(shaped)
        yield from self._section(words.REVIEWS_TITLE, _with(now, Verdict.REVIEW))
        yield from self._section(words.SUSPECTS_TITLE, _with(now, Verdict.SUSPECT))
        yield from self._section(words.LATER_TITLE, _with(later, *_TO_DO))
        for binds, title in words.OWED.items():
            yield from self._owed(title, [each for each in _with(shaped, *_OWED) if each["binds"] == binds])
        yield from self._well(dossier, shaped)

    def _section(self, title: Text, findings: Iterable[FindingData]) -> Lines:
        findings = list(findings)
        if findings:
            yield from self._title(title, len(findings))
        for number, finding in enumerate(findings, 1):
            yield from self._items.finding(number, finding)

    def _title(self, title: Text, number: int) -> Lines:
        yield ""
        for line in indented(self._voice.say(words.NUMBERED, title=title, n=number), self._width, 0):
            yield self._voice.paint(line, BOLD)

    def _missing(self, missing: Sequence[MissingData]) -> Lines:
        if not missing:
            return
        yield from self._title(words.MISSING_TITLE, len(missing))
        named = min(_NAMED_FIRST, len(missing))
        while not missing[named - 1]["settled"]:
            named += 1
        phrase = words.SETTLED if named < len(missing) else words.ALL_SETTLED
        yield from indented(self._voice.say(phrase, n=named, rules=missing[named - 1]["settled"]), self._width, 2)
        for number, entry in enumerate(missing, 1):
            yield from self._items.entry(number, entry)

    def _dates(self, findings: Iterable[FindingData]) -> Lines:
        coming = [(each["due_on"], each) for each in findings if each["due_on"] and each["due_on"] >= each["judged_on"]]
        if coming:
            yield from self._title(words.DATES_TITLE, len(coming))
        for day, finding in sorted(coming, key=lambda pair: pair[0]):
            yield from self._items.dated(day, finding)

    def _owed(self, title: Text, owed: Sequence[FindingData]) -> Lines:
        if owed:
            yield from self._title(title, len(owed))
        for finding in owed:
            yield from self._items.short(finding)

    def _well(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        if self._all:
            yield from self._section(words.MET_TITLE, _with(findings, Verdict.PASS))
            yield from self._section(words.NOT_APPLICABLE_TITLE, _with(findings, Verdict.NOT_APPLICABLE))
            return
        counts = {verdict: number for verdict, number in dossier["counts"].items() if verdict in _WELL}
        if counts:
            yield ""
            yield from indented(self._voice.say(words.ALSO, counts=self._voice.tally(counts)), self._width, 0)


def _with(findings: Iterable[FindingData], *verdicts: Verdict) -> list[FindingData]:
    return [finding for finding in findings if finding["verdict"] in verdicts]
