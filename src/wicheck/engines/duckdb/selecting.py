"""What is selected of a source for its table's columns: plain cells typed, other texts beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.engines.duckdb.cells import Manner, manner
from wicheck.engines.duckdb.literals import literal
from wicheck.engines.duckdb.typing import plain, plain_day, says_none
from wicheck.model.loading import Source, TableRequest


class Raw(NamedTuple):
    """SQL that gives the texts of a source, in order; ``line`` is an expression, with ``{n}`` for a row's number.

    ``values`` are bound; ``direct`` is SQL for the values of columns that are no texts, and need not be read.
    """

    sql: str
    line: str
    values: dict[str, Any] | None = None
    direct: Mapping[str, str] = {}


def present(request: TableRequest) -> tuple[str, ...]:
    """The columns that some source has, in the order of the table."""
    there = {name for source in request["sources"] for name in provided(source)}
    return tuple(name for name in request["forms"] if name in there)


def provided(source: Source) -> list[str]:
    """The columns that ``source`` has."""
    own = source.get("fields") or source.get("positions") or source.get("names") or ()
    return [*own, *source.get("constants", ())]


def manners(request: TableRequest, source: Source) -> dict[str, Manner]:
    """How the cells of each column of ``source`` are to be taken."""
    values = source.get("values", {})
    strict, serials = source.get("strict", False), source.get("serials", False)
    return {name: manner(request["forms"][name], values.get(name, {}), strict, serials) for name in provided(source)}


def texts(source: Source) -> dict[str, str]:
    """An expression for the text of each provided column: of lists ``cells`` for rows, else of ``c0``, ``c1`` ..."""
    own = {name: f"cells[{place}]" for place, name in enumerate(source.get("fields", ()), start=1)}
    own |= {name: f"c{place}" for name, place in source.get("positions", {}).items()}
    own |= {name: f"c{place}" for place, name in enumerate(source.get("names", ()))}
    return own | {name: literal(value) for name, value in source.get("constants", {}).items()}


def selection(
    request: TableRequest, columns: Sequence[str], source: Source, how: Mapping[str, Manner], raw: Raw
) -> str:
    """SQL for the staged columns (``staged_columns``) and ``odd``, and all that ``raw`` gives of ``source``.

    Two steps: each text is typed once, and what became of it asked afterwards. In one, the database would type it anew
    in every place that asks. Where a column of days has the texts of one of times, a time is typed for both. ``odd`` is
    JSON (``odd_texts`` reads it): a column of lists takes as long to write as all
    others together, even an empty one.
    """
    raws = {name: text for name, text in texts(source).items() if name not in raw.direct}
    names = {name: f"t{place}" for place, name in enumerate(raws)}
    first = [f"{text} AS {names[name]}" for name, text in raws.items()]
    timed = _timed(raws, how)
    second = [
        f"{plain_day(text, how[name]) if name in timed else plain(text, how[name])} AS v{text}"
        for name, text in names.items()
    ]
    values = {name: f"v{text}" for name, text in names.items()}
    values |= {day: f"COALESCE({values[day]}, CAST({values[time]} AS DATE))" for day, time in timed.items()}
    kinds = staged_columns(request, columns)
    found = [_staged(name, kind, names, values, raw.direct) for name, kind in kinds.items()]
    odd = {name: _odd(text, values[name], how[name]) for name, text in names.items()}
    listed = ", ".join(f"CASE WHEN {odd[name]} THEN {names[name]} END" if name in odd else "NULL" for name in columns)
    odd_cells = f"CASE WHEN {' OR '.join(odd.values()) or 'FALSE'} THEN CAST(to_json([{listed}]) AS VARCHAR) END AS odd"
    typed = f"SELECT *, {', '.join(second)} FROM (SELECT *, {', '.join(first)} FROM ({raw.sql}))"
    return f"SELECT *, {', '.join([*found, odd_cells])} FROM ({typed})"


def _timed(raws: Mapping[str, str], how: Mapping[str, Manner]) -> dict[str, str]:
    """Columns of days whose texts a column of times has too, with that column: the same words say nothing in both."""
    times = {(raws[name], how[name].silent): name for name in raws if how[name].form["kind"] == "datetime"}
    days = [name for name in raws if how[name].form["kind"] == "date"]
    return {name: times[raws[name], how[name].silent] for name in days if (raws[name], how[name].silent) in times}


def _staged(
    name: str, kind: str, names: Mapping[str, str], values: Mapping[str, str], direct: Mapping[str, str]
) -> str:
    column = name.removesuffix("_none")
    if column in direct:
        return (
            f"{direct[name] if name in direct else f'CASE WHEN {direct[column]} IS NOT NULL THEN FALSE END'} AS {name}"
        )
    text = names.get(column)
    if text is None:
        return f"CAST(NULL AS {kind}) AS {name}"
    return f"{values[name] if name in names else says_none(text, values[column])} AS {name}"


def _odd(text: str, value: str, how: Manner) -> str:
    done = says_none(text, value) if how.form.get("none") else value
    return f"({text} IS NOT NULL AND {done} IS NULL)"


def odd_texts(relation: str) -> str:
    """SQL for the rows of ``relation`` that have odd cells, their texts as a list."""
    rows = f"SELECT * FROM ({relation}) WHERE odd IS NOT NULL"
    return f"SELECT * REPLACE (from_json(odd, '[\"VARCHAR\"]') AS odd) FROM ({rows})"


def staged_columns(request: TableRequest, columns: Sequence[str]) -> dict[str, str]:
    """The columns to make with their types: those present, each with its ``X_none``."""
    return {name: kind for name, kind in request["columns"].items() if name.removesuffix("_none") in columns}
