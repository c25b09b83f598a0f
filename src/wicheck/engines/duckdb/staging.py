"""The sources of one table, read once, waiting with their odd cells (``selecting``) to be mended.

Small sources share a table in memory, a large one has its own, or goes to a Parquet file in the workspace where memory
has no room for it; a Parquet file that has the right types already is only looked at. Every row knows its ``source``
(from 1), its ``position`` (from 0, unique in the table) and its ``line`` in that source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb import csv_files, parquet_files, records
from wicheck.engines.duckdb.cells import Manner
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.records import Malformed
from wicheck.engines.duckdb.room import Keep, Place
from wicheck.engines.duckdb.selecting import Raw, manners, present, selection, staged_columns
from wicheck.model.loading import Source, TableRequest

LARGE_BYTES = 32 << 20
"""From this size on numbering the rows by hand, which one processor does alone, is what takes longest."""
_PACKED = 8
"""What a Parquet file holds takes so many times its size in memory."""


class Staged(NamedTuple):
    """Where the rows of a table wait: ``relation`` is SQL that gives them.

    ``manners`` by source, then by column; ``malformed`` are lines that are no records, with their source; ``floating``
    counts numbers in binary form by column.
    """

    table: str
    request: TableRequest
    columns: tuple[str, ...]
    manners: tuple[dict[str, Manner], ...]
    relation: str
    total: int
    malformed: tuple[tuple[int, Malformed], ...]
    floating: Mapping[str, int]

    @property
    def files(self) -> list[str]:
        """What each source is called, in order."""
        return [source["shown"] for source in self.request["sources"]]

    @property
    def typed_columns(self) -> dict[str, str]:
        """The columns to make, ``X_none`` included, each present in some source."""
        return staged_columns(self.request, self.columns)


def stage(connection: duckdb.DuckDBPyConnection, table: str, request: TableRequest, place: Place) -> Staged:
    """Read all sources of ``table``."""
    stage = Stage(connection, table, request, place)
    for number, source in enumerate(request["sources"], start=1):
        stage.read(number, source)
    return stage.staged()


class Stage:
    """The sources of one table while they are read."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, table: str, request: TableRequest, place: Place) -> None:
        self._connection = connection
        self._table = table
        self._request = request
        self._workspace, self._room = place
        self._columns = present(request)
        self._manners = tuple(manners(request, source) for source in request["sources"])
        self._parts: list[str] = []
        self._malformed: list[tuple[int, Malformed]] = []
        self._floating: Counter[str] = Counter()
        self._total = 0

    def staged(self) -> Staged:
        relation = " UNION ALL ".join(self._parts)
        return Staged(
            self._table,
            self._request,
            self._columns,
            self._manners,
            relation,
            self._total,
            tuple(self._malformed),
            dict(self._floating),
        )

    def read(self, number: int, source: Source) -> None:
        """Keep the rows of a source, each typed as far as it is plain."""
        if source["format"] == "rows":
            rows = "SELECT unnest($rows::VARCHAR[][]) AS cells, unnest($lines::BIGINT[]) AS line"
            self._keep(number, Raw(rows, "line", {"rows": source["rows"], "lines": source["lines"]}))
        elif source["format"] == "csv":
            self._read_csv(number, source)
        else:
            self._read_parquet(number, source)

    def _read_csv(self, number: int, source: Source) -> None:
        """As one record a line, where that is what the file is; else after a strict look at every line."""
        keep = self._way(Path(source["path"]).stat().st_size)
        if self._keep_records(number, source, keep):
            return
        rewritten = self._workspace / f"{self._table}-{number}.csv"
        source, malformed = csv_files.rewritten(source, rewritten)
        self._malformed.extend((number, each) for each in malformed)
        self._keep(number, csv_files.raw(source), keep)
        rewritten.unlink()

    def _read_parquet(self, number: int, source: Source) -> None:
        """A file with nothing but right types stays where it is."""
        raw, direct, floating = parquet_files.columns(self._connection, source, self._manners[number - 1])
        before = self._total
        if len(direct) == len(source["names"]):
            self._look_at(number, raw._replace(direct=direct))
        else:
            keep = self._way(Path(source["path"]).stat().st_size * _PACKED)
            self._keep(number, raw._replace(direct=direct), keep)
        self._floating.update(dict.fromkeys(floating, self._total - before))

    def _way(self, size: int) -> Keep:
        """How to keep a source that takes ``size`` bytes in memory."""
        if size < LARGE_BYTES:
            return Keep.SHARED
        return Keep.TABLE if self._room.takes(size) else Keep.FILE

    def _look_at(self, number: int, raw: Raw) -> None:
        source = self._request["sources"][number - 1]
        rows = selection(self._request, self._columns, source, self._manners[number - 1], raw)
        found = self._connection.execute(f"SELECT count(*) FROM read_parquet({one_file(source['path'])})").fetchone()
        self._parts.append(
            f"SELECT {', '.join(self._kept)}, {number} AS source, file_row_number + 1 AS line, "
            f"file_row_number + {self._total} AS position FROM ({rows})"
        )
        self._total += int(found[0]) if found else 0

    def _keep_records(self, number: int, source: Source, keep: Keep) -> bool:
        """Whether every line is a record; if not, nothing was kept.

        A record takes a line at least: where there are as many as lines, none has swallowed another, and the place of
        each tells its line. Lines are counted beside the reading, on a processor that the database leaves idle.
        """
        from concurrent.futures import ThreadPoolExecutor  # most batches have no files

        before = self._total, list(self._parts)
        with ThreadPoolExecutor(1) as beside:
            lines = beside.submit(records.count_lines, Path(source["path"]))
            try:
                self._keep(number, csv_files.raw(source), keep)
            except duckdb.Error as error:
                if not csv_files.is_about_records(error):
                    raise
                self._total, self._parts = before
                return False
        if source.get("numbered") or self._total - before[0] == lines.result() - source["header_line"]:
            return True
        if keep is Keep.SHARED:
            self._connection.execute(f"DELETE FROM staged_{self._table} WHERE source = {number}")
        self._total, self._parts = before
        return False

    def _keep(self, number: int, raw: Raw, keep: Keep = Keep.SHARED) -> None:
        source = self._request["sources"][number - 1]
        how = self._manners[number - 1]
        rows = selection(self._request, self._columns, source, how, raw)
        kept = {Keep.SHARED: self._keep_shared, Keep.TABLE: self._keep_in_table, Keep.FILE: self._keep_in_file}
        kept[keep](number, raw._replace(sql=rows))

    def _keep_shared(self, number: int, raw: Raw) -> None:
        name = f"staged_{self._table}"
        counted = "row_number() OVER ()"
        line = f"CAST({raw.line.format(n=counted)} AS BIGINT) AS line"
        sql = (
            f"SELECT {', '.join(self._kept)}, {number} AS source, {line}, {counted} + {self._total - 1} AS position "
            f"FROM ({raw.sql})"
        )
        own = f"SELECT * FROM {name}"
        if own not in self._parts:
            self._connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({self._definition})")
            self._parts.append(own)
        found = self._connection.execute(f"INSERT INTO {name} {sql}", raw.values).fetchone()
        self._total += int(found[0]) if found else 0

    def _keep_in_table(self, number: int, raw: Raw) -> None:
        """In the order of the file, so that a row's place tells its line."""
        name = f"staged_{self._table}_{number}"
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {self._own(raw)}", raw.values)
        found = self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        self._add_part(number, raw, name, "rowid", int(found[0]) if found else 0)

    def _keep_in_file(self, number: int, raw: Raw) -> None:
        path = self._workspace / f"{self._table}-{number}.parquet"
        copy = f"COPY ({self._own(raw)}) TO {literal(str(path))} (FORMAT parquet)"
        copied = self._connection.execute(copy, raw.values).fetchone()
        kept = f"read_parquet({one_file(path)}, file_row_number = true)"
        self._add_part(number, raw, kept, "file_row_number", int(copied[0]) if copied else 0)

    def _own(self, raw: Raw) -> str:
        """What is kept of a source by itself."""
        line = ["line"] if raw.line == "line" else []
        return f"SELECT {', '.join([*self._kept, *line])} FROM ({raw.sql})"

    def _add_part(self, number: int, raw: Raw, kept: str, place: str, count: int) -> None:
        """Rows that know their ``place`` by themselves: numbering all of them would take one processor alone."""
        line = raw.line.format(n=f"({place} + 1)")
        self._parts.append(
            f"SELECT {', '.join(self._kept)}, {number} AS source, {line} AS line, {place} + {self._total} AS position "
            f"FROM {kept}"
        )
        self._total += count

    @property
    def _definition(self) -> str:
        own = [f"{name} {kind}" for name, kind in staged_columns(self._request, self._columns).items()]
        return ", ".join([*own, "odd VARCHAR", "source INTEGER", "line BIGINT", "position BIGINT"])

    @property
    def _kept(self) -> list[str]:
        return [*staged_columns(self._request, self._columns), "odd"]
