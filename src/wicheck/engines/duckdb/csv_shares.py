"""A large CSV file in shares, each read by one thread into a table of its own.

Threads that write one table in the order of a file wait for each other, and copy what they wrote: two of them are no
faster than one. Of tables that follow each other the order is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb import csv_files
from wicheck.engines.duckdb.selecting import Raw
from wicheck.model.loading import Source
from wicheck.tabular.stretches import Stretch, stretches

LEAST_BYTES = 1 << 20
"""Of a share: a header is sought in less (``wicheck.tabular.encodings.head``), so that all of it is in the first."""


class Share(NamedTuple):
    """A table that holds rows of a file, and how many."""

    table: str
    rows: int


class Target(NamedTuple):
    """The tables to make are called ``table``, each with its number; ``select`` is SQL for what they keep of a file."""

    table: str
    workspace: Path
    select: Callable[[Raw], str]


def read(connection: duckdb.DuckDBPyConnection, source: Source, target: Target) -> list[Share]:
    """The rows of ``source``, in order. Raises duckdb.Error, and leaves no table, where the database cannot read it."""
    with _one_thread_each(connection) as threads:
        path = Path(source["path"])
        pieces = stretches(path, max(1, min(threads, path.stat().st_size // LEAST_BYTES)))
        names = [f"{target.table}_{number}" for number in range(1, len(pieces) + 1)]
        try:
            return list(_together(connection, source, target, dict(zip(names, pieces, strict=True))))
        except duckdb.Error:
            drop(connection, target.table)
            raise


def drop(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Forget all shares of ``table``."""
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, ?)", [f"{table}_"])
    for (name,) in found.fetchall():
        connection.execute(f"DROP TABLE {name}")


@contextmanager
def _one_thread_each(connection: duckdb.DuckDBPyConnection) -> Iterator[int]:
    """Every connection works with its caller's thread alone; gives how many there may be."""
    found = connection.execute("SELECT current_setting('threads')").fetchone()
    threads = int(found[0]) if found else 1
    connection.execute("SET threads = 1")
    try:
        yield threads
    finally:
        connection.execute(f"SET threads = {threads}")


def _together(
    connection: duckdb.DuckDBPyConnection, source: Source, target: Target, pieces: dict[str, Stretch]
) -> Iterator[Share]:
    """The first on ``connection`` itself, whose progress is told; each other one on a connection beside it."""
    (first, own), *others = pieces.items()
    with ThreadPoolExecutor(max(1, len(others))) as pool:
        beside = [pool.submit(_keep, connection.cursor(), source, target, *each) for each in others]
        yield _keep(connection, source, target, first, own)
        yield from (each.result() for each in beside)


def _keep(connection: duckdb.DuckDBPyConnection, source: Source, target: Target, table: str, piece: Stretch) -> Share:
    path = target.workspace / f"{table}.csv"
    with path.open("wb") as out:
        out.writelines(piece.pieces())
    above = 0 if piece.start else source["header_line"]
    rows = target.select(csv_files.raw({**source, "path": str(path), "header_line": above}))
    try:
        connection.execute(f"CREATE OR REPLACE TABLE {table} AS {rows}")
    finally:
        path.unlink()
    found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return Share(table, int(found[0]) if found else 0)
