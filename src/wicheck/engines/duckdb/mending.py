"""Rows with cells that are not plain: each different text is read once, and the rows are put together again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import duckdb

from wicheck.engines.duckdb.asides import LINKS
from wicheck.engines.duckdb.cells import read_cell
from wicheck.engines.duckdb.literals import literal
from wicheck.engines.duckdb.meanings import Note
from wicheck.engines.duckdb.selecting import odd_texts
from wicheck.engines.duckdb.staging import Staged
from wicheck.engines.duckdb.tally import Tally
from wicheck.model.loading import Cleaned

_AT_ONCE = 20_000


class Mended(NamedTuple):
    """``relation`` gives the rows that can be used, None where every row was plain; ``rejected`` counts the others."""

    relation: str | None
    rejected: int
    losses: int
    details: list[Cleaned]


def mend(connection: duckdb.DuckDBPyConnection, staged: Staged) -> Mended:
    """Read the odd cells; rows with one that cannot be read go to the table ``rejects``."""
    readings = f"readings_{staged.table}"
    connection.execute(
        f"CREATE TABLE {readings} "
        "(source INTEGER, place INTEGER, text VARCHAR, value VARCHAR, none BOOLEAN, note VARCHAR, rejected BOOLEAN)"
    )
    tally, places = Tally(staged.table), set[int]()
    for batch in _distinct(connection, staged):
        rows = [_reading(staged, tally, each) for each in batch]
        places.update(place for _, place, *_ in batch)
        connection.execute(
            f"INSERT INTO {readings} SELECT {_TYPED_READING} FROM (SELECT unnest($1::VARCHAR[][]) AS r)",
            [rows],
        )
    if not places:
        return Mended(None, 0, 0, [])
    rejected = _put_together(connection, staged, readings, sorted(places))
    if rejected:
        _keep(connection, staged, readings, "rejects", "rejected")
        _keep_keys(connection, staged)
    if tally.losses:
        _keep(connection, staged, readings, "losses", f"note = '{Note.DIGITS_LOST}'")
    usable = f"SELECT * FROM mended_{staged.table} WHERE NOT rejected"
    return Mended(usable, rejected, tally.losses, tally.details())


_TYPED_READING = ", ".join(
    f"CAST(r[{place}] AS {kind})"
    for place, kind in enumerate(("INTEGER", "INTEGER", "VARCHAR", "VARCHAR", "BOOLEAN", "VARCHAR", "BOOLEAN"), start=1)
)


def _reading(staged: Staged, tally: Tally, found: tuple[int, int, str, int]) -> list[str | None]:
    """A row of the table of readings, of one that ``_distinct`` found."""
    source, place, text, count = found
    column = staged.columns[place - 1]
    cell = read_cell(text, staged.manners[source - 1][column])
    tally.count(column, text, cell, count)
    none = None if cell.none is None else str(cell.none)
    return [str(source), str(place), text, cell.value, none, cell.note, str(cell.rejected)]


def _distinct(connection: duckdb.DuckDBPyConnection, staged: Staged) -> Iterator[list[Any]]:
    """Source, place of the column, text and number of cells, of all texts that are not plain."""
    reader = connection.cursor()
    reader.execute(
        "SELECT source, place, text, count(*) FROM "
        "(SELECT source, unnest(odd) AS text, generate_subscripts(odd, 1) AS place "
        f"FROM ({odd_texts(staged.relation)})) "
        "WHERE text IS NOT NULL GROUP BY source, place, text"
    )
    while batch := reader.fetchmany(_AT_ONCE):
        yield batch


def _put_together(connection: duckdb.DuckDBPyConnection, staged: Staged, readings: str, places: list[int]) -> int:
    """The odd rows with what their cells were read as, in a table; the number of those that cannot be used."""
    odd = {staged.columns[place - 1]: place for place in places}
    cells = [_cell(name, kind, odd) for name, kind in staged.request["columns"].items() if name in staged.typed_columns]
    joins = [
        f"LEFT JOIN {readings} AS r{place} "
        f"ON r{place}.source = s.source AND r{place}.place = {place} AND r{place}.text = s.odd[{place}]"
        for place in places
    ]
    rejected = " OR ".join(f"COALESCE(r{place}.rejected, FALSE)" for place in places)
    connection.execute(
        f"CREATE TABLE mended_{staged.table} AS SELECT {', '.join(cells)}, s.source, s.position, s.line, "
        f"{rejected} AS rejected FROM ({odd_texts(staged.relation)}) AS s {' '.join(joins)}"
    )
    found = connection.execute(f"SELECT count(*) FROM mended_{staged.table} WHERE rejected").fetchone()
    return int(found[0]) if found else 0


def _cell(name: str, kind: str, odd: dict[str, int]) -> str:
    if name in odd:
        return f"COALESCE(s.{name}, CAST(r{odd[name]}.value AS {kind})) AS {name}"
    column = name.removesuffix("_none")
    if name != column and column in odd:
        return f"COALESCE(s.{name}, r{odd[column]}.none) AS {name}"
    return f"s.{name}"


def _keep_keys(connection: duckdb.DuckDBPyConnection, staged: Staged) -> None:
    """What tells whose a row is that was kept aside, as far as it can be read."""
    links = {name: kind for name, kind in LINKS.items() if name in staged.typed_columns}
    if links:
        kinds = ", ".join(map(literal, links.values()))
        connection.execute(
            f"INSERT INTO aside_keys SELECT '{staged.table}', {_files(staged)}[source], line, kind, value FROM "
            f"(SELECT source, line, unnest([{kinds}]) AS kind, unnest([{', '.join(links)}]) AS value "
            f"FROM mended_{staged.table} WHERE rejected) WHERE value IS NOT NULL"
        )


def _files(staged: Staged) -> str:
    """What the sources are called, as a list."""
    return "CAST([" + ", ".join(map(literal, staged.files)) + "] AS VARCHAR[])"


def _keep(connection: duckdb.DuckDBPyConnection, staged: Staged, readings: str, table: str, condition: str) -> None:
    """Write down each cell whose reading fulfils ``condition``; personal data is not repeated."""
    personal = [name for name, form in staged.request["forms"].items() if "personal" in form]
    names = "CAST([" + ", ".join(f"'{name}'" for name in staged.columns) + "] AS VARCHAR[])"
    files = _files(staged)
    hidden = "CAST([" + ", ".join(f"'{name}'" for name in personal) + "] AS VARCHAR[])"
    connection.execute(
        f"INSERT INTO {table} SELECT '{staged.table}', {files}[o.source], o.line, {names}[o.place], "
        f"CASE WHEN list_contains({hidden}, {names}[o.place]) THEN NULL ELSE substr(o.text, 1, 40) END, r.note "
        "FROM (SELECT source, line, position, unnest(odd) AS text, generate_subscripts(odd, 1) AS place "
        f"FROM ({odd_texts(staged.relation)})) AS o "
        f"JOIN {readings} AS r ON r.source = o.source AND r.place = o.place AND r.text = o.text WHERE r.{condition} "
        "ORDER BY o.source, o.line, o.place"
    )
