"""What a query may be: one SELECT over the documented views, of functions that are known."""

from __future__ import annotations

import duckdb
import pytest

from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.engines.columns import COMPARED, MADE_FROM, REFERENCES
from wicheck.engines.duckdb.guard import LONGEST, Reading, RefusedError, glance, read
from wicheck.packs.queries import Queries

from .asking import known_tables

VIEWS = frozenset({"lines", "claims"})


@pytest.fixture(scope="module")
def connection():
    return duckdb.connect(":memory:")


def test_it_tells_which_views_and_values_a_query_reads(connection):
    reading = read(connection, "WITH own AS (SELECT row FROM lines WHERE amount > $least) SELECT row FROM own", VIEWS)

    assert reading == ({"lines"}, {"least"})


def test_a_header_in_a_comment_is_part_of_a_query(connection):
    assert read(connection, "/*\ntitle: {zh: 重复}\n*/\nSELECT claim_id FROM claims", VIEWS).views == {"claims"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_parquet('x.parquet')",
        "SELECT * FROM '/etc/passwd'",
        'SELECT * FROM "/etc/passwd"',
        "SELECT * FROM glob('*')",
        "SELECT * FROM range(2000000000)",
        "SELECT * FROM generate_series(1, 2000000000)",
        "SELECT unnest(range(2000000000))",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table('claims')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_secrets",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM main.lines",
        "SELECT * FROM memory.main.lines",
        "SELECT * FROM staged_lines",
        "SELECT * FROM rejects",
        "SELECT getenv('HOME') FROM lines",
        "SELECT current_setting('temp_directory')",
        "SELECT getvariable('x')",
        "SELECT nextval('s')",
        "SELECT repeat('x', 4000000000)",
        "SELECT rpad('x', 2000000000, 'x')",
        "SELECT levenshtein(claim_id, claim_id) FROM lines",
        "SELECT regexp_replace(claim_id, '(a*)*b', '') FROM lines",
        "SELECT claim_id SIMILAR TO 'x' FROM lines",
        "SELECT error('x')",
        "SELECT main.sum(amount) FROM lines",
        "SELECT list_transform([1], x -> x + 1)",
        "SELECT [1, 2][1]",
        "SELECT {'a': 1}",
        "SELECT CAST('x' AS BLOB)",
        "SELECT CAST([1] AS INTEGER[])",
        "SELECT #1 FROM lines",
        "SELECT claim_id COLLATE nocase FROM lines",
        "SELECT claim_id FROM lines USING SAMPLE 1",
        "SELECT claim_id FROM lines AT (VERSION => 1)",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT n FROM r",
        "WITH w AS (INSERT INTO lines VALUES (1) RETURNING *) SELECT * FROM w",
        "WITH w AS (DELETE FROM lines RETURNING *) SELECT * FROM w",
        'WITH "/etc/passwd" AS (SELECT 1) SELECT * FROM "/etc/passwd"',
        "WITH duckdb_settings AS (SELECT 1) SELECT * FROM duckdb_settings",
        "FROM lines, (DESCRIBE lines)",
        "SHOW TABLES",
        "PIVOT lines ON claim_id",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE lines",
        "INSERT INTO lines VALUES (1)",
        "COPY lines TO 'x.csv'",
        "COPY (SELECT 1) TO 'x.csv'",
        "ATTACH 'x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '1TB'",
        "RESET memory_limit",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "EXPLAIN SELECT 1",
        "CREATE TABLE t AS SELECT 1",
        "CHECKPOINT",
        "EXPORT DATABASE 'x'",
        "SELECT 1 /* not closed",
        "SELECT 1) TO 'x.csv'; --",
        "SELECT 1) AS a, (SELECT 1",
        "",
    ],
)
def test_whatever_is_not_plain_reading_is_refused(connection, text):
    with pytest.raises(RefusedError):
        read(connection, text, VIEWS)


def test_a_query_of_endless_length_is_not_even_parsed(connection):
    with pytest.raises(RefusedError, match=str(LONGEST)):
        read(connection, "SELECT 1" + " " * LONGEST, VIEWS)


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("SELECT levenshtein(claim_id, claim_id) FROM lines", "函数 levenshtein 不在查询可以用的函数之内"),
        ("SELECT CAST('x' AS BLOB)", "类型 BLOB 不在查询可以用的类型之内"),
        ("SELECT * FROM secrets", "查询可以读的表里没有 secrets"),
        ("SELECT claim_id FROM lines USING SAMPLE 1", "不能抽样"),
        ("SELECT [1, 2][1]", "查询里不能有 "),
        ("DROP TABLE lines", "只能是一个 SELECT"),
        ("SELECT 1; SELECT 2", "只能是一个 SELECT"),
        ("SELECT (", "读不懂（"),
        ("WITH duckdb_settings AS (SELECT 1) SELECT * FROM duckdb_settings", "不能叫 duckdb_settings"),
    ],
)
def test_the_reason_is_in_both_languages(connection, text, zh):
    with pytest.raises(RefusedError) as refused:
        read(connection, text, VIEWS)
    assert zh in refused.value.said.zh
    assert refused.value.said.en.isascii()


def test_deep_nesting_ends_as_a_refusal(connection):
    with pytest.raises(RefusedError):
        read(connection, f"SELECT {'(' * 5000}1{')' * 5000}", VIEWS)


@pytest.mark.parametrize("file", sorted(data_folder("policies").glob("*/sql/*.sql")), ids=lambda file: file.name)
def test_every_query_of_ours_is_allowed(connection, file):
    if not file.name.endswith(".spark.sql"):
        views = {*known_tables(), *REFERENCES, *COMPARED, *MADE_FROM} - {"entries"}

        assert read(connection, Queries(Schemas()).read(file).sql, views).views


def test_a_glance_passes_over_comments_and_texts():
    text = "/* lines\n$a */ SELECT 'claims $b ''stays''' -- orders $c\nFROM net_lines WHERE n > $least"
    assert glance(text, {"lines", "claims", "stays", "orders", "net_lines"}) == Reading(
        frozenset({"net_lines"}), frozenset({"least"})
    )
