"""valid_on: both end days are valid; a date to watch is no failure; what was never issued is never valid."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.valid_on import KIND
from wicheck.model import Outcome, Verdict

SINCE, UNTIL = "institution.licence.issued_on", "institution.licence.valid_until"
DAY = date(2026, 3, 10)


def decide(licence: object, **arguments: Any) -> Outcome:
    made = record(judged_on=DAY, institution={} if licence is None else {"licence": licence})
    return deciding(KIND, **{"until": UNTIL, "from": SINCE} | arguments)(made)


@pytest.mark.parametrize(
    ("issued_on", "valid_until", "verdict"),
    [
        ("2026-03-09", "2028-03-09", Verdict.PASS),
        ("2026-03-10", "2028-03-09", Verdict.PASS),
        ("2026-03-11", "2028-03-09", Verdict.FAIL),
        ("2020-03-11", "2026-03-09", Verdict.FAIL),
        ("2020-03-11", "2026-03-10", Verdict.PASS),
        ("2020-03-11", "2026-03-11", Verdict.PASS),
    ],
)
def test_both_end_days_are_included(issued_on: str, valid_until: str, verdict: Verdict) -> None:
    assert decide({"issued_on": issued_on, "valid_until": valid_until}).verdict is verdict


@pytest.mark.parametrize(
    ("valid_until", "due_on"),
    [("2026-03-10", date(2026, 3, 10)), ("2026-06-08", date(2026, 6, 8)), ("2026-06-09", None)],
)
def test_the_last_90_days_pass_with_a_date_to_watch(valid_until: str, due_on: date | None) -> None:
    outcome = decide({"issued_on": "2020-01-01", "valid_until": valid_until})
    assert (outcome.verdict, outcome.due_on) == (Verdict.PASS, due_on)


def test_how_long_it_has_run_out_is_told() -> None:
    outcome = decide({"issued_on": "2020-01-01", "valid_until": "2026-02-28"})
    assert outcome.shortfall == 10
    assert outcome.message.text.filled(outcome.values).zh == (
        "institution.licence.valid_until为 2026-02-28，到 2026-03-10 已过期 10 天"
    )


@pytest.mark.parametrize(
    ("licence", "missing"),
    [
        (None, ["issued_on", "valid_until"]),
        ({"issued_on": "2020-01-01"}, ["valid_until"]),
        ({"valid_until": "2028-01-01"}, ["issued_on"]),
        ({"issued_on": "2020-01-01", "valid_until": False}, ["valid_until"]),
    ],
)
def test_a_missing_end_is_unknown_and_named(licence: object, missing: list[str]) -> None:
    outcome = decide(licence)
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.missing == tuple(("institution", "licence", name) for name in missing)


def test_without_a_first_day_asked_for_the_last_is_enough() -> None:
    assert (
        deciding(KIND, until=UNTIL)(record(institution={"licence": {"valid_until": "2028-01-01"}})).verdict
        is Verdict.PASS
    )


@pytest.mark.parametrize(
    "licence", [{"issued_on": "2026-03-11"}, {"valid_until": "2026-03-09"}], ids=["not yet", "no longer"]
)
def test_one_end_alone_can_rule_it_out(licence: object) -> None:
    assert decide(licence).verdict is Verdict.FAIL


def test_a_permit_declared_as_none_is_never_valid() -> None:
    assert decide(False).verdict is Verdict.FAIL
    assert decide(False, unlimited=True).verdict is Verdict.FAIL


def test_an_end_declared_as_none_is_unlimited_where_the_rule_says_so() -> None:
    licence = {"issued_on": "2020-01-01", "valid_until": False}
    assert decide(licence, unlimited=True).verdict is Verdict.PASS
    assert decide({**licence, "issued_on": "2026-03-11"}, unlimited=True).verdict is Verdict.FAIL
    assert decide({"issued_on": "2020-01-01"}, unlimited=True).verdict is Verdict.UNKNOWN
