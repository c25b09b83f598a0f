"""Parquet files: columns of the right type are only looked at; the texts of others are read as those of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.cells import Manner
from wicheck.engines.duckdb.literals import one_file
from wicheck.engines.duckdb.selecting import Raw
from wicheck.engines.duckdb.typing import plain
from wicheck.model.loading import Source

_CHINA_US = 8 * 3600 * 1_000_000
_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER")
_TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_ZONED = "TIMESTAMP WITH TIME ZONE"
_FLOATS = ("FLOAT", "DOUBLE")
_CHECKED = ("choice", "code")


class Columns(NamedTuple):
    """``direct``: SQL for the values of columns that have the right type, the others are texts of ``raw``.

    ``floating`` are numbers in binary form, which hold no decimal exactly: read to the 15 digits they are good for.
    """

    raw: Raw
    direct: Mapping[str, str]
    floating: tuple[str, ...]


def columns(connection: duckdb.DuckDBPyConnection, source: Source, how: Mapping[str, Manner]) -> Columns:
    """What of ``source`` can be used as it stands."""
    file = f"read_parquet({one_file(source['path'])}, file_row_number = true)"
    described = connection.execute(f"DESCRIBE SELECT * FROM {file}").fetchall()
    types = {name: kind for name, kind, *_ in described}
    names = source["names"]
    direct = {
        field: found
        for place, (field, name) in enumerate(names.items())
        if (found := _direct(f"c{place}", types[name], how[field])) is not None
    }
    selected = [
        f"{_quoted(name) if field in direct else _as_text(name, types[name])} AS c{place}"
        for place, (field, name) in enumerate(names.items())
    ]
    raw = Raw(f"SELECT {', '.join([*selected, 'file_row_number'])} FROM {file}", "{n}")
    for field in _unfit(connection, raw, names, how, direct):
        del direct[field]
    floating = tuple(field for field, name in names.items() if types[name] in _FLOATS)
    return Columns(raw, direct, floating)


def _direct(column: str, kind: str, how: Manner) -> str | None:
    """SQL for the value, where ``kind`` is a type that needs no more than a cast."""
    wanted = how.form["kind"]
    if wanted in ("text", "code", "choice"):
        return column if kind == "VARCHAR" and not how.silent else None
    if wanted == "number":
        return f"CAST({column} AS DECIMAL(18,6))" if _is_exact(kind) and not how.form.get("whole") else None
    if wanted == "boolean":
        return column if kind == "BOOLEAN" else None
    if kind == _ZONED:
        column, kind = f"make_timestamp(epoch_us({column}) + {_CHINA_US})", "TIMESTAMP"
    if kind in _TIMES:
        return f"CAST({column} AS {'DATE' if wanted == 'date' else 'TIMESTAMP'})"
    return column if kind == "DATE" and wanted == "date" else None


def _is_exact(kind: str) -> bool:
    """A number that fits our columns whatever it is."""
    if kind in _INTEGERS:
        return True
    if not kind.startswith("DECIMAL("):
        return False
    digits, decimals = map(int, kind.removeprefix("DECIMAL(").removesuffix(")").split(","))
    return decimals <= 6 and digits - decimals <= 12


def _as_text(name: str, kind: str) -> str:
    if kind in _FLOATS:
        return f"format('{{:.15g}}', CAST({_quoted(name)} AS DOUBLE))"
    if kind == _ZONED:
        return f"CAST(make_timestamp(epoch_us({_quoted(name)}) + {_CHINA_US}) AS VARCHAR)"
    return f"CAST({_quoted(name)} AS VARCHAR)"


def _unfit(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    names: Mapping[str, str],
    how: Mapping[str, Manner],
    direct: Mapping[str, str],
) -> list[str]:
    """Columns with a word or code in them that is not one of ours: they have to be read."""
    asked = [
        (field, f"c{place}", how[field])
        for place, field in enumerate(names)
        if field in direct and how[field].form["kind"] in _CHECKED
        if how[field].form["kind"] == "choice" or "pattern" in how[field].form
    ]
    if not asked:
        return []
    tests = ", ".join(f"bool_or({column} IS NOT NULL AND {_is_other(column, each)})" for _, column, each in asked)
    answers = connection.execute(f"SELECT {tests} FROM ({raw.sql})").fetchone() or ()
    return [field for (field, _, _), unfit in zip(asked, answers, strict=True) if unfit]


def _is_other(column: str, how: Manner) -> str:
    """Whether a text is anything but a value of the column in its own form."""
    return f"({plain(column, how)}) IS DISTINCT FROM {column}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
