"""event_order: only a complete chain in order passes; a known contradiction fails whatever else is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import deciding, record
from wicheck.checks.event_order import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

STEPS = ("decided_on", "signed_on", "filed_on", "published_on")
EVENTS = [f"application.{step}" for step in STEPS]


def decide(*days: str | bool | None, same_day: bool = True, **more: object) -> Outcome:
    """The answer for the four steps on ``days``; what ``more`` names is written beside them."""
    data = {step: day for step, day in zip(STEPS, days, strict=False) if day is not None}
    made = record(DocumentKind.APPLICATION, date(2027, 2, 1), application={**data, **more})
    overtaking = [f"application.{name}" for name in ("closed_on",)]
    return deciding(KIND, events=EVENTS, same_day=same_day, overtaken_by=overtaking)(made)


def test_a_complete_chain_passes() -> None:
    assert decide("2026-03-02", "2026-03-03", "2026-03-03", "2027-01-01").verdict is Verdict.PASS


def test_steps_still_to_come_are_planned_and_not_taken() -> None:
    outcome = decide("2026-03-02", "2026-03-03", "2027-02-02", "2027-02-03")
    assert outcome.verdict is Verdict.NOT_APPLICABLE
    assert "application.filed_on" in outcome.message.text.filled(outcome.values).en


def test_a_planned_step_that_contradicts_the_order_fails() -> None:
    assert decide("2026-03-02", "2027-02-03", "2027-02-02", None).verdict is Verdict.FAIL


@pytest.mark.parametrize(("same_day", "verdict"), [(True, Verdict.PASS), (False, Verdict.FAIL)])
def test_one_day_for_two_steps(same_day: bool, verdict: Verdict) -> None:
    days = ("2026-03-02", "2026-03-03", "2026-03-03", "2026-03-05")
    assert decide(*days, same_day=same_day).verdict is verdict


def test_each_a_day_later_passes_where_same_day_is_not_enough() -> None:
    assert decide("2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", same_day=False).verdict is Verdict.PASS


def test_a_day_too_early_fails_and_both_steps_are_named() -> None:
    outcome = decide("2026-03-02", "2026-03-05", "2026-03-04", "2026-03-06")
    assert outcome.verdict is Verdict.FAIL
    assert outcome.evidence == (("application", "signed_on"), ("application", "filed_on"))


def test_a_contradiction_across_a_gap_fails() -> None:
    assert decide("2026-03-05", None, "2026-03-04", None).verdict is Verdict.FAIL


def test_a_gap_is_unknown_and_every_missing_step_is_named() -> None:
    outcome = decide(None, "2026-03-03", None, "2026-03-05")
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == (("application", "decided_on"), ("application", "filed_on"))


def test_a_step_declared_as_none_before_a_later_one_fails() -> None:
    assert decide("2026-03-02", False, "2026-03-04", None).verdict is Verdict.FAIL


@pytest.mark.parametrize("last", [None, False])
def test_an_open_end_is_not_applicable_and_names_the_next_step(last: bool | None) -> None:
    outcome = decide("2026-03-02", "2026-03-03", last, None)
    assert outcome.verdict is Verdict.NOT_APPLICABLE
    assert outcome.message.text.filled(outcome.values).zh == "已办理的步骤顺序无误，下一步：application.filed_on"


def test_nothing_begun_is_not_applicable() -> None:
    assert decide().verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("days", [(), ("2026-03-02", "2026-03-03")])
def test_an_open_end_that_was_overtaken_is_unknown(days: tuple[str, ...]) -> None:
    outcome = decide(*days, closed_on="2026-06-01")
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == tuple(("application", step) for step in STEPS[len(days) :])


def test_what_was_declared_as_none_overtakes_nothing() -> None:
    assert decide(closed_on=False).verdict is Verdict.NOT_APPLICABLE


@given(st.lists(st.none() | st.integers(0, 40), min_size=4, max_size=4))
def test_only_complete_chains_in_order_pass(offsets: list[int | None]) -> None:
    first = date(2026, 12, 10)
    days = [None if each is None else (first + timedelta(each)).isoformat() for each in offsets]
    known = [each for each in offsets if each is not None]
    verdict = decide(*days).verdict
    assert (verdict is Verdict.PASS) == (len(known) == 4 and known == sorted(known))
    assert (verdict is Verdict.FAIL) == (known != sorted(known))
