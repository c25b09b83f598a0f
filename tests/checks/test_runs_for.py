"""runs_for: a year ends on the day before the corresponding one, or on it; a day more is too long."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.runs_for import KIND
from wicheck.model import DocumentKind, Outcome, ReadingSource, Verdict


def decided(start: str | None, end: str | bool | None, **more: Any) -> Outcome:
    agreement = {key: value for key, value in (("starts_on", start), ("ends_on", end)) if value is not None}
    made = record(DocumentKind.AGREEMENT, agreement=agreement)
    rule = {"from": "agreement.starts_on", "to": "agreement.ends_on", "months": 12, **more}
    return deciding(KIND, **rule)(made)


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        ("2026-01-01", "2026-12-30", Verdict.FAIL),
        ("2026-01-01", "2026-12-31", Verdict.PASS),
        ("2026-01-01", "2027-01-01", Verdict.PASS),
        ("2026-01-01", "2027-01-02", Verdict.FAIL),
        ("2024-02-29", "2025-02-28", Verdict.PASS),
        ("2024-02-29", "2025-03-01", Verdict.FAIL),
        ("2026-01-01", "2025-12-31", Verdict.FAIL),
        ("2026-01-01", False, Verdict.FAIL),
    ],
)
def test_a_year_is_a_year(start: str, end: str | bool, verdict: Verdict) -> None:
    assert decided(start, end).verdict is verdict


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("2026-06-30", Verdict.PASS), ("2027-01-01", Verdict.PASS), ("2027-01-02", Verdict.FAIL)],
)
def test_a_shorter_one_may_be_enough(end: str, verdict: Verdict) -> None:
    assert decided("2026-01-01", end, or_less=True).verdict is verdict


@pytest.mark.parametrize(
    ("end", "verdict"),
    [
        ("2026-12-30", Verdict.FAIL),
        ("2026-12-31", Verdict.PASS),
        ("2030-01-01", Verdict.PASS),
        ("2025-12-31", Verdict.FAIL),
        (False, Verdict.UNKNOWN),
    ],
)
def test_a_longer_one_may_be_enough(end: str | bool, verdict: Verdict) -> None:
    assert decided("2026-01-01", end, or_more=True).verdict is verdict


def test_how_a_year_is_counted_is_our_reading() -> None:
    assert decided("2026-01-01", "2026-12-31").reading is ReadingSource.ASSUMED


def test_what_is_not_written_is_named() -> None:
    assert decided(None, "2026-12-31").missing == (("agreement", "starts_on"),)
    assert decided("2026-01-01", None).missing == (("agreement", "ends_on"),)
    assert decided(None, None).verdict is Verdict.UNKNOWN
