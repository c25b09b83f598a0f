"""reached: one sign of a step is enough, and a step that leaves no sign has not come."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.reached import KIND
from wicheck.model import DocumentKind, Outcome, Verdict

SIGNS = ["application.reviewed_on", "application.reviewers"]


def decided(**application: Any) -> Outcome:
    return deciding(KIND, signs=SIGNS)(record(DocumentKind.APPLICATION, application=application))


@pytest.mark.parametrize("sign", [{"reviewed_on": "2026-03-12"}, {"reviewers": [{"name": "甲"}]}])
def test_any_sign_shows_that_the_step_came(sign: dict[str, Any]) -> None:
    assert decided(**sign).verdict is Verdict.PASS


@pytest.mark.parametrize("nothing", [{}, {"reviewed_on": False}, {"reviewers": []}])
def test_without_a_sign_it_did_not(nothing: dict[str, Any]) -> None:
    assert decided(**nothing).verdict is Verdict.FAIL


def test_the_signs_that_are_there_are_the_evidence() -> None:
    assert decided(reviewed_on="2026-03-12").evidence == (("application", "reviewed_on"),)
