"""Parquet files: columns of the right type are only looked at; the texts of others are read as those of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.cells import Manner
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.selecting import Raw
from wicheck.engines.duckdb.typing import Bounds, plain_within
from wicheck.model.loading import Source

_CHINA_US = 8 * 3600 * 1_000_000
_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER")
_TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_ZONED = "TIMESTAMP WITH TIME ZONE"
_FLOATS = ("FLOAT", "DOUBLE")
_CHECKED, _IN_TIME = ("choice", "code", "text"), ("date", "datetime")
_WORDS = ("choice", "code", "text", "boolean")
_OWN_NUMBER = "line_number"
"""No two lines have the same, so that to read each of them took as long as all other columns. It is only ever compared:
that it begins with a digit or letter is enough, and that the file's own statistics tell."""
_NO_TEXT = "'#UNKNOWN!'"
"""Says nothing in any column, as a formula that failed."""


class Columns(NamedTuple):
    """``direct``: SQL for the values of columns that have the right type, the others are texts of ``raw``.

    ``floating`` are numbers in binary form, which hold no decimal exactly: read to the 15 digits they are good for.
    """

    raw: Raw
    direct: Mapping[str, str]
    floating: tuple[str, ...]


def columns(connection: duckdb.DuckDBPyConnection, source: Source, how: Mapping[str, Manner]) -> Columns:
    """What of ``source`` can be used as it stands."""
    # A folder called amount=7 would give every row that amount.
    file = f"read_parquet({one_file(source['path'])}, file_row_number = true, hive_partitioning = false)"
    described = connection.execute(f"DESCRIBE SELECT * FROM {file}").fetchall()
    types = {name: kind for name, kind, *_ in described}
    names = source["names"]
    direct = {
        field: found
        for place, (field, name) in enumerate(names.items())
        if (found := _direct(f"c{place}", types[name], how[field])) is not None
    }
    for field in _unfit(connection, _raw(file, names, types, how, direct), names, how, direct):
        del direct[field]
    floating = tuple(field for field, name in names.items() if types[name] in _FLOATS)
    return Columns(_raw(file, names, types, how, direct), direct, floating)


def _raw(
    file: str, names: Mapping[str, str], types: Mapping[str, str], how: Mapping[str, Manner], direct: Mapping[str, str]
) -> Raw:
    """The columns, those that are not ``direct`` as texts."""
    selected = [
        f"{_quoted(name) if field in direct else _as_text(name, types[name], how[field])} AS c{place}"
        for place, (field, name) in enumerate(names.items())
    ]
    return Raw(f"SELECT {', '.join([*selected, 'file_row_number'])} FROM {file}", "{n}")


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
        return f"CAST({column} AS DATE)" if wanted == "date" else f"CAST(date_trunc('second', {column}) AS TIMESTAMP)"
    return column if kind == "DATE" and wanted == "date" else None


def _is_exact(kind: str) -> bool:
    """A number that fits our columns whatever it is."""
    if kind in _INTEGERS:
        return True
    if not kind.startswith("DECIMAL("):
        return False
    digits, decimals = map(int, kind.removeprefix("DECIMAL(").removesuffix(")").split(","))
    return decimals <= 6 and digits - decimals <= 12


def _as_text(name: str, kind: str, how: Manner) -> str:
    column = _quoted(name)
    if kind in _FLOATS:
        return _float_as_text(column, kind)
    if kind == _ZONED:
        return f"CAST(make_timestamp(epoch_us({column}) + {_CHINA_US}) AS VARCHAR)"
    if kind == "BLOB":  # what programs write that do not tell that their bytes are a text
        return f"CASE WHEN {column} IS NOT NULL THEN COALESCE(TRY(decode({column})), {_NO_TEXT}) END"
    if _has_parts(kind) and how.form["kind"] in _WORDS:
        return f"CASE WHEN {column} IS NOT NULL THEN {_NO_TEXT} END"
    return f"CAST({column} AS VARCHAR)"


def _has_parts(kind: str) -> bool:
    """Whether a value of the type is several: a list, a map, a record."""
    return kind.endswith("]") or ("(" in kind and not kind.startswith(("DECIMAL(", "ENUM(")))


def _float_as_text(column: str, kind: str) -> str:
    """A DOUBLE to 15 digits. A FLOAT is good for 6: one that needs more is written so that its loss shows."""
    number = f"CAST({column} AS DOUBLE)"
    if kind == "DOUBLE":
        return _plain_number(number)
    short = f"format('{{:.6g}}', {number})"
    lost = f"format('{{:.8e}}', {number})"
    loses = f"isfinite({column}) AND CAST({short} AS FLOAT) <> {column}"
    return f"CASE WHEN {loses} THEN {lost} ELSE {_plain_number(f'CAST({short} AS DOUBLE)')} END"


def _plain_number(number: str) -> str:
    """Without an exponent also where it is small."""
    small = f"abs({number}) < 0.0001 AND {number} <> 0"
    written = f"rtrim(CAST(CAST({number} AS DECIMAL(20,18)) AS VARCHAR), '0')"
    return f"CASE WHEN {small} THEN {written} ELSE format('{{:.15g}}', {number}) END"


def _unfit(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    names: Mapping[str, str],
    how: Mapping[str, Manner],
    direct: Mapping[str, str],
) -> list[str]:
    """Columns with a text or day in them that is not plain: they have to be read."""
    checked = {
        field: f"c{place}"
        for place, field in enumerate(names)
        if field in direct and how[field].form["kind"] in (*_CHECKED, *_IN_TIME)
    }
    bounds = {name: _bounds(connection, raw, column) for name, column in checked.items() if _is_text(how[name])}
    own = bounds.pop(_OWN_NUMBER, None)
    tests = {
        name: _has_other(column, direct[name], how[name], bounds.get(name))
        for name, column in checked.items()
        if name != _OWN_NUMBER
    }
    answers = connection.execute(f"SELECT {', '.join(tests.values())} FROM ({raw.sql})").fetchone() if tests else ()
    found = [name for name, unfit in zip(tests, answers or (), strict=True) if unfit]
    return found if own is None or "0" <= own.first <= own.last < "{" else [_OWN_NUMBER, *found]


def _is_text(how: Manner) -> bool:
    return how.form["kind"] in ("code", "text")


def _bounds(connection: duckdb.DuckDBPyConnection, raw: Raw, column: str) -> Bounds | None:
    """None of a column without texts. Most files tell these of each column, without a look at its rows."""
    first, last = connection.execute(f"SELECT min({column}), max({column}) FROM ({raw.sql})").fetchone() or (None, None)
    return None if first is None else Bounds(first, last)


def _has_other(column: str, value: str, how: Manner, bounds: Bounds | None) -> str:
    """SQL over all rows that tells whether a cell is anything but a value of its column in plain form."""
    if how.form["kind"] in _IN_TIME:
        return f"bool_or(NOT ({value} >= DATE '1900-01-01' AND {value} < DATE '2200-01-01'))"
    if how.form["kind"] == "choice":
        ours = ", ".join(map(literal, sorted({*how.words.values()})))
        return f"count({column}) > {f'count(TRY_CAST({column} AS ENUM({ours})))' if ours else '0'}"
    return f"count({column}) > count({plain_within(column, how, bounds)})" if bounds else "FALSE"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
