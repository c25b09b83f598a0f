"""for_service_kind: whoever serves the kind, or is judged for it, is asked; nobody else is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from tests.checks.nesting import nesting
from wicheck.checks.for_service_kind import KIND
from wicheck.model import Outcome, ServiceKind, Verdict

STANDARDS = [{"check": "is_true", "value": "institution.standards"}]
SERVES = ("institution", "service_kinds")


def asking(*judged: ServiceKind, **institution: Any) -> Outcome:
    decide = deciding(KIND, nesting(), service_kind="medical", serves=".".join(SERVES), checks=STANDARDS)
    return decide(replace(record(institution=institution), service_kinds=judged))


@pytest.mark.parametrize(("standards", "verdict"), [(True, Verdict.PASS), (False, Verdict.FAIL)])
def test_whoever_is_judged_for_the_kind_is_asked(standards: bool, verdict: Verdict) -> None:
    assert asking(ServiceKind.MEDICAL, standards=standards).verdict is verdict


def test_whoever_serves_the_kind_is_asked_though_judged_for_another() -> None:
    outcome = asking(ServiceKind.REHABILITATION, service_kinds=["medical"])
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "standards"),))


def test_others_are_asked_nothing() -> None:
    assert asking(ServiceKind.REHABILITATION, standards=False).verdict is Verdict.NOT_APPLICABLE
    assert asking(service_kinds=["rehabilitation"]).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("said", [{}, {"service_kinds": []}])
def test_where_nobody_says_which_kinds_nothing_is_known(said: dict[str, Any]) -> None:
    outcome = asking(standards=True, **said)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (SERVES,))
