"""Offences of claims held against those of an earlier report, one by one: new, still there, gone, or not to be told.

Only certain offences are told of. A report lists those with most money and knows some more by their fingerprints;
beyond these nobody can tell which are new, and that is said rather than guessed. An offence that is let stand by a
waiver in one batch and stands in another without any is new there: nobody lets it stand any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from wicheck.model import Verdict
from wicheck.model.tuples import NamedTuple
from wicheck.reports.batches import exact
from wicheck.reports.plain import number
from wicheck.reports.report import Report

if TYPE_CHECKING:
    from wicheck.reports.baseline_data import BilledChangeData, GoneData
    from wicheck.reports.billing_data import BatchData, BilledRuleData, Money
    from wicheck.reports.data import TextData

_MOST_GONE = 100
Key = tuple[str, str, str]
"""Institution, pack and rule: batches may be cut anew from one run to the next."""
Judged = tuple[str, str, str, str]
"""Institution, pack, rule and batch."""


class Known(NamedTuple):
    """A certain offence. ``batch`` is where it stood, ``waived`` whether that was waived."""

    batch: str
    waived: bool
    claim: str | None
    line: str | None
    amount: Money | None


class Side:
    """What one report knows of the offences against one rule by one institution.

    ``left_out`` counts those that are not certain and not listed: what failed once may be among them.
    """

    def __init__(self) -> None:
        self.title: TextData = {"zh": "", "en": ""}
        self.certain: dict[str, Known] = {}
        self.open: set[str] = set()
        self.judged: set[str] = set()
        self.count = self.left_out = 0

    def take(self, batch: BatchData, rule: BilledRuleData, waived: bool) -> None:
        name = batch["record"]["id"]
        self.title = rule["title"]
        self.count += rule["counts"].get(Verdict.FAIL, 0)
        listed = sum(each["verdict"] != Verdict.FAIL for each in rule["offences"])
        self.left_out += sum(rule["counts"].values()) - rule["counts"].get(Verdict.FAIL, 0) - listed
        if rule["judged"] is not None:
            self.judged.add(name)
        for each in rule["offences"]:
            if each["verdict"] == Verdict.FAIL:
                known = Known(name, waived, each["claim_id"], each["line_number"], each["amount"])
                self._add(each["fingerprint"], known)
            else:
                self.open.add(each["fingerprint"])
        for fingerprint, amount in rule.get("others", {}).items():
            self._add(fingerprint, Known(name, waived, None, None, amount))

    def _add(self, fingerprint: str, known: Known) -> None:
        """Of an offence that stands in two batches the one that nobody waived counts."""
        there = self.certain.get(fingerprint)
        if there is None or there.waived:
            self.certain[fingerprint] = known

    @property
    def complete(self) -> bool:
        return len(self.certain) >= self.count


class BilledChanges(NamedTuple):
    """``marks`` say by fingerprint what became of the offences of this run; ``arisen`` and ``untold`` count those of
    rules that are not waived."""

    rules: list[BilledChangeData]
    marks: Mapping[Key, Mapping[str, str]]
    arisen: int
    untold: int

    def grown(self) -> dict[Key, str]:
        """The rules that have offences which are new, or of which nobody can tell."""
        named = (((each["dossier"], each["pack"], each["rule"]), each["counts"]) for each in self.rules)
        return {
            key: "new" if "new" in counts else "untold" for key, counts in named if counts.keys() & {"new", "untold"}
        }


def billed_changes(
    now: Report, then: Report, waived: Collection[Judged], was_waived: Collection[Judged]
) -> BilledChanges:
    """``waived`` failures let nothing fail; ``was_waived`` are those of then."""
    nows, thens = _sides(now, waived), _sides(then, was_waived)
    rules: list[BilledChangeData] = []
    marks: dict[Key, Mapping[str, str]] = {}
    arisen = untold = 0
    for key in dict.fromkeys((*nows, *thens)):
        change = _Change(nows[key], thens[key])
        if not change.counts.total():
            continue
        marks[key] = change.marks
        rules.append(change.data(key))
        if not {(*key, batch) for batch in nows[key].judged} <= set(waived):
            arisen += change.counts["new"] - change.let_stand
            untold += change.counts["untold"]
    return BilledChanges(rules, marks, arisen, untold)


def marked(batches: Collection[BatchData], marks: Mapping[Key, Mapping[str, str]]) -> list[BatchData]:
    """The batches with what became of each certain offence."""
    return [{**batch, "rules": [_marked(batch, rule, marks) for rule in batch["rules"]]} for batch in batches]


def _marked(batch: BatchData, rule: BilledRuleData, marks: Mapping[Key, Mapping[str, str]]) -> BilledRuleData:
    states = marks.get((batch["dossier"], batch["pack"], rule["rule"]), {})
    offences = [
        {**each, "change": states[each["fingerprint"]]}
        if each["verdict"] == Verdict.FAIL and each["fingerprint"] in states
        else each
        for each in rule["offences"]
    ]
    return {**rule, "offences": offences}  # type: ignore[typeddict-item]


def _sides(report: Report, waived: Collection[Judged]) -> defaultdict[Key, Side]:
    sides: defaultdict[Key, Side] = defaultdict(Side)
    for batch in report.billing:
        for rule in batch["rules"]:
            key = batch["dossier"], batch["pack"], rule["rule"]
            sides[key].take(batch, rule, (*key, batch["record"]["id"]) in waived)
    return sides


class _Change:
    """One rule's offences now against those then. ``let_stand`` counts the new ones in batches that are waived."""

    def __init__(self, now: Side, then: Side) -> None:
        self._now, self._then = now, then
        self.marks = {fingerprint: self._state(fingerprint) for fingerprint in now.certain}
        self.counts = Counter(self.marks.values())
        self.let_stand = sum(now.certain[each].waived for each, state in self.marks.items() if state == "new")
        self._fixed: dict[str, Known] = {}
        for fingerprint, known in then.certain.items():
            if fingerprint not in now.certain:
                self._gone(fingerprint, known)
        self._count_the_rest()

    def data(self, key: Key) -> BilledChangeData:
        dossier, pack, rule = key
        largest = sorted(self._fixed.items(), key=lambda pair: -exact(pair[1].amount or 0))[:_MOST_GONE]
        return {
            "dossier": dossier,
            "pack": pack,
            "rule": rule,
            "title": self._now.title if self._now.count else self._then.title,
            "counts": {state: count for state, count in self.counts.items() if count},
            "amounts": {state: number(amount) for state, amount in self._amounts()},
            "gone": [_gone(fingerprint, known) for fingerprint, known in largest],
        }

    def _state(self, fingerprint: str) -> str:
        if was := self._then.certain.get(fingerprint):
            return "new" if was.waived and not self._now.certain[fingerprint].waived else "unchanged"
        return "new" if self._then.complete or fingerprint in self._then.open else "untold"

    def _gone(self, fingerprint: str, known: Known) -> None:
        """Mended only where the batch was judged again, and all that it found is known."""
        if fingerprint in self._now.open:
            self.counts["undecided"] += 1
        elif known.batch not in self._now.judged:
            self.counts["not_judged"] += 1
        elif self._now.complete and self._now.left_out > 0:
            self.counts["undecided"] += 1
        elif self._now.complete:
            self.counts["fixed"] += 1
            self._fixed[fingerprint] = known

    def _count_the_rest(self) -> None:
        """Those beyond what this report knows. Where there are more than then, so many at least are new."""
        rest = max(self._now.count - len(self.marks), 0)
        certainly = max(self._now.count - self._then.count - self.counts["new"], 0)
        untold = self.counts["untold"] + rest
        self.counts["new"] += min(certainly, untold)
        self.counts["untold"] = untold - min(certainly, untold)

    def _amounts(self) -> Iterator[tuple[str, Decimal]]:
        sums: defaultdict[str, Decimal] = defaultdict(Decimal)
        for fingerprint, known in self._now.certain.items():
            sums[self.marks[fingerprint]] += exact(known.amount or 0)
        for known in self._fixed.values():
            sums["fixed"] += exact(known.amount or 0)
        return ((state, sums[state]) for state in ("new", "unchanged", "fixed") if state in sums)


def _gone(fingerprint: str, known: Known) -> GoneData:
    return {
        "fingerprint": fingerprint,
        "claim_id": known.claim,
        "line_number": known.line,
        "amount": known.amount,
    }
