"""Which evidence of a query is about persons, so that no report shows it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from wicheck.claims.tables import tables
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import COMPUTED, MADE_FROM
from wicheck.model import Query

UNCLASSED = "unclassed"
"""What a stranger's query makes of personal columns: of no class that we know, so nothing of it is shown."""
_COMMENT = re.compile(r"/\*.*?\*/|--[^\n]*", re.DOTALL)
_WORD = re.compile(r"[a-z_][a-z0-9_]*")


class PersonalColumns(NamedTuple):
    """``by_table`` has the classes of personal columns; ``plain`` names columns that nowhere are personal."""

    by_table: Mapping[str, Mapping[str, str]]
    plain: Collection[str]

    def of(self, query: Query) -> dict[str, str]:
        """The classes of the evidence of ``query`` that is personal, by name.

        A name counts where a table that the query reads has it so: ``name`` is a person's among the workers, a drug's
        in a catalogue. Our own queries give nothing personal another name; of a stranger's that reads personal columns
        only what is surely another column is shown.
        """
        said = _words(query.sql)
        read = [classes for table, classes in self.by_table.items() if table in said]
        personal = {name: kind for classes in read for name, kind in classes.items()}
        renamed = () if query.built_in or not said & personal.keys() else query.returned
        unsure = {name: UNCLASSED for name in renamed if name not in self.plain}
        return {name: kind for name, kind in (unsure | personal).items() if name in query.evidence}

    def hidden(self, queries: Iterable[Query]) -> set[str]:
        """The names of all personal evidence of ``queries``."""
        return {name for query in queries for name in self.of(query)}


NOTHING_PERSONAL = PersonalColumns({}, ())


def personal_columns(schemas: Schemas) -> PersonalColumns:
    by_table: dict[str, dict[str, str]] = {}
    plain: set[str] = set()
    for table in tables(schemas).values():
        by_table[table.name] = {name: column.personal for name, column in table.columns.items() if column.personal}
        plain |= table.columns.keys() - by_table[table.name].keys()
    return PersonalColumns(by_table, plain - {name for each in by_table.values() for name in each})


def _words(sql: str) -> set[str]:
    """The words of a query without its comments; of a view with a table's columns those of the table."""
    said = set(_WORD.findall(_COMMENT.sub(" ", sql).lower()))
    views = said & MADE_FROM.keys() - COMPUTED.keys()
    return said | {table for view in views for table in MADE_FROM[view]}
