"""A formula that failed leaves no empty cell: what stands there is read, and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from wicheck.claims import error_cells as module
from wicheck.claims.error_cells import error_cells
from wicheck.claims.spreadsheets import Below, open_workbook, write_csv


def workbook(folder: Path, at: str = "A1") -> Path:
    """Two sheets; the second has a table with two failed formulas, the first one elsewhere."""
    book = Workbook()
    first = book.active
    assert first is not None
    first["B9"] = "#REF!"
    sheet = book.create_sheet("费用 & 明细")
    top = sheet[at]
    for row, cells in enumerate([["结算单号", "数量", "金额"], ["J1", "#N/A", 2], ["J2", 3, "#DIV/0!"]]):
        for column, cell in enumerate(cells):
            sheet.cell(top.row + row, top.column + column, cell)
    path = folder / "book.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("chunk", [1 << 20, 64])
def test_failed_cells_of_the_sheet_are_found_by_their_place(
    tmp_path: Path, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CHUNK", chunk)
    assert error_cells(workbook(tmp_path, "C3"), "费用 & 明细") == {(4, 4): "#N/A", (5, 5): "#DIV/0!"}


@pytest.mark.parametrize("at", ["A1", "C3", "AB2"])
def test_they_stand_in_their_row_and_column(tmp_path: Path, at: str) -> None:
    path = workbook(tmp_path, at)
    to = tmp_path / "sheet.csv"
    top = int(at.strip("ABC"))
    write_csv(open_workbook(path, "book.xlsx"), Below("费用 & 明细", top, 3, error_cells(path, "费用 & 明细")), to)
    assert to.read_text("utf-8") == f"{top + 1},J1,#N/A,2\n{top + 2},J2,3,#DIV/0!\n"


def test_what_is_no_xlsx_file_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    assert error_cells(path, "Sheet1") == {}
    assert error_cells(workbook(tmp_path), "no such sheet") == {}
