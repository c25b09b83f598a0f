"""months_of_year: a month of another year, or one that stands twice, makes a sum that means nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.months_of_year import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

MONTHS, YEAR = ("agreement", "months"), ("agreement", "year")


def decided(months: list[str | None] | bool | None, year: Any = 2025) -> Outcome:
    data: dict[str, Any] = {} if year is None else {"year": year}
    if isinstance(months, list):
        data["months"] = [{"month": month} if month else {"amount": 1} for month in months]
    elif months is not None:
        data["months"] = months
    made = record(DocumentKind.AGREEMENT, agreement=data)
    return deciding(KIND, entries="agreement.months", month="month", year="agreement.year")(made)


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        (["2025-01", "2025-12"], Verdict.PASS),
        (["2025-07"], Verdict.PASS),
        (["2024-12", "2025-01"], Verdict.FAIL),
        (["2025-12", "2026-01"], Verdict.FAIL),
        (["2025-03", "2025-03"], Verdict.FAIL),
        (["2025-03", None, "2025-03"], Verdict.FAIL),
        (["2025-03", None], Verdict.UNKNOWN),
        ([], Verdict.NOT_APPLICABLE),
        (False, Verdict.NOT_APPLICABLE),
        (None, Verdict.UNKNOWN),
    ],
)
def test_months_lie_in_the_year_and_none_stands_twice(months: Any, verdict: Verdict) -> None:
    assert decided(months).verdict is verdict


def test_what_is_not_written_is_named() -> None:
    assert decided(["2025-03", None]).missing == ((*MONTHS, 1, "month"),)
    assert decided(["2025-03"], year=None).missing == (YEAR,)
    assert decided(None, year=None).missing == (YEAR, MONTHS)


def test_without_the_year_a_month_that_stands_twice_still_fails() -> None:
    assert decided(["2025-03", "2025-03"], year=None).verdict is Verdict.FAIL


def test_a_clerk_reads_which_month_it_is() -> None:
    outcome = decided(["2024-12", "2025-01"])
    assert outcome.message.text.filled(outcome.values).zh == "agreement.months：2024-12不在 2025 年内"
