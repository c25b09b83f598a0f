"""equals: two given values are the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.equals import KIND
from wicheck.model import Verdict

decide = deciding(KIND, value="institution.a", other="institution.b")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("甲", "甲", "pass"),
        ("甲", "乙", "fail"),
        ("示例（东院）", "示例 (东院)", "pass"),
        (0, 0, "pass"),
        (0, 1, "fail"),
        (False, False, "fail"),
        (False, "甲", "fail"),
    ],
)
def test_only_the_same_given_value_passes(one: Any, other: Any, verdict: str) -> None:
    assert decide(record(institution={"a": one, "b": other})).verdict == verdict


@pytest.mark.parametrize(("data", "missing"), [({"a": "甲"}, ["b"]), ({"b": "甲"}, ["a"]), ({}, ["a", "b"])])
def test_a_value_that_is_not_written_is_unknown(data: dict[str, Any], missing: list[str]) -> None:
    outcome = decide(record(institution=data))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, tuple(("institution", name) for name in missing))
