"""Queries written for Spark. That both engines find the same is seen where they run (test_both_engines)."""

import pytest

from tests.engines.duckdb.asking import asked
from wicheck.engines.spark.translating import schema, translated, typed


def spark(text, own=None):
    return translated(asked(text).query._replace(spark_sql=own))


def test_values_tables_and_names_are_found():
    days = "WITH days AS (SELECT row FROM lines WHERE amount > $least)"
    text = f"{days} SELECT d.row FROM days AS d CROSS JOIN Claims AS c"

    found = spark(text)

    assert found.tables == {"lines", "claims"}
    assert found.values == {"least"}
    assert ":least" in found.sql


def test_names_are_quoted_since_spark_keeps_other_words_for_itself():
    assert spark("SELECT row AS place FROM lines").sql == "SELECT `row` AS `place` FROM `lines`"


def test_a_quotient_is_one_of_floats_and_rounded_as_a_product():
    assert spark("SELECT CAST(amount / 3 AS DECIMAL(18, 2)) AS third FROM lines").sql == (
        "SELECT CAST(CAST((CAST(`amount` AS DOUBLE) / CAST(3 AS DOUBLE)) * CAST(100 AS DOUBLE) AS DECIMAL(18, 0)) "
        "* CAST('1e-2' AS DECIMAL(2, 2)) AS DECIMAL(18, 2)) AS `third` FROM `lines`"
    )


@pytest.mark.parametrize(("function", "side"), [("trim", "BOTH"), ("ltrim", "LEADING"), ("rtrim", "TRAILING")])
def test_the_spaces_of_chinese_texts_are_trimmed_too(function, side):
    found = spark(f"SELECT {function}(name) AS name FROM lines").sql

    assert f"TRIM({side} ' " in found
    assert "\u3000' FROM `name`)" in found


def test_an_unknown_part_of_a_text_is_empty_as_it_is_in_duckdb():
    assert "COALESCE(`name`, '')" in spark("SELECT concat(name, 'x') AS name FROM lines").sql


def test_a_second_text_is_taken_as_it_is():
    own = "/* its own */ SELECT percentile(amount, 0.5) AS middle FROM lines WHERE amount > :least;"

    found = spark("SELECT median(amount) AS middle FROM lines", own)

    assert found.sql == own.removesuffix(";")
    assert (found.tables, found.values) == ({"lines"}, {"least"})


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("VARCHAR", "CAST(`a` AS STRING) AS `a`"),
        ("TIMESTAMP", "CAST(`a` AS TIMESTAMP_NTZ) AS `a`"),
        ("HUGEINT", "CAST(`a` AS DECIMAL(38,0)) AS `a`"),
        ("DECIMAL(18,6)", "CAST(`a` AS DECIMAL(18,6)) AS `a`"),
    ],
)
def test_columns_have_the_types_that_duckdb_would_give_them(kind, cell):
    assert typed("a", kind) == cell


def test_a_table_is_read_with_the_types_that_it_has():
    assert schema({"row": "BIGINT", "kind": "VARCHAR"}) == "`row` BIGINT, `kind` STRING"
