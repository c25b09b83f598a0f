"""Loads small tables as a batch does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from wicheck.claims.tables import tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.loading import load
from wicheck.model.loading import LoadResult, Source

TABLES = tables(Schemas())


def rows(fields: list[str], *cells: Sequence[str | None], **more: Any) -> Source:
    """A source of rows, the first of which stands on line 11."""
    source: Source = {
        "format": "rows",
        "shown": "batch.yaml",
        "fields": fields,
        "rows": [list(each) for each in cells],
        **more,
    }
    source["lines"] = list(range(11, 11 + len(cells)))
    return source


class Loads:
    """What came of loading ``sources`` by table."""

    def __init__(self, workspace: Path, memory_bytes: int = 0, /, **sources: list[Source]) -> None:
        self.connection = duckdb.connect()
        requests = {name: TABLES[name].request(given) for name, given in sources.items()}
        self.result: LoadResult = load(
            self.connection, {"tables": requests, "workspace": str(workspace), "memory_bytes": memory_bytes}
        )

    def all(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()

    def column(self, name: str, table: str = "claims") -> list[Any]:
        return [value for (value,) in self.all(f"SELECT {name} FROM {table} ORDER BY row")]

    @property
    def rejects(self) -> list[tuple[Any, ...]]:
        """Line, column and reason of what was kept aside."""
        return self.all("SELECT line, column_name, reason FROM rejects")
