"""regularly: nobody but an agency's reading turns a rhythm of one's own into a yes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from tests.checks.nesting import nesting
from wicheck.checks.regularly import KIND
from wicheck.model import DocumentKind, Outcome, ReadingSource, Verdict

HALF_YEARLY = {"updated": ["2025-09-10"], "months": 6}


def asking(data: dict[str, Any], on: date = date(2026, 3, 10), agency: Any = None) -> Outcome:
    readings = {} if agency is None else {"readings": {"agency": agency}}
    decide = deciding(
        KIND, nesting(), dates=["registry.updated"], interval="registry.months", exceptions_allowed="定期", **readings
    )
    return decide(record(DocumentKind.REGISTRY, on, registry=data))


def test_a_rhythm_of_ones_own_that_is_kept_is_for_a_person_to_judge() -> None:
    outcome = asking(HALF_YEARLY)
    assert (outcome.verdict, outcome.due_on) == (Verdict.REVIEW, date(2026, 3, 10))


@pytest.mark.parametrize(
    ("on", "verdict", "late"), [("2026-03-10", Verdict.REVIEW, None), ("2026-03-11", Verdict.FAIL, 1)]
)
def test_the_last_gap_runs_to_the_day_judged(on: str, verdict: Verdict, late: int | None) -> None:
    outcome = asking(HALF_YEARLY, date.fromisoformat(on))
    assert (outcome.verdict, outcome.shortfall) == (verdict, late)


@pytest.mark.parametrize(("second", "verdict"), [("2025-09-10", Verdict.REVIEW), ("2025-09-11", Verdict.FAIL)])
def test_a_gap_in_the_middle_counts_in_whatever_order_it_is_written(second: str, verdict: Verdict) -> None:
    data = {"updated": ["2026-02-01", second, "2025-03-10"], "months": 6}
    assert asking(data).verdict is verdict


def test_a_last_day_that_is_no_working_day_rolls_on() -> None:
    saturday, monday = date(2026, 3, 7), date(2026, 3, 9)
    data = {"updated": ["2025-09-07"], "months": 6}
    assert (asking(data, saturday).verdict, asking(data, monday).verdict) == (Verdict.REVIEW, Verdict.REVIEW)
    assert asking(data, date(2026, 3, 10)).verdict is Verdict.FAIL


@pytest.mark.parametrize(("agency", "verdict"), [(6, Verdict.PASS), (5, Verdict.FAIL)])
def test_an_agencys_reading_decides(agency: int, verdict: Verdict) -> None:
    outcome = asking(HALF_YEARLY, agency=agency)
    assert (outcome.verdict, outcome.reading) == (verdict, ReadingSource.AGENCY)


def test_an_agencys_reading_needs_no_interval_of_ones_own() -> None:
    assert asking({"updated": ["2025-09-10"]}, agency=6).verdict is Verdict.PASS


def test_what_is_written_ahead_does_not_count() -> None:
    data = {"updated": ["2025-01-10", "2026-06-01"], "months": 6}
    assert asking(data).verdict is Verdict.FAIL
    assert asking({"updated": ["2026-06-01"], "months": 6}, agency=6).verdict is Verdict.FAIL


@pytest.mark.parametrize("none", [{"updated": False, "months": 6}, {"updated": [], "months": 6}])
def test_what_was_never_done_fails(none: dict[str, Any]) -> None:
    assert asking(none).verdict is Verdict.FAIL


@pytest.mark.parametrize("months", [0, False])
def test_no_interval_at_all_is_not_regular(months: Any) -> None:
    assert asking({"updated": ["2026-03-01"], "months": months}).verdict is Verdict.FAIL


def test_what_is_not_written_is_named() -> None:
    assert asking({}).missing == (("registry", "updated"), ("registry", "months"))
    assert asking({"updated": ["2026-03-01"]}).missing == (("registry", "months"),)
