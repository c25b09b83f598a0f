"""in_months: every day of the month and no other; outside of it the next window is named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.in_months import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

FILED = "application.filed_on"


def decide(filed: str, judged_on: date = date(2026, 3, 10), months: tuple[int, ...] = (3,)) -> Outcome:
    made = record(DocumentKind.APPLICATION, judged_on, application={"filed_on": filed})
    return deciding(KIND, value=FILED, months=list(months))(made)


@pytest.mark.parametrize(
    ("filed", "verdict"),
    [
        ("2026-02-28", Verdict.FAIL),
        ("2026-03-01", Verdict.PASS),
        ("2026-03-31", Verdict.PASS),
        ("2026-04-01", Verdict.FAIL),
        ("2025-03-15", Verdict.PASS),
    ],
)
def test_both_ends_of_the_month_count(filed: str, verdict: Verdict) -> None:
    assert decide(filed).verdict is verdict


@pytest.mark.parametrize(
    ("filed", "judged_on", "opens"),
    [
        ("2026-02-28", date(2026, 2, 28), date(2026, 3, 1)),
        ("2026-04-01", date(2026, 4, 1), date(2027, 3, 1)),
        ("2026-12-31", date(2026, 12, 31), date(2027, 3, 1)),
        # Judged long after it was filed: a window that has passed meanwhile is of no use.
        ("2024-04-01", date(2026, 5, 1), date(2027, 3, 1)),
        # Judged while a window is open: file today.
        ("2024-04-01", date(2026, 3, 10), date(2026, 3, 10)),
    ],
)
def test_a_failure_names_the_next_window(filed: str, judged_on: date, opens: date) -> None:
    assert decide(filed, judged_on).due_on == opens


def test_december_and_january_are_neighbours() -> None:
    assert decide("2026-11-30", months=(1, 12)).due_on == date(2026, 12, 1)
    assert decide("2026-02-01", judged_on=date(2026, 2, 1), months=(1, 12)).due_on == date(2026, 12, 1)


def test_no_date_is_unknown_and_named() -> None:
    outcome = deciding(KIND, value=FILED, months=[3])(record(DocumentKind.APPLICATION, application={}))
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == (("application", "filed_on"),)


def test_what_a_clerk_reads() -> None:
    outcome = decide("2026-04-01", judged_on=date(2026, 4, 1), months=(9, 3))
    told = outcome.message.text.filled(outcome.values)
    assert (
        told.zh == "application.filed_on为 2026-04-01，不在办理月份（3 月、9 月）之内；下一次自 2026-09-01 起可以办理"
    )
    assert told.en == (
        "application.filed_on is 2026-04-01, outside the window (March or September); the next one opens on 2026-09-01"
    )
