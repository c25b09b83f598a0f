"""What the terminal says of one dossier: first what there is to do, then what is well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Text, Verdict
from wicheck.reports import words
from wicheck.reports.arrangement import (
    Arrangement,
    arranged,
    batches,
    first_batches,
    first_steps,
    having,
    with_one_cause,
)
from wicheck.reports.interface import WriteOptions
from wicheck.reports.items import Items, Lines
from wicheck.reports.layout import indented
from wicheck.reports.voice import BOLD, Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, FindingData, MissingData
    from wicheck.reports.run_data import PackData

_WELL = (Verdict.PASS, Verdict.NOT_APPLICABLE)


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
        found = arranged(shaped)
        yield from self._section(words.FAILURES_TITLE, found.failing)
        yield from self._section(words.CONTRADICTIONS_TITLE, found.contradictions)
        yield from self._missing(dossier["missing"])
        yield from self._open(found)
        yield from self._section(words.BROKEN_TITLE, found.broken)
        yield from self._dates(found.dates)
        yield from self._section(words.REVIEWS_TITLE, found.reviews)
        yield from self._section(words.SUSPECTS_TITLE, found.suspects)
        yield from self._section(words.LATER_TITLE, found.later)
        for binds, title in words.OWED.items():
            yield from self._owed(title, found.owed[binds])
        yield from self._well(dossier, shaped)

    def _section(self, title: Text, findings: Sequence[FindingData]) -> Lines:
        if findings:
            yield from self._title(title, len(findings))
        for number, finding in enumerate(findings, 1):
            yield from self._items.finding(number, finding)

    def _open(self, found: Arrangement) -> Lines:
        if self._all:
            yield from self._section(words.OPEN_TITLE, found.undecided)
            return
        if found.stuck:
            yield from self._title(words.OPEN_TITLE, len(found.stuck))
        for number, (first, *more) in enumerate(with_one_cause(found.stuck), 1):
            yield from self._items.unread(number, [first, *more]) if more else self._items.finding(number, first)

    def _title(self, title: Text, number: int) -> Lines:
        yield ""
        for line in indented(self._voice.say(words.NUMBERED, title=title, n=number), self._width, 0):
            yield self._voice.paint(line, BOLD)

    def _missing(self, missing: Sequence[MissingData]) -> Lines:
        if not missing:
            return
        yield from self._title(words.MISSING_TITLE, len(missing))
        named = first_steps(missing)
        groups = [[entry] for entry in missing] if self._all else batches(missing)
        first = first_batches(groups, named, missing)
        phrase, n = (words.SETTLED, first) if first < len(groups) else (words.ALL_SETTLED, len(missing))
        yield from indented(self._voice.say(phrase, n=n, rules=missing[named - 1]["settled"]), self._width, 2)
        for number, group in enumerate(groups, 1):
            yield from self._items.entries(number, group)

    def _dates(self, dates: Sequence[tuple[str, FindingData]]) -> Lines:
        if dates:
            yield from self._title(words.DATES_TITLE, len(dates))
        for day, finding in dates:
            yield from self._items.dated(day, finding)

    def _owed(self, title: Text, owed: Sequence[FindingData]) -> Lines:
        if owed:
            yield from self._title(title, len(owed))
        for finding in owed:
            yield from self._items.short(finding)

    def _well(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        if self._all:
            yield from self._section(words.MET_TITLE, having(findings, Verdict.PASS))
            yield from self._section(words.NOT_APPLICABLE_TITLE, having(findings, Verdict.NOT_APPLICABLE))
            return
        counts = {verdict: number for verdict, number in dossier["counts"].items() if verdict in _WELL}
        if counts:
            yield ""
            yield from indented(self._voice.say(words.ALSO, counts=self._voice.tally(counts)), self._width, 0)
