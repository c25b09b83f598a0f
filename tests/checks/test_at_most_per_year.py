"""at_most_per_year: calendar years, and one too many where the text leaves room."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.at_most_per_year import KIND
from wicheck.model import Verdict


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["2026-01-01"], Verdict.PASS),
        (["2025-12-31", "2026-01-01"], Verdict.PASS),
        (["2026-01-01", "2026-12-31"], Verdict.FAIL),
        (["2026-01-01", None], Verdict.UNKNOWN),
        ([None], Verdict.PASS),
        ([], Verdict.PASS),
    ],
)
def test_at_most_one_per_calendar_year(days: list[str | None], verdict: Verdict) -> None:
    changes = [{"changed_on": day} if day else {"reason": "搬家"} for day in days]
    arguments: dict[str, Any] = {"entries": "registry.changes", "date": "changed_on", "maximum": 1}
    assert judged(KIND, {"changes": changes}, **arguments).verdict is verdict


def test_a_vague_word_leaves_the_second_change_to_people() -> None:
    changes = [{"changed_on": "2026-01-01"}, {"changed_on": "2026-05-01"}]
    arguments: dict[str, Any] = {
        "entries": "registry.changes",
        "date": "changed_on",
        "maximum": 1,
        "exceptions_allowed": "一般",
    }
    outcome = judged(KIND, {"changes": changes}, **arguments)
    assert (outcome.verdict, outcome.shortfall) == (Verdict.REVIEW, 1)
    assert judged(KIND, {}, **arguments).verdict is Verdict.UNKNOWN
