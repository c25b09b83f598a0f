"""What of DuckDB's SQL Spark takes in the same sense; all that differs, some of it in silence, is refused."""

import pytest

from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.engines.spark.portable import complaints
from wicheck.packs.queries import Queries

FILES = [
    file
    for file in sorted(data_folder("policies").glob("*/sql/*.sql"))
    if not file.name.endswith(".spark.sql") and not file.with_suffix(".spark.sql").is_file()
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_every_query_of_ours_is_portable_or_has_a_second_text(file):
    assert complaints(Queries(Schemas()).read(file).sql) == []


@pytest.mark.parametrize(
    "cell",
    [
        "dayofweek(service_on)",
        "date_part('week', service_on)",
        "date_trunc('month', service_on)",
        "date_diff('month', service_on, settled_on)",
        "age(service_on)",
        "settled_on - service_on",
        "$judged_on - 3",
        "CAST(starts_at AS DATE) - day_one",
        "service_on + to_months(3)",
        "service_on + INTERVAL (days) DAY",
        "service_at + INTERVAL 3 HOUR",
        "service_at < b.service_at + INTERVAL 1 MINUTE",
        "$days * INTERVAL 1 MINUTE + service_at",
        "service_at - INTERVAL '59' SECONDS",
        "service_on + INTERVAL 1.5 DAY",
        "service_at + INTERVAL '1 12:00' DAY",
        "service_on + 1",
        "$days + service_on",
        "max(service_at) - min(service_at)",
        "service_at - lag(service_at) OVER (PARTITION BY claim_id ORDER BY row)",
        "regexp_matches(name, 'a')",
        "regexp_replace(name, 'a', 'b')",
        "strlen(name)",
        "name[1]",
        "name || code",
        "name LIKE code",
        r"name LIKE 'a\_b'",
        "name ILIKE 'a'",
        "name SIMILAR TO 'a'",
        "CAST(amount AS DOUBLE)",
        "CAST(amount AS INTEGER)",
        "CAST(amount * 2 AS BIGINT)",
        "TRY_CAST(name AS DATE)",
        "amount / 2",
        "round(amount / 2, 2)",
        "CAST(amount / quantity AS DECIMAL(18,6))",
        "CAST(amount / 0 AS DECIMAL(18,6))",
        "CAST(amount / NULLIF(quantity, 0) AS VARCHAR)",
        "amount // 2",
        "random()",
    ],
)
def test_what_differs_is_refused_of_cells(cell):
    assert complaints(f"SELECT {cell} AS cell FROM lines")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT avg(amount) AS a FROM lines",
        "SELECT median(amount) AS a FROM lines",
        "SELECT quantile_cont(amount, 0.5) AS a FROM lines",
        "SELECT list(amount ORDER BY row) AS a FROM lines",
        "SELECT max(amount ORDER BY row) AS a FROM lines",
        "SELECT first(amount) AS a FROM lines",
        "SELECT arg_max(amount, row) AS a FROM lines",
        "SELECT * FROM lines",
        "SELECT l.* FROM lines AS l",
        "SELECT DISTINCT ON (claim_id) claim_id, row FROM lines",
        "SELECT claim_id, count(*) AS a FROM lines GROUP BY ALL",
        "SELECT row FROM lines ORDER BY row",
        "SELECT row FROM lines LIMIT 1",
        "SELECT row FROM lines QUALIFY row_number() OVER (ORDER BY row) = 1",
        "SELECT l.row FROM lines AS l ASOF JOIN stays AS s ON s.starts_at <= l.service_at",
        "SELECT l.row FROM lines AS l NATURAL JOIN stays AS s",
        "SELECT l.row FROM lines AS l SEMI JOIN stays AS s ON s.row = l.row",
        "SELECT i FROM generate_series(1, 3) AS g(i)",
        "SELECT unnest([1, 2]) AS i",
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "SELECT claim_id FROM lines USING SAMPLE 3",
        "SELECT FROM WHERE",
    ],
)
def test_what_differs_is_refused_of_queries(text):
    assert complaints(text)


@pytest.mark.parametrize(
    "cell",
    [
        "date_diff('day', service_on, settled_on)",
        "service_on + INTERVAL 1 MONTH",
        "service_on - INTERVAL 7 DAY",
        "service_on + $days * INTERVAL 1 DAY",
        "CAST(amount * 3 / NULLIF(quantity, 0) AS DECIMAL(18,6))",
        "CAST(amount / 3 AS DECIMAL(18,2))",
        "CAST(ceil(amount) AS BIGINT)",
        "round(amount * quantity, 2)",
        "sum(amount) FILTER (WHERE quantity > 0) OVER (PARTITION BY claim_id ORDER BY row)",
        "name LIKE '%00'",
        "upper(trim(name))",
        "(amount > 3) IS NOT TRUE",
    ],
)
def test_what_is_the_same_is_taken(cell):
    assert complaints(f"SELECT {cell} AS cell FROM lines") == []


def test_a_complaint_says_what_and_where():
    (told,) = complaints("SELECT CAST(settled_on - service_on AS VARCHAR) AS days FROM lines")

    assert told == "days are counted by date_diff('day', ..): settled_on - service_on"


def test_an_exists_that_looks_at_nothing_around_it_is_refused():
    """DuckDB 2.0 takes it for false where a LEFT JOIN in it certainly finds nothing: rows are counted instead."""
    assert complaints("SELECT claim_id FROM claims WHERE EXISTS (SELECT 1 FROM lines AS l WHERE l.amount > 0)")
    assert not complaints("SELECT claim_id FROM claims WHERE (SELECT count(*) FROM lines AS l WHERE l.amount > 0) > 0")


def test_an_exists_about_the_row_around_it_is_not():
    own = "SELECT c.claim_id FROM claims AS c WHERE NOT EXISTS (SELECT 1 FROM lines AS l WHERE l.claim_id = c.claim_id)"
    assert not complaints(own)


def test_rows_are_not_limited():
    assert complaints("SELECT claim_id FROM claims LIMIT 1")
