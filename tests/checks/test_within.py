"""within: the last day is in time, the day after is late, and a step without a date never passes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import changed, deciding, record
from wicheck.checks.within import KIND
from wicheck.dates import WorkingDayCalendar
from wicheck.model import DocumentKind, Outcome, ReadingSource, Verdict

ANNOUNCED = WorkingDayCalendar()
FROM, TO, LATER = "application.showing_ended_on", "application.signed_on", "application.online_on"
# A Tuesday. Six of the next seven working days on a wall calendar end on Wednesday 18, the seventh on Thursday 19.
START = "2026-03-10"


def decide(
    start: str | bool | None,
    done: str | bool | None,
    *,
    judged_on: str = "2026-03-10",
    online_on: str | bool | None = None,
    **arguments: Any,
) -> Outcome:
    written = {"showing_ended_on": start, "signed_on": done, "online_on": online_on}
    data = {name: value for name, value in written.items() if value is not None}
    made = record(DocumentKind.APPLICATION, date.fromisoformat(judged_on), ANNOUNCED, application=data)
    term = arguments if {"days", "working_days", "months"} & set(arguments) else {"working_days": 7, **arguments}
    return deciding(KIND, **{"from": FROM, "to": TO, "overtaken_by": [LATER]}, **term)(made)


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        ("2026-03-16", Verdict.PASS),
        ("2026-03-17", Verdict.NOT_APPLICABLE),
        ("2026-03-19", Verdict.NOT_APPLICABLE),
        ("2026-03-20", Verdict.FAIL),
    ],
)
def test_what_is_planned_within_the_term_is_not_done(done: str, verdict: Verdict) -> None:
    outcome = decide(START, done, judged_on="2026-03-16")
    assert outcome.verdict is verdict
    if verdict is Verdict.NOT_APPLICABLE:
        assert outcome.due_on == date(2026, 3, 19)


@pytest.mark.parametrize(
    ("term", "start", "last"),
    [
        # Tuesday 10 March: 11, 12, 13, 16, 17, 18, 19.
        ({"working_days": 7}, "2026-03-10", "2026-03-19"),
        # Spring Festival 2026: 15 to 23 February are free, the Saturdays 14 and 28 February are made up for it.
        ({"working_days": 3}, "2026-02-12", "2026-02-24"),
        ({"working_days": 5}, "2026-02-24", "2026-03-02"),
        # Before National Day 2025: 28 September is a make-up Sunday, 1 to 8 October are free.
        ({"working_days": 3}, "2025-09-28", "2025-10-09"),
        # Over the turn of the year: 1 January 2025 is free.
        ({"working_days": 2}, "2024-12-30", "2025-01-02"),
        ({"days": 30}, "2026-03-10", "2026-04-09"),
        # 30 days end on Saturday 11 April: on to Monday.
        ({"days": 30}, "2026-03-12", "2026-04-13"),
        # A make-up Saturday is a working day: the term ends on it.
        ({"days": 4}, "2026-02-24", "2026-02-28"),
        # The corresponding day, Sunday 10 May 2026, was no working day but Saturday 9 May was: on to Monday 11.
        ({"months": 2}, "2026-03-10", "2026-05-11"),
        ({"months": 1}, "2026-03-10", "2026-04-10"),
        # No 31 April; no 29 February 2025, and 28 February 2025 is a Friday.
        ({"months": 1}, "2026-03-31", "2026-04-30"),
        ({"months": 12}, "2024-02-29", "2025-02-28"),
        # The corresponding day falls on 1 October 2025: on past National Day to the 9th.
        ({"months": 1}, "2025-09-01", "2025-10-09"),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_late(term: dict[str, int], start: str, last: str) -> None:
    in_time = decide(start, last, judged_on=last, **term)
    late = decide(start, (date.fromisoformat(last) + timedelta(days=1)).isoformat(), judged_on=last, **term)
    assert (in_time.verdict, in_time.required) == (Verdict.PASS, date.fromisoformat(last))
    assert (late.verdict, late.shortfall) == (Verdict.FAIL, 1)


def test_the_start_day_itself_is_in_time() -> None:
    assert decide(START, START).verdict is Verdict.PASS


def test_before_the_start_fails_and_asks_to_check_both_dates() -> None:
    outcome = decide(START, "2026-03-09")
    assert (outcome.verdict, outcome.message.id) == (Verdict.FAIL, "within.reversed")
    assert outcome.evidence == (("application", "showing_ended_on"), ("application", "signed_on"))


def test_before_the_start_passes_where_early_is_allowed() -> None:
    assert decide(START, "2026-03-09", early_allowed=True).verdict is Verdict.PASS
    assert decide(START, "2026-03-20", early_allowed=True).verdict is Verdict.FAIL


def test_counting_is_a_reading_of_ours_and_said_so() -> None:
    outcome = decide(START, "2026-03-20")
    assert outcome.reading is ReadingSource.ASSUMED
    told = outcome.message.text.filled(outcome.values)
    assert told.zh == (
        "application.signed_on为 2026-03-20，期限为 2026-03-19，迟了 1 天"
        "（自application.showing_ended_on 2026-03-10 起 7 个工作日，起算日不计入）"
    )
    assert told.en == (
        "application.signed_on is 2026-03-20, days late: 1; it was due by 2026-03-19 "
        "(7 working days from application.showing_ended_on, 2026-03-10, the start day not counted)"
    )


def test_a_vague_word_leaves_a_late_step_to_people() -> None:
    assert decide(START, "2026-03-19", judged_on="2026-03-19", exceptions_allowed="原则上").verdict is Verdict.PASS
    outcome = decide(START, "2026-03-20", exceptions_allowed="原则上")
    assert (outcome.verdict, outcome.shortfall) == (Verdict.REVIEW, 1)


@pytest.mark.parametrize(
    ("judged_on", "verdict"), [("2026-03-19", Verdict.NOT_APPLICABLE), ("2026-03-20", Verdict.UNKNOWN)]
)
def test_an_open_step_is_not_applicable_until_it_is_overdue(judged_on: str, verdict: Verdict) -> None:
    outcome = decide(START, None, judged_on=judged_on)
    assert (outcome.verdict, outcome.due_on) == (verdict, date(2026, 3, 19))
    assert outcome.missing == ((("application", "signed_on"),) if verdict is Verdict.UNKNOWN else ())


def test_an_open_step_that_was_overtaken_is_unknown_though_not_yet_due() -> None:
    outcome = decide(START, None, online_on="2026-03-12")
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("application", "signed_on"),))


@pytest.mark.parametrize(
    ("judged_on", "verdict"), [("2026-03-19", Verdict.NOT_APPLICABLE), ("2026-03-22", Verdict.FAIL)]
)
def test_a_step_declared_as_none_fails_once_it_is_overdue(judged_on: str, verdict: Verdict) -> None:
    outcome = decide(START, False, judged_on=judged_on)
    assert (outcome.verdict, outcome.shortfall) == (verdict, 3 if verdict is Verdict.FAIL else None)


@pytest.mark.parametrize("start", [None, False])
def test_without_a_start_nothing_is_due(start: bool | None) -> None:
    assert decide(start, None).verdict is Verdict.NOT_APPLICABLE
    assert decide(start, None, online_on=False).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(("done", "online_on"), [("2026-03-12", None), (None, "2026-05-01")])
def test_a_start_that_must_have_been_is_missed(done: str | None, online_on: str | None) -> None:
    outcome = decide(None, done, online_on=online_on)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("application", "showing_ended_on"),))


def test_being_ready_early_does_not_show_that_the_term_began() -> None:
    assert decide(None, "2026-03-12", early_allowed=True).verdict is Verdict.NOT_APPLICABLE


# From Monday 28 December three working days are left of 2026; were each day of 2027 one, the seventh were 4 January.
# A month from Thursday 10 December ends on Sunday 10 January, 30 days on Saturday 9 January.
@pytest.mark.parametrize(
    ("start", "earliest", "term"),
    [
        ("2026-12-28", "2027-01-04", {"working_days": 7}),
        ("2026-12-10", "2027-01-10", {"months": 1}),
        ("2026-12-10", "2027-01-09", {"days": 30}),
    ],
)
def test_without_announced_working_days_only_what_is_in_time_anyway_is_decided(
    start: str, earliest: str, term: dict[str, int]
) -> None:
    late = (date.fromisoformat(earliest) + timedelta(days=1)).isoformat()
    kept = decide(start, earliest, judged_on="2027-03-01", **term)
    assert (kept.verdict, kept.required) == (Verdict.PASS, date.fromisoformat(earliest))
    assert "2027 年的法定工作日尚未公布" in kept.message.text.filled(kept.values).zh
    missed = decide(start, late, judged_on="2027-03-01", **term)
    assert (missed.verdict, missed.values["year"]) == (Verdict.UNKNOWN, 2027)
    assert decide(start, None, judged_on=earliest, **term).verdict is Verdict.NOT_APPLICABLE
    assert decide(start, None, judged_on=late, **term).verdict is Verdict.UNKNOWN


def test_a_term_within_the_last_announced_year_needs_no_other() -> None:
    assert decide("2026-12-21", "2026-12-31", judged_on="2026-12-31", working_days=8).verdict is Verdict.PASS


def test_dates_the_wrong_way_round_need_no_calendar() -> None:
    assert decide("2031-03-10", "2031-03-09").verdict is Verdict.FAIL


@given(
    start=st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    gap=st.integers(0, 120),
    unit=st.sampled_from(["days", "working_days", "months"]),
    count=st.integers(1, 3),
)
def test_a_day_earlier_is_never_worse(start: date, gap: int, unit: str, count: int) -> None:
    done = start + timedelta(days=gap)
    later = decide(start.isoformat(), (done + timedelta(days=1)).isoformat(), **{unit: count})
    earlier = decide(start.isoformat(), done.isoformat(), **{unit: count})
    assert earlier.verdict is Verdict.PASS or later.verdict is Verdict.FAIL


@given(start=st.dates(date(2024, 1, 1), date(2025, 12, 31)), unit=st.sampled_from(["days", "working_days", "months"]))
def test_terms_end_on_working_days_and_a_longer_one_never_earlier(start: date, unit: str) -> None:
    ends = [decide(start.isoformat(), None, **{unit: count}).due_on for count in (1, 2, 3)]
    known = [end for end in ends if end is not None]
    assert len(known) == 3
    assert known == sorted(known)
    assert all(ANNOUNCED.is_working_day(end) for end in known)


def test_whether_the_last_day_has_passed_is_seen_on_the_day_of_the_run() -> None:
    """An application of 9 March is judged by that day; that nobody signed by 19 March is seen in April."""
    data = {"showing_ended_on": START}
    seen = record(DocumentKind.APPLICATION, date(2026, 3, 9), ANNOUNCED, application=data)
    made = deciding(KIND, **{"from": FROM, "to": TO, "working_days": 7})
    assert made(changed(seen, run_on=date(2026, 3, 19))).verdict is Verdict.NOT_APPLICABLE
    assert made(changed(seen, run_on=date(2026, 3, 20))).verdict is Verdict.UNKNOWN
