"""lasts: a public showing may end on the last day of its term, not on the day before, and any day after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import deciding, record
from wicheck.checks.lasts import KIND
from wicheck.dates import WorkingDayCalendar
from wicheck.model import DocumentKind, Outcome, ReadingSource, Verdict

ANNOUNCED = WorkingDayCalendar()
FROM, TO, LATER = "application.shown_on", "application.ended_on", "application.published_on"
FIVE = {"working_days": 5}


def decide(
    shown_on: str | bool | None,
    ended_on: str | bool | None,
    *,
    published_on: str | bool | None = None,
    judged_on: str = "2026-03-02",
    **term: Any,
) -> Outcome:
    written = {"shown_on": shown_on, "ended_on": ended_on, "published_on": published_on}
    data = {name: value for name, value in written.items() if value is not None}
    made = record(DocumentKind.APPLICATION, date.fromisoformat(judged_on), ANNOUNCED, application=data)
    return deciding(KIND, **{"from": FROM, "to": TO, "overtaken_by": [LATER]}, **(term or FIVE))(made)


@pytest.mark.parametrize(
    ("term", "first", "earliest"),
    [
        # Monday 2 March 2026: 3, 4, 5, 6 and, after the weekend, 9 March.
        (FIVE, "2026-03-02", "2026-03-09"),
        # Begun on a Saturday: Monday is the first day that counts.
        (FIVE, "2026-03-07", "2026-03-13"),
        # 14 February 2026 is a make-up Saturday, 15 to 23 February are free.
        (FIVE, "2026-02-11", "2026-02-25"),
        # 28 September 2025 is a make-up Sunday, 1 to 8 October are free, 11 October is a make-up Saturday.
        ({"working_days": 7}, "2025-09-26", "2025-10-13"),
        # Calendar days and months may end on a day of rest: 14 March 2026 is a Saturday.
        ({"days": 7}, "2026-03-07", "2026-03-14"),
        ({"months": 1}, "2026-01-31", "2026-02-28"),
    ],
)
def test_the_earliest_lawful_end_is_long_enough_and_a_day_less_is_not(
    term: dict[str, int], first: str, earliest: str
) -> None:
    end = date.fromisoformat(earliest)
    enough = decide(first, earliest, **term)
    short = decide(first, (end - timedelta(days=1)).isoformat(), **term)
    assert (enough.verdict, enough.required) == (Verdict.PASS, end)
    assert (short.verdict, short.required) == (Verdict.FAIL, end)


@pytest.mark.parametrize(
    ("ended_on", "short"),
    [("2026-03-02", 5), ("2026-03-06", 1), ("2026-03-08", 1)],
)
def test_working_days_that_lack_are_counted_without_days_of_rest(ended_on: str, short: int) -> None:
    assert decide("2026-03-02", ended_on).shortfall == short


@pytest.mark.parametrize(
    ("judged_on", "over", "verdict"),
    [
        ("2026-03-09", True, Verdict.PASS),
        ("2026-03-08", True, Verdict.NOT_APPLICABLE),
        ("2026-03-08", False, Verdict.PASS),
    ],
)
def test_a_showing_whose_end_is_still_to_come_has_not_lasted_yet(judged_on: str, over: bool, verdict: Verdict) -> None:
    assert decide("2026-03-02", "2026-03-09", judged_on=judged_on, working_days=5, over=over).verdict is verdict


def test_an_end_still_to_come_that_is_too_early_fails() -> None:
    assert decide("2026-03-02", "2026-03-06", judged_on="2026-03-04", working_days=5, over=True).verdict is Verdict.FAIL


def test_days_that_lack_are_calendar_days_for_a_term_of_months() -> None:
    assert decide("2026-01-31", "2026-02-18", months=1).shortfall == 10


def test_what_a_clerk_reads() -> None:
    outcome = decide("2026-03-02", "2026-03-06")
    assert outcome.reading is ReadingSource.ASSUMED
    told = outcome.message.text.filled(outcome.values)
    assert told.zh == (
        "application.ended_on为 2026-03-06，少了 1 个工作日；最早应到 2026-03-09 为止"
        "（自application.shown_on 2026-03-02 起 5 个工作日，起算日不计入）"
    )
    assert told.en == (
        "application.ended_on is 2026-03-06, 1 working day short: the earliest lawful end is 2026-03-09 "
        "(5 working days from application.shown_on, 2026-03-02, the start day not counted)"
    )


def test_an_end_before_the_beginning_fails() -> None:
    assert decide("2026-03-02", "2026-03-01").message.id == "lasts.reversed"


@pytest.mark.parametrize("judged_on", ["2026-03-02", "2026-06-01"])
def test_while_it_runs_it_is_not_applicable_and_names_the_earliest_end(judged_on: str) -> None:
    outcome = decide("2026-03-02", None, judged_on=judged_on)
    assert (outcome.verdict, outcome.due_on) == (Verdict.NOT_APPLICABLE, date(2026, 3, 9))


def test_an_end_that_was_overtaken_is_missed() -> None:
    outcome = decide("2026-03-02", None, published_on="2026-03-20", judged_on="2026-06-01")
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("application", "ended_on"),))


@pytest.mark.parametrize(("ended_on", "published_on"), [("2026-03-09", None), (None, "2026-03-20")])
def test_a_beginning_that_must_have_been_is_missed(ended_on: str | None, published_on: str | None) -> None:
    outcome = decide(None, ended_on, published_on=published_on)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("application", "shown_on"),))


def test_nothing_at_all_is_not_applicable() -> None:
    assert decide(None, None).verdict is Verdict.NOT_APPLICABLE
    assert decide(False, False, published_on=False).verdict is Verdict.NOT_APPLICABLE


def test_a_showing_declared_as_none_that_was_overtaken_fails() -> None:
    assert decide(False, False, published_on="2026-03-20").verdict is Verdict.FAIL


@pytest.mark.parametrize("ended_on", ["2027-01-08", None])
def test_a_year_without_announced_working_days_is_unknown(ended_on: str | None) -> None:
    outcome = decide("2026-12-28", ended_on)
    assert (outcome.verdict, outcome.values["year"]) == (Verdict.UNKNOWN, 2027)


def test_calendar_days_need_no_announcement() -> None:
    assert decide("2030-12-28", "2031-01-04", days=7).verdict is Verdict.PASS


@given(
    first=st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    gap=st.integers(0, 40),
    unit=st.sampled_from(["days", "working_days", "months"]),
    count=st.integers(1, 7),
)
def test_a_day_longer_is_never_worse(first: date, gap: int, unit: str, count: int) -> None:
    last = first + timedelta(days=gap)
    shorter = decide(first.isoformat(), last.isoformat(), **{unit: count})
    longer = decide(first.isoformat(), (last + timedelta(days=1)).isoformat(), **{unit: count})
    assert longer.verdict is Verdict.PASS or shorter.verdict is Verdict.FAIL
