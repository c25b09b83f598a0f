"""What the page shows of claims: money at risk by rule and by month, then the offences with most money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from wicheck.model import Verdict
from wicheck.reports import billing_words as own
from wicheck.reports import words
from wicheck.reports.batches import Batches, certain, exact, found_something, most, told
from wicheck.reports.offences import billed_rules
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, OffenceData

_MOST_ROWS, _FEWEST_ROWS = 100, 5
_ROWS_OF_ALL = 3000
_OPEN = (Verdict.REVIEW, Verdict.SUSPECT)


class MoneyBar(NamedTuple):
    """Money of a rule or a month. ``length`` is in per cent of the largest beside it, ``hint`` the article."""

    title: str
    hint: str
    said: str
    length: str


class OffenceRow(NamedTuple):
    """``rule`` is its id, which can be searched for; people know the ``article``."""

    verdict: str
    word: str
    title: str
    article: str
    rule: str
    claim: str
    line: str
    amount: str
    bearer: str
    text: str
    place: str


class MoneyView(NamedTuple):
    """``lead`` is the money at risk in a line; ``open`` are rules with suspicions, or rows that nobody could decide."""

    lead: str
    lines: list[str]
    rules: list[MoneyBar]
    months: list[MoneyBar]
    rows: list[OffenceRow]
    shown: str
    more: bool
    open: list[str]


class Money:
    """Makes the views of one report's batches. Of many batches fewer rows each are shown."""

    def __init__(self, report: Report, voice: Voice) -> None:
        self._voice = voice
        self._batches = Batches(report, voice)
        self._regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
        self._articles = {pair: rule["clause"]["article"] for pair, rule in billed_rules(report).items()}
        self._by_dossier: dict[str, list[BatchData]] = {}
        for batch in told(report):
            self._by_dossier.setdefault(batch["dossier"], []).append(batch)
        rows = _ROWS_OF_ALL // len(report.billing) if report.billing else 0
        self._most = min(max(rows, _FEWEST_ROWS), _MOST_ROWS)

    def taken(self, dossier: str) -> list[BatchData]:
        """The batches of a dossier, for its first page: an institution that applies twice has claims once."""
        return self._by_dossier.pop(dossier, [])

    def title(self, batch: BatchData) -> str:
        return self._voice.say(words.TITLED, title=self._voice.say(own.TITLE), text=self._batches.title(batch))

    def view(self, batch: BatchData) -> MoneyView:
        rules = found_something(batch)
        failing, rows = certain(rules), self._rows(batch, rules)
        count = sum(each for rule in rules for each in _shown_kinds(rule))
        lead, *lines = self._batches.about(batch)
        return MoneyView(
            lead=lead,
            lines=lines,
            rules=_drawn([(self._rule(batch, rule), rule["amount"]) for rule in failing]),
            months=_drawn([(self._month(month, amount), amount) for month, amount in batch["months"].items()]),
            rows=rows,
            shown=self._voice.say(own.LARGEST, n=len(rows), all=count),
            more=len(rows) < sum(sum(rule["counts"].values()) for rule in rules),
            open=[self._open(rule) for rule in rules[len(failing) :]],
        )

    def risk(self, batch: BatchData) -> str:
        return self._voice.say(words.TITLED, title=self._batches.title(batch), text=self._batches.risk(batch))

    def _rule(self, batch: BatchData, rule: BilledRuleData) -> MoneyBar:
        return MoneyBar(self._voice.say(rule["title"]), self._article(batch, rule), self._batches.found(rule), "")

    def _article(self, batch: BatchData, rule: BilledRuleData) -> str:
        """With its region: by itself ``一`` says nothing."""
        region = self._voice.say(self._regions[batch["pack"]])
        return f"{region} {self._articles.get((batch['pack'], rule['rule']), '')}".rstrip()

    def _month(self, month: str, amount: Any) -> MoneyBar:
        return MoneyBar(month or self._voice.say(own.NO_DATE), "", self._batches.yuan(amount), "")

    def _open(self, rule: BilledRuleData) -> str:
        return self._voice.say(words.TITLED, title=self._voice.say(rule["title"]), text=self._batches.found(rule))

    def _rows(self, batch: BatchData, rules: Iterable[BilledRuleData]) -> list[OffenceRow]:
        """Those that are certain first; what merely lacks a fact is counted, and listed in the tables."""
        unsure = ((rule, each) for rule in rules for each in rule["offences"] if each["verdict"] in _OPEN)
        return [self._row(batch, rule, each) for rule, each in [*most(batch), *unsure][: self._most]]

    def _row(self, batch: BatchData, rule: BilledRuleData, offence: OffenceData) -> OffenceRow:
        return OffenceRow(
            verdict=offence["verdict"],
            word=self._voice.say(words.VERDICTS[offence["verdict"]]),
            title=self._batches.titled(rule, offence),
            article=self._article(batch, rule),
            rule=rule["rule"],
            claim=self._batches.claim({**offence, "line_number": None}),
            line=self._voice.say(own.LINE_ALONE, line=offence["line_number"]) if offence["line_number"] else "",
            amount="—" if offence["amount"] == 0 else self._batches.yuan(offence["amount"]),
            bearer=self._voice.say(own.BEARERS[offence["bearer"]]),
            text=self._batches.said(rule, offence),
            place=self._batches.place(offence["location"]) if offence["location"] else "",
        )


def _shown_kinds(rule: BilledRuleData) -> Iterator[int]:
    """How many rows there are of each kind that is listed."""
    return (count for verdict, count in rule["counts"].items() if verdict != Verdict.UNKNOWN)


def _drawn(bars: Sequence[tuple[MoneyBar, Any]]) -> list[MoneyBar]:
    """With their lengths, all to one scale; where there is no money there is nothing to draw."""
    widest = max((exact(amount) for _, amount in bars), default=Decimal(0))
    if not widest:
        return []
    return [bar._replace(length=f"{100 * max(exact(amount), Decimal(0)) / widest:.1f}") for bar, amount in bars]
