"""CSV files as the database reads them, and whether it read them as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from wicheck.engines.duckdb import records
from wicheck.engines.duckdb.records import Dialect, Malformed
from wicheck.engines.duckdb.typing import literal
from wicheck.model.loading import Source

_STRICT = "header = false, auto_detect = false, strict_mode = true, null_padding = false, quote = '\"', escape = '\"'"


class Raw(NamedTuple):
    """SQL that gives the texts of a source, in order; ``line`` is an expression, with ``{n}`` for a row's number."""

    sql: str
    line: str
    values: dict[str, Any] | None = None


def raw(source: Source) -> Raw:
    """The texts of the file. Any line that is no record stops their reading."""
    columns = {f"c{place}": "VARCHAR" for place in range(source["width"])}
    if source.get("numbered"):
        columns = {"line": "BIGINT", **columns}
    named = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in columns.items())
    sql = (
        f"SELECT * FROM read_csv({literal(source['path'])}, columns = {{{named}}}, "  # noqa: S608
        f"delim = {literal(source['delimiter'])}, skip = {source['header_line']}, {_STRICT})"
    )
    return Raw(sql, "line" if source.get("numbered") else f"{{n}} + {source['header_line']}")


def is_about_records(error: duckdb.Error) -> bool:
    """Whether some line of the file is why the database gave up."""
    return isinstance(error, duckdb.InvalidInputException) and "CSV" in str(error)


def has_record_a_line(source: Source, rows: int) -> bool:
    """Whether ``rows`` are as many as there are lines: then each is one, and its place tells its line.

    A record takes a line at least, so that none can have swallowed another.
    """
    return rows == records.count_lines(Path(source["path"])) - source["header_line"]


def rewritten(source: Source, to: Path) -> tuple[Source, list[Malformed]]:
    """The file's records in a new one with their lines, and the lines that are none."""
    dialect = Dialect(source["delimiter"], source["width"], source["header_line"])
    malformed = records.rewrite(Path(source["path"]), to, dialect)
    return {**source, "path": str(to), "header_line": 0, "numbered": True}, malformed
