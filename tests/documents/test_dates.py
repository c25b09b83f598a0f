"""Dates as people write them."""

from __future__ import annotations

import pytest

from wicheck.documents.dates import ImpossibleDateError, NotADateError, iso_date, iso_date_time


@pytest.mark.parametrize(
    "text", ["2026-03-05", "2026-3-5", "2026/3/5", "2026/03/05", "2026.3.5", "2026年3月5日", "2026年03月05日"]
)
def test_year_month_day_with_one_separator(text: str) -> None:
    assert iso_date(text) == "2026-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "26-3-5",
        "2026-3/5",
        "2026年3-5",
        "2026年3月",
        "3/5/2026",
        "20260305",
        "2026-W10-4",
        "２０２６-3-5",
        "2026-3-5 ",
        "",
    ],
)
def test_other_forms_are_no_dates(text: str) -> None:
    with pytest.raises(NotADateError):
        iso_date(text)


@pytest.mark.parametrize("text", ["2026-02-29", "2026/13/1", "2026年4月31日", "2026-00-10", "0000-01-01"])
def test_days_that_no_calendar_has(text: str) -> None:
    with pytest.raises(ImpossibleDateError):
        iso_date(text)


@pytest.mark.parametrize(
    "text",
    ["2026-03-05 08:30", "2026-03-05T08:30:00", "2026年3月5日 8:30", "2026/3/5 8:30:00", "2026-03-05T08:30:00+08:00"],
)
def test_a_time_is_a_date_and_a_clock(text: str) -> None:
    assert iso_date_time(text) == "2026-03-05T08:30:00"


@pytest.mark.parametrize("text", ["2026-03-05", "8:30", "2026-03-05T08:30:00Z", "2026-03-05 8"])
def test_half_a_time_is_none(text: str) -> None:
    with pytest.raises(NotADateError):
        iso_date_time(text)


@pytest.mark.parametrize("text", ["2026-03-05 24:01", "2026-02-30 08:00"])
def test_times_that_no_clock_shows(text: str) -> None:
    with pytest.raises(ImpossibleDateError):
        iso_date_time(text)
