"""The numbers of a batch's claims are there for the batches after it, and for those alone that name it."""

from __future__ import annotations

import os
import signal

import pytest

from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits
from wicheck.errors import InputError
from wicheck.model import Verdict

from .asking import ON, asked, batch, judge, line, offending, one

NUMBERS = """
SELECT claim_id, NULL AS line_row, 'suspect' AS verdict, 0 AS amount,
       institution_code, total_amount, listed, batch_id, file, file_row FROM {}
"""
EVIDENCE = ("institution_code", "total_amount", "listed", "batch_id", "file", "file_row")
OWN, EARLIER = (
    asked(NUMBERS.format(view), f"r/{view}", view, evidence=EVIDENCE) for view in ("claim_numbers", "earlier_claims")
)


def head(name, code=None):
    """The view ``batch`` of a batch of this name."""
    return {"batch": [(name, code, *[None] * 11)]}


def seen(answer):
    return [(row.claim_id, *(row.evidence.get(name) for name in EVIDENCE)) for row in answer.rows]


def test_a_number_is_one_row_with_all_its_money_and_the_first_of_its_places(engine):
    claims = [
        {"claim_id": "C1", "total_amount": "10"},
        {"claim_id": "C1", "total_amount": "-4"},
        {"claim_id": "C2"},
        {"total_amount": "5"},
    ]
    engine.open(batch(head("a", "H1"), claims=claims)._replace(name="numbers-a"))

    given = batch(head("b"), claims=[{"claim_id": "C3"}])
    found = judge(engine, given._replace(name="numbers-b", earlier=["numbers-a"]), OWN, EARLIER).answers

    assert seen(found["r/claim_numbers"]) == [("C3", None, None, "true", "b", "batch.yaml", "10")]
    assert seen(found["r/earlier_claims"]) == [
        ("C1", "H1", "6", "true", "a", "batch.yaml", "10"),
        ("C2", "H1", None, "true", "a", "batch.yaml", "12"),
    ]


def test_a_claim_may_say_itself_whose_it_is(engine):
    claims = [
        {"claim_id": "C1", "institution_code": "H2"},
        {"claim_id": "C1", "institution_code": "H2", "declaring_institution_code": "H3"},
    ]
    engine.open(batch(head("a", "H1"), claims=claims)._replace(name="whose-a"))

    found = one(engine, batch()._replace(name="whose-b", earlier=["whose-a"]), EARLIER)

    assert [(row[0], row[1]) for row in seen(found)] == [("C1", "H2"), ("C1", "H3")]


def test_a_batch_of_lines_alone_has_their_numbers(engine):
    lines = [line("1", amount="10"), line("2", amount="5"), line("3", "C2")]
    engine.open(batch(head("a"), lines=lines)._replace(name="lines-a"))

    found = one(engine, batch()._replace(name="lines-b", earlier=["lines-a"]), EARLIER)

    assert seen(found) == [
        ("C1", None, "15", "false", "a", "batch.yaml", "10"),
        ("C2", None, None, "false", "a", "batch.yaml", "12"),
    ]


def test_lines_beside_claims_have_no_numbers_of_their_own(engine):
    given = batch(claims=[{"claim_id": "C1"}], lines=[line("1", "C9")])
    engine.open(given._replace(name="beside-a"))

    found = one(engine, batch()._replace(name="beside-b", earlier=["beside-a"]), EARLIER)

    assert [row.claim_id for row in found.rows] == ["C1"]


def test_where_nothing_came_before_there_is_nothing_to_compare(engine):
    answers = judge(engine, batch(claims=[{"claim_id": "C1"}])._replace(name="first"), OWN, EARLIER).answers

    assert [answer.judged for answer in answers.values()] == [0, 0]


def test_rows_of_several_batches_before_stay_apart(engine):
    for name in ("apart-a", "apart-b"):
        engine.open(batch(claims=[{"claim_id": "C1"}])._replace(name=name))
    text = "SELECT claim_id, NULL AS line_row, 'suspect' AS verdict, count(DISTINCT row) AS amount FROM earlier_claims"
    question = asked(f"{text} GROUP BY claim_id", table="earlier_claims")

    answer = one(engine, batch()._replace(name="apart-c", earlier=["apart-a", "apart-b"]), question)

    assert answer.amounts == {Verdict.SUSPECT: 2}


def test_a_batch_that_could_not_be_read_has_no_numbers_and_hinders_none_after_it(engine, tmp_path):
    broken = batch(claims=[{"claim_id": "C1"}])
    broken.tables["claims"]["sources"].append(
        {"format": "parquet", "shown": "x.parquet", "path": str(tmp_path / "x"), "names": {}}
    )
    with pytest.raises(InputError):
        engine.open(broken._replace(name="broken"))
    engine.open(batch(claims=[{"claim_id": "C2"}])._replace(name="whole", earlier=["broken"]))

    found = one(engine, batch()._replace(name="last", earlier=["broken", "whole"]), EARLIER)

    assert [row.claim_id for row in found.rows] == ["C2"]


def test_numbers_outlive_the_child_that_found_them():
    with DuckdbEngine(Limits(threads=1)) as engine:
        engine.open(batch(claims=[{"claim_id": "C1"}])._replace(name="a"))
        engine.open(batch(claims=[{"claim_id": "C2"}])._replace(name="b", earlier=["a"]))
        ask = engine._run

        def run(*question):
            os.kill(engine._running()._process.pid, signal.SIGKILL)
            engine._run = ask
            return ask(*question)

        engine._run = run
        engine.judge([asked(offending("0", table="claims").replace("row AS", "NULL AS"), table="claims")], ON)
        restarted = engine.judge([EARLIER], ON).answers[EARLIER.rule]
        later = one(engine, batch(claims=[{"claim_id": "C3"}])._replace(name="c", earlier=["a", "b"]), EARLIER)

    assert [row.claim_id for row in restarted.rows] == ["C1"]
    assert [row.claim_id for row in later.rows] == ["C1", "C2"]
