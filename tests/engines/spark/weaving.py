"""The claims examples of all packs, woven into few batches: thousands of small ones would keep Spark busy for an hour.

Examples share a batch, in which everybody's ids are made their own; only those whose query looks at the header, at
institutions or agreements need others with the same. So a batch is none that an example meant, and what it comes to not
what the example expects; but it is full of boundaries, reversals and gaps, and two engines must make the same of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.engines.interface import Answer, Batch, Engine, Judgement, Loaded, Totals
from wicheck.library import Library
from wicheck.model import Asked
from wicheck.model.loading import Source
from wicheck.plugins import workshop
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Prover

_WORD = re.compile(r"\w+")
_ID = re.compile(r"(claim|visit|order|transfer|catalogue|worker|request|alert)_(id|number)$|^(code|catalogue_code)$")
"""Columns that tell whose a row is: cells of these are made an example's own."""
_IDENTITY, _RESIDENT = re.compile(r"identity_number$"), re.compile(r"(?!(.)\1+$)([0-9]{15}|[0-9]{17}[0-9Xx])")
"""Identity numbers are made its own too, by their division: else all examples would be about few people."""

_OF_A_BATCH = frozenset({"agreements", "batch", "institutions", "suspensions"})


class Question(NamedTuple):
    """What one example asks of its batch."""

    batch: Batch
    asked: Asked
    judged_on: date


class Woven(NamedTuple):
    """A batch of many examples, and all that they ask; the rules are named after the examples."""

    batch: Batch
    asked: tuple[Asked, ...]
    judged_on: date


class Recorder(Engine):
    """An engine that only remembers what it is asked."""

    def __init__(self) -> None:
        self.questions: list[Question] = []

    def open(self, batch: Batch, tell: Any = None) -> Loaded:
        self._batch = batch
        return Loaded({name: _looked_at(table) for name, table in batch.tables.items()})

    def judge(self, asked: Sequence[Asked], judged_on: date, tell: Any = None, totals: bool = True) -> Judgement:
        self.questions += [Question(self._batch, each, judged_on) for each in asked]
        return Judgement({each.rule: Answer(judged=0) for each in asked}, Totals())

    def export(self, path: Path, hidden: Any = ()) -> int:
        """Of answers that are all empty there is nothing to write, nor to tell."""
        return 0

    def offences(self) -> Iterator[Any]:
        return iter(())

    def close(self) -> None:
        pass


def questions() -> list[Question]:
    """What the examples of all packs ask an engine."""
    schemas = Schemas()
    recorder = Recorder()
    packs = Library(schemas, workshop())
    with ExampleBilling(schemas, lambda: recorder) as billing:
        prover = Prover(schemas, packs.workshop, WorkingDayCalendar(), billing)
        for pack in packs.packs():
            for example in examples_of(Path(pack.folder)):
                if "claims" in example.given.items:
                    prover.prove(pack, example)
    return recorder.questions


def woven(asked: Sequence[Question]) -> list[Woven]:
    """``asked`` in as few batches as there are headers and days that the queries look at."""
    alike: dict[Any, list[Question]] = defaultdict(list)
    for each in asked:
        alike[_surroundings(each)].append(each)
    return [_wove(group) for group in alike.values()]


def _surroundings(question: Question) -> str:
    words = set(_WORD.findall(question.asked.query.sql.partition("*/")[2]))
    seen = [(view, rows) for view, rows in question.batch.references.items() if view in words & _OF_A_BATCH]
    return repr((question.judged_on if "judged_on" in words else None, seen))


def _wove(group: Sequence[Question]) -> Woven:
    rows: dict[str, list[Mapping[str, str | None]]] = defaultdict(list)
    tables: dict[str, Mapping[str, Any]] = {}
    catalogues: list[Any] = []
    asked: dict[str, Asked] = {}
    for number, each in enumerate(group):
        for name, table in each.batch.tables.items():
            tables.setdefault(name, table)
            rows[name] += [_own(row, number) for source in table["sources"] for row in _cells(source)]
        catalogues += [(f"{row[0]}~{number}", *row[1:]) for row in each.batch.references.get("catalogues", ())]
        asked.setdefault(_sense(each.asked), each.asked._replace(rule=f"{each.asked.rule}#{len(asked)}"))
    references = {**group[0].batch.references, "catalogues": catalogues}
    mentions = {word for each in asked.values() for word in _WORD.findall(each.query.sql)}
    sources = {name: {**table, "sources": [_source(name, rows[name])]} for name, table in tables.items()}
    return Woven(Batch(sources, references, mentions), tuple(asked.values()), group[0].judged_on)


def _sense(asked: Asked) -> str:
    """What tells a question from others; rules of several packs ask the same."""
    return repr((asked.query.sql, sorted(asked.values.items(), key=str), asked.dated, asked.bearer))


def _cells(source: Source) -> Iterator[dict[str, str | None]]:
    for row in source["rows"]:
        yield {**dict(zip(source["fields"], row, strict=True)), **source.get("constants", {})}


def _own(row: Mapping[str, str | None], number: int) -> dict[str, str | None]:
    """``row`` with ids that no other example has."""
    return {name: cell and _marked(name, cell, number) for name, cell in row.items()}


def _marked(name: str, cell: str, number: int) -> str:
    if _IDENTITY.search(name) and _RESIDENT.fullmatch(cell):
        return f"{number:06}{cell[6:]}"
    return f"{cell}~{number}" if _ID.search(name) and cell != "无" else cell


def _source(table: str, rows: Sequence[Mapping[str, str | None]]) -> Source:
    fields = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[row.get(name) for name in fields] for row in rows]
    lines = list(range(1, len(rows) + 1))
    return {"format": "rows", "shown": table, "strict": True, "fields": fields, "rows": cells, "lines": lines}


def _looked_at(table: Mapping[str, Any]) -> dict[str, Any]:
    """What loading tells of a table."""
    sources = table["sources"]
    named = {name for source in sources for name in (*source["fields"], *source.get("constants", ()))}
    return {
        "rows": sum(len(source["rows"]) for source in sources),
        "rejects": 0,
        "present": [name for name in table["forms"] if name in named],
        "given": bool(sources),
        "files": [],
    }
