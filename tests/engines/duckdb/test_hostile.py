"""Queries that would harm: each ends as a failure of its own, and the others are answered."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wicheck.engines.duckdb import host, limits
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits, Reason
from wicheck.model import Verdict

from .asking import asked, batch, line, offending

ON = date(2026, 6, 1)
LINES = [line(str(number), amount="1") for number in range(200)]
UNGUARDED = """
from wicheck.engines.duckdb import child, guard
guard.read = lambda connection, text, views: guard.Reading(frozenset(views & {"lines"}), frozenset())
child.main()
"""
"""The child without its first line of defence."""
PARENT = """
import time
from wicheck.engines.duckdb.host import DuckdbEngine
engine = DuckdbEngine()
print(engine._running()._process.pid, engine._workspace, flush=True)
time.sleep(60)
"""


def judged(engine, hostile):
    """What a hostile query gives between two honest ones."""
    engine.open(batch(lines=LINES))
    found = engine.judge([asked(offending(), "r/before"), hostile, asked(offending(), "r/after")], ON)
    assert found.answers["r/before"].counts == found.answers["r/after"].counts == {Verdict.FAIL: 200}
    assert found.totals.amount == Decimal(200)
    return found.answers[hostile.rule]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "COPY lines TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.db'",
        "INSTALL httpfs",
        "SET memory_limit = '1TB'",
        "PRAGMA database_list",
        "WITH w AS (INSERT INTO lines VALUES (1) RETURNING *) SELECT * FROM w",
        "SELECT repeat('x', 4000000000)",
        "SELECT unnest(range(2000000000))",
        "SELECT levenshtein(claim_id, claim_id) FROM lines",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT n FROM r",
        "SELECT getenv('HOME')",
        "SELECT * FROM query_table('claims')",
    ],
)
def test_what_is_more_than_reading_is_refused(engine, text):
    assert judged(engine, asked(text, built_in=False)).failure.reason is Reason.REFUSED


def test_text_that_doubles_and_doubles_ends_at_the_memory_limit():
    steps = ", ".join(f"s{n + 1} AS (SELECT concat({', '.join(['s'] * 10)}) AS s FROM s{n})" for n in range(12))
    text = f"WITH s0 AS (SELECT max(claim_id) AS s FROM lines), {steps} {offending('length((SELECT s FROM s12))')}"

    with DuckdbEngine(Limits(memory_bytes=200 << 20, seconds=20)) as engine:
        assert judged(engine, asked(text, built_in=False)).failure.reason in {Reason.ERROR, Reason.KILLED}


def test_a_query_without_end_is_stopped_after_its_time():
    crossed = ", ".join(f"lines AS l{n}" for n in range(8))
    text = (
        f"SELECT 'x' AS claim_id, 1 AS line_row, 'fail' AS verdict, sum(l0.amount + l7.amount) AS amount FROM {crossed}"
    )

    with DuckdbEngine(Limits(seconds=1)) as engine:
        failure = judged(engine, asked(text, built_in=False)).failure

    assert failure.reason is Reason.KILLED
    assert "1 秒" in failure.message.zh


@pytest.mark.skipif(not limits.hard(), reason="this platform holds no process to its limits")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT content FROM read_text('/etc/passwd')", Reason.ERROR),
        ("SELECT 1 FROM '/etc/passwd'", Reason.ERROR),
        ("SELECT getenv('HOME')", Reason.ERROR),
        ("SELECT repeat('x', 4000000000)", None),
        ("SELECT unnest(range(2000000000))", None),
        ("SELECT levenshtein(repeat('x', 4000000), repeat('y', 4000000))", Reason.KILLED),
        ("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT n FROM r", None),
    ],
)
def test_the_process_holds_also_what_gets_past_the_guard(text, reason):
    hostile = asked(
        f"SELECT CAST(x AS VARCHAR) AS claim_id, 1 AS line_row, 'fail' AS verdict, 1 AS amount FROM ({text}) AS t(x)",
        built_in=False,
    )

    with DuckdbEngine(Limits(memory_bytes=200 << 20, seconds=3), [sys.executable, "-P", "-c", UNGUARDED]) as engine:
        failure = judged(engine, hostile).failure

    assert failure is not None
    assert reason in {None, failure.reason}


def test_a_child_that_dies_is_replaced_and_keeps_what_it_had_found(monkeypatch):
    monkeypatch.setattr(host, "_SMALL", 0)
    with DuckdbEngine() as engine:
        engine.open(batch(lines=LINES))
        questions = [asked(offending(), f"r/{number}") for number in range(3)]
        ask, numbers = engine._run, []

        def run(number, *rest):
            if number == 1:
                os.kill(engine._running()._process.pid, signal.SIGKILL)
            numbers.append(number)
            return ask(number, *rest)

        engine._run = run
        found = engine.judge(questions, ON)

    assert [found.answers[each.rule].counts for each in questions] == [{Verdict.FAIL: 200}, {}, {Verdict.FAIL: 200}]
    assert found.answers["r/1"].failure.reason is Reason.KILLED
    assert numbers == [0, 1, 2]


def test_where_there_are_no_hard_limits_only_our_own_queries_run(monkeypatch):
    monkeypatch.setattr(limits, "resource", None)
    with DuckdbEngine() as engine:
        engine.open(batch(lines=LINES))
        found = engine.judge([asked(offending(), "r/ours"), asked(offending(), "r/theirs", built_in=False)], ON)

    assert found.answers["r/ours"].counts == {Verdict.FAIL: 200}
    assert found.answers["r/theirs"].failure.reason is Reason.REFUSED


def test_nothing_is_left_behind_also_when_it_is_interrupted():
    with pytest.raises(KeyboardInterrupt), DuckdbEngine() as engine:  # noqa: PT012 - the interruption is in the middle
        workspace, process = engine._workspace, engine._running()._process
        engine.open(batch(lines=LINES))
        threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        time.sleep(10)

    assert not workspace.exists()
    assert process.returncode is not None


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the system for its processes")
def test_a_child_ends_with_its_parent_and_leaves_nothing():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as started:
        pid, workspace = started.stdout.readline().split()
        started.kill()
    end = time.monotonic() + 20
    while Path(f"/proc/{pid}").exists() and "State:\tZ" not in Path(f"/proc/{pid}/status").read_text():
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not Path(workspace).exists()
