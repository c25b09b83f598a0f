"""The queries that wicheck brings along: each is a plain reading of the views, and knows nothing of empty rows."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

import duckdb
import pytest

from wicheck.billing.asking import population
from wicheck.claims.tables import tables
from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import MADE_FROM, REFERENCES
from wicheck.engines.duckdb import guard
from wicheck.engines.duckdb.views import PLACE, Views
from wicheck.packs.queries import Queries

FILES = sorted(
    set(data_folder("policies").glob("*/sql/*.sql")) - set(data_folder("policies").glob("*/sql/*.spark.sql"))
)
KEYS = {"claim_id", "line_row", "verdict", "amount"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
VALUES = {
    "text": "64",
    "integer": 3,
    "number": Decimal("0.5"),
    "date": date(2026, 3, 1),
    "boolean": True,
}


QUERIES = Queries(Schemas())


COLUMNS = {name: table.request([])["columns"] for name, table in tables(Schemas()).items()}
NOTHING_KNOWN, ALL_SO, NOTHING_SO = (
    {},
    {"BOOLEAN": "true", "VARCHAR": "'x'", "DATE": "'2026-03-01'"},
    {"BOOLEAN": "false"},
)
"""What the cells of a row hold, by type; of ``ALL_SO`` every number is 1, of ``NOTHING_SO`` every number is 0 and what
can be declared none is."""


def database(filled, rows=(NOTHING_KNOWN,)):
    """The tables ``filled`` have a row for each of ``rows``, the others are empty; the views, all made."""
    made = duckdb.connect()
    for name, kinds in COLUMNS.items():
        cells = ", ".join(f"{column} {kind}" for column, kind in {**kinds, **PLACE}.items())
        made.execute(f"CREATE TABLE {name} ({cells})")
        for number, known in enumerate(rows if name in filled else (), start=1):
            values = {column: cell(column, kind, known) for column, kind in kinds.items()} | {"row": str(number)}
            made.execute(f"INSERT INTO {name} ({', '.join(values)}) VALUES ({', '.join(values.values())})")
    views = Views(made, COLUMNS, COLUMNS, {name: [[None] * len(cells)] for name, cells in REFERENCES.items()})
    for name in sorted(views.names):
        views.need([name])
    return made, views.names


def cell(column, kind, known):
    if known is not NOTHING_KNOWN and column.endswith("_none"):
        return str(known is NOTHING_SO)
    if known is not NOTHING_KNOWN and kind.startswith("DECIMAL"):
        return str(int(known is ALL_SO))
    return known.get(kind, "NULL")


@pytest.fixture(scope="module")
def connection():
    """Every table has one row of which nothing is known."""
    return database(COLUMNS)


@cache
def alone(table):
    """Rows of all sorts in one table, and none in any other."""
    return database({table}, (NOTHING_KNOWN, ALL_SO, NOTHING_SO))[0]


@pytest.fixture(params=FILES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def judged(request, connection):
    made, names = connection
    asked = QUERIES.read(request.param)
    reading = guard.read(made, asked.sql, names)
    given = {name: VALUES[figure.type] for name, figure in {**asked.parameters, **asked.thresholds}.items()}
    found = made.execute(asked.sql, bound(reading, given, names))
    return made, asked, [each[0] for each in found.description], found.fetchall(), given


def bound(reading, given, names):
    unread = {f"unread_{name}": 0 for name in names}
    every = {**given, **unread, "rule": "a/b", "judged_on": date(2026, 6, 1)}
    return {name: every[name] for name in reading.values}


def counted(made, asked, given):
    """How many rows of ``made`` the query judges."""
    wheres = [population(each, given) for each in asked.judges]
    texts = [f"SELECT count(*) FROM {each.table} WHERE {each.where or 'true'}" for each in wheres]
    return sum(made.execute(text).fetchone()[0] for text in texts)


def test_a_glance_finds_what_it_reads(judged, connection):
    """Our own queries are not parsed at every start: their words must tell the views and values of the parsed tree."""
    made, names = connection
    _, asked, *_ = judged

    assert guard.glance(asked.sql, names) == guard.read(made, asked.sql, names)


def test_a_glance_finds_what_its_population_reads(judged, connection):
    made, names = connection
    _, asked, *_ = judged

    for each in asked.judges:
        text = f"SELECT count(*) FILTER (WHERE {each.where or 'true'}) FROM {each.table}"
        assert guard.glance(text, names) == guard.read(made, text, names)


def test_it_returns_its_keys_and_its_evidence_and_nothing_else(judged):
    _, asked, columns, _, _ = judged

    assert set(columns) - {"bearer"} == KEYS | set(asked.returned)
    assert len(columns) == len(set(columns))


def test_nothing_known_is_no_certain_offence(judged):
    _, _, columns, rows, _ = judged

    assert {row[columns.index("verdict")] for row in rows} <= {"unknown", "review"}


def test_who_is_asked_about_nothing_known_is_counted(judged):
    """Where the query answers for a row of which nothing is known, its population has that row: else it never runs."""
    made, asked, _, rows, given = judged

    assert counted(made, asked, given) or not rows


def test_what_stands_in_one_table_alone_is_counted_where_it_offends(judged, connection):
    """The other tables are known to be empty: whatever the query finds then must be of what it judges."""
    _, asked, _, _, given = judged
    _, names = connection
    reading = guard.glance(asked.sql, names)

    for table in sorted({each for view in reading.views for each in MADE_FROM.get(view, (view,))} & COLUMNS.keys()):
        made = alone(table)
        rows = made.execute(asked.sql, bound(reading, given, names)).fetchall()
        assert counted(made, asked, given) or not rows, f"{table} alone: {rows}"


def test_the_text_for_the_institution_is_filled_from_the_evidence(judged):
    _, asked, _, _, _ = judged
    alert = asked.alert

    for text in (alert.zh, alert.en) if alert else ():
        assert set(PLACEHOLDER.findall(text)) <= set(asked.evidence)
