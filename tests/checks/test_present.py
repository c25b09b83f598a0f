"""present: given and not declared as none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.present import KIND
from wicheck.model import Verdict

UNIT, LIST = ("institution", "unit"), ("institution", "equipment")


@pytest.mark.parametrize("value", ["医保办", 1, Decimal("0.5"), True, ["a"], {"name": "医保办"}])
def test_what_is_given_passes(value: Any) -> None:
    outcome = deciding(KIND, value="institution.unit")(record(institution={"unit": value}))
    assert (outcome.verdict, outcome.evidence) == (Verdict.PASS, (UNIT,))


@pytest.mark.parametrize("value", [False, [], 0, Decimal("0.0")])
def test_what_was_declared_as_none_fails_and_is_named(value: Any) -> None:
    outcome = deciding(KIND, value="institution.unit")(record(institution={"unit": value}))
    assert (outcome.verdict, outcome.evidence) == (Verdict.FAIL, (UNIT,))
    assert "institution.unit" in outcome.message.text.filled(outcome.values).zh


@pytest.mark.parametrize("data", [{}, {"unit": ""}, {"unit": {}}])
def test_what_is_not_written_is_unknown(data: dict[str, Any]) -> None:
    outcome = deciding(KIND, value="institution.unit")(record(institution=data))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (UNIT,))


def test_every_missing_entry_is_named() -> None:
    outcome = deciding(KIND, values=["institution.unit", "institution.equipment"])(record(institution={}))
    assert outcome.missing == (UNIT, LIST)


def test_one_given_and_one_missing_is_unknown() -> None:
    outcome = deciding(KIND, values=["institution.unit", "institution.equipment"])(record(institution={"unit": "a"}))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (LIST,))


def test_one_declared_as_none_fails_whatever_else_is_missing() -> None:
    outcome = deciding(KIND, values=["institution.unit", "institution.equipment"])(
        record(institution={"equipment": []})
    )
    assert (outcome.verdict, outcome.evidence) == (Verdict.FAIL, (LIST,))
