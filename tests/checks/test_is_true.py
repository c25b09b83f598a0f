"""is_true and is_false: one answer is right, the other is not, and silence is neither."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks import is_false, is_true
from wicheck.model import CheckKind, Verdict

PATH = ("institution", "ward", "dedicated")


@pytest.mark.parametrize(
    ("kind", "answer", "verdict"),
    [
        (is_true.KIND, True, "pass"),
        (is_true.KIND, False, "fail"),
        (is_false.KIND, False, "pass"),
        (is_false.KIND, True, "fail"),
    ],
)
def test_the_answer_decides(kind: CheckKind, answer: bool, verdict: str) -> None:
    outcome = deciding(kind, value="institution.ward.dedicated")(record(institution={"ward": {"dedicated": answer}}))
    assert (outcome.verdict, outcome.evidence, outcome.observed) == (verdict, (PATH,), answer)


@pytest.mark.parametrize("kind", [is_true.KIND, is_false.KIND])
@pytest.mark.parametrize("data", [{}, {"ward": {}}])
def test_no_answer_is_unknown_and_named(kind: CheckKind, data: dict[str, Any]) -> None:
    outcome = deciding(kind, value="institution.ward.dedicated")(record(institution=data))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (PATH,))


@pytest.mark.parametrize(("kind", "verdict"), [(is_true.KIND, "fail"), (is_false.KIND, "pass")])
def test_what_was_declared_as_none_is_a_no(kind: CheckKind, verdict: str) -> None:
    assert deciding(kind, value="institution.ward.dedicated")(record(institution={"ward": False})).verdict == verdict
