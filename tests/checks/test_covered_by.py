"""covered_by: dates fall under the periods of another list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.covered_by import KIND
from wicheck.model import Outcome, Verdict

SIGNED = {"institution_code": "H1", "institution_name": "甲", "starts_on": "2026-01-01", "ends_on": "2026-06-30"}


@pytest.mark.parametrize(
    ("visit", "verdict"),
    [
        ({"institution_code": "H1", "visited_on": "2026-01-01"}, Verdict.PASS),
        ({"institution_code": "H1", "visited_on": "2026-06-30"}, Verdict.PASS),
        ({"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}, Verdict.FAIL),
        ({"institution_name": "甲", "visited_on": "2026-03-01"}, Verdict.PASS),
        ({"institution_code": "H2", "visited_on": "2026-03-01", "emergency": False}, Verdict.FAIL),
        ({"institution_code": "H2", "visited_on": "2026-03-01", "emergency": True}, Verdict.PASS),
        ({"institution_code": "H2", "visited_on": "2026-03-01"}, Verdict.UNKNOWN),
        ({"institution_code": "H1", "emergency": False}, Verdict.UNKNOWN),
        ({"visited_on": "2026-03-01", "emergency": False}, Verdict.UNKNOWN),
    ],
)
def test_visits_fall_under_a_signed_institution(visit: dict[str, Any], verdict: Verdict) -> None:
    assert covered({"visits": [visit], "signed": [SIGNED]}).verdict is verdict


def test_an_open_period_covers_and_an_unwritten_one_might() -> None:
    visit = {"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}
    assert covered({"visits": [visit], "signed": [{**SIGNED, "ends_on": False}]}).verdict is Verdict.PASS
    unwritten = {key: value for key, value in SIGNED.items() if key != "ends_on"}
    outcome = covered({"visits": [visit], "signed": [unwritten]})
    assert outcome.missing == (("registry", "signed", 0, "ends_on"),)


def test_visits_without_anything_signed_are_not_covered() -> None:
    visit = {"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}
    assert covered({"visits": [visit], "signed": False}).verdict is Verdict.FAIL
    assert covered({"visits": [visit]}).verdict is Verdict.UNKNOWN
    assert covered({"signed": [SIGNED]}).verdict is Verdict.UNKNOWN
    assert covered({"visits": False, "signed": [SIGNED]}).verdict is Verdict.NOT_APPLICABLE


def covered(data: dict[str, Any]) -> Outcome:
    arguments: dict[str, Any] = {
        "entries": "registry.visits",
        "date": "visited_on",
        "by": "registry.signed",
        "same": ["institution_code", "institution_name"],
        "from": "starts_on",
        "until": "ends_on",
        "unless": "emergency",
    }
    return judged(KIND, data, **arguments)
