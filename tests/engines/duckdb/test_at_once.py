"""The queries of a small batch run several at a time; whatever goes wrong so, each has its own answer in the end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wicheck.engines.duckdb import host
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits, Reason
from wicheck.model import Verdict

from .asking import ON, asked, batch, line, offending

LINES = [line(str(number), claim=f"C{number % 3}", amount=str(number)) for number in range(1, 41)]
QUESTIONS = [
    asked(offending(condition=f"amount > {least}", verdict="'fail'" if least % 2 else "'unknown'"), f"r/{least}")
    for least in range(35)
]


@pytest.fixture
def engine():
    with DuckdbEngine(Limits(threads=2)) as started:
        yield started


def said(engine, questions):
    """What was asked of the child, and what came of it."""
    ask, done = engine._ask, []

    def heard(question, *rest):
        done.append(question["do"])
        return ask(question, *rest)

    engine._ask = heard
    engine.open(batch(lines=LINES))
    return engine.judge(questions, ON), done


def test_they_are_one_question_to_the_child(engine):
    found, done = said(engine, QUESTIONS)

    assert done.count("run_all") == 1
    assert "run" not in done
    assert [sum(found.answers[f"r/{least}"].counts.values()) for least in range(35)] == [40 - n for n in range(35)]
    assert found.totals.amount == sum(range(2, 41)), "line 1 is found by no query that says fail"


def test_a_large_batch_is_asked_one_by_one_and_says_the_same(engine, monkeypatch):
    together, _ = said(engine, QUESTIONS)
    monkeypatch.setattr(host, "_SMALL", len(LINES) - 1)

    alone, done = said(engine, QUESTIONS)

    assert done.count("run") == len(QUESTIONS)
    assert alone == together


def test_what_fails_fails_alone_and_is_told_as_ever(engine):
    faulty = asked(offending(), "r/faulty", evidence=["ceiling"])

    found, done = said(engine, [QUESTIONS[0], faulty, QUESTIONS[1]])

    assert done.count("run") == 1
    assert "ceiling" in found.answers["r/faulty"].failure.message.zh
    assert [sum(found.answers[name].counts.values()) for name in ("r/0", "r/1")] == [40, 39]


def test_one_that_cannot_even_be_prepared_does_not_hinder_the_others(engine):
    unreadable = asked("SELECT FROM WHERE", "r/unreadable")

    found, _ = said(engine, [QUESTIONS[0], unreadable, QUESTIONS[1]])

    assert found.answers["r/unreadable"].failure.reason is not None
    assert [sum(found.answers[name].counts.values()) for name in ("r/0", "r/1")] == [40, 39]


def test_where_the_child_breaks_each_is_asked_again_by_itself(engine):
    ask = engine._ask

    def deadly(question, *rest):
        if question["do"] == "run_all":
            engine._running()._process.kill()
        return ask(question, *rest)

    engine._ask = deadly
    found, done = said(engine, QUESTIONS[:3])

    assert done.count("run") == 3
    assert found.totals.amount == Decimal(sum(range(2, 41)))
    assert [answer.failure for answer in found.answers.values()] == [None, None, None]


def test_queries_of_others_are_asked_by_themselves(engine):
    theirs = asked(offending(), "r/theirs", built_in=False)

    found, done = said(engine, [QUESTIONS[0], theirs, QUESTIONS[1]])

    assert (done.count("run_all"), done.count("run")) == (1, 1)
    assert found.answers["r/theirs"].counts == {Verdict.FAIL: 40}


def test_what_takes_too_long_is_stopped():
    endless = "SELECT a.claim_id, a.row AS line_row, 'fail' AS verdict, a.amount FROM " + ", ".join(
        f"lines AS {name}" for name in "abcdefg"
    )
    with DuckdbEngine(Limits(threads=2, seconds=1)) as engine:
        found, _ = said(engine, [QUESTIONS[1], asked(endless, "r/endless")])

    assert found.answers["r/endless"].failure.reason is Reason.KILLED
    assert found.answers["r/1"].counts == {Verdict.FAIL: 39}
