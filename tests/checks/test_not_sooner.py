"""not_sooner: the corresponding day is still barred, the day after is lawful."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import changed, deciding, record
from wicheck.checks.not_sooner import KIND
from wicheck.model import DocumentKind, Dossier, Outcome, Verdict

BAR: dict[str, Any] = {"from": "agreement.ended_on", "to": "agreement.next_signed_on", "months": 24}


def decided(on: date = date(2026, 3, 10), **agreement: Any) -> Outcome:
    made = record(DocumentKind.AGREEMENT, on, agreement=agreement)
    return deciding(KIND, **BAR)(made)


@pytest.mark.parametrize(
    ("signed", "verdict", "short"),
    [
        ("2026-03-09", Verdict.FAIL, 2),
        ("2026-03-10", Verdict.FAIL, 1),
        ("2026-03-11", Verdict.PASS, None),
        ("2024-03-10", Verdict.FAIL, 731),
    ],
)
def test_the_corresponding_day_is_still_barred(signed: str, verdict: Verdict, short: int | None) -> None:
    outcome = decided(ended_on="2024-03-10", next_signed_on=signed)
    assert (outcome.verdict, outcome.shortfall) == (verdict, short)


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert decided(ended_on="2024-02-29", next_signed_on="2026-02-28").verdict is Verdict.FAIL
    assert decided(ended_on="2024-02-29", next_signed_on="2026-03-01").verdict is Verdict.PASS


def test_a_step_before_its_start_fails() -> None:
    assert decided(ended_on="2024-03-10", next_signed_on="2023-01-01").verdict is Verdict.FAIL


@pytest.mark.parametrize("nothing", [{}, {"next_signed_on": False}])
def test_while_nothing_is_done_the_first_lawful_day_is_watched(nothing: dict[str, Any]) -> None:
    outcome = decided(date(2026, 3, 10), ended_on="2024-03-10", **nothing)
    assert (outcome.verdict, outcome.due_on) == (Verdict.NOT_APPLICABLE, date(2026, 3, 11))
    assert decided(date(2026, 3, 11), ended_on="2024-03-10", **nothing).due_on is None


def test_without_a_start_a_step_is_unknown() -> None:
    outcome = decided(next_signed_on="2026-03-11")
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("agreement", "ended_on"),))
    assert decided().verdict is Verdict.NOT_APPLICABLE


def test_what_a_clerk_reads() -> None:
    outcome = decided(ended_on="2024-03-10", next_signed_on="2026-03-10")
    assert outcome.message.text.filled(outcome.values).zh == (
        "agreement.next_signed_on为 2026-03-10，仍在自agreement.ended_on 2024-03-10 起 24 个月的限制期内，"
        "至 2026-03-10 止（含当日），最早应为 2026-03-11"
    )


@pytest.mark.parametrize(
    ("signed", "verdict"),
    [
        ("2024-03-09", Verdict.NOT_APPLICABLE),
        ("2024-03-10", Verdict.FAIL),
        ("2026-03-10", Verdict.FAIL),
        ("2026-03-11", Verdict.PASS),
    ],
)
def test_a_step_that_another_document_of_the_dossier_dates_counts(signed: str, verdict: Verdict) -> None:
    ended = record(DocumentKind.AGREEMENT, agreement={"ended_on": "2024-03-10", "signed_on": "2022-01-01"})
    other = record(DocumentKind.AGREEMENT, agreement={"signed_on": signed}).document
    both = Dossier("h", ended.document, {DocumentKind.AGREEMENT: (ended.document, other)})
    decide = deciding(KIND, **BAR, elsewhere=["agreement.signed_on"])
    assert decide(changed(ended, dossier=both)).verdict is verdict


def test_of_several_steps_the_earliest_decides() -> None:
    data = {"ended_on": "2024-03-10", "next_signed_on": "2026-05-01"}
    ended = record(DocumentKind.AGREEMENT, agreement=data)
    other = record(DocumentKind.AGREEMENT, agreement={"signed_on": "2025-01-01"}).document
    both = Dossier("h", ended.document, {DocumentKind.AGREEMENT: (ended.document, other)})
    decide = deciding(KIND, **BAR, elsewhere=["agreement.signed_on"])
    assert decide(changed(ended, dossier=both)).observed == date(2025, 1, 1)


def test_a_step_that_a_document_of_another_kind_dates_counts() -> None:
    ended = record(DocumentKind.AGREEMENT, agreement={"ended_on": "2024-03-10"})
    applied = record(DocumentKind.APPLICATION, application={"signed_on": "2025-01-01"}).document
    both = Dossier(
        "h", ended.document, {DocumentKind.AGREEMENT: (ended.document,), DocumentKind.APPLICATION: (applied,)}
    )
    decide = deciding(KIND, **BAR, elsewhere=["agreement.signed_on", "application.signed_on"])
    assert decide(changed(ended, dossier=both)).observed == date(2025, 1, 1)
