"""by_service_kind: every kind judged or served is asked its own, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from tests.checks.nesting import nesting
from wicheck.checks.by_service_kind import KIND
from wicheck.model import Outcome, ServiceKind, Verdict

MEDICAL, REHABILITATION = ServiceKind.MEDICAL, ServiceKind.REHABILITATION
CHECKS = {
    kind: {"check": "is_true", "value": f"institution.standards.{kind}"} for kind in ("medical", "rehabilitation")
}


def asking(judged: tuple[ServiceKind, ...], **institution: Any) -> Outcome:
    decide = deciding(KIND, nesting(), serves="institution.service_kinds", checks=CHECKS)
    return decide(replace(record(institution=institution), service_kinds=judged))


def test_only_the_kinds_judged_are_asked() -> None:
    assert asking((MEDICAL,), standards={"medical": True, "rehabilitation": False}).verdict is Verdict.PASS


def test_all_of_the_kinds_judged_must_hold() -> None:
    standards = {"medical": True, "rehabilitation": False}
    assert asking((MEDICAL, REHABILITATION), standards=standards).verdict is Verdict.FAIL


def test_kinds_served_beside_those_judged_are_asked_too() -> None:
    served = ["medical", "rehabilitation"]
    assert asking((MEDICAL,), service_kinds=served, standards={"medical": True}).missing == (
        ("institution", "standards", "rehabilitation"),
    )


def test_what_several_kinds_lack_is_named_together() -> None:
    assert asking((MEDICAL, REHABILITATION)).missing == (
        ("institution", "standards", "medical"),
        ("institution", "standards", "rehabilitation"),
    )


@pytest.mark.parametrize("served", [{}, {"service_kinds": []}])
def test_with_no_kind_known_nothing_is_known(served: dict[str, Any]) -> None:
    outcome = asking((), standards={"medical": True, "rehabilitation": True}, **served)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "service_kinds"),))


def test_a_kind_without_a_check_asks_nothing() -> None:
    assert asking((ServiceKind.ASSISTIVE_DEVICE,), standards={"medical": False}).verdict is Verdict.NOT_APPLICABLE
