"""How many findings of what verdict, by everything one may ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Disposition, Finding, Rule

if TYPE_CHECKING:
    from wicheck.reports.data import Counts, TotalsData

EVERY_KIND = "any"
"""Where rules that are for every service kind are counted."""


def counts(findings: Iterable[Finding]) -> Counts:
    """Findings by verdict."""
    return {verdict.value: count for verdict, count in Counter([each.verdict for each in findings]).items()}


def totals(findings: Sequence[Finding]) -> TotalsData:
    """A rule for two service kinds is counted under both of them."""
    rules = {(finding.pack, finding.rule.id): finding.rule for finding in findings}
    seen = Counter([(finding.pack, finding.rule.id, finding.verdict) for finding in findings])
    said = Counter([finding.disposition for finding in findings])
    made: TotalsData = {
        "findings": sum(seen.values()),
        "waived": said[Disposition.WAIVED],
        "attested": said[Disposition.ATTESTED],
        "verdict": {},
        "pack": {},
        "clause": {},
        "rule": {},
        "stage": {},
        "service_kind": {},
    }
    for (pack, rule_id, verdict), number in seen.items():
        _count(made, pack, rules[pack, rule_id], verdict.value, number)
    return made


def _count(made: TotalsData, pack: str, rule: Rule, verdict: str, number: int) -> None:
    tables = [
        made["verdict"],
        made["pack"].setdefault(pack, {}),
        made["clause"].setdefault(rule.clause, {}),
        made["rule"].setdefault(rule.id, {}),
        made["stage"].setdefault(rule.stage.value, {}),
        *(made["service_kind"].setdefault(kind, {}) for kind in rule.service_kinds or (EVERY_KIND,)),
    ]
    for table in tables:
        table[verdict] = table.get(verdict, 0) + number
