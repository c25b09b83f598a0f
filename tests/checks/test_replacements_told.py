"""replacements_told: what a list of those in force shows, and what a list of changes tells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.replacements_told import KIND
from wicheck.model import Verdict

ARGUMENTS: dict[str, Any] = {
    "entries": "registry.signed",
    "from": "starts_on",
    "until": "ends_on",
    "told": "registry.changes",
    "date": "changed_on",
}
FIRST = ("2025-01-01", "2026-01-31")
SECOND = ("2026-02-01", False)


def said(signed: Any, changes: Any) -> Verdict:
    terms = [{"starts_on": start, **({"ends_on": end} if end is not None else {})} for start, end in signed or ()]
    told = [{"changed_on": day} if day else {"reason": "搬家"} for day in changes or ()]
    data = {"signed": terms if signed is not False else False, "changes": told if changes is not False else False}
    return judged(KIND, data, **ARGUMENTS).verdict


@pytest.mark.parametrize(
    ("signed", "changes", "verdict"),
    [
        ([FIRST, SECOND], False, Verdict.UNKNOWN),
        ([FIRST, SECOND], ["2026-02-01"], Verdict.PASS),
        ([FIRST, SECOND], ["2025-02-01"], Verdict.UNKNOWN),
        ([FIRST, SECOND], [None], Verdict.PASS),
        ([FIRST, ("2026-01-31", False)], False, Verdict.UNKNOWN),
        ([FIRST, ("2026-01-30", False)], False, Verdict.PASS),
        ([FIRST, ("2026-03-11", False)], False, Verdict.PASS),
        ([FIRST, ("2026-02-01", "2026-02-28"), ("2026-03-01", False)], ["2026-02-01"], Verdict.UNKNOWN),
        ([FIRST, FIRST, SECOND, SECOND], ["2026-02-01"], Verdict.PASS),
        ([FIRST, SECOND, ("2026-03-01", False)], ["2026-02-01"], Verdict.PASS),
        ([FIRST, FIRST, SECOND, ("2026-03-01", False)], ["2026-02-01"], Verdict.UNKNOWN),
        ([("2025-01-01", False), ("2026-02-01", False)], False, Verdict.PASS),
        ([("2025-01-01", None), SECOND], False, Verdict.PASS),
        (False, False, Verdict.PASS),
    ],
)
def test_as_many_changes_are_told_as_the_list_shows(signed: Any, changes: Any, verdict: Verdict) -> None:
    assert said(signed, changes) is verdict


@pytest.mark.parametrize("data", [{}, {"signed": False}, {"changes": False}])
def test_where_a_list_says_nothing_there_is_nothing_to_compare(data: dict[str, Any]) -> None:
    assert judged(KIND, data, **ARGUMENTS).verdict is Verdict.NOT_APPLICABLE


def test_the_year_in_which_most_is_missing_is_named() -> None:
    terms = [
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2026-01-01"),
        ("2026-01-02", "2026-02-01"),
        ("2026-02-02", False),
    ]
    signed = [{"starts_on": start, "ends_on": end} for start, end in terms]
    outcome = judged(KIND, {"signed": signed, "changes": False}, **ARGUMENTS)
    assert (outcome.values["year"], outcome.observed, outcome.required) == (2026, 2, 0)
