"""What stands in the letters, one for each institution whose claims left something to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from wicheck.model import Binds, PackStatus, Verdict
from wicheck.reports import words as shared
from wicheck.reports.batches import Batches, exact, found_something, grouped
from wicheck.reports.characters import printable
from wicheck.reports.notice import words
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, Money, OffenceData
    from wicheck.reports.data import FindingData

_MOST_ROWS = 50
_MOST_OPEN = 10
_Key = tuple[str, str, str, str]


class Line(NamedTuple):
    """An offence."""

    number: str
    claim: str
    line: str
    text: str
    amount: str
    place: str


class Point(NamedTuple):
    """What one rule found in one batch. ``shown`` says how many there are where not all are listed."""

    heading: str
    basis: str
    remedy: str
    shown: str
    lines: list[Line]


class Letter(NamedTuple):
    """``about`` are lines on each batch; ``certain`` are points that are not met, ``open`` those to be explained."""

    name: str
    about: list[str]
    certain: list[Point]
    open: list[Point]


def letters(report: Report, voice: Voice) -> list[Letter]:
    """In the order of the batches. What an agency or a worker owes is none of the institution's business."""
    writer = _Writer(report, voice)
    by_institution: dict[str, list[BatchData]] = {}
    for batch in report.billing:
        by_institution.setdefault(batch["dossier"], []).append(batch)
    made = (writer.letter(batches) for batches in by_institution.values())
    return [letter for letter in made if letter.certain or letter.open]


class _Writer:
    def __init__(self, report: Report, voice: Voice) -> None:
        self._voice = voice
        self._batches = Batches(report, voice)
        self._packs = {pack["id"]: pack for pack in report.run["packs"]}
        self._findings = _findings(report)

    def letter(self, batches: list[BatchData]) -> Letter:
        rules = [(batch, rule) for batch in batches for rule in found_something(batch) if self._is_for_it(batch, rule)]
        return Letter(
            name=printable(batches[0]["institution"] or batches[0]["dossier"]),
            about=[printable(line) for batch in batches for line in self._about(batch)],
            certain=list(self._points(rules, certain=True)),
            open=list(self._points(rules, certain=False)),
        )

    def _about(self, batch: BatchData) -> Iterator[str]:
        """The batch and its text, then its money."""
        say, pack = self._voice.say, self._packs[batch["pack"]]
        days = {each["judged_on"] for key, each in self._findings.items() if key[:3] == _of_batch(batch)}
        said = say(words.BATCH, id=batch["record"]["id"], document=say(pack["title"]), day=max(days, default=""))
        draft = pack["status"] == PackStatus.DRAFT
        yield say(shared.WITH_HINT, text=said, hint=say(words.DRAFT)) if draft else said
        yield self._batches.risk(batch)
        if bearers := self._batches.bearers(batch):
            yield bearers

    def _is_for_it(self, batch: BatchData, rule: BilledRuleData) -> bool:
        finding = self._findings.get((*_of_batch(batch), rule["rule"]))
        return finding is None or finding["binds"] == Binds.INSTITUTION

    def _points(self, rules: Iterable[tuple[BatchData, BilledRuleData]], certain: bool) -> Iterator[Point]:
        """What certainly is not met, or all the rest. A pack outside the law only asks for an explanation."""
        number = 0
        for batch, rule in rules:
            decides = {Verdict.FAIL} if self._packs[batch["pack"]]["division"] is not None else set()
            counts = {name: each for name, each in rule["counts"].items() if (name in decides) == certain}
            if counts:
                number += 1
                rows = [each for each in rule["offences"] if each["verdict"] in counts]
                yield self._point(number, batch, {**rule, "counts": counts, "offences": rows})

    def _point(self, number: int, batch: BatchData, rule: BilledRuleData) -> Point:
        """``rule`` has only what the point is about."""
        say = self._voice.say
        most = _MOST_ROWS if Verdict.FAIL in rule["counts"] else _MOST_OPEN
        rows, count = rule["offences"][:most], sum(rule["counts"].values())
        finding = self._findings.get((*_of_batch(batch), rule["rule"]))
        remedy = finding["remedy"] if finding else None
        title = printable(say(rule["title"]))
        return Point(
            heading=say(words.POINT, n=number, title=title, found=self._batches.found(rule)),
            basis=printable(self._basis(batch, finding)),
            remedy=printable(say(words.REMEDY, text=say(remedy))) if remedy else "",
            shown=say(words.SHOWN, n=len(rows), all=count) if len(rows) < count else "",
            lines=[self._line(place, rule, each) for place, each in enumerate(rows, 1)],
        )

    def _basis(self, batch: BatchData, finding: FindingData | None) -> str:
        article = finding["clause"]["article"] if finding else ""
        phrase = words.BASIS if article else words.BASIS_WITHOUT_ARTICLE
        document = self._voice.say(self._packs[batch["pack"]]["title"])
        return self._voice.say(phrase, document=document, article=article)

    def _amount(self, amount: Money | None) -> str:
        if amount is None:
            return self._voice.say(words.UNKNOWN)
        return grouped(amount) if exact(amount) else "—"

    def _line(self, number: int, rule: BilledRuleData, offence: OffenceData) -> Line:
        amount, place = offence["amount"], offence["location"]
        cells = (
            str(number),
            offence["claim_id"] or "",
            offence["line_number"] or "",
            self._batches.said(rule, offence),
            self._amount(amount),
            self._batches.place({**place, "file": PurePath(place["file"]).name}) if place else "",
        )
        return Line(*map(printable, cells))


def _of_batch(batch: BatchData) -> tuple[str, str, str]:
    return batch["dossier"], batch["record"]["id"], batch["pack"]


def _findings(report: Report) -> Mapping[_Key, FindingData]:
    """The findings on batches, by dossier, batch, pack and rule."""
    batches = {_of_batch(batch) for batch in report.billing}
    return {
        (*key, each["rule"]): each
        for each in report.findings
        if (key := (each["dossier"], each["record"]["id"], each["pack"])) in batches
    }
