"""Query files: found in the pack, beside it or among ours; their header says in words what they find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.packs.region import header, library_of, write_pack
from wicheck.documents.schemas import Schemas
from wicheck.errors import PackError
from wicheck.model import Bearer, Pack, Population, Query, Text, Verdict
from wicheck.packs.queries import Queries
from wicheck.packs.views import absent, needed

CLAUSES = """\
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: claims
  summary: {zh: 限价, en: prices}
  rules:
    ceiling: {check: sql, query: too_dear, topic: price, title: {zh: 不超限价, en: within ceilings}}
"""
SQL = """\
/*
title: {zh: 超限价, en: above the ceiling}
offence: {zh: 单价高于限价, en: dearer than the ceiling}
bearer: institution
judges: {table: net_lines, where: "quantity > 0"}
needs: {lines: [unit_price_amount], catalogue: [code, issued_by], batch: [declared_on_none]}
thresholds: {days: {zh: 天数, en: days, unit: 天, type: integer}}
evidence: {price: {zh: 单价, en: price, unit: 元}}
*/
SELECT claim_id FROM net_lines
"""


def read_pack(root: Path) -> Pack:
    (pack,) = library_of(root).packs(["example-2026"])
    return pack


def asked(root: Path) -> Query:
    pack = read_pack(root)
    return Queries(Schemas()).of(pack.rules[0], pack)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "policies", header() + CLAUSES)


def write(root: Path, place: str, text: str = SQL) -> None:
    folder = root / place / "sql"
    folder.mkdir(parents=True)
    (folder / "too_dear.sql").write_text(text, encoding="utf-8")


def test_the_header_is_read_as_the_definition(root: Path) -> None:
    write(root, "example-2026")
    query = asked(root)

    assert (query.name, query.title.zh, query.bearer) == ("too_dear", "超限价", Bearer.INSTITUTION)
    assert query.judges == (Population("net_lines", "quantity > 0"),)
    assert query.absent is Verdict.UNKNOWN
    assert query.thresholds["days"].unit == Text("天", "days")
    assert query.sql.endswith("SELECT claim_id FROM net_lines\n")


def test_what_is_judged_may_stand_in_several_tables(root: Path) -> None:
    assert "judges: " in SQL
    several = 'judges: [stays, {table: claims, where: "violation_found"}]'
    write(root, "example-2026", re.sub("^judges: .*$", several, SQL, flags=re.MULTILINE))

    assert asked(root).judges == (Population("stays"), Population("claims", "violation_found"))


def test_what_it_reads_where_it_is_there_stands_beside_what_it_needs(root: Path) -> None:
    write(root, "example-2026", SQL.replace("thresholds:", "optional: {lines: [quantity]}\nthresholds:"))
    query = asked(root)

    assert (query.needs["lines"], query.optional) == (("unit_price_amount",), {"lines": ("quantity",)})


def test_where_a_text_goes_on_in_the_next_line_is_no_space_in_chinese(root: Path) -> None:
    folded = "offence:\n  zh: >-\n    单价高于\n    限价，见 A\n    表\n  en: >-\n    dearer than\n    the ceiling"
    write(root, "example-2026", SQL.replace("offence: {zh: 单价高于限价, en: dearer than the ceiling}", folded))

    assert asked(root).offence == Text("单价高于限价，见 A 表", "dearer than the ceiling")


def test_the_pack_s_own_query_comes_before_the_one_beside_it(root: Path) -> None:
    write(root, "example-2026", SQL.replace("超限价", "本包的"))
    write(root, "common", SQL.replace("超限价", "旁边的"))

    assert asked(root).title.zh == "本包的"


def test_queries_beside_the_pack_are_found_and_are_not_ours(root: Path) -> None:
    write(root, "common")

    assert asked(root).built_in is False


def test_a_query_that_is_nowhere_stops_the_pack_at_the_rule(root: Path) -> None:
    with pytest.raises(PackError) as stopped:
        read_pack(root)

    assert "too_dear" in stopped.value.message.zh
    assert stopped.value.location is not None
    assert stopped.value.location.line is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SELECT 1", 1),
        (SQL.replace("bearer: institution", "bearer: nobody"), 4),
        (SQL.replace("offence:", "offense:"), 1),
        ("\n\n" + SQL.replace("judges:", "judges: ["), 7),
    ],
)
def test_a_faulty_header_is_told_with_its_line(root: Path, text: str, line: int) -> None:
    write(root, "common", text)
    with pytest.raises(PackError) as stopped:
        asked(root)

    assert stopped.value.location is not None
    assert stopped.value.location.line == line


def test_what_a_query_needs_is_told_by_where_it_is_written(root: Path) -> None:
    write(root, "common")

    assert list(needed(asked(root))) == [
        ("claims", "lines", "unit_price_amount"),
        ("catalogue", "entries", "code"),
        ("catalogue", "issued_by"),
        ("claims", "declared_on"),
    ]


def test_an_absent_table_is_named_once_and_an_absent_column_by_itself(root: Path) -> None:
    write(root, "common")
    there = {"lines": {"amount"}, "batch": {"declared_on", "declared_on_none"}}

    assert absent(asked(root), there) == (("claims", "lines", "unit_price_amount"), ("catalogue", "entries"))
