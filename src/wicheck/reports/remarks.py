"""What is said beside a finding's message, and of an entry to fill in: the same words in whatever format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Disposition, ReadingSource, Text, Verdict
from wicheck.reports import cases, words
from wicheck.reports.plain import show_location
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.data import AttestationData, EvidenceData, FindingData, LocationData, MissingData
    from wicheck.reports.run_data import PackData

_MOST_PLACES = 4
_REMARKED = ("remedy", "due_on", "waiver", "attestation", "self_declared", "reading")
_JOINTS = ("·", ".")


class Remarks:
    """Says them in one language, each remark as one line."""

    def __init__(self, packs: Mapping[str, PackData], voice: Voice) -> None:
        self._packs = packs
        self._voice = voice

    def of(self, finding: FindingData) -> Iterator[str]:
        """All that is said of a finding, who is to decide it, and what is lost of its clause."""
        yield from self.said(finding)
        yield from self.ask(finding)
        if finding["clause"]["damage"]:
            yield self._voice.say(words.DAMAGE, text=self._voice.say(finding["clause"]["damage"]))

    def beside(self, finding: FindingData) -> tuple[str, ...]:
        """What stands beside a row of many. Most have nothing of the kind, which is seen at a glance."""
        if finding["verdict"] != Verdict.REVIEW and not any(map(finding.get, _REMARKED)):
            return ()
        return (*self.said(finding), *self.ask(finding))

    def said(self, finding: FindingData) -> Iterator[str]:
        """What to do and by when, what people have said of it, how a vague figure was read."""
        say = self._voice.say
        if finding["remedy"]:
            yield say(words.REMEDY, text=say(finding["remedy"]))
        if finding["due_on"]:
            yield say(words.DUE, day=finding["due_on"])
        yield from self.statements(finding)
        if finding["reading"] and finding["reading"] != ReadingSource.TEXT:
            yield say(words.READING, text=words.READINGS[finding["reading"]])

    def ask(self, finding: FindingData) -> Iterator[str]:
        if finding["verdict"] == Verdict.REVIEW and finding["attested_by"]:
            yield self._voice.say(words.ASK, who=self.attestors(finding))

    def statements(self, finding: FindingData) -> Iterator[str]:
        """A waiver, an attestation, the institution's own word."""
        say = self._voice.say
        if (waiver := finding["waiver"]) and finding["disposition"] == Disposition.WAIVED:
            yield say(words.WAIVED, **waiver)
        if said := finding["attestation"]:
            phrase = words.ATTESTED_MET if said["conclusion"] == "met" else words.ATTESTED_NOT_MET
            yield say(phrase, who=words.ATTESTORS[said["capacity"]], by=signed(said), on=said["attested_on"])
        if own := finding["self_declared"]:
            phrase = words.SELF_DECLARED_MET if own["conclusion"] == "met" else words.SELF_DECLARED_NOT_MET
            yield say(phrase, by=signed(own), on=own["attested_on"])

    def attestors(self, finding: FindingData) -> str:
        """Who may answer it: ``经办机构或专家``."""
        names = [self._voice.say(words.ATTESTORS[each]) for each in finding["attested_by"]]
        first = self._voice.join(names[:-1])
        return self._voice.join((first, names[-1]), words.OR) if first else names[-1]

    def titles(self, findings: Iterable[FindingData]) -> str:
        """The demands of several findings in a row."""
        return self._voice.join([self._voice.say(each["title"]) for each in findings], words.SERIES)

    def basis(self, finding: FindingData) -> str:
        return cases.basis(finding, self._packs[finding["pack"]]["name"], self._voice)

    def places(self, finding: FindingData) -> str:
        """Where what decided is written, the first few of many; empty where it is written nowhere."""
        places = _places(finding)
        if not places:
            return ""
        joined = self._voice.join(_shown(places[:_MOST_PLACES]))
        if len(places) > _MOST_PLACES:
            joined = self._voice.say(words.MORE_PLACES, places=joined, n=len(places))
        return self._voice.say(words.PLACES, places=joined)

    def named(self, group: Sequence[MissingData]) -> str:
        """What an entry to fill in is called; of several together what they have in common is said once:
        ``承诺书内容 18 项：申请时间、经办人签字……``."""
        labels = [self._voice.say(entry["label"]) for entry in group]
        if len(labels) == 1:
            return labels[0]
        end = max(labels[0].rfind(sign) for sign in _JOINTS)
        own = self._voice.join([label[end + 1 :] for label in labels], words.COMMA)
        return self._voice.say(words.TOGETHER, what=labels[0][: max(end, 0)], n=len(group), entries=own)

    def use(self, entry: MissingData) -> str:
        """How many rules need the entry."""
        return self._voice.say(_needed(entry), rules=len(entry["rules"]), alone=entry["alone"])

    def where(self, entry: MissingData) -> str:
        """Where to write the entry."""
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
