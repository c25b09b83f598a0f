"""CSV files as the database reads them, and whether it read them as they are."""

from __future__ import annotations

from pathlib import Path

import duckdb

from wicheck.engines.duckdb import records
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.records import Dialect, Malformed
from wicheck.engines.duckdb.selecting import Raw
from wicheck.model.loading import Source

_STRICT = "header = false, auto_detect = false, strict_mode = true, null_padding = false, quote = '\"', escape = '\"'"


def raw(source: Source) -> Raw:
    """The texts of the file. Any line that is no record stops their reading, and so does a cell behind the columns."""
    width, spare = source["width"], source.get("spare", 0)
    columns = {f"c{place}": "VARCHAR" for place in range(width + spare)}
    if source.get("numbered"):
        columns = {"line": "BIGINT", **columns}
    named = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in columns.items())
    sql = (
        f"SELECT * FROM read_csv({one_file(source['path'])}, columns = {{{named}}}, "
        f"delim = {literal(source['delimiter'])}, skip = {source['header_line']}, {_STRICT})"
    )
    if spare:
        filled = " OR ".join(f"trim(c{place}) <> ''" for place in range(width, width + spare))
        sql += f" WHERE CASE WHEN {filled} THEN error('CSV: a cell in no column') ELSE TRUE END"
    return Raw(sql, "line" if source.get("numbered") else f"{{n}} + {source['header_line']}")


def is_about_records(error: duckdb.Error) -> bool:
    """Whether some line of the file is why the database gave up."""
    return isinstance(error, duckdb.InvalidInputException) and "CSV" in str(error)


def rewritten(source: Source, to: Path) -> tuple[Source, list[Malformed]]:
    """The file's records in a new one with their lines, and the lines that are none."""
    dialect = Dialect(source["delimiter"], source["width"], source["header_line"])
    rewrite = records.rewrite_numbered if source.get("numbered") else records.rewrite
    malformed = rewrite(Path(source["path"]), to, dialect)
    return {**source, "path": str(to), "header_line": 0, "numbered": True, "spare": 0}, malformed
