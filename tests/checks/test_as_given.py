"""as_given: every way of stating it that is given must hold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.as_given import KIND
from wicheck.model import Verdict


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        ({"months": 6}, Verdict.PASS),
        ({"days": 180}, Verdict.PASS),
        ({"months": 6, "days": 30}, Verdict.FAIL),
        ({"months": 5}, Verdict.FAIL),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_every_way_that_is_given_must_hold(data: dict[str, Any], verdict: Verdict) -> None:
    checks = [
        {"check": "at_least", "value": "registry.months", "minimum": 6},
        {"check": "at_least", "value": "registry.days", "minimum": 180},
    ]
    assert judged(KIND, data, checks=checks).verdict is verdict
