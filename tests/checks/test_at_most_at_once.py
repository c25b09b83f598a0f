"""at_most_at_once: what runs at the same time is counted, and what is not written never hides one too many."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.at_most_at_once import KIND
from wicheck.model import Verdict


def runs(*periods: tuple[str | None, Any]) -> list[dict[str, Any]]:
    keyed = [{"starts_on": starts, "ends_on": ends} for starts, ends in periods]
    return [{key: value for key, value in each.items() if value is not None} for each in keyed]


@pytest.mark.parametrize(
    ("periods", "verdict"),
    [
        ([("2026-01-01", False)] * 3, Verdict.PASS),
        ([("2026-01-01", False)] * 4, Verdict.FAIL),
        ([("2026-01-01", False)] * 3 + [("2026-02-01", False)], Verdict.FAIL),
        ([("2026-01-01", "2026-02-01"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.PASS),
        ([("2026-01-01", "2026-02-02"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.FAIL),
        ([("2026-01-01", None), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.UNKNOWN),
        ([(None, False), *[("2026-01-01", False)] * 3], Verdict.UNKNOWN),
        ([(None, None)] * 3, Verdict.PASS),
    ],
)
def test_at_most_three_at_once(periods: list[tuple[str | None, Any]], verdict: Verdict) -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(KIND, {"signed": runs(*periods)}, **arguments).verdict is verdict


def test_at_once_a_list_not_written_is_unknown_and_none_is_fine() -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(KIND, {}, **arguments).verdict is Verdict.UNKNOWN
    assert judged(KIND, {"signed": False}, **arguments).verdict is Verdict.PASS
