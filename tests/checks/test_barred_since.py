"""barred_since: a yes bars until the corresponding day; a no passes; not knowing never does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.barred_since import KIND
from wicheck.model import DocumentKind, Outcome, ReadingSource, Verdict

START, WHEN = ("institution", "opened_on"), ("institution", "head_responsible")


def decide(
    opened_on: str | None, responsible: bool | None, applied_on: str | None = "2026-03-10", **arguments: Any
) -> Outcome:
    written = {"opened_on": opened_on, "head_responsible": responsible}
    made = record(
        DocumentKind.APPLICATION,
        institution={name: value for name, value in written.items() if value is not None},
        application={} if applied_on is None else {"applied_on": applied_on},
    )
    paths = {"start": "institution.opened_on", "when": "institution.head_responsible"}
    return deciding(KIND, **paths, on="application.applied_on", months=24, **arguments)(made)


@pytest.mark.parametrize(
    ("opened_on", "verdict"),
    [
        ("2024-03-09", Verdict.PASS),
        ("2024-03-10", Verdict.FAIL),
        ("2024-03-11", Verdict.FAIL),
        # Not open yet: the ban is still to run.
        ("2026-05-01", Verdict.FAIL),
    ],
)
def test_a_yes_bars_until_the_corresponding_day(opened_on: str, verdict: Verdict) -> None:
    outcome = decide(opened_on, True)
    assert (outcome.verdict, outcome.reading) == (verdict, ReadingSource.ASSUMED)


@pytest.mark.parametrize("opened_on", ["2026-01-01", None])
def test_a_no_passes(opened_on: str | None) -> None:
    assert decide(opened_on, False).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("opened_on", "responsible", "missing"),
    [
        ("2026-01-01", None, (WHEN,)),
        ("1998-01-01", None, (WHEN,)),
        (None, True, (START,)),
        (None, None, (WHEN, START)),
    ],
)
def test_what_is_not_known_is_named(
    opened_on: str | None, responsible: bool | None, missing: tuple[tuple[str, str], ...]
) -> None:
    outcome = decide(opened_on, responsible)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, missing)


def test_without_an_application_date_the_day_judged_on_counts() -> None:
    assert decide("2024-03-10", True, applied_on=None).verdict is Verdict.FAIL
    assert decide("2024-03-09", True, applied_on=None).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("filing_month", "due_on"), [(None, date(2027, 4, 15)), (3, date(2028, 3, 1)), (4, date(2027, 4, 15))]
)
def test_a_failure_names_the_earliest_filing(filing_month: int | None, due_on: date) -> None:
    arguments = {} if filing_month is None else {"filing_month": filing_month}
    assert decide("2025-04-14", True, **arguments).due_on == due_on


def test_what_a_clerk_reads() -> None:
    outcome = decide("2025-04-14", True, filing_month=3)
    assert outcome.message.text.filled(outcome.values).zh == (
        "institution.head_responsible：是；自institution.opened_on 2025-04-14 起 24 个月内不得申请，"
        "至 2027-04-14 止（含当日），最早可以申请：2028 年 3 月（2028-03-01 起）"
    )


def test_what_bars_a_signing_does_not_speak_of_an_application() -> None:
    ended = {"ended_on": "2025-05-01", "for_breach": True}
    signed = {"signing": {"signed_on": "2026-04-01"}}
    made = record(DocumentKind.APPLICATION, institution=ended, application=signed)
    paths = {"start": "institution.ended_on", "when": "institution.for_breach", "on": "application.signing.signed_on"}
    outcome = deciding(KIND, **paths, months=24)(made)
    said = outcome.message.text.filled(outcome.values)
    assert "24 个月内不得签订" in said.zh
    assert "最早可以签订：2027-05-02" in said.zh
    assert "earliest signing: 2027-05-02" in said.en
