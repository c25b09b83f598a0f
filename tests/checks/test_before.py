"""before: the day before is before, the day itself is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.before import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

DESIGNATED = "application.designated_on"


def decided(**application: Any) -> Outcome:
    made = record(DocumentKind.APPLICATION, application=application)
    return deciding(KIND, value=DESIGNATED, day="2021-01-01")(made)


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2020-12-31", Verdict.PASS), ("2021-01-01", Verdict.FAIL), ("2021-01-02", Verdict.FAIL), (False, Verdict.FAIL)],
)
def test_the_day_itself_is_not_before(day: Any, verdict: Verdict) -> None:
    assert decided(designated_on=day).verdict is verdict


def test_no_date_is_unknown_and_named() -> None:
    outcome = decided()
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("application", "designated_on"),))


def test_what_a_clerk_reads() -> None:
    outcome = decided(designated_on="2021-01-01")
    told = outcome.message.text.filled(outcome.values)
    assert told.zh == "application.designated_on为 2021-01-01，不在 2021-01-01 之前"
