"""yearly: as many years have a record as have run in full."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.yearly import KIND
from wicheck.model import Outcome, Verdict


@pytest.mark.parametrize(
    ("on", "years", "verdict"),
    [
        (date(2025, 12, 31), [], Verdict.NOT_APPLICABLE),
        (date(2026, 1, 1), [], Verdict.FAIL),
        (date(2026, 1, 1), [2025], Verdict.PASS),
        (date(2026, 12, 31), [2025, 2025], Verdict.PASS),
        (date(2027, 1, 1), [2025, 2025], Verdict.FAIL),
        (date(2027, 1, 1), [2025, 2026], Verdict.PASS),
        (date(2026, 1, 1), [None], Verdict.UNKNOWN),
    ],
)
def test_one_record_for_each_full_year(on: date, years: list[int | None], verdict: Verdict) -> None:
    entries = [{"kind": "yearly", "year": year} if year else {"kind": "yearly"} for year in years]
    data = {"starts_on": "2025-01-01", "ends_on": False, "assessments": [{"kind": "daily", "year": 2025}, *entries]}
    assert of_years(data, on).verdict is verdict


def test_an_agreement_of_one_calendar_year_is_a_full_year() -> None:
    data = {"starts_on": "2025-01-01", "ends_on": "2025-12-31", "assessments": []}
    assert of_years(data, date(2028, 1, 1)).shortfall == 1


@pytest.mark.parametrize("years", [[1999, 2000], [2024, 2025], [2025, 2028]])
def test_years_outside_the_time_do_not_count(years: list[int]) -> None:
    assessments = [{"kind": "yearly", "year": year} for year in years]
    data = {"starts_on": "2025-01-01", "ends_on": "2026-12-31", "assessments": assessments}
    assert of_years(data, date(2028, 1, 1)).verdict is Verdict.FAIL


def test_the_year_in_which_the_last_term_ends_counts() -> None:
    assessments = [{"kind": "yearly", "year": year} for year in (2026, 2027)]
    data = {"starts_on": "2025-07-01", "ends_on": "2027-06-30", "assessments": assessments}
    assert of_years(data, date(2028, 1, 1)).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("assessed_on", "verdict"),
    [
        ("2025-01-01", Verdict.PASS),
        ("2026-03-10", Verdict.PASS),
        ("2026-03-11", Verdict.FAIL),
        ("2024-12-31", Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_what_is_to_come_undated_or_before_its_year_does_not_count(assessed_on: str | None, verdict: Verdict) -> None:
    assessment = {"kind": "yearly", "year": 2025, **({"assessed_on": assessed_on} if assessed_on else {})}
    data = {"starts_on": "2025-01-01", "ends_on": "2025-12-31", "assessments": [assessment]}
    outcome = of_years(data, date(2026, 3, 10), done="assessed_on")
    assert outcome.verdict is verdict
    if verdict is Verdict.UNKNOWN:
        assert outcome.missing == (("registry", "assessments", 0, "assessed_on"),)


def test_what_is_lacking_is_not_known_where_the_last_day_is_not_written() -> None:
    data = {"starts_on": "2024-01-01", "assessments": [{"kind": "yearly", "year": 2025}]}
    assert of_years(data, date(2026, 1, 1)).missing == (("registry", "ends_on"),)
    assert of_years(data, date(2025, 12, 31)).verdict is Verdict.UNKNOWN
    first = {"starts_on": "2024-01-01", "assessments": [{"kind": "yearly", "year": 2024}]}
    assert of_years(first, date(2025, 12, 31)).verdict is Verdict.PASS


def test_years_without_a_beginning_or_a_list_are_unknown() -> None:
    assert of_years({"assessments": []}, date(2026, 1, 1)).verdict is Verdict.UNKNOWN
    assert of_years({"starts_on": "2020-01-01"}, date(2026, 1, 1)).verdict is Verdict.UNKNOWN


def of_years(data: dict[str, Any], on: date, **more: str) -> Outcome:
    arguments: dict[str, Any] = {
        "entries": "registry.assessments",
        "year": "year",
        "where": {"kind": "yearly"},
        "from": "registry.starts_on",
        "until": "registry.ends_on",
        **more,
    }
    return judged(KIND, data, on, **arguments)


@pytest.mark.parametrize(
    ("starts_on", "years", "verdict"),
    [
        ("2023-06-01", [2023, 2026], Verdict.REVIEW),
        ("2024-01-05", [2024, 2026], Verdict.REVIEW),
        ("2023-06-01", [2024, 2025], Verdict.PASS),
        ("2024-01-01", [2025, 2026], Verdict.REVIEW),
        ("2024-01-05", [2025, 2026], Verdict.PASS),
    ],
)
def test_a_whole_year_passed_over_is_for_a_human(starts_on: str, years: list[int], verdict: Verdict) -> None:
    assessments = [{"kind": "yearly", "year": year} for year in years]
    data = {"starts_on": starts_on, "ends_on": "2026-12-31", "assessments": assessments}
    assert of_years(data, date(2026, 3, 10)).verdict is verdict
