"""Lint of queries: each lack by itself, at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packs.region import header, library_of, write_pack
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits
from wicheck.library import Library
from wicheck.model import Pack
from wicheck.plugins import workshop
from wicheck.proving.lint import Lack
from wicheck.proving.lint_queries import QueryLint

CLAUSES = """\
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: claims
  summary: {zh: 限价, en: prices}
  rules:
    ceiling:
      {check: sql, query: too_dear, parameters: {days: 3}, topic: price, title: {zh: 不超限价, en: within ceilings}}
    again:
      {check: sql, query: too_dear, parameters: {days: 3}, topic: price, title: {zh: 不超限价, en: within ceilings}}
"""
SQL = """\
/*
title: {zh: 超限价, en: above the ceiling}
offence: {zh: 单价高于限价, en: dearer than the ceiling}
unknown: {zh: 没有单价, en: no price}
money: {zh: 超出的部分, en: what exceeds it}
bearer: institution
judges: {table: net_lines, where: "fund_amount > $days"}
needs: {lines: [unit_price_amount], catalogue: [code, ceiling_amount]}
optional: {lines: [claim_id, catalogue_code, service_on, fund_amount], claims: [claim_id, settled_on]}
parameters: {days: {zh: 天数, en: days, type: integer}}
evidence:
  price: {zh: 单价, en: price}
alert: {zh: "单价 {price} 元", en: "price {price}"}
*/
SELECT l.claim_id, l.row AS line_row, 'fail' AS verdict, l.amount, l.unit_price_amount AS price
FROM net_lines AS l
JOIN catalogue AS k ON k.code = l.catalogue_code AND l.service_on <= k.valid_until
JOIN claims AS c ON c.claim_id = l.claim_id AND c.settled_on_none IS NOT TRUE
CROSS JOIN batch AS b
WHERE l.unit_price_amount > k.ceiling_amount AND b.declared_on IS NULL AND l.quantity > $days
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckdbEngine]:
    with DuckdbEngine(Limits(threads=1)) as engine:
        yield engine


def found(root: Path, engine: DuckdbEngine, text: str) -> list[Lack]:
    return list(QueryLint(Schemas(), lambda: engine).lacks(pack_of(root, text)))


def pack_of(root: Path, text: str) -> Pack:
    write_pack(root, header() + CLAUSES)
    folder = root / "example-2026" / "sql"
    folder.mkdir()
    (folder / "too_dear.sql").write_text(text, encoding="utf-8")
    (pack,) = library_of(root).packs(["example-2026"])
    return pack


def test_a_whole_query_lacks_nothing(tmp_path: Path, engine: DuckdbEngine) -> None:
    assert found(tmp_path, engine, SQL) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("unknown: {zh: 没有单价, en: no price}\n", "", "no_words"),
        ("money: {zh: 超出的部分, en: what exceeds it}\n", "", "no_words"),
        ("en: dearer than the ceiling", "en: 单价高于限价", "not_english"),
        ("{zh: 单价, en: price}", "{zh: price, en: unit price}", "not_chinese"),
        ("单价 {price} 元", "单价 {dear} 元", "no_evidence"),
        ("price {price}", "price {dear}", "no_evidence"),
        ("bearer: institution", "bearer: institution\nabsent: not_applicable", "absent"),
        ("bearer: institution", "bearer: institution\nabsence: [catalogue, consents]", "absence"),
    ],
)
def test_the_header_says_everything(tmp_path: Path, engine: DuckdbEngine, was: str, now: str, code: str) -> None:
    assert was in SQL
    (lack,) = found(tmp_path, engine, SQL.replace(was, now))

    assert (lack.code, lack.location.line) == (code, 1), "once, though two rules ask it"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("l.service_on <=", "l.service_on >= k.valid_from AND l.service_on <="),
        ("c.settled_on_none", "c.ends_on_none"),
        ("fund_amount > $days", "personal_amount > $days"),
        ("FROM net_lines AS l", "FROM net_lines AS l JOIN workers AS w ON w.injured_on IS NULL"),
    ],
)
def test_a_column_that_is_read_and_not_declared_is_named(
    tmp_path: Path, engine: DuckdbEngine, was: str, now: str
) -> None:
    assert was in SQL
    (lack,) = found(tmp_path, engine, SQL.replace(was, now))

    assert lack.code == "undeclared"


