"""Where a query looks at each row by itself, no other row takes an offence back; else any table it reads may."""

from __future__ import annotations

import pytest

from tests.engines.duckdb.asking import asked, offending
from wicheck.billing.batches import Unread
from wicheck.billing.touching import alone, touching
from wicheck.model import Query

ROWS = Unread({"claims": 1, "lines": 2, "orders": 0, "entries": 4}, {})


def query(sql: str) -> Query:
    return asked(sql).query


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT claim_id FROM lines WHERE amount > 5",
        "/* FROM claims */ SELECT claim_id, 'FROM claims' AS name FROM lines -- JOIN claims",
        "WITH priced AS (SELECT * FROM lines), told AS (SELECT * FROM priced) SELECT * FROM told",
        "SELECT * FROM claims AS c CROSS JOIN batch AS b LEFT JOIN institutions AS i ON i.id = b.batch_id",
    ],
)
def test_a_query_that_looks_at_each_row_by_itself_is_touched_by_no_other(sql: str) -> None:
    assert alone(query(sql))
    assert not touching(query(sql))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT claim_id FROM net_lines",
        "SELECT claim_id FROM claim_numbers",
        "SELECT claim_id FROM lines GROUP BY claim_id",
        "SELECT max(amount) FROM lines",
        "SELECT row_number() OVER (PARTITION BY claim_id ORDER BY row) AS place FROM lines",
        "SELECT DISTINCT claim_id FROM lines",
        "SELECT claim_id FROM lines LIMIT 1",
        "SELECT l.claim_id FROM lines AS l JOIN claims AS c ON c.claim_id = l.claim_id",
        "SELECT l.claim_id FROM lines AS l, claims AS c WHERE c.claim_id = l.claim_id",
        "SELECT l.claim_id FROM lines AS l, lines AS m",
        "SELECT claim_id FROM lines WHERE claim_id NOT IN (SELECT claim_id FROM claims)",
        "SELECT claim_id FROM (SELECT claim_id FROM lines)",
        "SELECT claim_id FROM lines UNION ALL SELECT claim_id FROM claims",
        "WITH a AS (SELECT * FROM lines) SELECT a.row FROM a JOIN a AS b ON b.claim_id = a.claim_id",
        "SELECT l.row FROM lines AS l CROSS JOIN batch AS b JOIN catalogues AS c ON TRUE",
    ],
)
def test_any_other_may_be_touched(sql: str) -> None:
    assert not alone(query(sql))
    assert touching(query(sql))


def test_a_query_with_a_text_of_its_own_for_spark_is_not_looked_through() -> None:
    assert not alone(query(offending())._replace(spark_sql=offending()))


@pytest.mark.parametrize(
    ("sql", "unread", "tables", "unplaced"),
    [
        (offending(), ROWS, (), 0),
        (offending(table="net_lines"), ROWS, ("lines",), 0),
        ("SELECT 1 FROM drug_lines JOIN orders ON TRUE", ROWS, ("entries", "lines"), 0),
        ("SELECT 1 FROM net_lines", ROWS._replace(files={"lines": 1, "claims": 1}), ("lines",), 1),
        ("SELECT 1 FROM net_lines", ROWS._replace(by_visit=frozenset({"lines"})), ("claims", "lines"), 0),
        (
            "SELECT 1 FROM claim_numbers JOIN earlier_claims",
            ROWS.beside([Unread({"claims": 3}, {})]),
            ("claims", "earlier_claims"),
            0,
        ),
    ],
)
def test_rows_are_told_by_table_and_what_is_nobodys_is_counted(
    sql: str, unread: Unread, tables: tuple[str, ...], unplaced: int
) -> None:
    question = unread.asking(asked(sql))
    assert (question.touching, question.unread) == (tables, unplaced)


def test_what_was_not_found_among_files_is_counted_once() -> None:
    question = asked("SELECT 1 FROM lines LEFT JOIN catalogue ON TRUE")
    query = question.query._replace(absence=("catalogue",), optional={"catalogue": ("code",)})
    assert Unread({}, {"entries": 2}).asking(question._replace(query=query)).unread == 2
