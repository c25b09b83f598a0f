"""Columns that queries read are told by the entry they are written in, which a clerk can look up."""

from __future__ import annotations

from collections.abc import Iterator

from wicheck.checks.sql import KIND
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.packs.queries import Queries
from wicheck.packs.views import column_path
from wicheck.plugins import workshop

SCHEMAS = Schemas()


def columns() -> Iterator[tuple[str, str]]:
    """All that our own queries read, of each view."""
    queries = Queries(SCHEMAS)
    for pack in Library(SCHEMAS, workshop()).packs():
        for query in (queries.of(rule, pack) for rule in pack.rules if rule.check == KIND.name):
            for view, names in (*query.needs.items(), *query.optional.items()):
                yield from ((view, name) for name in names)


def test_every_column_that_a_query_reads_is_written_in_an_entry_of_a_document() -> None:
    read = set(columns())

    assert ("agreements", "institution_code") in read
    assert [each for each in sorted(read) if SCHEMAS.at(column_path(*each), through_arrays=True) is None] == []
