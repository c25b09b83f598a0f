"""How the terminal writes one thing: a finding, an entry to fill in, a date to watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Stage
from wicheck.reports import words
from wicheck.reports.interface import WriteOptions
from wicheck.reports.layout import columns, indented
from wicheck.reports.remarks import Remarks
from wicheck.reports.since import marked
from wicheck.reports.voice import DIM, Voice

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData, MissingData
    from wicheck.reports.run_data import PackData

_INDENT = 5

Lines = Iterator[str]


class Items:
    """Writes items as lines that fit the width."""

    def __init__(self, packs: Mapping[str, PackData], options: WriteOptions) -> None:
        self._width = options.width
        self._voice = Voice(options.language, options.colour)
        self._remarks = Remarks(packs, self._voice)

    def finding(self, number: int, finding: FindingData) -> Lines:
        """Everything a person needs: what was found, what to do, by which clause, and where it is written."""
        yield from indented(self._title(finding), self._width, _INDENT, f" {number:>2}. ")
        yield from self._below(self._voice.say(finding["message"]))
        for remark in self._remarks.of(finding):
            yield from self._below(remark)
        yield from self._dim(self._remarks.basis(finding))
        if places := self._remarks.places(finding):
            yield from self._dim(places)

    def unread(self, number: int, findings: Sequence[FindingData]) -> Lines:
        """Rules that what could not be read keeps from a decision, as one item: one thing is to be done for all."""
        say = self._voice.say
        yield from indented(say(words.UNREAD, n=len(findings)), self._width, _INDENT, f" {number:>2}. ")
        yield from self._below(say(words.UNREAD_REMEDY))
        yield from self._below(say(words.UNREAD_RULES, rules=self._remarks.titles(findings)))
        yield from self._dim(self._remarks.places(findings[0]))

    def short(self, finding: FindingData) -> Lines:
        """For what is nobody's to mend who reads this, but good to know."""
        verdict = self._voice.say(words.VERDICTS[finding["verdict"]])
        yield from indented(f"[{verdict}] {self._summary(finding)}", self._width, 4, "  - ")
        basis = indented(self._remarks.basis(finding), self._width, 4)
        yield from (self._voice.paint(line, DIM) for line in basis)

    def dated(self, day: str, finding: FindingData) -> Lines:
        yield from indented(self._summary(finding), self._width, 14, f"  {day}")

    def entries(self, number: int, group: Sequence[MissingData]) -> Lines:
        """What to fill in, how many rules that helps, and where to write it; a group as one item."""
        entry = group[0]
        hint = self._remarks.use(entry)
        text = self._voice.say(words.WITH_HINT, text=self._remarks.named(group), hint=hint)
        yield from indented(text, self._width, _INDENT, f" {number:>2}. ")
        place, path = self._remarks.where(entry), entry["path"]
        if len(group) > 1:
            path = path.rpartition(".")[0]
        where = self._voice.join((path, place), words.PAUSE)
        fits = columns(where) <= self._width - _INDENT
        for part in (where,) if fits else (path, place):
            yield from self._dim(part)

    def _below(self, text: str) -> list[str]:
        return indented(text, self._width, _INDENT)

    def _dim(self, text: str) -> Lines:
        return (self._voice.paint(line, DIM) for line in self._below(text))

    def _title(self, finding: FindingData) -> str:
        """The demand; one that does not matter for admission says when it does, and what was found."""
        title = marked(self._voice.say(finding["title"]), finding, self._voice)
        if finding["stage"] == Stage.ADMISSION:
            return title
        stage = self._voice.say(words.STAGES[finding["stage"]])
        verdict = self._voice.say(words.VERDICTS[finding["verdict"]])
        return f"[{verdict}] {self._voice.say(words.WITH_HINT, text=title, hint=stage)}"

    def _summary(self, finding: FindingData) -> str:
        say = self._voice.say
        return say(words.TITLED, title=say(finding["title"]), text=say(finding["message"]))
