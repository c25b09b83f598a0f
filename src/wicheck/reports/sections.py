"""What the terminal says of one dossier: first what there is to do, then what is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Binds, Disposition, ReadingSource, Stage, Text, Verdict
from wicheck.packs.select import BASE
from wicheck.reports import words
from wicheck.reports.interface import WriteOptions
from wicheck.reports.layout import indented
from wicheck.reports.plain import show_location
from wicheck.reports.voice import BOLD, DIM, Voice

if TYPE_CHECKING:
    from wicheck.reports.data import DossierData, EvidenceData, FindingData, MissingData, PackData

_MOST_PLACES = 4
_NAMED_FIRST = 3
_WELL = (Verdict.PASS, Verdict.NOT_APPLICABLE)

Lines = Iterator[str]


class Sections:
    """Writes the sections of one dossier after another."""

    def __init__(self, packs: Mapping[str, PackData], options: WriteOptions) -> None:
        self._packs = packs
        self._all = options.verbosity > 0
        self._width = options.width
        self._voice = Voice(options.language, options.colour)

    def of(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        """All sections that have something in them."""
        shaped = list(findings)
        own = [finding for finding in shaped if finding["binds"] == Binds.INSTITUTION]
        failing = _with(own, Verdict.FAIL)
        yield from self._section(words.FAILURES_TITLE, (each for each in failing if each["pack"] != BASE))
        yield from self._section(words.CONTRADICTIONS_TITLE, (each for each in failing if each["pack"] == BASE))
        yield from self._missing(dossier["missing"])
        unknown = _with(own, Verdict.UNKNOWN)
        yield from self._section(words.OPEN_TITLE, (each for each in unknown if self._all or not each["missing"]))
        yield from self._section(words.BROKEN_TITLE, _with(shaped, Verdict.ERROR))
        yield from self._dates(shaped)
        yield from self._section(words.REVIEWS_TITLE, _with(own, Verdict.REVIEW))
        yield from self._section(words.SUSPECTS_TITLE, _with(own, Verdict.SUSPECT))
        for binds, title in words.OWED.items():
            yield from self._owed(title, [each for each in shaped if each["binds"] == binds])
        yield from self._well(dossier, shaped)

    def _section(self, title: Text, findings: Iterable[FindingData]) -> Lines:
        findings = list(findings)
        if findings:
            yield from self._title(title, len(findings))
        for number, finding in enumerate(findings, 1):
            yield from self._finding(number, finding)

    def _title(self, title: Text, number: int) -> Lines:
        yield ""
        yield self._voice.paint(self._voice.say(words.NUMBERED, title=title, n=number), BOLD)

    def _finding(self, number: int, finding: FindingData) -> Lines:
        title = self._voice.say(finding["title"])
        if finding["stage"] != Stage.ADMISSION:
            stage = self._voice.say(words.STAGES[finding["stage"]])
            title = self._voice.say(words.WITH_HINT, text=title, hint=stage)
        yield from indented(title, self._width, 5, f" {number:>2}. ")
        yield from self._below(self._voice.say(finding["message"]))
        for remark in self._remarks(finding):
            yield from self._below(remark)
        for remark in (self._basis(finding), self._places(finding)):
            if remark:
                yield from (self._voice.paint(line, DIM) for line in self._below(remark))

    def _below(self, text: str) -> list[str]:
        return indented(text, self._width, 5)

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
            yield say(phrase, who=words.ATTESTORS[said["capacity"]], by=said["by"], on=said["attested_on"])
        if own := finding["self_declared"]:
            phrase = words.SELF_DECLARED_MET if own["conclusion"] == "met" else words.SELF_DECLARED_NOT_MET
            yield say(phrase, by=own["by"], on=own["attested_on"])
        if finding["verdict"] == Verdict.REVIEW and finding["attested_by"]:
            who = self._voice.join(say(words.ATTESTORS[each]) for each in finding["attested_by"])
            yield say(words.ASK, who=who)

    def _basis(self, finding: FindingData) -> str:
        region = self._voice.say(self._packs[finding["pack"]]["name"])
        article = finding["clause"]["article"]
        phrase = words.BASIS if article else words.BASIS_WITHOUT_ARTICLE
        return self._voice.say(phrase, region=region, article=article, rule=finding["rule"])

    def _places(self, finding: FindingData) -> str:
        places = list(dict.fromkeys(_shown_places(finding)))
        if not places:
            return ""
        joined = self._voice.join(places[:_MOST_PLACES])
        if len(places) > _MOST_PLACES:
            joined = self._voice.say(words.MORE_PLACES, places=joined, n=len(places))
        return self._voice.say(words.PLACES, places=joined)

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
            yield from self._entry(number, entry)

    def _entry(self, number: int, entry: MissingData) -> Lines:
        say = self._voice.say
        use = say(_needed(entry), rules=len(entry["rules"]), alone=entry["alone"])
        text = say(words.WITH_HINT, text=say(entry["label"]), hint=use)
        yield from indented(text, self._width, 5, f" {number:>2}. ")
        where = self._voice.join((entry["path"], self._where(entry)), words.PAUSE)
        yield from (self._voice.paint(line, DIM) for line in self._below(where))

    def _where(self, entry: MissingData) -> str:
        if entry["location"]:
            return self._voice.say(words.WRITE_BELOW, where=show_location(entry["location"]))
        kind = entry["record"]["kind"]
        return self._voice.say(words.WRITE_NEW, document=words.DOCUMENTS[kind], kind=kind)

    def _dates(self, findings: Iterable[FindingData]) -> Lines:
        coming = [(each["due_on"], each) for each in findings if each["due_on"] and each["due_on"] >= each["judged_on"]]
        if coming:
            yield from self._title(words.DATES_TITLE, len(coming))
        for day, finding in sorted(coming, key=lambda pair: pair[0]):
            yield from indented(self._titled(finding), self._width, 14, f"  {day}")

    def _owed(self, title: Text, findings: Sequence[FindingData]) -> Lines:
        """Short: they are nobody's to mend who reads this, but good to know."""
        owed = [finding for finding in findings if finding["verdict"] not in _WELL]
        if owed:
            yield from self._title(title, len(owed))
        for finding in owed:
            yield from self._short(finding)

    def _short(self, finding: FindingData) -> Lines:
        verdict = self._voice.say(words.VERDICTS[finding["verdict"]])
        yield from indented(f"[{verdict}] {self._titled(finding)}", self._width, 4, "  - ")
        yield from (self._voice.paint(line, DIM) for line in indented(self._basis(finding), self._width, 4))

    def _well(self, dossier: DossierData, findings: Sequence[FindingData]) -> Lines:
        if self._all:
            yield from self._section(words.MET_TITLE, _with(findings, Verdict.PASS))
            yield from self._section(words.NOT_APPLICABLE_TITLE, _with(findings, Verdict.NOT_APPLICABLE))
            return
        counts = {verdict: number for verdict, number in dossier["counts"].items() if verdict in _WELL}
        if counts:
            yield ""
            yield from indented(self._voice.say(words.ALSO, counts=self._voice.tally(counts)), self._width, 0)

    def _titled(self, finding: FindingData) -> str:
        say = self._voice.say
        return say(words.TITLED, title=say(finding["title"]), text=say(finding["message"]))


def _with(findings: Iterable[FindingData], verdict: Verdict) -> list[FindingData]:
    return [finding for finding in findings if finding["verdict"] == verdict]


def _needed(entry: MissingData) -> Text:
    if entry["alone"] == len(entry["rules"]):
        return words.NEEDED_ONLY
    return words.NEEDED_ALONE if entry["alone"] else words.NEEDED


def _shown_places(finding: FindingData) -> Iterator[str]:
    entries: list[EvidenceData] = [*finding["evidence"], *finding["missing"]]
    located = [entry["location"] for entry in entries] or [finding["location"]]
    yield from (show_location(location) for location in located if location)
