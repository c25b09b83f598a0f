"""A CSV file kept by hand: rows by the line they begin on, and an error for whatever does not fit."""

from __future__ import annotations

import pytest

from wicheck.tabular.cells import Cell
from wicheck.tabular.text_tables import BrokenRowError, NoTextError, read_text, read_text_table


def texts(text: str, delimiter: str = ",") -> dict[int, dict[int, str]]:
    rows = read_text_table(text, delimiter).rows
    return {row: {column: cell.text for column, cell in cells.items()} for row, cells in rows.items()}


def test_rows_stand_by_their_lines_and_empty_ones_are_none() -> None:
    assert texts('甲,乙\r\n\r\n1,"a\nb"\r\n , \r\n,2\r\n') == {
        1: {1: "甲", 2: "乙"},
        3: {1: "1", 2: "a\nb"},
        6: {2: "2"},
    }


def test_every_cell_is_a_text() -> None:
    assert read_text_table("甲\n012\n", ",").rows[2] == {1: Cell("012")}


def test_other_delimiters_leave_commas_alone() -> None:
    assert texts("甲\t乙\n1,2\t3\n", "\t") == {1: {1: "甲", 2: "乙"}, 2: {1: "1,2", 2: "3"}}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('甲,乙\n1,2\n3,"4\n5,6\n', 3),
        ('甲,乙\n1,"2"3\n', 2),
        ("甲,乙\n1,2,3\n", 2),
        ("甲,乙\n1,2,\n", 2),
    ],
)
def test_a_row_that_does_not_fit_is_told_by_its_line(text: str, row: int) -> None:
    with pytest.raises(BrokenRowError) as broken:
        read_text_table(text, ",")
    assert broken.value.row == row


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_that_people_save_it_in(encoding: str) -> None:
    text = "姓名,职称\n张示例,主任医师\n"
    assert read_text(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"\xff\xff\xff\n", "姓名\n".encode() + b"\xff\xfe\n", b"a\0b\n"])
def test_what_is_not_text_throughout_is_none(data: bytes) -> None:
    with pytest.raises(NoTextError):
        read_text(data)
