"""same_identity: two identity numbers can be the same person's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.same_identity import KIND
from wicheck.model import Verdict

decide = deciding(KIND, value="institution.a", other="institution.b")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("999999198001020011", "999999198001020011", "pass"),
        ("99999919800102001X", "99999919800102001x", "pass"),
        ("999999198001020011", "999999198001020012", "fail"),
        ("999999********0011", "999999198001020011", "pass"),
        ("999999********0011", "999999198001020012", "fail"),
        ("999999***0011", "999999198001020011", "pass"),
        ("999999800102001", "999999198001020011", "pass"),
        ("999999800102002", "999999198001020011", "fail"),
        ("99999980010200", "999999198001020011", "fail"),
    ],
)
def test_shown_digits_tell_people_apart(one: str, other: str, verdict: str) -> None:
    assert decide(record(institution={"a": one, "b": other})).verdict == verdict
    assert decide(record(institution={"a": other, "b": one})).verdict == verdict


@pytest.mark.parametrize("data", [{"a": "999999198001020011"}, {"b": "999999198001020011"}, {}, {"a": False, "b": "1"}])
def test_without_two_numbers_there_is_nothing_to_compare(data: dict[str, Any]) -> None:
    assert decide(record(institution=data)).verdict is Verdict.NOT_APPLICABLE
