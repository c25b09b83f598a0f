"""What fails beside a row that could not be read fails when it is read, too: the row may be what excuses it.

So it is with examples of what is no offence: time and again one of their rows is made unreadable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.engines.spark.weaving import Question, Recorder
from wicheck.billing.batches import Unread
from wicheck.billing.touching import touching
from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.asides import LINKS
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Batch, Limits
from wicheck.library import Library
from wicheck.model import Asked, Verdict
from wicheck.model.billing import UNREAD_ROW
from wicheck.packs.bind import SQL
from wicheck.plugins import workshop
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import Example, examples_of
from wicheck.proving.prove import Prover

Place = tuple[str | None, str | None]
LIBRARY = Library(Schemas(), workshop())
MOST = 2
"""Examples of each query."""
STRICT = {"number", "date", "datetime", "boolean", "choice"}
"""Kinds of which a cell that says ``?`` cannot be read."""


def excused() -> list[Question]:
    """What the examples ask that show what is no offence, of queries that other rows may touch."""
    recorder = Recorder()
    taken: Counter[str] = Counter()
    with ExampleBilling(LIBRARY.schemas, lambda: recorder) as billing:
        prover = Prover(LIBRARY.schemas, LIBRARY.workshop, WorkingDayCalendar(), billing)
        for pack in LIBRARY.packs():
            rules = {rule.id: rule for rule in pack.rules if rule.check == SQL}
            for example in examples_of(Path(pack.folder)):
                if example.rule in rules and is_excuse(example):
                    query = billing.queries.of(rules[example.rule], pack)
                    if "'fail'" in query.sql and touching(query) and taken[query.name] < MOST:
                        taken[query.name] += 1
                        prover.prove(pack, example)
    return recorder.questions


def is_excuse(example: Example) -> bool:
    return example.shows == "exempt" and not example.unread and "earlier_claims" not in example.given.items


def spoilt(batch: Batch, tables: frozenset[str]) -> Iterator[tuple[str, Batch]]:
    """``batch`` time and again without what is of use in one row, and the table that this is of."""
    for name in tables & batch.tables.keys():
        for source in batch.tables[name]["sources"]:
            for number in range(len(source["rows"])):
                changed = {**batch.tables[name], "sources": [unreadable(source, number, batch.tables[name]["forms"])]}
                yield name, batch._replace(tables={**batch.tables, name: changed})


def unreadable(source: Mapping[str, Any], number: int, forms: Mapping[str, Any]) -> dict[str, Any]:
    """A cell more, of which nobody can tell what it says; what links the row to others stays."""
    column = next(name for name in forms if name not in LINKS and forms[name]["kind"] in STRICT)
    fields = [*(name for name in source["fields"] if name != column), column]
    cells = [dict(zip(source["fields"], row, strict=True)) for row in source["rows"]]
    cells[number][column] = "?"
    lines = [*range(1, len(cells) + 1)]
    return {**source, "fields": fields, "rows": [[row.get(name) for name in fields] for row in cells], "lines": lines}


def found(engine: DuckdbEngine, batch: Batch, asked: Asked, judged_on: date) -> tuple[Counter[Place], int]:
    """What certainly fails, by where it stands; and how much else would, but for the row that could not be read."""
    engine.open(batch)
    answer = engine.judge([asked], judged_on, totals=False).answers[asked.rule]
    assert not answer.failure, answer.failure
    certain = Counter((each.claim_id, each.line_number) for each in answer.rows if each.verdict is Verdict.FAIL)
    return certain, sum(UNREAD_ROW in each.evidence for each in answer.rows)


def test_what_fails_beside_a_row_that_could_not_be_read_fails_when_it_is_read() -> None:
    wrong, doubted = [], 0
    with DuckdbEngine(Limits(threads=1)) as engine:
        for batch, asked, judged_on in excused():
            whole, _ = found(engine, batch, asked, judged_on)
            for table, beside in spoilt(batch, touching(asked.query)):
                lost = Unread({table: 1}, {}).asking(asked)
                if lost.unread:
                    continue  # whatever fails does so for want of something in that table: it is unknown
                certain, doubtful = found(engine, beside, lost, judged_on)
                wrong += [(asked.rule, table, *where) for where in certain - whole]
                doubted += doubtful
    assert wrong == []
    assert doubted >= MOST, "else the examples show nothing"
