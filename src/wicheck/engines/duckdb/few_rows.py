"""The sources of a table that has few rows: read here cell by cell, and put into a table of the right types at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import duckdb

from wicheck.engines.columns import Columns
from wicheck.engines.duckdb.asides import LINKS
from wicheck.engines.duckdb.cells import Manner
from wicheck.engines.duckdb.meanings import Cell, Note
from wicheck.engines.duckdb.plainness import typed
from wicheck.engines.duckdb.selecting import manners, present, staged_columns
from wicheck.engines.duckdb.tally import Tally
from wicheck.model.loading import Source, TableRequest

MOST_CELLS = 20_000
"""From here on the database is faster."""
PLACE: Columns = {"row": "BIGINT", "file_number": "INTEGER", "file_line": "BIGINT"}
_LOST = dict.fromkeys(("table_name", "file", "line", "column_name", "value", "reason"), "VARCHAR")
_KEYS = dict.fromkeys(("table_name", "file", "line", "kind", "value"), "VARCHAR")

Row = list[str | None]


def are_few(table: TableRequest) -> bool:
    """Whether the sources are small enough, and of documents: no files."""
    return all(source["format"] == "rows" for source in table["sources"]) and (
        sum(len(source["rows"]) * len(source["fields"]) for source in table["sources"]) <= MOST_CELLS
    )


class Place(NamedTuple):
    """Where a row stands: in the batch, and in its source."""

    row: int
    source: int
    line: int


class FewRows(NamedTuple):
    """``rows`` as they go into the table, ``rejects``, ``losses`` and ``keys`` as into theirs; ``total`` counts all."""

    columns: tuple[str, ...]
    rows: list[Row]
    rejects: list[Row]
    losses: list[Row]
    keys: list[Row]
    tally: Tally
    total: int

    @property
    def rejected(self) -> int:
        return self.total - len(self.rows)


def load(connection: duckdb.DuckDBPyConnection, name: str, table: TableRequest, first_row: int) -> FewRows:
    """Make the table ``name`` of its sources."""
    read = _Reading(name, table, first_row)
    for number, source in enumerate(table["sources"], start=1):
        read.source(number, source)
    columns = {**table["columns"], **PLACE}
    connection.execute(f"CREATE TABLE {name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())})")
    insert(connection, name, {column: columns[column] for column in read.columns}, read.found.rows)
    insert(connection, "rejects", _LOST, read.found.rejects)
    insert(connection, "losses", _LOST, read.found.losses)
    insert(connection, "aside_keys", _KEYS, read.found.keys)
    return read.found._replace(total=read.total)


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[str | None]]
) -> None:
    """Put ``rows`` of texts into ``columns`` of a table, cast to their types."""
    if rows:
        cells = ", ".join(f"CAST(r[{place}] AS {kind})" for place, kind in enumerate(columns.values(), start=1))
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {cells} FROM (SELECT unnest($1::VARCHAR[][]) AS r)",
            [rows],
        )


class _Reading:
    """The sources of one table while they are read."""

    def __init__(self, name: str, table: TableRequest, first_row: int) -> None:
        self._name = name
        self._table = table
        self._first_row = first_row
        self._present = present(table)
        self._staged = staged_columns(table, self._present)
        self.columns = (*self._staged, *PLACE)
        self.found = FewRows(self._present, [], [], [], [], Tally(name), 0)
        self.total = 0

    def source(self, number: int, source: Source) -> None:
        how = manners(self._table, source)
        fields = [(place, name) for place, name in enumerate(source["fields"]) if name in how]
        known: dict[tuple[str, str], Cell] = {}
        for texts, line in zip(source["rows"], source["lines"], strict=True):
            row = {name: text for place, name in fields if (text := texts[place]) is not None}
            row |= source.get("constants", {})
            cells = {name: _cell(name, text, how, known) for name, text in row.items()}
            self._keep(cells, row, Place(self._first_row + self.total, number, line))
            self.total += 1

    def _keep(self, cells: Mapping[str, Cell], texts: Mapping[str, str], place: Place) -> None:
        """A row, or that it cannot be used; and each cell that lost something."""
        rejected = False
        for name in self._present:
            if name in cells and (note := cells[name].note):
                self.found.tally.count(name, texts[name], cells[name])
                rejected |= cells[name].rejected
                if cells[name].rejected or note is Note.DIGITS_LOST:
                    lost = self.found.rejects if cells[name].rejected else self.found.losses
                    lost.append(self._lost(name, texts[name], note, place))
        if not rejected:
            self.found.rows.append([*(_value(cells, name) for name in self._staged), *map(str, place)])
            return
        for name, kind in LINKS.items():
            if name in cells and (value := cells[name].value) is not None:
                self.found.keys.append([self._name, self._file(place), str(place.line), kind, value])

    def _lost(self, column: str, text: str, note: Note, place: Place) -> Row:
        """What is written down of a cell; what is personal is not repeated."""
        shown = None if "personal" in self._table["forms"][column] else text[:40]
        return [self._name, self._file(place), str(place.line), column, shown, note]

    def _file(self, place: Place) -> str:
        return self._table["sources"][place.source - 1]["shown"]


def _cell(name: str, text: str, how: Mapping[str, Manner], known: dict[tuple[str, str], Cell]) -> Cell:
    """Each different text of a column is read once."""
    if (name, text) not in known:
        known[name, text] = typed(text, how[name])
    return known[name, text]


def _value(cells: Mapping[str, Cell], name: str) -> str | None:
    if name in cells:
        return cells[name].value
    column = name.removesuffix("_none")
    none = cells[column].none if column != name and column in cells else None
    return None if none is None else str(none)
