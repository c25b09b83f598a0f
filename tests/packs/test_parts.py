"""Parts that queries share stand in their place in the text, and are looked for nearby first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.errors import PackError
from wicheck.model import Query
from wicheck.packs.parts import PARTS
from wicheck.packs.queries import Queries

HEADER = """\
/*
title: {zh: 超限价, en: above the ceiling}
offence: {zh: 单价高于限价, en: dearer than the ceiling}
bearer: institution
judges: net_lines
needs: {lines: [unit_price_amount]}
*/
"""
DEAR = "-- Lines that are dear.\ndear AS (\n  SELECT row FROM net_lines\n)\n"
BODY = "WITH\n-- part: dear,\nown AS (\n  SELECT row FROM dear\n)\nSELECT row FROM own\n"


def folder(root: Path, pack: str, **parts: str) -> Path:
    made = root / pack / "sql"
    (made / "parts").mkdir(parents=True)
    for name, text in parts.items():
        (made / "parts" / f"{name}.sql").write_text(text, encoding="utf-8")
    return made


def asked(where: Path, body: str) -> Query:
    file = where / "too_dear.sql"
    file.write_text(HEADER + body, encoding="utf-8")
    return Queries(Schemas()).read(file)


def body_of(query: Query) -> str:
    return query.sql.partition("*/")[2].strip()


def test_a_part_stands_where_the_query_names_it(tmp_path: Path) -> None:
    query = asked(folder(tmp_path, "example", dear=DEAR), BODY)

    assert body_of(query) == (
        "WITH\n-- Lines that are dear.\ndear AS (\n  SELECT row FROM net_lines\n),\n"
        "own AS (\n  SELECT row FROM dear\n)\nSELECT row FROM own"
    )


def test_without_a_comma_nothing_follows_it(tmp_path: Path) -> None:
    query = asked(folder(tmp_path, "example", dear=DEAR), "WITH\n-- part: dear\nSELECT row FROM dear\n")

    assert body_of(query).endswith("FROM net_lines\n)\nSELECT row FROM dear")


def test_each_line_is_known_by_where_it_stands_in_the_query_s_file(tmp_path: Path) -> None:
    query = asked(folder(tmp_path, "example", dear=DEAR), BODY)
    lines = dict(zip(query.sql.split("\n"), query.file_lines, strict=True))

    assert lines["bearer: institution"] == 4
    assert lines["  SELECT row FROM net_lines"] == 9, "what a part says, where the query names it"
    assert lines["  SELECT row FROM dear"] == 11


def test_a_pack_s_own_part_counts_before_the_one_that_all_share(tmp_path: Path) -> None:
    folder(tmp_path, "common", dear="dear AS (SELECT 'shared' AS row)", other="other AS (SELECT 'of all' AS row)")
    where = folder(tmp_path, "example", dear="dear AS (SELECT 'own' AS row)")
    query = asked(where, "WITH\n-- part: dear,\n-- part: other\nSELECT row FROM dear\n")

    assert "'own'" in query.sql
    assert "'shared'" not in query.sql
    assert "'of all'" in query.sql


def test_a_second_text_has_parts_too(tmp_path: Path) -> None:
    where = folder(tmp_path, "example", dear=DEAR)
    (where / "too_dear.spark.sql").write_text("WITH\n-- part: dear\nSELECT 2 FROM dear", encoding="utf-8")
    query = asked(where, BODY)

    assert query.spark_sql is not None
    assert query.spark_sql.endswith("FROM net_lines\n)\nSELECT 2 FROM dear")


def test_a_part_that_is_nowhere_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(PackError) as stopped:
        asked(folder(tmp_path, "example"), BODY)

    assert "dear" in stopped.value.message.zh
    assert stopped.value.location is not None
    assert (stopped.value.location.file, stopped.value.location.line) == ("example/sql/too_dear.sql", 9)


OWN = sorted(each for each in data_folder("policies").glob("*/sql/**/*.sql"))
LONG = 200
"""Characters of a table on the way from which on it is worth a part."""


def tables_on_the_way(text: str) -> Iterator[str]:
    """The long ones of a file's own text, without comments and with one space for any."""
    plain = re.sub(r"\s+", " ", re.sub(r"--[^\n]*", "", text.partition("*/")[2] or text))
    tables = (bracketed(plain[found.start() :]) for found in re.finditer(r"\b\w+ AS \( ?SELECT", plain))
    yield from (table for table in tables if len(table) > LONG)


def bracketed(text: str) -> str:
    """As far as its first bracket closes."""
    depths = accumulate({"(": 1, ")": -1}.get(sign, 0) for sign in text)
    return text[
        : next(end for end, (sign, depth) in enumerate(zip(text, depths, strict=True)) if (sign, depth) == (")", 0))
    ]


def test_no_long_table_on_the_way_is_written_twice() -> None:
    places = Counter(table for file in OWN for table in tables_on_the_way(file.read_text(encoding="utf-8")))

    assert len(places) > len(OWN)
    assert [table for table, times in places.items() if times > 1] == []


def test_every_part_of_ours_serves_several_queries() -> None:
    named = Counter(
        name for file in OWN for name in re.findall(r"^-- part: (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert {file.stem for file in OWN if file.parent.name == PARTS} == named.keys()
    assert [name for name, times in named.items() if times < 2] == []
