"""Exit codes: 0 nothing to object, 1 failed, 2 broken, 3 input, 4 nothing assessed, 5 open ends.

Where several hold: 2, 3, 4, 1, 5 in that order.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.factory import BASE, LAW, dossier, finding, input_error, record, report, waiver
from tests.reports.strategies import any_finding, any_findings
from wicheck.model import Disposition, Finding, ServiceKind, Verdict
from wicheck.reports import exit_code

WAIVED = finding(Verdict.FAIL, disposition=Disposition.WAIVED, waiver=waiver())


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ([Verdict.PASS], 0),
        ([Verdict.PASS, Verdict.NOT_APPLICABLE], 0),
        ([Verdict.PASS, Verdict.SUSPECT], 0),
        ([Verdict.PASS, Verdict.REVIEW], 5),
        ([Verdict.PASS, Verdict.UNKNOWN], 5),
        ([Verdict.UNKNOWN, Verdict.FAIL], 1),
        ([Verdict.FAIL, Verdict.ERROR], 2),
        ([Verdict.NOT_APPLICABLE], 4),
        ([], 4),
    ],
)
def test_verdicts_decide(verdicts: list[Verdict], code: int) -> None:
    assert exit_code(report([finding(verdict) for verdict in verdicts])) == code


def test_an_input_error_outweighs_all_but_a_broken_rule() -> None:
    assert exit_code(report([finding(Verdict.FAIL)], errors=[input_error()])) == 3
    assert exit_code(report([], errors=[input_error()])) == 3
    assert exit_code(report([finding(Verdict.ERROR)], errors=[input_error()])) == 2


def test_a_waived_failure_does_not_by_itself_fail_the_run() -> None:
    assert exit_code(report([WAIVED])) == 0
    assert exit_code(report([WAIVED, finding(Verdict.FAIL)])) == 1


def test_further_verdicts_fail_the_run_only_when_named() -> None:
    suspicious = report([finding(Verdict.PASS), finding(Verdict.SUSPECT)])
    assert exit_code(suspicious, [Verdict.UNKNOWN]) == 0
    assert exit_code(suspicious, [Verdict.SUSPECT]) == 1


def test_naming_fail_does_not_undo_a_waiver() -> None:
    assert exit_code(report([WAIVED]), [Verdict.FAIL]) == 0


def test_packs_outside_the_law_assess_nothing_unless_they_alone_were_named() -> None:
    checked = [finding(Verdict.PASS, "base-1/roster", "base")]
    assert exit_code(report(checked)) == 4
    assert exit_code(report(checked, packs=[BASE], chosen=["base"])) == 0
    assert exit_code(report(checked, packs=[BASE, LAW], chosen=["jinhua", "base"])) == 4


def test_an_institution_that_no_law_judged_is_an_open_end_beside_others() -> None:
    assert exit_code(report([finding()], [dossier("h1"), dossier("h2")])) == 5


def test_naming_a_law_does_not_ask_for_an_institution_to_be_left_unjudged() -> None:
    judged = finding()
    assert exit_code(report([judged], [dossier("h1"), dossier("h2")], packs=[LAW, BASE], chosen=["jinhua"])) == 5
    checked = finding(Verdict.PASS, "base-1/roster", "base")
    assert exit_code(report([checked], [dossier("h1"), dossier("h2")], packs=[BASE], chosen=["base"])) == 0


def test_a_service_kind_that_no_rule_judged_is_an_open_end() -> None:
    both = record(dossier(), (ServiceKind.MEDICAL, ServiceKind.ASSISTIVE_DEVICE))
    assert exit_code(report([finding(on=both, rule_={"service_kinds": (ServiceKind.MEDICAL,)})])) == 5


@given(any_findings, any_finding((Verdict.FAIL,)))
def test_a_failure_more_never_ends_in_success(findings: list[Finding], failure: Finding) -> None:
    code = exit_code(report([*findings, failure]))
    assert code != 0 or failure.disposition is Disposition.WAIVED


@given(any_findings, any_finding((Verdict.UNKNOWN, Verdict.REVIEW)))
def test_an_open_end_never_ends_in_success(findings: list[Finding], more: Finding) -> None:
    assert exit_code(report([*findings, more])) != 0


@given(any_findings, st.sets(st.sampled_from(list(Verdict))))
def test_naming_more_verdicts_never_makes_a_run_succeed(findings: list[Finding], named: set[Verdict]) -> None:
    made = report(findings)
    assert (exit_code(made, named) == 0) <= (exit_code(made) == 0)
