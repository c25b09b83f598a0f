"""How many findings of what verdict, by everything one may ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wicheck.model import Disposition, Finding, Rule, Verdict

if TYPE_CHECKING:
    from wicheck.reports.data import Counts, TotalsData

EVERY_KIND = "any"
"""Where rules that are for every service kind are counted."""


def counts(findings: Iterable[Finding]) -> Counts:
    """Findings by verdict."""
    return {verdict.value: count for verdict, count in Counter([each.verdict for each in findings]).items()}


def totals(findings: Iterable[Finding]) -> TotalsData:
    """A rule for two service kinds is counted under both of them."""
    rules: dict[tuple[str, str], Rule] = {}
    seen: Counter[tuple[str, str, Verdict]] = Counter()
    said: Counter[Disposition] = Counter()
    for finding in findings:
        rule = finding.rule
        rules[finding.pack, rule.id] = rule
        seen[finding.pack, rule.id, finding.verdict] += 1
        said[finding.disposition] += 1
    made: TotalsData = {
        "findings": sum(seen.values()),
        "waived": said[Disposition.WAIVED],
        "attested": said[Disposition.ATTESTED],
        "verdict": {},
        "pack": {},
        "clause": {},
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
        made["stage"].setdefault(rule.stage.value, {}),
        *(made["service_kind"].setdefault(kind, {}) for kind in rule.service_kinds or (EVERY_KIND,)),
    ]
    for table in tables:
        table[verdict] = table.get(verdict, 0) + number
