"""What the child does when it is asked: one method a question, plain data in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from wicheck.engines.columns import COMPARED
from wicheck.engines.duckdb import (
    asides,
    at_once,
    export,
    guard,
    lending,
    limits,
    loading,
    lockdown,
    money,
    numbers,
    offences,
    populations,
    refunds,
    touching,
)
from wicheck.engines.duckdb.narrowing import OWN_COLUMNS, narrowed
from wicheck.engines.duckdb.views import Views
from wicheck.engines.duckdb.wide import widened
from wicheck.engines.duckdb.wire import Message
from wicheck.model.loading import LoadRequest, TableRequest

_CLAIMS = "claims"
_SHOWN = 1000
_AT_ONCE = 5000
_PROCESSOR_SECONDS_BESIDE = 60
"""Beyond a rule's own time on every thread: for what stands between rules."""


class Work:
    """One batch at a time. Small batches without files share a database that is locked already."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._workspace = Path(settings["workspace"])
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._takes_files = True
        self._read: dict[str, guard.Reading] = {}
        self._columns: dict[str, dict[str, str]] = {}
        self._claims_twice = False
        self._given: dict[str, dict[str, str]] = {}
        self._described: dict[int, frozenset[str]] = {}

    @property
    def share(self) -> float:
        """How much of the statement that runs is done."""
        with suppress(duckdb.Error, AttributeError):
            return max(0.0, self._connection.query_progress() / 100)  # type: ignore[union-attr]
        return 0.0

    def open(
        self,
        tables: dict[str, TableRequest],
        references: dict[str, Any],
        mentions: Sequence[str] | None,
        numbers_to: str | None = None,
        earlier: Sequence[str] = (),
    ) -> Message:
        """Load a batch; what was read. Its claims' numbers go to a file, to be held against those of others."""
        if mentions is not None:
            tables = {name: narrowed(each, {*mentions, *OWN_COLUMNS}) for name, each in tables.items()}
        given = {name: each for name, each in tables.items() if each["sources"]}
        paths = [source["path"] for each in given.values() for source in each["sources"] if "path" in source]
        fresh = self._begin(paths)
        result = loading.load(self._database, _request(given, self._settings))
        if fresh:
            lockdown.lock(self._database)
        columns = {name: each["columns"] for name, each in tables.items()}
        self._given = {name: each["columns"] for name, each in given.items()}
        asides.gather(self._database, result, self._given, [Path(each) for each in earlier])
        self._views = Views(self._database, columns, given, references)
        self._claims_twice = _CLAIMS in given and offences.claims_twice(self._database)
        if numbers_to:
            files = {name: table["files"] for name, table in result["tables"].items()}
            self._compare(Path(numbers_to), [Path(each) for each in earlier], files)
            if result["rejects"]:
                asides.keep(self._database, numbers.table_of(self._views), Path(numbers_to))
        lost = {name: self._first(name) if result[name] else [] for name in ("rejects", "losses")}
        return {"result": result, **lost}

    def _compare(self, own: Path, earlier: Sequence[Path], files: Mapping[str, Sequence[str]]) -> None:
        """Keep the numbers of the claims for later batches, and let them be held against those of ``earlier`` ones."""
        numbers.keep(self._database, self._views, files, own)
        if earlier:
            numbers.compare(self._database, own, earlier)
            self._views.made(COMPARED)

    def _begin(self, paths: Sequence[str]) -> bool:
        """An empty database; whether it still has to be locked."""
        if self._connection is not None and not paths and not self._takes_files:
            lockdown.allow_seconds(self._connection, 0)
            self._connection.execute(_emptied(self._connection))
            return False
        if self._connection is not None:
            self._connection.close()
        self._connection = lockdown.connect(self._settings, self._workspace, paths)
        self._takes_files = bool(paths)
        return True

    @property
    def _database(self) -> duckdb.DuckDBPyConnection:
        assert self._connection is not None  # noqa: S101 - opened first
        return self._connection

    def _first(self, table: str) -> list[Any]:
        found = self._database.execute(
            f"SELECT table_name, file, line, column_name, value, reason FROM {table} LIMIT {_SHOWN}"
        )
        return [list(row) for row in found.fetchall()]

    def count(self, judging: Sequence[Sequence[populations.Population]], own: bool) -> Message:
        """How many rows each question judges, of all its populations."""
        lockdown.allow_seconds(self._database, self._settings["seconds"])
        judged = [[(view, where) for view, where in each] for each in judging]
        return {"counts": populations.counts(judged, partial(self._row, own=own))}

    def _row(self, text: str, own: bool) -> Sequence[Any]:
        views = self._verified(text, own).views
        try:
            return self._database.execute(text).fetchone() or ()
        except duckdb.OutOfRangeException:
            if (wide := widened(text, views)) is None:
                raise
            return self._database.execute(wide).fetchone() or ()

    def parameters(self, rows: Sequence[Sequence[Any]]) -> Message:
        """The dated figures of the rules that follow."""
        self._views.refill("parameters", rows)
        return {}

    def run(self, own: bool, **asked: Any) -> Message:
        """Run a query; its rows by verdict. One of our ``own`` is known to be plain reading."""
        asking, reading = self._asking(asked, own)
        limits.allow_processor(self._processor_seconds)
        return self._ran(asking, reading, self._database)

    def run_all(self, questions: Sequence[Mapping[str, Any]]) -> Message:
        """Run several of our own queries, as many at a time as there are processors; a reply for each."""
        jobs = [partial(self._ran, *self._asking(each, own=True)) for each in questions]
        limits.allow_processor(self._processor_seconds)
        return {"replies": at_once.replies(self._database, jobs, self._threads)}

    def _ran(self, asking: offences.Asking, reading: guard.Reading, connection: duckdb.DuckDBPyConnection) -> Message:
        lockdown.allow_seconds(connection, self._settings["seconds"])
        text = asking.text
        if offences.may_name_bearer(text) and text not in self._columns:
            self._columns[text] = offences.columns_of(connection, asking)
        try:
            return {"counts": self._kept(asking, self._columns.get(text), reading.views, connection)}
        except duckdb.BinderException:
            offences.columns_of(connection, asking)  # which tells of a column that is missing
            raise

    def describe(self, **asked: Any) -> Message:
        """The columns that a query returns, with their types: another engine will run it."""
        asking, reading = self._asking(asked, own=False)
        self._described[asking.number] = reading.views
        return {"columns": offences.columns_of(self._database, asking)}

    def _asking(self, asked: Mapping[str, Any], own: bool) -> tuple[offences.Asking, guard.Reading]:
        """The question, bound with what its query names, and what that reads."""
        asking = offences.Asking(**asked)
        reading = self._verified(asking.text, own)
        bound = {name: value for name, value in asking.values.items() if name in reading.values}
        return asking._replace(values=bound), reading

    def lend(self, view: str, mentions: Sequence[str], path: str) -> Message:
        """Write ``view`` to ``path`` for another engine, with those of its columns that are mentioned; their types."""
        lockdown.allow_seconds(self._database, 0)
        self._views.need([view])
        return {"columns": lending.lend(self._database, view, {*mentions}, Path(path))}

    def take(self, columns: dict[str, str], folder: str, **asked: Any) -> Message:
        """Keep the rows that another engine wrote to ``folder`` as those of a query; the rows by verdict."""
        lockdown.allow_seconds(self._database, 0)
        asking = offences.Asking(text=lending.rows(columns, Path(folder)), values={}, **asked)
        return {"counts": self._kept(asking, columns, self._described[asking.number], self._database)}

    def _kept(
        self,
        asking: offences.Asking,
        columns: Mapping[str, str] | None,
        views: frozenset[str],
        connection: duckdb.DuckDBPyConnection,
    ) -> dict[str, int]:
        once = self._claims_twice and _CLAIMS in views
        path = self._file(asking.number)
        if self._views.refundable:
            asking = asking._replace(text=refunds.doubted(asking.text, views))
        try:
            counts = offences.keep(connection, asking, columns, path, once=once)
        except duckdb.OutOfRangeException:
            if (wide := widened(asking.text, views)) is None:
                raise
            counts = offences.keep(connection, asking._replace(text=wide), columns, path, once=once)
        return touching.doubted(connection, path, asking, counts, self._given)

    def _verified(self, text: str, own: bool) -> guard.Reading:
        if text not in self._read:
            names = self._views.names
            self._read[text] = guard.glance(text, names) if own else guard.read(self._database, text, names)
        self._views.need(self._read[text].views)
        return self._read[text]

    @property
    def _processor_seconds(self) -> float:
        return float(self._settings["seconds"] * self._threads + _PROCESSOR_SECONDS_BESIDE)

    @property
    def _threads(self) -> int:
        threads: int = self._settings["threads"] or limits.processors()
        return threads

    def _file(self, number: int) -> Path:
        return self._workspace / f"offences-{number}.parquet"

    def settle(self, numbers: Sequence[int], count: int, shown: int, totals: bool) -> Message:
        """Amounts held within what was billed, the rows with most money, and, if asked, the totals.

        Of the queries ``numbers``, which have ``count`` offences.
        """
        lockdown.allow_seconds(self._database, 0)
        self._views.need(["lines", "net_lines", "claims"])
        files, into = [self._file(each) for each in numbers], self._workspace / "settled.parquet"
        settling = money.Settling(files, count, into, self._views.netted, self._claims_twice, totals)
        return money.settle(self._database, settling, shown)

    def export(self, rules: Sequence[Sequence[Any]], files: Mapping[str, Sequence[str]], path: str) -> Message:
        """Write what ``settle`` found to ``path``."""
        exported = [export.Exported(*each) for each in rules]
        return {"count": export.export(self._database, exported, files, Path(path))}

    def rows(self, begin: bool) -> Message:
        """The next of all rows that ``settle`` found, or the first; none after the last."""
        if begin:
            self._reader = self._database.cursor().execute(money.ALL)
        return {"rows": [list(row) for row in self._reader.fetchmany(_AT_ONCE)]}


def _request(tables: dict[str, TableRequest], settings: Mapping[str, Any]) -> LoadRequest:
    return {"tables": tables, "workspace": settings["workspace"], "memory_bytes": settings["memory_bytes"]}


def _emptied(connection: duckdb.DuckDBPyConnection) -> str:
    """What drops everything there is."""
    found = connection.execute(
        "SELECT 'VIEW', view_name FROM duckdb_views() WHERE NOT internal "
        "UNION ALL SELECT 'TABLE', table_name FROM duckdb_tables()"
    )
    return "; ".join(f"DROP {kind} {name}" for kind, name in found.fetchall())
