"""Small batches and queries for tests of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from wicheck.claims.tables import Table, tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Answer, Batch, Judgement
from wicheck.model import Asked, Bearer, EvidenceColumn, Figure, Population, Query, Text, Verdict, same

Rows = Sequence[dict[str, str]]


@cache
def known_tables() -> dict[str, Table]:
    return tables(Schemas())


def batch(references: dict[str, list[tuple[Any, ...]]] | None = None, **given: Rows) -> Batch:
    """A batch of rows, each column as a person would write it; tables that are not given are absent."""
    made = {
        name: table.request([source(given[name])] if name in given else []) for name, table in known_tables().items()
    }
    return Batch(made, references or {})


def source(rows: Rows) -> Any:
    fields = list(dict.fromkeys(name for row in rows for name in row))
    return {
        "format": "rows",
        "shown": "batch.yaml",
        "strict": True,
        "fields": fields,
        "rows": [[row.get(name) for name in fields] for row in rows],
        "lines": [10 + number for number, _ in enumerate(rows)],
    }


def asked(
    sql: str,
    rule: str = "r/a",
    table: str = "lines",
    *,
    where: str | None = None,
    evidence: Sequence[str] = (),
    alert: str | None = None,
    bearer: Bearer = Bearer.INSTITUTION,
    built_in: bool = True,
    dated: tuple[Any, ...] = (),
    parameters: dict[str, Figure] | None = None,
    **values: Any,
) -> Asked:
    query = Query(
        name="query",
        title=same("query"),
        offence=same("offence"),
        not_an_offence=None,
        unknown=None,
        money=None,
        bearer=Bearer.FUND,
        judges=(Population(table, where),),
        needs={},
        absent=Verdict.UNKNOWN,
        parameters=parameters or {},
        thresholds={},
        evidence={name: EvidenceColumn(same(name)) for name in evidence},
        alert=Text(alert, alert) if alert else None,
        sql=sql,
        built_in=built_in,
    )
    return Asked(rule, query, values, bearer, dated)


def line(number: str, claim: str = "C1", **cells: str) -> dict[str, str]:
    return {"line_number": number, "claim_id": claim, **cells}


def offending(amount: str = "amount", condition: str = "true", verdict: str = "'fail'", table: str = "lines") -> str:
    """A query that finds lines."""
    return f"SELECT claim_id, row AS line_row, {verdict} AS verdict, {amount} AS amount FROM {table} WHERE {condition}"


ON = date(2026, 6, 1)


def judge(engine: DuckdbEngine, given: Batch, *questions: Asked) -> Judgement:
    engine.open(given)
    return engine.judge(questions, ON)


def one(engine: DuckdbEngine, given: Batch, question: Asked) -> Answer:
    return judge(engine, given, question).answers[question.rule]
