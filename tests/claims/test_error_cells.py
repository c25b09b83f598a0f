"""A formula that failed leaves no empty cell: what stands there is read, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from tests.claims import old_workbook
from wicheck.claims import error_cells as module
from wicheck.claims.error_cells import NOT_COMPUTED, error_cells
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
    write_csv(
        open_workbook(path, "book.xlsx"), Below("费用 & 明细", top, list("abc"), error_cells(path, "费用 & 明细")), to
    )
    assert to.read_text("utf-8") == f"{top + 1},J1,#N/A,2\n{top + 2},J2,3,#DIV/0!\n"


SHEET = "xl/worksheets/sheet2.xml"
_FORMS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def remade(folder: Path, change: Callable[[str, str], tuple[str, str]]) -> Path:
    """The workbook with each of its files, name and text, changed."""
    path = folder / "remade.xlsx"
    with ZipFile(workbook(folder)) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name).decode()))
    return path


def with_rows(folder: Path, rows: str, prefix: str = "") -> Path:
    """The workbook whose second sheet has these rows."""
    colon = f"{prefix}:" if prefix else ""
    space = _FORMS.replace("xmlns", f"xmlns:{prefix}") if prefix else _FORMS
    text = f"<{colon}worksheet {space}><{colon}sheetData>{rows}</{colon}sheetData></{colon}worksheet>"
    return remade(folder, lambda name, old: (name, text if name == SHEET else old.replace(' fullCalcOnLoad="1"', "")))


def test_a_namespace_may_be_called_as_its_maker_likes(tmp_path: Path) -> None:
    """The relation of a sheet is r:id for Excel, and rel:id or d3p1:id elsewhere; the sheet itself may be x:sheet."""

    def change(name: str, text: str) -> tuple[str, str]:
        if name == "xl/workbook.xml":
            assert " r:id=" in text
            text = text.replace("xmlns:r=", "xmlns:d3p1=").replace(" r:id=", " d3p1:id=")
        return name, text

    assert error_cells(remade(tmp_path, change), "费用 & 明细") == {(2, 2): "#N/A", (3, 3): "#DIV/0!"}
    rows = '<x:row r="2"><x:c r="B2" t="e"><x:v>#N/A</x:v></x:c></x:row>'
    assert error_cells(with_rows(tmp_path, rows, "x"), "费用 & 明细") == {(2, 2): "#N/A"}


def test_names_of_files_may_be_capitalized_and_lie_elsewhere(tmp_path: Path) -> None:
    def change(name: str, text: str) -> tuple[str, str]:
        moved = name.replace("xl/", "Book/").replace("sheet2", "Sheet2")
        return moved, text.replace("xl/", "book/").replace('"/book/worksheets', '"worksheets')

    assert error_cells(remade(tmp_path, change), "费用 & 明细") == {(2, 2): "#N/A", (3, 3): "#DIV/0!"}


def test_single_quotes_are_as_good(tmp_path: Path) -> None:
    rows = "<row r='2'><c r='B2' t='e'><v>#N/A</v></c></row>"
    assert error_cells(with_rows(tmp_path, rows), "费用 & 明细") == {(2, 2): "#N/A"}


def test_a_cell_without_a_value_takes_none_of_the_next_one(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="A2" t="e"/><c r="B2"><v>5</v></c><c r="C2" t="e"><v/></c><c r="D2"><v>6</v></c></row>'
    assert error_cells(with_rows(tmp_path, rows), "费用 & 明细") == {}


@pytest.mark.parametrize("chunk", [1 << 20, 64])
def test_a_formula_may_be_as_long_as_a_spreadsheet_allows(
    tmp_path: Path, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CHUNK", chunk)
    formula = "A1+" * 2700
    rows = f'<row r="2"><c r="B2" t="e"><f>{formula}1</f><v>#N/A</v></c><c r="C2"><f>{formula}2</f><v>3</v></c></row>'
    assert error_cells(with_rows(tmp_path, rows), "费用 & 明细") == {(2, 2): "#N/A"}


def test_a_cell_that_does_not_say_its_place_follows_the_last_one(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c></row><row/>"
        '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c><c r="E3"/><c t="e"><v>#REF!</v></c></row>'
        '<row r="9"><c t="e"><v>#NUM!</v></c></row>'
    )
    found = {(3, 2): "#N/A", (3, 6): "#REF!", (9, 1): "#NUM!"}
    path = with_rows(tmp_path, rows)
    assert error_cells(path, "费用 & 明细") == found
    sheet = open_workbook(path, "b").get_sheet_by_name("费用 & 明细")
    assert (sheet.height, sheet.width) == (9, 6), "python-calamine counts alike"


def test_where_nobody_can_say_which_they_are_that_is_said(tmp_path: Path) -> None:
    whole = with_rows(tmp_path, '<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>')
    with ZipFile(whole) as book:
        at = book.getinfo(SHEET).header_offset + 30 + len(SHEET)
    data = bytearray(whole.read_bytes())
    data[at : at + 40] = b"\xff" * 40
    whole.write_bytes(data)
    assert error_cells(whole, "费用 & 明细") is None
    assert error_cells(workbook(tmp_path), "no such sheet") is None


@pytest.mark.parametrize(("cell", "found"), [(old_workbook.NOT_AVAILABLE, None), (b"\0\0\0\0\0\0\xf0\x3f", {})])
def test_of_an_old_workbook_it_is_known_whether_there_are_any(
    tmp_path: Path, cell: bytes, found: dict[str, str] | None
) -> None:
    path = tmp_path / "old.xls"
    old_workbook.write(path, {(0, 0): "数量", (1, 0): cell, (2, 0): 2.0})
    assert open_workbook(path, "old.xls").sheet_names == ["Sheet1"]
    assert error_cells(path, "Sheet1") == found


def test_a_formula_without_a_result_is_no_empty_cell(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2"><f>B2</f></c><c r="B2"><f>C2</f><v></v></c><c r="C2"><f t="shared" si="0"/><v/></c>'
        '<c r="D2"><f>B2</f><v>5</v></c><c r="E2" t="str"><f>B2</f><v></v></c><c r="F2"/><c r="G2"><v>1</v></c></row>'
    )
    found = dict.fromkeys(((2, 1), (2, 2), (2, 3)), NOT_COMPUTED)
    assert error_cells(with_rows(tmp_path, rows), "费用 & 明细") == found


@pytest.mark.parametrize(("yes", "found"), [("1", {(2, 1): NOT_COMPUTED}), ("0", {})])
def test_a_result_that_its_program_asks_to_compute_anew_may_be_made_up(
    tmp_path: Path, yes: str, found: dict[tuple[int, int], str]
) -> None:
    sheet = f'<worksheet {_FORMS}><sheetData><row r="2"><c r="A2"><f>1+1</f><v>0</v></c></row></sheetData></worksheet>'

    def change(name: str, text: str) -> tuple[str, str]:
        text = text.replace('fullCalcOnLoad="1"', f'fullCalcOnLoad="{yes}"')
        return name, sheet if name == SHEET else text

    assert error_cells(remade(tmp_path, change), "费用 & 明细") == found
