"""outside_division: places outside a territory, and codes too coarse to tell."""

from __future__ import annotations

import pytest

from tests.checks.nesting import judged
from wicheck.checks.outside_division import KIND
from wicheck.model import Verdict


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("640104", Verdict.FAIL),
        ("640000", Verdict.FAIL),
        ("330702", Verdict.PASS),
        ("650000", Verdict.PASS),
        ("000000", Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_place_outside_the_region(code: str | None, verdict: Verdict) -> None:
    data = {"code": code} if code else {}
    assert judged(KIND, data, value="registry.code", division="640000").verdict is verdict


def test_a_code_too_coarse_to_tell_is_unknown() -> None:
    outcome = judged(KIND, {"code": "330000"}, value="registry.code", division="330700")
    assert outcome.verdict is Verdict.UNKNOWN
