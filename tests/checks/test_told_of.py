"""told_of: what one document dates must not be missing from another that lists such things."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.told_of import KIND
from wicheck.model import DocumentKind, Outcome, Verdict


def asking(ended: Any, history: Any, applied: str | None = "2026-03-10") -> Outcome:
    decide = deciding(
        KIND,
        value="agreement.ended_on",
        entries="application.terminations",
        key="ended_on",
        by="application.applied_on",
    )
    application = {"terminations": history, "applied_on": applied}
    given = {key: value for key, value in application.items() if value is not None}
    agreement = {} if ended is None else {"ended_on": ended}
    return decide(record(DocumentKind.AGREEMENT, agreement=agreement, application=given))


def test_what_is_listed_with_its_date_is_told_of() -> None:
    assert asking("2025-06-01", [{"ended_on": "2020-01-01"}, {"ended_on": "2025-06-01"}]).verdict is Verdict.PASS


@pytest.mark.parametrize("history", [False, [], [{"ended_on": "2020-01-01"}]])
def test_what_is_not_listed_contradicts_the_list(history: Any) -> None:
    assert asking("2025-06-01", history).verdict is Verdict.FAIL


@pytest.mark.parametrize(("ended", "verdict"), [("2026-03-10", Verdict.FAIL), ("2026-03-11", Verdict.NOT_APPLICABLE)])
def test_what_came_after_the_list_was_written_need_not_stand_there(ended: str, verdict: Verdict) -> None:
    assert asking(ended, False).verdict is verdict
    assert asking(ended, False, applied=None).verdict is verdict


@pytest.mark.parametrize(("ended", "history"), [(None, [{}]), (False, []), ("2025-06-01", None), ("2025-06-01", [{}])])
def test_where_one_side_says_nothing_there_is_nothing_to_compare(ended: Any, history: Any) -> None:
    assert asking(ended, history).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("history", [[], False])
def test_a_list_of_none_against_an_undated_one_is_not_known(history: Any) -> None:
    outcome = asking(None, history)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("agreement", "ended_on"),))
