"""happened: what is planned is not done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.happened import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

PLAN = ("registry", "plan", "prepared_on")


def asking(data: dict[str, Any]) -> Outcome:
    return deciding(KIND, value="registry.plan.prepared_on")(
        record(DocumentKind.REGISTRY, date(2026, 3, 10), registry=data)
    )


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2026-03-09", Verdict.PASS), ("2026-03-10", Verdict.PASS), ("2026-03-11", Verdict.FAIL), (False, Verdict.FAIL)],
)
def test_a_day_up_to_the_day_judged(day: Any, verdict: Verdict) -> None:
    assert asking({"plan": {"prepared_on": day}}).verdict is verdict


def test_below_something_declared_as_none_nothing_has_happened() -> None:
    assert asking({"plan": False}).verdict is Verdict.FAIL


def test_a_date_that_is_not_written_is_missing() -> None:
    assert asking({}).missing == (PLAN,)


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["2026-03-11"], Verdict.FAIL),
        (["2026-03-11", "2025-03-10"], Verdict.PASS),
        ([], Verdict.FAIL),
    ],
)
def test_of_several_days_one_has_come(days: list[str], verdict: Verdict) -> None:
    assert asking({"plan": {"prepared_on": days}}).verdict is verdict


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["2026-03-11"], Verdict.FAIL),
        (["2026-03-11", "2026-03-10"], Verdict.PASS),
        (["2026-03-11", None], Verdict.UNKNOWN),
        (["2026-03-10", None], Verdict.PASS),
        ([None], Verdict.UNKNOWN),
        ([], Verdict.FAIL),
    ],
)
def test_of_entries_with_a_date_one_has_come(days: list[str | None], verdict: Verdict) -> None:
    trainings = [{"held_on": day} if day else {"topic": "政策"} for day in days]
    decide = deciding(KIND, value="registry.trainings", key="held_on")
    outcome = decide(record(DocumentKind.REGISTRY, date(2026, 3, 10), registry={"trainings": trainings}))
    assert outcome.verdict is verdict
    if verdict is Verdict.UNKNOWN:
        assert outcome.missing == (("registry", "trainings", len(days) - 1, "held_on"),)
