"""Kinds that say when others apply: claimed, none_of, only_where."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import at_least, attested, claimed, is_true, none_of, only_where
from wicheck.model import DocumentKind, Outcome, Verdict

PASS, FAIL, UNKNOWN, REVIEW = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW
NOT_APPLICABLE = Verdict.NOT_APPLICABLE

KINDS = (at_least.KIND, attested.KIND, claimed.KIND, is_true.KIND, only_where.KIND)
BINDER = BenchBinder(kinds={kind.name: kind for kind in KINDS})

BRANCH = {"check": "is_true", "value": "application.branch"}
BEDS = {"check": "at_least", "value": "application.beds", "minimum": 50}
ASKED = {"check": "attested", "question": {"zh": "是否", "en": "whether"}}


def judged(kind: Any, arguments: dict[str, Any], **application: Any) -> Outcome:
    return deciding(kind, BINDER, **arguments)(record(DocumentKind.APPLICATION, application=application))


@pytest.mark.parametrize(("answer", "verdict"), [(True, PASS), (False, FAIL), (None, FAIL)])
def test_only_a_yes_claims(answer: bool | None, verdict: Verdict) -> None:
    given = {} if answer is None else {"exempt": answer}
    assert judged(claimed.KIND, {"value": "application.exempt"}, **given).verdict is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"branch": True, "beds": 50}, FAIL),
        ({"branch": True, "beds": 49}, FAIL),
        ({"branch": False, "beds": 49}, PASS),
        ({"branch": True}, FAIL),
        ({"branch": False}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_none_of_holds_where_each_certainly_fails(given: dict[str, Any], verdict: Verdict) -> None:
    assert judged(none_of.KIND, {"checks": [BRANCH, BEDS]}, **given).verdict is verdict


def test_none_of_names_what_it_waits_for() -> None:
    outcome = judged(none_of.KIND, {"checks": [BRANCH, BEDS]}, branch=False)
    assert outcome.missing == (("application", "beds"),)
    assert judged(none_of.KIND, {"checks": [ASKED]}).verdict is REVIEW


def test_none_of_does_not_pass_on_how_much_its_members_lack() -> None:
    outcome = judged(none_of.KIND, {"checks": [BEDS]}, beds=10)
    assert (outcome.verdict, outcome.shortfall, outcome.remedy) == (PASS, None, None)


def test_none_of_members_that_do_not_apply_are_neutral() -> None:
    idle = {"check": "only_where", "when": [BRANCH], "checks": [BEDS]}
    assert judged(none_of.KIND, {"checks": [idle]}, branch=False, beds=60).verdict is NOT_APPLICABLE
    assert judged(none_of.KIND, {"checks": [idle, BEDS]}, branch=False, beds=60).verdict is FAIL


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"branch": True, "beds": 50}, PASS),
        ({"branch": True, "beds": 49}, FAIL),
        ({"branch": True}, UNKNOWN),
        ({"branch": False, "beds": 49}, NOT_APPLICABLE),
        ({"branch": False}, NOT_APPLICABLE),
        ({"beds": 49}, UNKNOWN),
        ({"beds": 50}, UNKNOWN),
    ],
)
def test_checks_hold_only_where_the_guard_does(given: dict[str, Any], verdict: Verdict) -> None:
    assert judged(only_where.KIND, {"when": [BRANCH], "checks": [BEDS]}, **given).verdict is verdict


def test_every_guard_must_hold_and_every_check() -> None:
    both = {"when": [BRANCH, BEDS], "checks": [ASKED]}
    assert judged(only_where.KIND, both, branch=True, beds=49).verdict is NOT_APPLICABLE
    assert judged(only_where.KIND, both, branch=True, beds=50).verdict is REVIEW
    assert judged(only_where.KIND, {"when": [BRANCH], "checks": [BRANCH, BEDS]}, branch=True, beds=1).verdict is FAIL


def test_a_guard_that_cannot_tell_says_what_it_lacks() -> None:
    outcome = judged(only_where.KIND, {"when": [BRANCH], "checks": [BEDS]}, beds=50)
    assert outcome.missing == (("application", "branch"),)
