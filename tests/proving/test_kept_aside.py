"""Of all examples of all packs: what fails beside a row that could not be read fails when it is read, too.

The examples share a few batches, in which everybody's ids are their own. Time and again one row of each of them is made
unreadable, of one table, and all questions are asked that may be touched by it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.engines.spark.weaving import Woven, questions, woven
from wicheck.billing.batches import Unread
from wicheck.engines.duckdb.asides import LINKS
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Batch, Limits
from wicheck.model import Asked, Verdict

_EXAMPLE = re.compile(r"~(\d+)$")
_MOST_ROWS = 4
"""Rows of one table that examples have; most have fewer."""
Found = Counter[tuple[Any, ...]]


def failing(engine: DuckdbEngine, batch: Batch, asked: Sequence[Asked], judged_on: Any) -> Found:
    """What certainly offends, by the query and where it stands."""
    engine.open(batch)
    for rule, answer in engine.judge(asked, judged_on, totals=False).answers.items():
        assert not answer.failure, (rule, answer.failure)
    offences = (each for each in engine.offences() if each.verdict is Verdict.FAIL)
    return Counter((each.rule, each.claim_id, each.line_number) for each in offences)


def spoilt(table: Mapping[str, Any], turn: int) -> tuple[dict[str, Any], int]:
    """``table`` without what is of no use in row ``turn`` of each example, and how many rows these are."""
    (source,) = table["sources"]
    fields = source["fields"]
    at = next(
        (place for place, name in enumerate(fields) if name not in LINKS and table["forms"][name]["kind"] in _STRICT), None
    )
    counts: Counter[str] = Counter()
    rows, spoiled = [], 0
    for number, row in enumerate(source["rows"]):
        example = next((found[1] for cell in row if cell and (found := _EXAMPLE.search(cell))), f"row {number}")
        chosen = at is not None and counts[example] == turn
        counts[example] += 1
        spoiled += chosen
        rows.append([*row[:at], "?", *row[at + 1 :]] if at is not None and chosen else row)
    return {**table, "sources": [{**source, "rows": rows}]}, spoiled


_STRICT = {"number", "date", "datetime", "boolean", "choice"}
"""Kinds of which a cell that says ``?`` cannot be read."""


def turns(each: Woven) -> Iterator[tuple[Batch, list[Asked]]]:
    for name, table in each.batch.tables.items():
        if not table["sources"][0]["rows"]:
            continue
        for turn in range(_MOST_ROWS):
            changed, count = spoilt(table, turn)
            lost = Unread({name: count}, {})
            asked = [lost.asking(question) for question in each.asked]
            touched = [question for question in asked if question.touching and not question.unread]
            if count and touched:
                yield each.batch._replace(tables={**each.batch.tables, name: changed}), touched


def test_what_fails_beside_a_row_that_could_not_be_read_fails_when_it_is_read() -> None:
    import time
    t0 = time.time()
    q = questions()
    b = woven(q)
    print(len(q), len(b), time.time() - t0, [len(each.asked) for each in b])
    wrong: dict[str, list[Any]] = defaultdict(list)
    n = 0
    with DuckdbEngine(Limits(seconds=600)) as engine:
        for each in b:
            whole = failing(engine, each.batch, [Unread({}, {}).asking(q) for q in each.asked], each.judged_on)
            for batch, asked in turns(each):
                n += 1
                beside = failing(engine, batch, asked, each.judged_on)
                names = {question.rule: question.query.name for question in asked}
                for (rule, *where), _ in (beside - whole).items():
                    wrong[names[rule]].append(where)
            print(n, sum(whole.values()), time.time() - t0, flush=True)
    assert wrong == {}
