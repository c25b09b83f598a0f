"""The queries that wicheck brings along: each is a plain reading of the views, and knows nothing of empty rows."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from wicheck.billing.asking import population
from wicheck.claims.tables import tables
from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import REFERENCES
from wicheck.engines.duckdb import guard
from wicheck.engines.duckdb.views import PLACE, Views
from wicheck.packs.queries import header, query

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


def read(file: Path):
    text = file.read_text("utf-8")
    return query(file.stem, header(text, file.name).data)._replace(sql=text)


@pytest.fixture(scope="module")
def connection():
    """Every table has one row of which nothing is known."""
    made = duckdb.connect()
    columns = {name: table.request([])["columns"] for name, table in tables(Schemas()).items()}
    for name, kinds in columns.items():
        cells = ", ".join(f"{column} {kind}" for column, kind in {**kinds, **PLACE}.items())
        made.execute(f"CREATE TABLE {name} ({cells})")
        made.execute(f"INSERT INTO {name} (row) VALUES (1)")
    views = Views(made, columns, columns, {name: [[None] * len(cells)] for name, cells in REFERENCES.items()})
    for name in sorted(views.names):
        views.need([name])
    return made, views.names


@pytest.fixture(params=FILES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def judged(request, connection):
    made, names = connection
    asked = read(request.param)
    reading = guard.read(made, asked.sql, names)
    figures = {**asked.parameters, **asked.thresholds}
    given = {name: VALUES[figure.type] for name, figure in figures.items()}
    unread = {f"unread_{name}": 0 for name in names}
    every = {**given, **unread, "rule": "a/b", "judged_on": date(2026, 6, 1)}
    found = made.execute(asked.sql, {name: every[name] for name in reading.values})
    return made, asked, [each[0] for each in found.description], found.fetchall(), given


def test_a_glance_finds_what_it_reads(judged, connection):
    """Our own queries are not parsed at every start: their words must tell the views and values of the parsed tree."""
    made, names = connection
    _, asked, *_ = judged

    assert guard.glance(asked.sql, names) == guard.read(made, asked.sql, names)


def test_a_glance_finds_what_its_population_reads(judged, connection):
    made, names = connection
    _, asked, *_ = judged
    text = f"SELECT count(*) FILTER (WHERE {asked.judges.where or 'true'}) FROM {asked.judges.table}"

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
    judges = population(asked.judges, given)
    condition = f" WHERE {judges.where}" if judges.where else ""

    (count,) = made.execute(f"SELECT count(*) FROM {judges.table}{condition}").fetchone()

    assert count or not rows


def test_the_text_for_the_institution_is_filled_from_the_evidence(judged):
    _, asked, _, _, _ = judged
    alert = asked.alert

    for text in (alert.zh, alert.en) if alert else ():
        assert set(PLACEHOLDER.findall(text)) <= set(asked.evidence)
