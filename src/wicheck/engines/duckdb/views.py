"""The views that queries read, made when the first query asks for them: most batches need a few.

``catalogue`` and the tables without sources are made here; the claims' own tables come from ``loading``, ``net_lines``
from ``netting``, ``drug_lines`` from ``drugs``, ``worker_persons`` from ``persons``,
``code_spellings`` from ``spellings``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

from wicheck.engines.columns import COMPARED, MADE_FROM, REFERENCES, Columns
from wicheck.engines.duckdb import drugs, netting, persons, refunds, spellings

PLACE: Columns = {"row": "BIGINT", "file_number": "INTEGER", "file_line": "BIGINT"}
_ENTRIES, _CATALOGUE, _NET_LINES, _DRUG_LINES = "entries", "catalogue", "net_lines", "drug_lines"
_WORKER_PERSONS, _IDENTIFIED, _CODE_SPELLINGS = "worker_persons", ("claims", "workers"), "code_spellings"
_FROM_DOCUMENT = ("kind", "issued_by", "valid_from", "valid_until")
_OF_DOCUMENT = ("issued_by", "catalogue_division_code", "catalogue_updated_on")
_OPEN_END = "DATE '9999-12-31'"
_AT_LEAST: Mapping[str, Columns] = {
    "lines": {
        "line_number": "VARCHAR",
        "claim_id": "VARCHAR",
        "service_on": "DATE",
        "quantity": "DECIMAL(18,6)",
        "amount": "DECIMAL(18,6)",
    },
    "claims": {"claim_id": "VARCHAR", "total_amount": "DECIMAL(18,6)", "settled_on": "DATE"},
}
"""What offences are placed by, also where a batch has none of it."""


class Views:
    """The views of one batch. ``tables`` are all tables with their columns, ``given`` those that were loaded."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        tables: Mapping[str, Columns],
        given: Iterable[str],
        references: Mapping[str, Sequence[Sequence[Any]]],
    ) -> None:
        self._connection = connection
        self._tables = {name: {**columns, **PLACE} for name, columns in {**_AT_LEAST, **tables}.items()}
        self._references = references
        self._there = set(given)
        self.given = frozenset(self._there)
        self.netted = self.refundable = False
        made = {view for view, (table, *_) in MADE_FROM.items() if table in tables}
        self.names = frozenset({*tables, *REFERENCES, *COMPARED, _CATALOGUE, *made} - {_ENTRIES})

    def need(self, names: Iterable[str]) -> None:
        """Make those of ``names`` that are not there yet."""
        for name in sorted(names):
            if name not in self._there:  # nor made for another one meanwhile
                self._make(name)
                self._there.add(name)

    def _make(self, name: str) -> None:
        if name == _NET_LINES:
            self.need(["lines"])
            self.netted = netting.net(self._connection, self._tables["lines"], "lines" in self.given)
            self.refundable = self.netted and refunds.know(self._connection, self._tables["lines"])
        elif name == _DRUG_LINES:
            self.need([_NET_LINES, _CATALOGUE])
            drugs.choose(self._connection, self._tables["lines"], self._tables.get(_ENTRIES, PLACE))
        elif name == _WORKER_PERSONS:
            self.need(_IDENTIFIED)
            persons.know(self._connection, {each: self._tables.get(each, PLACE) for each in _IDENTIFIED})
        elif name == _CODE_SPELLINGS:
            self.need(["lines", _CATALOGUE])
            spellings.compare(self._connection, self._tables["lines"], self._tables.get(_ENTRIES, PLACE))
        elif name == _CATALOGUE:
            self.need([_ENTRIES, "catalogues"])
            self._connection.execute(f"CREATE TABLE catalogue AS {_entries(self._tables.get(_ENTRIES, PLACE))}")
        elif name in REFERENCES:
            fill(self._connection, name, REFERENCES[name], self._references.get(name, ()))
        else:
            columns = COMPARED[name] if name in COMPARED else self._tables.get(name, PLACE)
            self._connection.execute(f"CREATE VIEW {name} AS {_nothing(columns)}")

    def made(self, names: Iterable[str]) -> None:
        """``names`` are there: somebody else has made them."""
        self._there.update(names)

    def refill(self, name: str, rows: Sequence[Sequence[Any]]) -> None:
        """Other rows for a reference view."""
        self._references = {**self._references, name: rows}
        if name in self._there:
            self._connection.execute(f"DROP TABLE {name}")
            self._there.remove(name)


def fill(connection: duckdb.DuckDBPyConnection, name: str, columns: Columns, rows: Sequence[Sequence[Any]]) -> None:
    """A table of ``rows``; what is no text yet is written as DuckDB reads it."""
    texts = [[None if value is None else str(value) for value in row] for row in rows]
    cells = ", ".join(
        f"CAST(cells[{place}] AS {kind}) AS {column}" for place, (column, kind) in enumerate(columns.items(), start=1)
    )
    connection.execute(
        f"CREATE TABLE {name} AS SELECT {cells} FROM (SELECT unnest($1::VARCHAR[][]) AS cells)",
        [texts],
    )


def _entries(columns: Columns) -> str:
    """A catalogue's entries with what its document says of all of them; an open end is the last day there is."""
    own = [
        f"COALESCE(e.{column}, c.{column}) AS {column}" if column in _FROM_DOCUMENT else f"e.{column}"
        for column in columns
        if column not in {"valid_until", "valid_until_none"}
    ]
    until = f"COALESCE(e.valid_until, c.valid_until, {_OPEN_END})"
    document = [f"c.{column}" for column in _OF_DOCUMENT if column not in columns]
    # An entry that says it is still in force is so, whatever its document says.
    if "valid_until_none" in columns:
        until = f"CASE WHEN e.valid_until_none THEN {_OPEN_END} ELSE {until} END"
    return (
        f"SELECT {', '.join([*own, f'{until} AS valid_until', *document])} "
        "FROM entries AS e LEFT JOIN catalogues AS c ON e.catalogue_id = c.catalogue_id"
    )


def _nothing(columns: Columns) -> str:
    cells = ", ".join(f"CAST(NULL AS {kind}) AS {column}" for column, kind in columns.items())
    return f"SELECT {cells} WHERE false"
