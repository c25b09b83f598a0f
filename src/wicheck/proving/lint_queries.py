"""What a pack's queries lack: their definition in full words, and every column that they read in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib.util import find_spec
from types import TracebackType
from typing import Any

from wicheck.billing.batches import unread_values
from wicheck.billing.personal import PersonalColumns, personal_columns
from wicheck.claims.tables import ENTRIES, tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import MADE_FROM, REFERENCES
from wicheck.engines.interface import Batch, Engine
from wicheck.model import Asked, Bearer, Pack, Population, Query, Text, Verdict
from wicheck.packs.bind import SQL
from wicheck.packs.queries import Queries
from wicheck.proving.lint import Lack, wording

WIDTH = 120
"""Columns of a line."""
_DAY = date(2026, 3, 10)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_OBJECTION = re.compile(r"'(?:fail|review|suspect)'")
_VALUE_NAME = re.compile(r"\$[a-z][a-z0-9_]*")
_MADE_FROM: Mapping[str, tuple[str, ...]] = {"lines": ("quantity", "amount"), ENTRIES: ("catalogue_id", "valid_until")}
"""What the engine makes ``net_lines`` and ``catalogue`` from, whatever a query reads."""
_VALUES: Mapping[str, Any] = {
    "text": "",
    "integer": 1,
    "number": Decimal(1),
    "date": _DAY.isoformat(),
    "boolean": True,
}


class QueryLint(AbstractContextManager["QueryLint"]):
    """Tells of each query once, whichever packs ask it. The engine is opened for the first."""

    def __init__(self, schemas: Schemas, open_engine: Callable[[], Engine]) -> None:
        self._schemas = schemas
        self._open_engine = open_engine
        self._queries = Queries(schemas)
        self._told: set[str] = set()

    def lacks(self, pack: Pack) -> Iterator[Lack]:
        """Everything that the queries of ``pack`` lack."""
        for rule in pack.rules:
            if rule.check != SQL:
                continue
            query = self._queries.of(rule, pack)
            if query.location.file not in self._told:
                self._told.add(query.location.file)
                yield from of_query(query, pack.division is not None, self._personal)
                yield from self._undeclared(query)
                yield from _unportable(query)

    def without_objections(self, pack: Pack) -> frozenset[str]:
        """The rules whose query can only say that a fact is missing: no verdict that objects is in its text."""
        asked = [(rule.id, self._queries.of(rule, pack)) for rule in pack.rules if rule.check == SQL]
        return frozenset(rule for rule, query in asked if not _objects(query))

    def _undeclared(self, query: Query) -> Iterator[Lack]:
        """The query is asked over tables that have the declared columns alone: what it reads beyond them is missing."""
        columns = {name: table.request([])["columns"] for name, table in tables(self._schemas).items()}
        declared = declarations(query)
        given = {
            name: {
                "columns": {each: kind for each, kind in kinds.items() if each.removesuffix("_none") in declared[name]},
                "sources": [],
            }
            for name, kinds in columns.items()
            if name in declared
        }
        self._engine.open(Batch(given, {"batch": [[None] * len(REFERENCES["batch"])]}))
        answers = self._engine.judge(probes(query), _DAY, totals=False).answers
        failures = [answer.failure.message for answer in answers.values() if answer.failure]
        for said in failures[:1]:
            zh, en = (text.splitlines()[0] for text in said)
            what = f"{query.name} 读了 needs、optional 里没有的列，或不能运行：{zh}"
            yield _lack(query, "undeclared", Text(what, f"{query.name} reads what it does not declare: {en}"))

    @cached_property
    def _engine(self) -> Engine:
        return self._open_engine()

    @cached_property
    def _personal(self) -> PersonalColumns:
        return personal_columns(self._schemas)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "_engine" in self.__dict__:
            self._engine.close()


def of_query(query: Query, of_law: bool, personal: PersonalColumns) -> Iterator[Lack]:
    """What the header and the text lack, read alone. ``of_law``: the pack is a region's text."""
    texts = {"unknown": query.unknown, "money": query.money}
    for key, text in texts.items():
        if text is None:
            yield _lack(query, "no_words", Text(f"{query.name} 没有写 {key}", f"{query.name} does not say {key}"))
    told = (query.title, query.offence, query.not_an_offence, query.unknown, query.money, query.alert)
    yield from wording(query.name, told, query.location)
    yield from wording(query.name, (each.title for each in query.evidence.values()), query.location)
    for name in sorted(_asked_for(query.alert) - query.evidence.keys()):
        what = Text(f"{query.name} 的监控提示用了证据里没有的 {name}", f"the alert of {query.name} lacks {name}")
        yield _lack(query, "no_evidence", what)
    for name in sorted(personal.of(query)):
        what = Text(f"{query.name} 的证据 {name} 是个人信息", f"the evidence {name} of {query.name} is personal")
        yield _lack(query, "personal", what)
    if of_law and query.absent is Verdict.NOT_APPLICABLE:
        what = Text(f"{query.name}：缺资料不能“不适用”", f"{query.name}: missing data is never not applicable")
        yield _lack(query, "absent", what)
    for name in sorted(set(query.absence) - {*(each.table for each in query.judges), *query.needs, *query.optional}):
        what = Text(f"{query.name} 的 absence 里有它不读的表 {name}", f"{query.name} does not read {name}, of absence")
        yield _lack(query, "absence", what)
    yield from _wide(query)


