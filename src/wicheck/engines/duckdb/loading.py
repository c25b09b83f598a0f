"""The tables of a batch, loaded: every value typed by stated rules, what cannot be read kept aside, nothing dropped.

A view stands under each table's name, with all its columns, ``row`` (unique in the batch), ``file_number`` (from 1, of
the table's files) and ``file_line``. ``rejects`` and ``losses`` have table_name, file, line, column_name, value (none
where personal) and reason: of rows that were kept aside, and of cells whose digits a spreadsheet program destroyed;
``aside_keys`` has what can still be read of the former (``asides``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import duckdb

from wicheck.engines.duckdb import few_rows, service_days
from wicheck.engines.duckdb.asides import DEFINITION
from wicheck.engines.duckdb.mending import Mended, mend
from wicheck.engines.duckdb.room import Place, Room
from wicheck.engines.duckdb.staging import Staged, stage
from wicheck.engines.duckdb.visits import link
from wicheck.model.loading import Cleaned, LoadRequest, LoadResult, TableRequest, TableResult

FLOATING = "floating"
_LOST = "table_name VARCHAR, file VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR"
_PART_OF_MEMORY = 4
"""A quarter of it may hold what was loaded, the rest is for the queries."""
_LARGEST = "lines"
"""Loaded first: its rows are numbered as they stand in its file, so that of a few of them the others are not read."""


class _Loaded(NamedTuple):
    """What a table came to; ``total`` counts its rows with those kept aside, ``kind`` is what stands under its name."""

    result: TableResult
    total: int
    rejects: int
    losses: int
    details: list[Cleaned]
    kind: Literal["TABLE", "VIEW"]


def load(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> LoadResult:
    """Make the tables. The connection must still reach the sources and the workspace."""
    made = {"rejects": _LOST, "losses": _LOST, "aside_keys": DEFINITION}
    connection.execute("; ".join(f"CREATE TABLE {name} ({columns})" for name, columns in made.items()))
    given = {name: table for name, table in request["tables"].items() if table["sources"]}
    few = {name for name, table in given.items() if few_rows.are_few(table)}
    if len(few) < len(given):
        connection.execute("SET preserve_insertion_order = true")
    place = Place(Path(request["workspace"]), Room(request.get("memory_bytes", 0) // _PART_OF_MEMORY))
    loaded: dict[str, _Loaded] = {}
    for name, table in sorted(given.items(), key=lambda each: each[0] != _LARGEST):
        first_row = sum(each.total for each in loaded.values())
        how = _load_few if name in few else partial(_load_table, place=place)
        loaded[name] = how(connection, name, table, first_row)
    if len(few) < len(given):
        connection.execute("SET preserve_insertion_order = false")
    result = _result(request, loaded)
    kinds: dict[str, str] = {name: each.kind for name, each in loaded.items()}
    if service_days.fill(connection, request["tables"], result["tables"], kinds.get(_LARGEST)):
        kinds[_LARGEST] = "VIEW"
    return {**result, "linked": link(connection, request["tables"], result["tables"], kinds)}


def _load_few(connection: duckdb.DuckDBPyConnection, name: str, table: TableRequest, first_row: int) -> _Loaded:
    found = few_rows.load(connection, name, table, first_row)
    result = _given(table, len(found.rows), found.rejected, found.columns)
    return _Loaded(result, found.total, found.rejected, found.tally.losses, found.tally.details(), "TABLE")


def _load_table(
    connection: duckdb.DuckDBPyConnection, name: str, table: TableRequest, first_row: int, place: Place
) -> _Loaded:
    staged = stage(connection, name, table, place)
    mended = mend(connection, staged)
    _view(connection, staged, mended, first_row)
    _keep_malformed(connection, staged)
    rejects = mended.rejected + len(staged.malformed)
    result = _given(table, staged.total - mended.rejected, rejects, staged.columns)
    return _Loaded(result, staged.total, rejects, mended.losses, [*mended.details, *_floats(staged)], "VIEW")


def _given(table: TableRequest, rows: int, rejects: int, columns: Sequence[str]) -> TableResult:
    files = [source["shown"] for source in table["sources"]]
    return {"rows": rows, "rejects": rejects, "present": list(columns), "given": True, "files": files}


def _keep_malformed(connection: duckdb.DuckDBPyConnection, staged: Staged) -> None:
    """Lines that are no records, beside the rows that cannot be read."""
    if staged.malformed:
        connection.execute(
            "INSERT INTO rejects SELECT $1, unnest($2::VARCHAR[]), unnest($3::BIGINT[]), NULL, NULL, "
            "unnest($4::VARCHAR[])",
            [
                staged.table,
                [staged.files[source - 1] for source, _ in staged.malformed],
                [each.line for _, each in staged.malformed],
                [each.reason for _, each in staged.malformed],
            ],
        )


def _view(connection: duckdb.DuckDBPyConnection, staged: Staged, mended: Mended, first_row: int) -> None:
    """The table under its own name; what no source has is NULL throughout."""
    cells = [
        f"s.{name}" if name in staged.typed_columns else f"CAST(NULL AS {kind}) AS {name}"
        for name, kind in staged.request["columns"].items()
    ]
    place = f"s.position + {first_row} AS row, s.source AS file_number, s.line AS file_line"
    selected = f"SELECT {', '.join([*cells, place])} FROM"
    branches = [f"{selected} ({staged.relation}) AS s{' WHERE s.odd IS NULL' if mended.relation else ''}"]
    if mended.relation:
        branches.append(f"{selected} ({mended.relation}) AS s")
    connection.execute(f"CREATE VIEW {staged.table} AS {' UNION ALL '.join(branches)}")


def _result(request: LoadRequest, loaded: dict[str, _Loaded]) -> LoadResult:
    details = [each for table in loaded.values() for each in table.details]
    cleaned: Counter[str] = Counter()
    for each in details:
        cleaned[each["reason"]] += each["count"]
    return {
        "tables": {name: loaded[name].result if name in loaded else _absent() for name in request["tables"]},
        "rejects": sum(table.rejects for table in loaded.values()),
        "losses": sum(table.losses for table in loaded.values()),
        "cleaned": dict(cleaned),
        "details": details,
        "linked": [],
    }


def _absent() -> TableResult:
    return {"rows": 0, "rejects": 0, "present": [], "given": False, "files": []}


def _floats(staged: Staged) -> Iterator[Cleaned]:
    """Numbers in binary form are read to the digits they are good for: that is told, not done in silence."""
    for column, count in staged.floating.items():
        yield {"table": staged.table, "column": column, "reason": FLOATING, "count": count}
