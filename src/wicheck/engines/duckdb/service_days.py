"""Lines that tell the time of a service and not its day: rules ask for the day, and the time has it."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from wicheck.model.loading import TableRequest, TableResult

_LINES, _DAY, _TIME = "lines", "service_on", "service_at"


def fill(
    connection: duckdb.DuckDBPyConnection,
    requests: Mapping[str, TableRequest],
    results: Mapping[str, TableResult],
    kind: str | None,
) -> bool:
    """Give lines without a day that of their time; whether there were any. A day that is told stays as it is.

    ``kind`` tells whether a table or a view stands under their name, where one does; afterwards it is a view.
    """
    if kind is None or _TIME not in results[_LINES]["present"] or _DAY not in requests[_LINES]["columns"]:
        return False
    present = results[_LINES]["present"]
    if _DAY in present and not _some_lack_it(connection):
        return False
    connection.execute(f"ALTER {kind} {_LINES} RENAME TO {_LINES}_by_time")
    connection.execute(
        f"CREATE VIEW {_LINES} AS SELECT t.* REPLACE (COALESCE(t.{_DAY}, CAST(t.{_TIME} AS DATE)) AS {_DAY}) "
        f"FROM {_LINES}_by_time AS t"
    )
    if _DAY not in present:
        present.append(_DAY)
    return True


def _some_lack_it(connection: duckdb.DuckDBPyConnection) -> bool:
    """A large batch whose every line tells its day is left as it is: a view over it would cost every query."""
    found = connection.execute(f"SELECT 1 FROM {_LINES} WHERE {_DAY} IS NULL AND {_TIME} IS NOT NULL LIMIT 1")
    return found.fetchone() is not None