def declarations(query: Query) -> dict[str, set[str]]:
    """The columns of each table that ``query`` declares; those it may read wherever it reads the table."""
    declared: dict[str, set[str]] = {table: set() for each in query.judges for table in _tables(each.table)}
    for view, named in (*query.needs.items(), *query.optional.items()):
        declared.setdefault(_tables(view)[0], set()).update(each.removesuffix("_none") for each in named)
    for table, columns in declared.items():
        columns.update(_MADE_FROM.get(table, ()))
    return declared


def _tables(view: str) -> tuple[str, ...]:
    return MADE_FROM.get(view, (view,))


def probes(query: Query) -> list[Asked]:
    """The query asked of its own population, and of the batch, which is never empty; neither brings rows back."""
    values = {name: _VALUES[figure.type] for name, figure in {**query.parameters, **query.thresholds}.items()}
    values |= unread_values(dict.fromkeys(declarations(query), 0))
    barren = query._replace(sql=f"SELECT * FROM (\n{query.sql.strip().removesuffix(';')}\n) WHERE false")  # noqa: S608 - refused if no plain reading
    wheres = [_VALUE_NAME.sub("NULL", each.where) if each.where else None for each in query.judges]
    own = tuple(each._replace(where=where) for each, where in zip(query.judges, wheres, strict=True))
    populations = {"population": own, "rows": (Population("batch"),)}
    return [
        Asked(name, barren._replace(judges=judges), values, Bearer.INSTITUTION) for name, judges in populations.items()
    ]


def _unportable(query: Query) -> Iterator[Lack]:
    """What keeps the text from meaning the same in Spark, where there is what reads it (the extra ``spark``)."""
    if query.spark_sql or find_spec("sqlglot") is None:
        return
    from wicheck.engines.spark.portable import complaints

    for said in complaints(query.sql):
        what = Text(
            f"{query.name} 换到 Spark 意思会不同，或者不能运行：{said}", f"{query.name} differs in Spark: {said}"
        )
        yield _lack(query, "not_portable", what)


def _objects(query: Query) -> bool:
    """A verdict may also be bound as a text."""
    texts = any(figure.type == "text" for figure in (*query.parameters.values(), *query.thresholds.values()))
    return texts or bool(_OBJECTION.search(query.sql))


def _asked_for(alert: Text | None) -> set[str]:
    return set(_PLACEHOLDER.findall(alert.zh + alert.en)) if alert else set()


def _wide(query: Query) -> Iterator[Lack]:
    for number, line in zip(query.file_lines, query.sql.split("\n"), strict=True):
        if len(line) > WIDTH:
            said = Text(f"这一行有 {len(line)} 个字符，多于 {WIDTH}", f"{len(line)} characters in a line, over {WIDTH}")
            yield Lack("too_wide", said, query.location._replace(line=number))


def _lack(query: Query, code: str, said: Text) -> Lack:
    return Lack(code, said, query.location)
