"""The tables of a batch, loaded: every value typed by stated rules, what cannot be read kept aside, nothing dropped.

A view stands under each table's name, with all its columns, ``row`` (unique in the batch), ``file_number`` (from 1, of
the table's files) and ``file_line``. ``rejects`` and ``losses`` have table_name, file, line, column_name, value (none
where personal) and reason: of rows that were kept aside, and of cells whose digits a spreadsheet program destroyed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.mending import Mended, mend
from wicheck.engines.duckdb.staging import Staged, stage
from wicheck.engines.duckdb.visits import link
from wicheck.model.loading import Cleaned, LoadRequest, LoadResult, TableRequest, TableResult

FLOATING = "floating"


class _Loaded(NamedTuple):
    result: TableResult
    mended: Mended
    staged: Staged


def load(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> LoadResult:
    """Make the tables. The connection must still reach the sources and the workspace."""
    for name in ("rejects", "losses"):
        connection.execute(
            f"CREATE TABLE {name} "
            "(table_name VARCHAR, file VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR)"
        )
    connection.execute("SET preserve_insertion_order = true")
    loaded: dict[str, _Loaded] = {}
    first_row = 1
    for name, table in request["tables"].items():
        if table["sources"]:
            loaded[name] = _load_table(connection, name, table, Path(request["workspace"]), first_row)
            first_row += loaded[name].staged.total
    connection.execute("SET preserve_insertion_order = false")
    result = _result(request, loaded)
    return {**result, "linked": link(connection, request["tables"], result["tables"])}


def _load_table(
    connection: duckdb.DuckDBPyConnection, name: str, table: TableRequest, workspace: Path, first_row: int
) -> _Loaded:
    staged = stage(connection, name, table, workspace)
    mended = mend(connection, staged)
    _view(connection, staged, mended, first_row)
    result: TableResult = {
        "rows": staged.total - mended.rejected,
        "present": list(staged.columns),
        "given": True,
        "files": staged.files,
    }
    _keep_malformed(connection, staged)
    return _Loaded(result, mended, staged)


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
    details: list[Cleaned] = [each for table in loaded.values() for each in (*table.mended.details, *_floats(table))]
    cleaned: Counter[str] = Counter()
    for each in details:
        cleaned[each["reason"]] += each["count"]
    return {
        "tables": {name: loaded[name].result if name in loaded else _absent() for name in request["tables"]},
        "rejects": sum(table.mended.rejected + len(table.staged.malformed) for table in loaded.values()),
        "losses": sum(table.mended.losses for table in loaded.values()),
        "cleaned": dict(cleaned),
        "details": details,
        "linked": [],
    }


def _absent() -> TableResult:
    return {"rows": 0, "present": [], "given": False, "files": []}


def _floats(table: _Loaded) -> Iterator[Cleaned]:
    """Numbers in binary form are read to the digits they are good for: that is told, not done in silence."""
    for column, count in table.staged.floating.items():
        yield {"table": table.staged.table, "column": column, "reason": FLOATING, "count": count}
