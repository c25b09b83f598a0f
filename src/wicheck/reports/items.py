"""How the terminal writes one thing: a finding, an entry to fill in, a date to watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wicheck.model import Disposition, ReadingSource, Stage, Text, Verdict
from wicheck.reports import words
from wicheck.reports.cases import basis
from wicheck.reports.interface import WriteOptions
from wicheck.reports.layout import columns, indented
from wicheck.reports.plain import show_location
from wicheck.reports.voice import DIM, Voice

if TYPE_CHECKING:
    from wicheck.reports.data import AttestationData, EvidenceData, FindingData, LocationData, MissingData, PackData

_MOST_PLACES = 4
_INDENT = 5

Lines = Iterator[str]


class Items:
    """Writes items as lines that fit the width."""

    def __init__(self, packs: Mapping[str, PackData], options: WriteOptions) -> None:
        self._packs = packs
        self._width = options.width
        self._voice = Voice(options.language, options.colour)

    def finding(self, number: int, finding: FindingData) -> Lines:
        """Everything a person needs: what was found, what to do, by which clause, and where it is written."""
        yield from indented(self._title(finding), self._width, _INDENT, f" {number:>2}. ")
        yield from self._below(self._voice.say(finding["message"]))
        for remark in self._remarks(finding):
            yield from self._below(remark)
        yield from self._dim(self._basis(finding))
        if places := self._places(finding):
            yield from self._dim(places)

    def short(self, finding: FindingData) -> Lines:
        """For what is nobody's to mend who reads this, but good to know."""
        verdict = self._voice.say(words.VERDICTS[finding["verdict"]])
        yield from indented(f"[{verdict}] {self._summary(finding)}", self._width, 4, "  - ")
        yield from (self._voice.paint(line, DIM) for line in indented(self._basis(finding), self._width, 4))

    def dated(self, day: str, finding: FindingData) -> Lines:
        yield from indented(self._summary(finding), self._width, 14, f"  {day}")

    def entry(self, number: int, entry: MissingData) -> Lines:
        """What to fill in, how many rules that helps, and where to write it."""
        say = self._voice.say
        use = say(_needed(entry), rules=len(entry["rules"]), alone=entry["alone"])
        text = say(words.WITH_HINT, text=say(entry["label"]), hint=use)
        yield from indented(text, self._width, _INDENT, f" {number:>2}. ")
        where = self._voice.join((entry["path"], self._where(entry)), words.PAUSE)
        fits = columns(where) <= self._width - _INDENT
        for part in (where,) if fits else (entry["path"], self._where(entry)):
            yield from self._dim(part)

    def _below(self, text: str) -> list[str]:
        return indented(text, self._width, _INDENT)

    def _dim(self, text: str) -> Lines:
        return (self._voice.paint(line, DIM) for line in self._below(text))

    def _title(self, finding: FindingData) -> str:
        """The demand; one that does not matter for admission says when it does, and what was found."""
        title = self._voice.say(finding["title"])
        if finding["stage"] == Stage.ADMISSION:
            return title
        stage = self._voice.say(words.STAGES[finding["stage"]])
        verdict = self._voice.say(words.VERDICTS[finding["verdict"]])
        return f"[{verdict}] {self._voice.say(words.WITH_HINT, text=title, hint=stage)}"

    def _summary(self, finding: FindingData) -> str:
        say = self._voice.say
        return say(words.TITLED, title=say(finding["title"]), text=say(finding["message"]))

    def _remarks(self, finding: FindingData) -> Iterator[str]:
        say = self._voice.say
        if finding["remedy"]:
            yield say(words.REMEDY, text=say(finding["remedy"]))
        if finding["due_on"]:
            yield say(words.DUE, day=finding["due_on"])
        yield from self._statements(finding)
        if finding["reading"] and finding["reading"] != ReadingSource.TEXT:
            yield say(words.READING, text=words.READINGS[finding["reading"]])
        if finding["clause"]["damage"]:
            yield say(words.DAMAGE, text=say(finding["clause"]["damage"]))

    def _statements(self, finding: FindingData) -> Iterator[str]:
        say = self._voice.say
        if (waiver := finding["waiver"]) and finding["disposition"] == Disposition.WAIVED:
            yield say(words.WAIVED, **waiver)
        if said := finding["attestation"]:
            phrase = words.ATTESTED_MET if said["conclusion"] == "met" else words.ATTESTED_NOT_MET
            yield say(phrase, who=words.ATTESTORS[said["capacity"]], by=signed(said), on=said["attested_on"])
        if own := finding["self_declared"]:
            phrase = words.SELF_DECLARED_MET if own["conclusion"] == "met" else words.SELF_DECLARED_NOT_MET
            yield say(phrase, by=signed(own), on=own["attested_on"])
        if finding["verdict"] == Verdict.REVIEW and finding["attested_by"]:
            yield say(words.ASK, who=self._any_of([say(words.ATTESTORS[each]) for each in finding["attested_by"]]))

    def _any_of(self, names: list[str]) -> str:
        first = self._voice.join(names[:-1])
        return self._voice.join((first, names[-1]), words.OR) if first else names[-1]

    def _basis(self, finding: FindingData) -> str:
        return basis(finding, self._packs[finding["pack"]]["name"], self._voice)

    def _places(self, finding: FindingData) -> str:
        places = _places(finding)
        if not places:
            return ""
        joined = self._voice.join(_shown(places[:_MOST_PLACES]))
        if len(places) > _MOST_PLACES:
            joined = self._voice.say(words.MORE_PLACES, places=joined, n=len(places))
        return self._voice.say(words.PLACES, places=joined)

    def _where(self, entry: MissingData) -> str:
        if entry["location"]:
            return self._voice.say(words.WRITE_BELOW, where=show_location(entry["location"]))
        kind = entry["record"]["kind"]
        return self._voice.say(words.WRITE_NEW, document=words.DOCUMENTS[kind], kind=kind)


def _needed(entry: MissingData) -> Text:
    if entry["alone"] == len(entry["rules"]):
        return words.NEEDED_ONLY
    return words.NEEDED_ALONE if entry["alone"] else words.NEEDED


def _places(finding: FindingData) -> list[LocationData]:
    """Where what decided is written, each place once; else where the record begins."""
    entries: list[EvidenceData] = [*finding["evidence"], *finding["missing"]]
    located = [entry["location"] for entry in entries] or [finding["location"]]
    return list({show_location(place): place for place in located if place}.values())


def _shown(places: list[LocationData]) -> Iterator[str]:
    """``a.yaml:3:5``, then for further places of the same file their lines alone: ``7:5``."""
    file = ""
    for place in places:
        text = show_location(place)
        yield text.removeprefix(f"{file}:") if place["file"] == file else text
        file = place["file"]


def signed(said: AttestationData) -> str:
    """Who attested, and for whom he signs: the organisation is what counts."""
    return f"{said['organisation']} {said['by']}"
