"""at_most_during: the first and the last day belong to the period; only certain entries count against anyone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.at_most_during import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

TERM = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}


def decided(days: list[str | None], **term: Any) -> Outcome:
    suspensions = [{"starts_on": day} if day else {"reason": "挂床"} for day in days]
    made = record(DocumentKind.AGREEMENT, agreement={"suspensions": suspensions, **term})
    return deciding(KIND, **rule())(made)


def rule() -> dict[str, Any]:
    return {
        "entries": "agreement.suspensions",
        "date": "starts_on",
        "from": "agreement.starts_on",
        "until": "agreement.ends_on",
        "maximum": 1,
    }


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ([], Verdict.PASS),
        (["2026-05-01"], Verdict.PASS),
        (["2026-01-01", "2026-12-31"], Verdict.FAIL),
        (["2025-12-31", "2026-12-31"], Verdict.PASS),
        (["2026-01-01", "2027-01-01"], Verdict.PASS),
        ([None], Verdict.PASS),
        (["2026-05-01", None], Verdict.UNKNOWN),
        (["2026-05-01", "2026-06-01", None], Verdict.FAIL),
        (["2025-05-01", None], Verdict.PASS),
        (["2026-05-01", "2026-05-01"], Verdict.UNKNOWN),
        (["2026-05-01", "2026-05-01", None], Verdict.UNKNOWN),
        (["2026-05-01", "2026-05-01", "2026-06-01"], Verdict.FAIL),
        (["2025-05-01", "2025-05-01"], Verdict.PASS),
    ],
)
def test_first_and_last_day_belong_to_the_period(days: list[str | None], verdict: Verdict) -> None:
    assert decided(days, **TERM).verdict is verdict


def test_without_the_period_two_are_not_known_to_be_too_many() -> None:
    outcome = decided(["2026-05-01", "2026-06-01"], starts_on="2026-01-01")
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("agreement", "ends_on"),))
    assert decided(["2026-05-01", "2025-06-01"], starts_on="2026-01-01").verdict is Verdict.PASS


def test_a_period_without_end_holds_all_that_comes_after_its_beginning() -> None:
    assert decided(["2026-05-01", "2030-06-01"], starts_on="2026-01-01", ends_on=False).verdict is Verdict.FAIL


def test_the_excess_is_told() -> None:
    assert decided(["2026-05-01", "2026-06-01", "2026-07-01"], **TERM).shortfall == 2


def test_what_may_be_told_twice_adds_nothing_to_the_excess() -> None:
    outcome = decided(["2026-05-01", "2026-05-01", "2026-06-01"], **TERM)
    assert (outcome.observed, outcome.values["observed"], outcome.shortfall) == (2, 2, 1)


def test_silence_is_no_denial_but_none_is() -> None:
    silent = record(DocumentKind.AGREEMENT, agreement={**TERM})
    assert deciding(KIND, **rule())(silent).verdict is Verdict.UNKNOWN
    none = record(DocumentKind.AGREEMENT, agreement={**TERM, "suspensions": []})
    assert deciding(KIND, **rule())(none).verdict is Verdict.PASS
