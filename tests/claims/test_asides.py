"""Rows that people add for people are no records; every row that may be one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.claims.asides import Aside, Asides, Kind
from wicheck.claims.csv_asides import without_asides
from wicheck.claims.csv_heads import Head

HEADER = ["结算单号", "费用日期", "编码", "名称", "数量", "金额"]
RECORD = ["J1", "2026-03-02", "YP01", "某消炎片", "2", "36.00"]
TELLING = {0, 1, 2, 3}


def kind(cells: list[str], above: list[str] = RECORD) -> Kind | None:
    asides = Asides(HEADER, TELLING)
    assert not asides.takes(2, above)
    return asides.found[0].kind if asides.takes(3, cells) else None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["", " ", "", "\u3000", "", ""], Kind.EMPTY),
        (["合计", "", "", "", "2", "36.00"], Kind.TOTAL),
        (["合  计：", "", "", "", "", "1,236.00"], Kind.TOTAL),
        (["", "", "", "", "", "合计：36.00元"], Kind.TOTAL),
        (["J1", "", "", "小计", "2", "36"], Kind.TOTAL),
        (["J1", "2026-03-02", "", "当日小计", "", "¥36"], Kind.TOTAL),
        (["J1 小计", "", "", "", "", "36"], Kind.TOTAL),
        (["Total", "", "", "", "", "36"], Kind.TOTAL),
        (HEADER, Kind.HEADER),
        (["制表人：张三", "", "审核: 李四", "", "", ""], Kind.REMARK),
        (["第 1 页 共 2 页"], Kind.REMARK),
        (["说明：金额以元计"], Kind.REMARK),
    ],
)
def test_a_row_for_people_is_no_record(cells: list[str], expected: Kind) -> None:
    assert kind(cells) is expected


@pytest.mark.parametrize(
    "cells",
    [
        ["J2", "2026-03-02", "HY01", "血细胞计数", "1", "18"],
        ["J2", "", "", "小计", "1", "18"],  # of another claim than the one above: perhaps an item of that name
        ["J1", "2026-03-02", "YP02", "合计", "1", "18"],
        ["J1", "2026-03-02 10:00:00", "YP02", "某药：片剂", "1", "18"],
        ["J1", "2026-03-02", "", "共1页", "1", "18"],
        ["结算单号", "2026-03-02", "", "", "", ""],
    ],
)
def test_a_row_that_may_be_a_record_is_one(cells: list[str]) -> None:
    assert kind(cells) is None


@pytest.mark.parametrize(
    "cells",
    [
        ["100234", "2026-03-02", "250301002", "某细胞总计", "1", "18"],
        ["100234", "2026-03-02", "250301001", "某细胞总计", "1", "18"],
        ["100235", "", "250301001", "某细胞总计", "1", "18"],
    ],
)
def test_an_item_that_is_called_like_a_total_is_a_record_where_numbers_are_codes(cells: list[str]) -> None:
    assert kind(cells, ["100234", "2026-03-02", "250301001", "某细胞总计", "1", "18"]) is None
    assert kind(["100234", "", "", "小计", "2", "36"], cells) is (Kind.TOTAL if cells[0] == "100234" else None)


def test_the_first_row_may_be_the_total_of_nothing() -> None:
    asides = Asides(HEADER, TELLING)
    assert asides.takes(2, ["合计", "", "", "", "0", "0.00"])
    assert not Asides(HEADER, TELLING).takes(2, ["100234", "2026-03-02", "250301001", "某细胞总计", "1", "18"])


def test_where_all_other_columns_are_sums_the_word_alone_tells() -> None:
    asides = Asides(["结算单号", "总金额", "基金支付金额"], {0})
    assert not asides.takes(2, ["J1", "100", "80"])
    assert asides.takes(3, ["合计", "100", "80"])


def written(folder: Path, text: str, delimiter: str = ",") -> tuple[list[Aside], str | None]:
    source, to = folder / "in.csv", folder / "out.csv"
    source.write_text(text, "utf-8", newline="")
    found = without_asides(source, Head(["单号", "名称", "金额"], 2, delimiter), {0, 1}, to)
    return found, to.read_text("utf-8") if to.exists() else None


def test_in_a_file_empty_lines_take_their_place(tmp_path: Path) -> None:
    text = "三月费用,,\n单号,名称,金额\nJ1,a,1\n,,\nJ2,b,2\n合计,,3\n制表人：张三\n"
    found, left = written(tmp_path, text)
    assert found == [Aside(4, Kind.EMPTY), Aside(6, Kind.TOTAL), Aside(7, Kind.REMARK)]
    assert left == "三月费用,,\n单号,名称,金额\nJ1,a,1\n\nJ2,b,2\n\n\n"


def test_an_empty_line_in_quotes_is_empty_too(tmp_path: Path) -> None:
    found, left = written(tmp_path, '三月\n单号,名称,金额\n"J1","a","1"\n"","",""\n"J2","b","2"\n')
    assert found == [Aside(4, Kind.EMPTY)]
    assert left == '三月\n单号,名称,金额\n"J1","a","1"\n\n"J2","b","2"\n'


def test_a_file_of_records_is_not_written_anew(tmp_path: Path) -> None:
    assert written(tmp_path, "合计,,3\n单号,名称,金额\nJ1,a,1\n\nJ2,b,2\n") == ([], None)


def test_a_line_within_a_quoted_cell_is_part_of_its_record(tmp_path: Path) -> None:
    text = '三月\n单号,名称,金额\nJ1,"甲\n合计\n备注：乙",1\n合计,,1\n'
    found, _ = written(tmp_path, text)
    assert found == [Aside(6, Kind.TOTAL)]
