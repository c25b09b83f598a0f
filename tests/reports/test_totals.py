"""Totals agree with the findings, however they are cut."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from tests.reports.factory import finding
from tests.reports.strategies import any_findings
from wicheck.model import Finding, ServiceKind, Verdict
from wicheck.reports.totals import EVERY_KIND, totals


@given(any_findings)
def test_every_finding_is_counted_once_in_every_cut(findings: list[Finding]) -> None:
    made = totals(findings)
    expected = Counter(finding.verdict.value for finding in findings)
    assert made["findings"] == len(findings)
    assert made["verdict"] == expected
    for table in (made["pack"], made["clause"], made["stage"]):
        assert sum((Counter(counts) for counts in table.values()), Counter()) == expected


@given(any_findings)
def test_waived_failures_are_among_the_failures(findings: list[Finding]) -> None:
    made = totals(findings)
    assert made["waived"] <= made["verdict"].get(Verdict.FAIL, 0)


def test_a_rule_for_two_kinds_counts_under_both_and_one_for_all_apart() -> None:
    two = finding(rule_={"service_kinds": (ServiceKind.MEDICAL, ServiceKind.REHABILITATION)})
    made = totals([two, finding(Verdict.FAIL, "jinhua-3/for_all")])
    assert made["service_kind"] == {"medical": {"pass": 1}, "rehabilitation": {"pass": 1}, EVERY_KIND: {"fail": 1}}
