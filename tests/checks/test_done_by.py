"""done_by: the day set is in time; what was not done is late only once that day is past."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.done_by import KIND
from wicheck.model import DocumentKind, Outcome, Verdict


def decided(on: date = date(2026, 3, 10), **agreement: Any) -> Outcome:
    made = record(DocumentKind.AGREEMENT, on, agreement=agreement)
    return deciding(KIND, value="agreement.cured_on", by="agreement.cure_due_on")(made)


@pytest.mark.parametrize(
    ("cured", "verdict", "late"),
    [
        ("2026-03-01", Verdict.PASS, None),
        ("2026-03-07", Verdict.PASS, None),
        ("2026-03-08", Verdict.FAIL, 1),
        ("2026-03-17", Verdict.FAIL, 10),
    ],
)
def test_the_day_set_is_in_time_though_a_saturday(cured: str, verdict: Verdict, late: int | None) -> None:
    outcome = decided(cured_on=cured, cure_due_on="2026-03-07")
    assert (outcome.verdict, outcome.shortfall) == (verdict, late)


@pytest.mark.parametrize("nothing", [{}, {"cured_on": False}])
def test_until_the_day_is_past_it_is_only_watched(nothing: dict[str, Any]) -> None:
    outcome = decided(date(2026, 3, 7), cure_due_on="2026-03-07", **nothing)
    assert (outcome.verdict, outcome.due_on) == (Verdict.NOT_APPLICABLE, date(2026, 3, 7))


def test_after_it_no_date_is_unknown_and_none_is_late() -> None:
    unwritten = decided(date(2026, 3, 8), cure_due_on="2026-03-07")
    assert (unwritten.verdict, unwritten.missing) == (Verdict.UNKNOWN, (("agreement", "cured_on"),))
    never = decided(date(2026, 3, 8), cure_due_on="2026-03-07", cured_on=False)
    assert (never.verdict, never.shortfall) == (Verdict.FAIL, 1)


@pytest.mark.parametrize("cured", [{}, {"cured_on": "2026-03-01"}])
def test_whether_a_day_was_set_must_be_written(cured: dict[str, Any]) -> None:
    assert decided(**cured).missing == (("agreement", "cure_due_on"),)
    assert decided(cure_due_on=False, **cured).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("on", "verdict"), [(date(2026, 3, 4), Verdict.NOT_APPLICABLE), (date(2026, 3, 5), Verdict.PASS)]
)
def test_what_is_planned_is_not_done(on: date, verdict: Verdict) -> None:
    assert decided(on, cured_on="2026-03-05", cure_due_on="2026-03-07").verdict is verdict


def test_what_is_planned_too_late_is_late() -> None:
    assert decided(date(2026, 3, 4), cured_on="2026-03-08", cure_due_on="2026-03-07").verdict is Verdict.FAIL