def test_evidence_about_a_person_is_refused(tmp_path: Path, engine: DuckdbEngine) -> None:
    personal = SQL.replace("settled_on]", "settled_on, worker_name]").replace(
        "l.unit_price_amount AS price", "c.worker_name"
    )
    codes = [
        lack.code for lack in found(tmp_path, engine, personal.replace("price: {zh: 单价", "worker_name: {zh: 姓名"))
    ]

    assert codes == ["no_evidence", "personal"]


def test_a_wide_line_is_told_where_it_stands(tmp_path: Path, engine: DuckdbEngine) -> None:
    wide = SQL.replace("CROSS JOIN batch AS b", f"CROSS JOIN batch AS b -- {'x' * 120}")
    (lack,) = found(tmp_path, engine, wide)

    assert (lack.code, lack.location.line) == ("too_wide", 19)


@pytest.mark.parametrize(("part", "query", "line"), [(120, 0, 16), (0, 120, 21)])
def test_a_wide_line_is_told_where_it_stands_in_the_query_s_file(
    tmp_path: Path, engine: DuckdbEngine, part: int, query: int, line: int
) -> None:
    parts = tmp_path / "common" / "sql" / "parts"
    parts.mkdir(parents=True)
    text = f"-- {'x' * part}\ndear AS (\n  SELECT row FROM net_lines\n)"  # noqa: S608 - a query of ours
    (parts / "dear.sql").write_text(text, encoding="utf-8")
    sql = SQL.replace("*/\nSELECT", "*/\nWITH\n-- part: dear\nSELECT")
    (lack,) = found(tmp_path, engine, sql.replace("CROSS JOIN batch AS b", f"CROSS JOIN batch AS b -- {'x' * query}"))

    assert (lack.code, lack.location.line) == ("too_wide", line)


@pytest.mark.parametrize("kept", ["c.settled_on + INTERVAL 1 MINUTE > l.service_on", "l.service_on - 3 > c.settled_on"])
def test_what_spark_would_not_take_is_told(tmp_path: Path, engine: DuckdbEngine, kept: str) -> None:
    pytest.importorskip("sqlglot")
    (lack,) = found(tmp_path, engine, SQL.replace("l.quantity > $days", f"l.quantity > $days\n  AND {kept}"))

    assert (lack.code, lack.location.line) == ("not_portable", 1)


def test_our_own_queries_lack_nothing(engine: DuckdbEngine) -> None:
    lint = QueryLint(Schemas(), lambda: engine)

    assert [str(lack) for pack in Library(Schemas(), workshop()).packs() for lack in lint.lacks(pack)] == []


@pytest.mark.parametrize(
    ("was", "now", "silent"), [("no such text", "", 0), ("'fail'", "'unknown'", 2), ("'fail'", "'review'", 0)]
)
def test_a_query_that_can_only_miss_a_fact_has_no_objection_to_show(
    tmp_path: Path, engine: DuckdbEngine, was: str, now: str, silent: int
) -> None:
    pack = pack_of(tmp_path, SQL.replace(was, now))

    assert len(QueryLint(Schemas(), lambda: engine).without_objections(pack)) == silent


def test_a_verdict_may_be_a_bound_text(tmp_path: Path, engine: DuckdbEngine) -> None:
    text = SQL.replace("'fail'", "$days").replace("type: integer", "type: text")
    pack = pack_of(tmp_path, text.replace(" AND l.quantity > $days", "").replace("fund_amount > $days", "true"))

    assert QueryLint(Schemas(), lambda: engine).without_objections(pack) == frozenset()
