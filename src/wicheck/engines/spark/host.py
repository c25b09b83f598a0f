"""The engine with Spark: DuckDB's child takes the tables in, nets reversals, counts populations and adds money up; the
queries themselves run on Spark, over the views that it writes as Parquet.

So a batch has the same types and the same money whichever engine judges it, and only the queries can differ. Tables of
a metastore are written as Parquet by Spark, and taken in like other files. What one machine must bear of a large batch
is this taking in, netting and adding up, and the disk for its tables. Spark's executors must see the folder for
temporary files: of a cluster, point TMPDIR at a shared one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import rmtree
from threading import Event, Timer
from typing import Any

from wicheck.engines.duckdb import answers
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Answer, Batch, Judgement, Limits, Loaded, Tell
from wicheck.engines.spark import exporting, places
from wicheck.engines.spark.portable import complaints
from wicheck.engines.spark.session import session, suit
from wicheck.engines.spark.translating import Translated, schema, translated, typed
from wicheck.model import Asked, Query

_WORD = re.compile(r"\w+")


class SparkEngine(DuckdbEngine):
    """See ``interface.Engine`` and ``model.loading.Warehouse``. One at a time in a process: Spark allows no more."""

    def __init__(self, limits: Limits | None = None) -> None:
        super().__init__(limits)
        try:
            self._spark = session(self._limits, self._workspace)
        except BaseException:
            super().close()
            raise
        self._mentions: set[str] = set()
        self._lent: set[str] = set()
        self._folders = 0

    def open(self, batch: Batch, tell: Tell | None = None) -> Loaded:
        """See ``interface.Engine``."""
        loaded = super().open(batch, tell)
        suit(self._spark, sum(table["rows"] for table in loaded.tables.values()))
        return loaded

    def judge(
        self, asked: Sequence[Asked], judged_on: date, tell: Tell | None = None, totals: bool = True
    ) -> Judgement:
        """See ``interface.Engine``."""
        self._mentions = {word for each in asked for word in _WORD.findall(each.query.spark_sql or each.query.sql)}
        self._lent.clear()
        return super().judge(asked, judged_on, tell, totals)

    def table_columns(self, table: str) -> list[str]:
        """See ``model.loading.Warehouse``."""
        return exporting.columns(self._spark, table)

    def export_table(self, table: str, columns: Sequence[str], folder: Path) -> list[Path]:
        """See ``model.loading.Warehouse``."""
        return exporting.export(self._spark, table, columns, folder)

    def close(self) -> None:
        """See ``interface.Engine``."""
        try:
            self._spark.stop()
        finally:
            super().close()

    def _run(self, number: int, asked: Asked, judged_on: date, answer: Answer, told: Callable[[float], None]) -> Answer:
        reply = self._reply(number, asked, answers.bound(asked, judged_on))
        return answers.ran(answer, reply, self._limits.seconds)

    def _all_at_once(self, judging: Sequence[tuple[int, Asked]], judged_on: date) -> dict[int, Mapping[str, Any]]:
        """None: its queries are not for the child."""
        return {}

    def _reply(self, number: int, asked: Asked, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """What DuckDB's child would say of the query."""
        if refused := _refused(asked.query):
            return {"failed": "refused", "words": refused}
        kept = {
            "number": number,
            "bearer": asked.bearer,
            "evidence": asked.query.returned,
            "unread": asked.unread,
            "touching": asked.touching,
        }
        text = asked.query.sql.strip().removesuffix(";")
        described = self._ask({"do": "describe", "text": text, "values": values, **kept}, None, lambda share: None)
        if "failed" in described:
            return described
        folder = self._folder()
        if failed := self._written(translated(asked.query), values, described["columns"], folder):
            return failed
        reply = self._ask(
            {"do": "take", "columns": described["columns"], "folder": str(folder), **kept}, None, lambda share: None
        )
        rmtree(folder)
        return reply

    def _written(
        self, query: Translated, values: Mapping[str, Any], columns: Mapping[str, str], folder: Path
    ) -> Mapping[str, Any] | None:
        """Write what Spark finds to ``folder``; why it did not."""
        from py4j.protocol import Py4JJavaError
        from pyspark.errors import PySparkException

        self._lend(query.tables)
        cells = ", ".join(typed(name, kind) for name, kind in columns.items())
        given = {name: value for name, value in values.items() if name in query.values}
        with self._held_to_time() as late:
            try:
                found = self._spark.sql(f"SELECT {cells} FROM (\n{query.sql}\n)", args=given)
                found.write.parquet(places.to_write(folder))
            except (PySparkException, Py4JJavaError) as error:
                return {"failed": "late" if late.is_set() else "error", "words": str(error).strip().splitlines()[0]}
        return None

    def _lend(self, views: frozenset[str]) -> None:
        """Let Spark see ``views``."""
        for view in sorted(views - self._lent):
            path = self._folder().with_suffix(".parquet")
            question = {"do": "lend", "view": view, "mentions": sorted(self._mentions), "path": str(path)}
            columns = self._demand(question)["columns"]
            self._spark.read.schema(schema(columns)).parquet(places.to_read(path)).createOrReplaceTempView(view)
            self._lent.add(view)

    @contextmanager
    def _held_to_time(self) -> Iterator[Event]:
        """Stop what Spark does when a rule's time is over; the event tells so."""
        late = Event()

        def stop() -> None:
            late.set()
            self._spark.sparkContext.cancelAllJobs()

        timer = Timer(self._limits.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()

    def _folder(self) -> Path:
        """A new name in the workspace."""
        self._folders += 1
        return self._workspace / f"spark-{self._folders}"


def _refused(query: Query) -> str | None:
    """Why ``query`` may not run on Spark. A second text passes no guard: only our own have one."""
    if query.spark_sql:
        return None if query.built_in else "only wicheck's own queries may have a text of their own for Spark"
    return "; ".join(complaints(query.sql)) or None
