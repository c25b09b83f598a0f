"""Working days and terms. Expected days are counted by hand from the announcements of the State Council."""

from __future__ import annotations

import subprocess
import sys
from calendar import monthrange
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.dates import (
    AnnouncedYear,
    Days,
    Months,
    Term,
    WorkingDayCalendar,
    WorkingDayCount,
    month_end,
    months_after,
    rolled,
)
from wicheck.model import UnannouncedYearError

CALENDAR = WorkingDayCalendar()
FIRST, LAST = min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year
KNOWN_DAYS = st.dates(date(FIRST, 1, 1), date(LAST, 12, 31))
ORDINARY_DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "works"),
    [
        ("2026-01-05", True),  # a Monday
        ("2026-01-10", False),  # a Saturday
        ("2026-10-01", False),  # National Day, a Thursday
        ("2026-10-10", True),  # a Saturday worked for the National Day week
    ],
)
def test_the_announcement_decides_not_the_week(on: str, works: bool) -> None:
    assert CALENDAR.is_working_day(day(on)) is works


@given(KNOWN_DAYS)
def test_the_library_is_followed_in_all_years_it_knows(on: date) -> None:
    assert CALENDAR.is_working_day(on) == chinese_calendar.is_workday(on)


@pytest.mark.parametrize("on", [date(FIRST - 1, 12, 31), date(LAST + 1, 1, 1)])
def test_a_year_that_nobody_announced_is_not_guessed(on: date) -> None:
    with pytest.raises(UnannouncedYearError) as raised:
        CALENDAR.is_working_day(on)
    assert raised.value.year == on.year


def test_a_term_that_runs_into_an_unannounced_year_has_no_end() -> None:
    with pytest.raises(UnannouncedYearError):
        CALENDAR.after(date(LAST, 12, 31), 1)


def test_announced_years_extend_the_calendar_and_make_up_days_count() -> None:
    year = AnnouncedYear(frozenset({day("2095-10-03"), day("2095-10-04")}), frozenset({day("2095-10-08")}))
    calendar = WorkingDayCalendar({2095: year})
    assert not calendar.is_working_day(day("2095-10-03"))  # a Monday off
    assert calendar.is_working_day(day("2095-10-08"))  # a Saturday at work
    assert calendar.after(day("2095-09-30"), 4) == day("2095-10-08")  # Wed, Thu, Fri, Saturday
    with pytest.raises(UnannouncedYearError):
        calendar.is_working_day(day("2096-01-02"))


def test_a_document_cannot_rewrite_a_year_that_the_library_knows() -> None:
    calendar = WorkingDayCalendar({2026: AnnouncedYear(frozenset(), frozenset())})
    assert not calendar.is_working_day(day("2026-10-01"))


def test_working_days_skip_the_start_and_the_holidays() -> None:
    # Wednesday 30 September 2026; holidays to 7 October; then Thursday 8, Friday 9 and Saturday 10 are worked.
    assert CALENDAR.after(day("2026-09-30"), 3) == day("2026-10-10")


@given(KNOWN_DAYS, st.integers(0, 40))
def test_a_term_has_exactly_its_count_of_working_days_after_its_start(start: date, count: int) -> None:
    try:
        end = CALENDAR.after(start, count)
    except UnannouncedYearError:
        assert start.year == LAST
        return
    days = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(map(CALENDAR.is_working_day, days)) == count
    assert not count or CALENDAR.is_working_day(end)


def test_a_negative_term_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="-1"):
        CALENDAR.after(day("2026-01-05"), -1)


@pytest.mark.parametrize(
    ("last", "then"),
    [("2026-01-10", "2026-01-12"), ("2026-10-01", "2026-10-08"), ("2026-10-10", "2026-10-10")],
)
def test_a_last_day_that_is_no_working_day_rolls_on(last: str, then: str) -> None:
    assert rolled(day(last), CALENDAR) == day(then)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-15", 6, "2026-09-15"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-30", 1, "2026-12-30"),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(start: str, months: int, end: str) -> None:
    assert months_after(day(start), months) == day(end)


@given(ORDINARY_DAYS, st.integers(0, 600))
def test_months_never_leave_the_month_they_lead_to(start: date, months: int) -> None:
    end = months_after(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(ORDINARY_DAYS, st.integers(0, 300), st.integers(0, 300))
def test_a_longer_term_of_months_never_ends_earlier(start: date, shorter: int, more: int) -> None:
    assert months_after(start, shorter) <= months_after(start, shorter + more)


@pytest.mark.parametrize(
    ("term", "start", "end", "due"),
    [
        (Days(15), "2026-09-20", "2026-10-05", "2026-10-08"),  # its last day lies in the holidays
        (Months(1), "2026-09-03", "2026-10-03", "2026-10-08"),
        (Months(3), "2026-01-05", "2026-04-05", "2026-04-07"),  # Tomb-sweeping, a Sunday; Monday off
        (WorkingDayCount(7), "2026-09-30", "2026-10-15", "2026-10-15"),
    ],
)
def test_a_term_ends_on_a_day_and_is_due_on_a_working_day(term: Term, start: str, end: str, due: str) -> None:
    assert (term.end(day(start), CALENDAR), term.due(day(start), CALENDAR)) == (day(end), day(due))


def test_terms_of_different_units_are_never_equal() -> None:
    assert len({Days(7), Months(7), WorkingDayCount(7)}) == 3


def test_ends_of_calendar_terms_need_no_calendar_but_due_days_do() -> None:
    start = date(LAST + 1, 1, 1)
    assert Days(5).end(start, CALENDAR) == start + timedelta(days=5)
    with pytest.raises(UnannouncedYearError):
        Days(5).due(start, CALENDAR)


def test_the_calendar_library_is_not_imported_before_a_working_day_is_asked_for() -> None:
    code = "import sys, wicheck.dates as d; d.WorkingDayCalendar(); print('chinese_calendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_where_the_calendar_says(year: int, month: int) -> None:
    assert month_end(year, month) == date(year, month, monthrange(year, month)[1])
