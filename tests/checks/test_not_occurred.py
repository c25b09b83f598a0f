"""not_occurred: a ground that is denied and yet confirmed on a day is not known."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import is_false, not_occurred
from wicheck.model import DocumentKind, Outcome, Verdict

BINDER = BenchBinder(kinds={is_false.KIND.name: is_false.KIND})
FRAUD = ("agreement", "grounds", "fraud")


def judged(**fraud: Any) -> Outcome:
    decide = deciding(not_occurred.KIND, BINDER, value="agreement.grounds.fraud")
    return decide(record(DocumentKind.AGREEMENT, agreement={"grounds": {"fraud": fraud}}))


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"occurred": False}, Verdict.PASS),
        ({"occurred": False, "confirmed_on": False}, Verdict.PASS),
        ({"occurred": False, "confirmed_on": "2026-03-01"}, Verdict.UNKNOWN),
        ({"occurred": True}, Verdict.FAIL),
        ({"occurred": True, "confirmed_on": "2026-03-01"}, Verdict.FAIL),
        ({"confirmed_on": "2026-03-01"}, Verdict.UNKNOWN),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_only_a_denial_without_a_day_passes(given: dict[str, Any], verdict: Verdict) -> None:
    assert judged(**given).verdict is verdict


def test_silence_names_what_is_missing_and_a_contradiction_both_places() -> None:
    assert judged().missing == ((*FRAUD, "occurred"),)
    assert judged(occurred=False, confirmed_on="2026-03-01").evidence == (
        (*FRAUD, "occurred"),
        (*FRAUD, "confirmed_on"),
    )


def test_no_grounds_at_all_pass() -> None:
    decide = deciding(not_occurred.KIND, BINDER, value="agreement.grounds.fraud")
    assert decide(record(DocumentKind.AGREEMENT, agreement={"grounds": False})).verdict is Verdict.PASS
