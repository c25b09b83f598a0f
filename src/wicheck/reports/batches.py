"""Batches of claims in words: the same in whatever format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wicheck.model import Text, Verdict
from wicheck.reports import baseline_words, words
from wicheck.reports import billing_words as own
from wicheck.reports.alerts import meant
from wicheck.reports.plain import show_location
from wicheck.reports.report import Report
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from wicheck.reports.billing_data import BatchData, BilledRuleData, OffenceData
    from wicheck.reports.data import LocationData

Row = tuple["BilledRuleData", "OffenceData"]
"""An offence, and the rule that it offends against."""

_CENTS = Decimal("0.01")
_GRAVEST_FIRST = tuple(own.ROWS)


def exact(amount: Any) -> Decimal:
    """The digits that JSON shows, no more."""
    return Decimal(str(amount))


def grouped(amount: Any) -> str:
    """``12,345.60``: two decimals at least, and no digit rounded away."""
    value = exact(amount)
    return f"{value:,f}" if value.quantize(_CENTS) != value else f"{value:,.2f}"


def money_by_pack(report: Report) -> dict[str, tuple[int, Decimal]]:
    """How many batches each pack judged, and the money at risk in them. Packs are not added up: they judge the same."""
    found: defaultdict[str, tuple[int, Decimal]] = defaultdict(lambda: (0, Decimal(0)))
    for batch in report.billing:
        number, amount = found[batch["pack"]]
        found[batch["pack"]] = number + 1, amount + exact(batch["amount"])
    return dict(found)


def told(report: Report) -> list[BatchData]:
    """The batches that people are told of: a pack outside the law that found nothing in one says nothing."""
    laws = _laws(report)
    return [batch for batch in report.billing if batch["pack"] in laws or found_something(batch)]


def _laws(report: Report) -> set[str]:
    return {pack["id"] for pack in report.run["packs"] if pack["division"] is not None}


class Batches:
    """Says it in one language."""

    def __init__(self, report: Report, voice: Voice) -> None:
        self._regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
        self._billing = report.billing
        self._voice = voice

    def by_dossier(self) -> dict[str, str]:
        """The money at risk of each: one sum for each pack, which judge the same claims."""
        sums: dict[tuple[str, str], Decimal] = {}
        for batch in self._billing:
            key = batch["dossier"], batch["pack"]
            sums[key] = sums.get(key, Decimal(0)) + exact(batch["amount"])
        said: dict[str, list[str]] = {}
        for (dossier, _), amount in sums.items():
            if not amount and said.get(dossier):
                continue  # another pack found money, and nothing is less than that
            said.setdefault(dossier, []).append(self.yuan(amount))
        return {dossier: self._voice.join(each) for dossier, each in said.items()}

    def totals(self, report: Report) -> Iterator[str]:
        """A line for each law that judged batches, and for what else found money at risk."""
        laws = _laws(report)
        for pack, (number, amount) in money_by_pack(report).items():
            if pack not in laws and not amount:
                continue
            region = self._voice.say(self._regions[pack])
            yield self._voice.say(own.TOTAL, region=region, n=number, amount=self.yuan(amount))

    def yuan(self, amount: Any) -> str:
        if amount is None:
            return self._voice.say(own.AMOUNT_UNKNOWN)
        return self._voice.say(own.YUAN, amount=grouped(amount))

    def title(self, batch: BatchData) -> str:
        return self._voice.say(
            own.BATCH, id=batch["record"]["id"], region=self._voice.say(self._regions[batch["pack"]])
        )

    def risk(self, batch: BatchData) -> str:
        """The money at risk, and in how many claims and lines."""
        if not any(rule["counts"].get(Verdict.FAIL) for rule in batch["rules"]):
            return self._voice.say(_nothing_found(batch))
        counted = ((own.CLAIMS, batch["claims_count"]), (own.LINES, batch["lines_count"]))
        numbers = self._voice.join(self._voice.say(phrase, n=number) for phrase, number in counted if number)
        phrase = own.AT_RISK if exact(batch["amount"]) else own.NO_MONEY
        return self._voice.say(
            phrase, amount=self.yuan(batch["amount"]), numbers=numbers or self._voice.say(own.BESIDE)
        )

    def bearers(self, batch: BatchData) -> str:
        """Who bears how much of it; empty where there is nothing to bear."""
        return self._voice.join(
            self._voice.say(own.BEARER, bearer=own.BEARERS[bearer], amount=self.yuan(amount))
            for bearer, amount in batch["bearers"].items()
            if exact(amount)
        )

    def intake(self, batch: BatchData) -> Iterator[str]:
        """How the tables were read: how many rows, how many not, what was mended on the way."""
        say = self._voice.say
        tables = (say(own.TABLE, table=say(each["title"]), n=each["rows"]) for each in batch["tables"])
        if batch["tables"]:
            yield say(own.JUDGED, tables=self._voice.join(tables))
        if batch["rejects"]:
            yield say(own.REJECTS, n=batch["rejects"])
        if batch["losses"]:
            yield say(own.LOSSES, n=batch["losses"])
        if batch["cleaned"]:
            rules = (
                say(own.CLEANED_RULE, rule=own.CLEANED[name], n=number)
                for name, number in batch["cleaned"].items()
                if name in own.CLEANED
            )
            yield say(own.CLEANED_BY, rules=self._voice.join(rules))

    def about(self, batch: BatchData) -> Iterator[str]:
        """What it came to, who bears it, how it was read."""
        yield self.risk(batch)
        if bearers := self.bearers(batch):
            yield self._voice.say(words.WITH_HINT, text=bearers, hint=self._voice.say(own.ONCE))
        yield from self.intake(batch)

    def found(self, rule: BilledRuleData) -> str:
        """``12 笔不符合，960.00 元（机构承担）、3 笔资料不足``"""
        say, counts = self._voice.say, rule["counts"]
        parts = []
        for verdict in _GRAVEST_FIRST:
            if number := counts.get(verdict):
                parts.append(say(own.ROWS[verdict], n=number))
            if verdict == Verdict.FAIL and number and exact(rule["amount"]):
                amount = self.yuan(rule["amount"])
                parts[-1] += say(words.PAUSE) + say(own.BORNE, amount=amount, bearer=own.BEARERS[rule["bearer"]])
            if verdict == Verdict.FAIL and rule["unpriced"]:
                parts[-1] += say(words.PAUSE) + say(own.UNPRICED, n=rule["unpriced"])
        return self._voice.join(parts)

    def largest(self, rule: BilledRuleData, shown: int) -> str:
        """``金额最大的 5 笔，共 4213 笔``"""
        phrase = own.LARGEST_BY_MONEY if exact(rule["amount"]) else own.LARGEST
        return self._voice.say(phrase, n=shown, all=sum(rule["counts"].values()))

    def claim(self, offence: OffenceData) -> str:
        """Which claim, and which line of it."""
        if offence["claim_id"] is None:
            return self._voice.say(own.NO_CLAIM)
        if offence["line_number"] is None:
            return self._voice.say(own.CLAIM, claim=offence["claim_id"])
        return self._voice.say(own.LINE, claim=offence["claim_id"], line=offence["line_number"])

    def said(self, rule: BilledRuleData, offence: OffenceData) -> str:
        """The text for the institution; where there is none, the evidence."""
        return self._voice.say(offence["alert"]) if offence["alert"] else self.evidence(rule, offence)

    def evidence(self, rule: BilledRuleData, offence: OffenceData) -> str:
        """``单价 131 元、限价 100 元``"""
        return self._voice.join(
            self._column(rule, name, value) for name, value in offence["evidence"].items() if name in rule["columns"]
        )

    def _column(self, rule: BilledRuleData, name: str, value: str) -> str:
        column = rule["columns"][name]
        unit = f" {self._voice.say(column['unit'])}" if "unit" in column else ""
        title = self._voice.say({"zh": column["zh"], "en": column["en"]})
        return self._voice.say(own.COLUMN, title=title, value=self._voice.say(meant(column, value)), unit=unit)

    def titled(self, rule: BilledRuleData, offence: OffenceData) -> str:
        """What the rule demands, and whether the offence is new since an earlier report."""
        title = self._voice.say(rule["title"])
        if offence.get("change") == "new":
            return self._voice.say(words.WITH_HINT, text=title, hint=baseline_words.SINCE["new"])
        return title

    def place(self, location: LocationData) -> str:
        if "row" in location and "sheet" not in location:
            return self._voice.say(own.ROW, file=location["file"], row=f"{location['row']}")
        return show_location(location)

    def offence(self, rule: BilledRuleData, offence: OffenceData) -> str:
        """All of it in a line, its place apart; where no money hangs on it none is named."""
        phrase = own.OFFENCE_WITHOUT_MONEY if offence["amount"] == 0 else own.OFFENCE
        said = {"claim": self.claim(offence), "text": self.said(rule, offence)}
        return self._voice.say(phrase, amount=self.yuan(offence["amount"]), **said)


def _nothing_found(batch: BatchData) -> Text:
    """Rows that no rule could judge are not no rows."""
    if any(rule["judged"] for rule in batch["rules"]):
        return own.CLEAN
    return own.NOT_DECIDABLE if any(each["rows"] for each in batch["tables"]) else own.NOTHING


def found_something(batch: BatchData) -> list[BilledRuleData]:
    """The rules that some row offends against or leaves open, those with certain offences and most money first."""
    return sorted((rule for rule in batch["rules"] if rule["counts"]), key=_weight)


def certain(rules: Sequence[BilledRuleData]) -> list[BilledRuleData]:
    """Those of ``rules`` with certain offences."""
    return [rule for rule in rules if rule["counts"].get(Verdict.FAIL)]


def _weight(rule: BilledRuleData) -> tuple[int, Decimal, int]:
    counts = rule["counts"]
    gravest = next(rank for rank, verdict in enumerate(_GRAVEST_FIRST) if counts.get(verdict))
    return gravest, -exact(rule["amount"]), -sum(counts.values())


def most(batch: BatchData) -> list[Row]:
    """Certain offences of all rules, those with most money first; of equal ones in the order of the rules."""
    found = ((rule, each) for rule in found_something(batch) for each in rule["offences"])
    failing = [(rule, each) for rule, each in found if each["verdict"] == Verdict.FAIL]
    return sorted(failing, key=lambda pair: -exact(pair[1]["amount"] or 0))


def certain_count(batch: BatchData) -> int:
    """How many certain offences there are, those not held by the report among them."""
    return sum(rule["counts"].get(Verdict.FAIL, 0) for rule in batch["rules"])
