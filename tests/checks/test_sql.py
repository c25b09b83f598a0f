"""sql: a billing rule's verdict comes from the counts of its query's rows; nothing to judge is never met."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.checks.bench import BenchBinder, changed, deciding, record
from wicheck.checks.sql import KIND
from wicheck.model import (
    Answer,
    Bearer,
    DocumentKind,
    Figure,
    Outcome,
    Population,
    Query,
    Text,
    Verdict,
    same,
)

FAIL, UNKNOWN, REVIEW, SUSPECT = Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.SUSPECT
DAYS = Figure(Text("长期住院天数", "days of a long stay"), "integer")
QUERY = Query(
    name="q",
    title=same("q"),
    offence=same("q"),
    not_an_offence=None,
    unknown=None,
    money=None,
    bearer=Bearer.FUND,
    judges=(Population("lines"),),
    needs={},
    absent=UNKNOWN,
    parameters={},
    thresholds={"long_stay_days": DAYS},
    evidence={},
    alert=None,
)


class OneRule(BenchBinder):
    def rule_id(self) -> str:
        return "c-1/d"


def concluded(answer: Answer | None) -> Outcome:
    batch = record(DocumentKind.CLAIMS, institution={}, claims={})
    answers = {"c-1/d": answer} if answer else {}
    return deciding(KIND, OneRule(), query="q")(changed(batch, answers=answers))


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ({FAIL: 1, UNKNOWN: 5, REVIEW: 2, SUSPECT: 9}, Verdict.FAIL),
        ({UNKNOWN: 1, REVIEW: 2, SUSPECT: 9}, Verdict.UNKNOWN),
        ({REVIEW: 2, SUSPECT: 9}, Verdict.REVIEW),
        ({SUSPECT: 9}, Verdict.SUSPECT),
        ({FAIL: 0}, Verdict.PASS),
        ({}, Verdict.PASS),
    ],
)
def test_the_worst_row_decides(counts: dict[Verdict, int], verdict: Verdict) -> None:
    assert concluded(Answer(QUERY, judged=100, counts=counts)).verdict is verdict


def test_a_batch_without_anything_to_judge_is_not_met() -> None:
    assert concluded(Answer(QUERY, judged=0)).verdict is Verdict.NOT_APPLICABLE


def test_a_failure_tells_how_many_and_how_much() -> None:
    outcome = concluded(Answer(QUERY, judged=100, counts={FAIL: 3, UNKNOWN: 2}, amount=Decimal("12.5")))

    assert outcome.observed == 3
    assert (
        outcome.message.text.filled(outcome.values).zh
        == "3 处不符合，涉及 12.50 元；另有 2 处资料不足（共判定 100 条）"
    )


@pytest.mark.parametrize("absent", [UNKNOWN, REVIEW])
def test_absent_columns_are_named_and_never_pass(absent: Verdict) -> None:
    missing = (("claims", "lines", "trace_code"),)
    outcome = concluded(Answer(QUERY._replace(absent=absent), missing=missing))

    assert (outcome.verdict, outcome.missing) == (absent, missing)
    assert "trace_code" in outcome.message.text.filled(outcome.values).zh


def test_a_check_of_the_data_misses_nothing_where_there_is_nothing_to_compare() -> None:
    absent = QUERY._replace(absent=Verdict.NOT_APPLICABLE)
    outcome = concluded(Answer(absent, missing=(("claims", "lines", "trace_code"),)))

    assert (outcome.verdict, outcome.missing) == (Verdict.NOT_APPLICABLE, ())
    assert "trace_code" in outcome.message.text.filled(outcome.values).zh


def test_a_threshold_that_nobody_set_is_for_a_person_and_named() -> None:
    outcome = concluded(Answer(QUERY, thresholds=("long_stay_days",)))

    assert outcome.verdict is Verdict.REVIEW
    assert outcome.message.text.filled(outcome.values).zh == "须先设定阈值：长期住院天数（long_stay_days）"


def test_a_query_that_broke_is_an_error_of_its_rule() -> None:
    assert concluded(Answer(QUERY, failure=same("out of memory"))).verdict is Verdict.ERROR


def test_without_an_answer_nothing_is_met() -> None:
    assert concluded(None).verdict is Verdict.ERROR


def test_a_verdict_that_queries_may_not_give_breaks_the_rule() -> None:
    with pytest.raises(ValueError, match="pass"):
        concluded(Answer(QUERY, judged=1, counts={Verdict.PASS: 1}))


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [({}, Verdict.PASS), ({REVIEW: 2}, Verdict.REVIEW), ({FAIL: 1, REVIEW: 2}, Verdict.FAIL), ({UNKNOWN: 1}, UNKNOWN)],
)
def test_an_optional_threshold_that_nobody_set_is_named_only_where_a_row_waits_for_it(counts, verdict):
    outcome = concluded(Answer(QUERY, judged=9, counts=counts, thresholds=("long_stay_days",)))

    assert outcome.verdict is verdict
    assert (outcome.message.id == "sql.no_threshold") is (verdict is Verdict.REVIEW)


@pytest.mark.parametrize("unread", [{"unread_rows": 3}, {"unread_files": 1}])
@pytest.mark.parametrize("judged", [0, 100])
@pytest.mark.parametrize("counts", [{}, {SUSPECT: 9}, {REVIEW: 2}, {UNKNOWN: 1}])
def test_what_could_not_be_read_may_offend(counts: dict[Verdict, int], judged: int, unread: dict[str, int]) -> None:
    assert concluded(Answer(QUERY, judged=judged, counts=counts, **unread)).verdict is UNKNOWN


def test_what_certainly_offends_does_so_beside_rows_that_could_not_be_read() -> None:
    outcome = concluded(Answer(QUERY, judged=100, counts={FAIL: 3}, unread_rows=2, unread_files=1))

    assert (outcome.verdict, outcome.observed) == (FAIL, 3)
    assert (
        outcome.message.text.filled(outcome.values).zh
        == "3 处不符合；另外有 2 行、有 1 个文件没有读懂，没有参加判断（共判定 100 条）"
    )


def test_rows_that_could_not_be_read_are_told_with_what_was_found_in_the_others() -> None:
    def told(counts: dict[Verdict, int]) -> str:
        outcome = concluded(Answer(QUERY, judged=100, counts=counts, unread_rows=2))
        return outcome.message.text.filled(outcome.values).zh

    assert told({FAIL: 1, UNKNOWN: 2}) == (
        "1 处不符合；另外有 2 行没有读懂，没有参加判断，还有2 处资料不足（共判定 100 条）"
    )
    begin = "有 2 行没有读懂，没有参加判断，所以不能断定符合；其余 100 条中"
    assert told({}) == begin + "没有发现问题"
    assert told({UNKNOWN: 1, REVIEW: 2, SUSPECT: 3}) == begin + "1 处资料不足、2 处须由人认定、3 处疑点"
