"""Kinds for what is claimed year by year: by_month_end and in_year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks import by_month_end, in_year
from wicheck.dates import WorkingDayCalendar
from wicheck.model import DocumentKind, Outcome, Verdict

PASS, FAIL, UNKNOWN = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN
NOT_APPLICABLE = Verdict.NOT_APPLICABLE
CLAIMED, SETTLED = "agreement.claimed_on", "agreement.settled_year"
JANUARY: dict[str, Any] = {"to": CLAIMED, "year": SETTLED, "years_after": 1, "month": 1}


def claim(on: date = date(2026, 3, 10), **agreement: Any) -> Outcome:
    made = record(DocumentKind.AGREEMENT, on, WorkingDayCalendar(), agreement=agreement)
    return deciding(by_month_end.KIND, **JANUARY)(made)


@pytest.mark.parametrize(
    ("year", "claimed", "verdict", "late"),
    [
        (2023, "2024-01-30", PASS, None),
        (2023, "2024-01-31", PASS, None),
        (2023, "2024-02-01", FAIL, 1),
        (2023, "2023-02-01", PASS, None),
        # 31 January 2026 is a Saturday, so that Monday 2 February is the last day.
        (2025, "2026-02-02", PASS, None),
        (2025, "2026-02-03", FAIL, 1),
        # In 2025 the Spring Festival lasted until 4 February.
        (2024, "2025-02-05", PASS, None),
        (2024, "2025-02-06", FAIL, 1),
    ],
)
def test_the_last_day_is_in_time_and_rolls_on(year: int, claimed: str, verdict: Verdict, late: int | None) -> None:
    outcome = claim(settled_year=year, claimed_on=claimed)
    assert (outcome.verdict, outcome.shortfall) == (verdict, late)


def test_what_is_planned_is_not_done() -> None:
    planned = {"settled_year": 2023, "claimed_on": "2024-01-30"}
    assert claim(date(2024, 1, 29), **planned).verdict is NOT_APPLICABLE
    assert claim(date(2024, 1, 30), **planned).verdict is PASS


def test_february_is_as_long_as_it_is() -> None:
    arguments: dict[str, Any] = {"to": CLAIMED, "year": SETTLED, "month": 2}
    for day, verdict in (("2024-02-29", PASS), ("2024-03-01", FAIL)):
        made = record(
            DocumentKind.AGREEMENT,
            working_days=WorkingDayCalendar(),
            agreement={"settled_year": 2024, "claimed_on": day},
        )
        assert deciding(by_month_end.KIND, **arguments)(made).verdict is verdict


@pytest.mark.parametrize(
    ("claimed", "on", "verdict"),
    [
        (None, date(2024, 1, 31), NOT_APPLICABLE),
        (False, date(2024, 1, 31), NOT_APPLICABLE),
        (None, date(2024, 2, 1), UNKNOWN),
        (False, date(2024, 2, 1), FAIL),
    ],
)
def test_before_the_last_day_is_over_nothing_is_owed(claimed: Any, on: date, verdict: Verdict) -> None:
    given = {} if claimed is None else {"claimed_on": claimed}
    outcome = claim(on, settled_year=2023, **given)
    assert (outcome.verdict, outcome.due_on) == (verdict, date(2024, 1, 31))


def test_the_calendar_of_a_year_not_announced_is_asked_only_where_it_decides() -> None:
    assert claim(date(2050, 2, 1), settled_year=2049, claimed_on="2050-01-31").verdict is PASS
    assert claim(settled_year=2049).due_on == date(2050, 1, 31)
    assert claim(settled_year=2049, claimed_on="2050-02-01").verdict is UNKNOWN


@pytest.mark.parametrize("given", [{}, {"claimed_on": "2026-01-20"}, {"settled_year": False, "claimed_on": False}])
def test_without_the_year_nothing_is_known(given: dict[str, Any]) -> None:
    outcome = claim(**given)
    assert outcome.verdict is UNKNOWN
    assert ("agreement", "settled_year") in outcome.missing


def test_what_a_clerk_reads_of_a_late_claim() -> None:
    outcome = claim(settled_year=2023, claimed_on="2024-02-01")
    assert outcome.message.text.filled(outcome.values).zh == (
        "agreement.claimed_on为 2024-02-01，期限为 2024-01-31，迟了 1 天"
    )


def of_year(**agreement: Any) -> Outcome:
    made = record(DocumentKind.AGREEMENT, agreement=agreement)
    return deciding(in_year.KIND, value=SETTLED, date=CLAIMED, years_before=1)(made)


@pytest.mark.parametrize(
    ("year", "claimed", "verdict"),
    [
        (2025, "2026-01-01", PASS),
        (2025, "2026-12-31", PASS),
        (2025, "2025-12-31", FAIL),
        (2025, "2027-01-01", FAIL),
    ],
)
def test_the_year_before_is_the_calendar_year(year: int, claimed: str, verdict: Verdict) -> None:
    assert of_year(settled_year=year, claimed_on=claimed).verdict is verdict


def test_without_years_before_it_is_the_same_year() -> None:
    made = record(DocumentKind.AGREEMENT, agreement={"settled_year": 2026, "claimed_on": "2026-05-01"})
    assert deciding(in_year.KIND, value=SETTLED, date=CLAIMED)(made).verdict is PASS


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"settled_year": 2025}, (("agreement", "claimed_on"),)),
        ({"claimed_on": "2026-01-20"}, (("agreement", "settled_year"),)),
        ({"settled_year": False, "claimed_on": False}, (("agreement", "settled_year"), ("agreement", "claimed_on"))),
    ],
)
def test_what_is_not_written_is_named(given: dict[str, Any], missing: Any) -> None:
    outcome = of_year(**given)
    assert (outcome.verdict, outcome.missing) == (UNKNOWN, missing)
