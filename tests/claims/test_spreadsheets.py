"""Sheets as text: what a person sees, with the row it stands in, and lost digits that show."""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from wicheck.claims.spreadsheets import Below, cell_text, first_rows, open_workbook, write_csv
from wicheck.errors import InputError


def workbook(folder: Path, rows: list[list[Any]], corner: tuple[int, int] = (1, 1)) -> Path:
    """A sheet called 明细 with ``rows`` from ``corner`` on."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "明细"
    for down, cells in enumerate(rows):
        for right, cell in enumerate(cells):
            sheet.cell(corner[0] + down, corner[1] + right, cell)
    path = folder / "book.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("007", "007"),
        (7.0, "7"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (0.00001, "0.00001"),
        (330782199001011234, "3.30782199001011E+17"),
        (1e15, "1.00000000000000E+15"),
        (True, "true"),
        (date(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2026, 3, 5, 8, 30), "2026-03-05 08:30:00"),  # noqa: DTZ001
        (time(8, 30), "08:30:00"),
        (timedelta(hours=1), "1:00:00"),
        ("", ""),
        (0, "0"),
        (None, ""),
    ],
)
def test_a_cell_says_what_a_person_sees(cell: Any, text: str) -> None:
    assert cell_text(cell) == text


def test_rows_keep_their_numbers_wherever_the_table_begins(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["单号", "金额"], ["007", 1.5], [], ["008", 2]], corner=(3, 2))
    book = open_workbook(path, "book.xlsx")
    assert first_rows(book, "明细", 5, "book.xlsx")[2] == ["单号", "金额"]
    write_csv(book, Below("明细", 3, ["单号", "金额"]), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["4", "007", "1.5"], ["6", "008", "2"]]


def test_a_row_that_is_longer_than_the_header_shows_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["单号", "金额"], ["007", 1, "", "x"], ["008", 2]])
    write_csv(open_workbook(path, "book.xlsx"), Below("明细", 1, ["单号", "金额"]), tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "2,007,1,,x\n3,008,2\n"


def test_what_is_no_workbook_is_an_error_with_the_next_step(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError) as error:
        open_workbook(path, "book.xlsx")
    assert error.value.location
    assert error.value.location.file == "book.xlsx"
    assert error.value.hint


def test_without_the_library_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(InputError, match="wicheck\\[billing\\]"):
        open_workbook(tmp_path / "book.xlsx", "book.xlsx")


def test_what_is_merged_over_rows_is_said_of_each_but_a_number_of_none(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for down, cells in enumerate([["单号", "金额"], ["J1", 5], [None, None, 7], ["J2", 2]]):
        for right, cell in enumerate(cells):
            sheet.cell(3 + down, 2 + right, cell)
    sheet.merge_cells("B4:B5")
    sheet.merge_cells("C4:C5")
    sheet.merge_cells("B6:B7")
    book.save(path)
    below = Below("Sheet", 3, ["单号", "金额"], telling={0})
    write_csv(open_workbook(path, "book.xlsx"), below, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8") == "4,J1,5\n5,J1,,7\n6,J2,2\n"


def test_rows_for_people_are_no_records(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["单号", "金额"], ["007", 1], ["合计", 1], ["制表人：张三"]])
    found = write_csv(open_workbook(path, "book.xlsx"), Below("明细", 1, ["单号", "金额"]), tmp_path / "out.csv")
    assert [(each.row, each.kind) for each in found] == [(3, "total"), (4, "remark")]
    assert (tmp_path / "out.csv").read_text("utf-8") == "2,007,1\n"


def test_a_header_of_two_lines_has_all_its_names_in_the_lower_one(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["单号", "费用", None], [None, "数量", "金额"], ["J1", 2, 5]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    book.save(path)
    assert first_rows(open_workbook(path, "book.xlsx"), "Sheet", 2, "book.xlsx")[1] == ["单号", "数量", "金额"]


def test_a_sheet_is_read_once_for_its_rows(tmp_path: Path) -> None:
    """Each time that it is asked for, the whole sheet is read anew: of a million rows that takes longest of all."""

    class Counting:
        asked = 0

        def __init__(self, path: Path) -> None:
            self._workbook = open_workbook(path, "b.xlsx")

        def get_sheet_by_name(self, name: str) -> Any:
            self.asked += 1
            return self._workbook.get_sheet_by_name(name)

    path = workbook(tmp_path, [["a", "b"], ["1", "2"]])
    counting: Any = Counting(path)
    write_csv(counting, Below("明细", 1, ["a", "b"]), tmp_path / "o.csv")
    assert counting.asked == 1
    assert (tmp_path / "o.csv").read_text(encoding="utf-8") == "2,1,2\n"
