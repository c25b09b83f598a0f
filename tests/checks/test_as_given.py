"""as_given: one thing stated in several ways must hold in every way it is stated."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import as_given, at_least, is_true
from wicheck.checks.support.arguments import MISSING
from wicheck.model import Outcome, Verdict

CHECKS = [
    {"check": "is_true", "value": "institution.enough"},
    {"check": "at_least", "value": "institution.count", "minimum": 6},
]


def decided(**institution: Any) -> Outcome:
    binder = BenchBinder(kinds={kind.name: kind for kind in (is_true.KIND, at_least.KIND)})
    return deciding(as_given.KIND, binder, checks=CHECKS)(record(institution=institution))


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"enough": True}, Verdict.PASS),
        ({"count": 6}, Verdict.PASS),
        ({"enough": True, "count": 6}, Verdict.PASS),
        ({"enough": True, "count": 5}, Verdict.FAIL),
        ({"enough": False, "count": 6}, Verdict.FAIL),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_ways_that_contradict_each_other_never_pass(given: dict[str, Any], verdict: Verdict) -> None:
    assert decided(**given).verdict is verdict


def test_nothing_stated_names_every_way_to_state_it() -> None:
    outcome = decided()
    assert outcome.message == MISSING
    assert outcome.missing == (("institution", "enough"), ("institution", "count"))
