"""A workbook kept by hand: each cell as a person sees it, and nothing that could make one go missing passes unseen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from wicheck.tabular.cells import Cell, CellKind, Grid
from wicheck.tabular.workbooks import NoWorkbookError, TooLargeError, read_workbook

_MOST = 10 << 20
_SHEET = "xl/worksheets/sheet1.xml"


def saved(fill: Callable[[Worksheet], object], book: Workbook | None = None) -> bytes:
    book = book or Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> Grid:
    (grid,) = read_workbook(data, _MOST, 1000)
    return grid


def cells(*values: Any) -> list[Cell]:
    """What is read of cells with these values in one row."""
    grid = read(saved(lambda sheet: sheet.append(list(values))))
    return list(grid.rows[1].values())


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its files changed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for each in before.namelist():
            text = before.read(each)
            after.writestr(each, change(text.decode()).encode() if each == name else text)
    return out.getvalue()


def made_of(sheet_data: str, workbook: str = "", more: str = "") -> bytes:
    """A workbook whose only sheet has this XML, as no program of ours would write it."""
    made = saved(lambda sheet: sheet.append(["x"]))
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"{more}<sheetData>{sheet_data}</sheetData></worksheet>"
    )
    made = with_part(made, _SHEET, lambda _: xml)
    return with_part(made, "xl/workbook.xml", lambda text: text.replace('fullCalcOnLoad="1"', workbook))


def test_texts_stay_texts_and_numbers_are_told_from_them() -> None:
    assert cells("012345", 12345, 6.5, True) == [
        Cell("012345"),
        Cell("12345", CellKind.NUMBER),
        Cell("6.5", CellKind.NUMBER),
        Cell("true"),
    ]


def test_a_number_with_lost_digits_shows_its_loss() -> None:
    assert cells(330702198001010011, 0.1 + 0.2) == [
        Cell("3.30702198001010E+17", CellKind.NUMBER),
        Cell("0.3", CellKind.NUMBER),
    ]


def test_places_are_those_of_the_sheet_and_empty_cells_are_none() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C3"], sheet["D3"], sheet["AA7"] = "a", "  ", "b"

    assert read(saved(fill)).rows == {3: {3: Cell("a")}, 7: {27: Cell("b")}}


def test_a_cell_formatted_as_a_date_is_that_day_in_either_count_of_days() -> None:
    day, moment = datetime.date(2026, 3, 5), datetime.datetime.fromisoformat("2026-03-05 08:30")
    expected = [Cell("2026-03-05", CellKind.DATE), Cell("2026-03-05 08:30:00", CellKind.DATE)]
    assert cells(day, moment) == expected
    mac = Workbook()
    mac.epoch = CALENDAR_MAC_1904
    assert list(read(saved(lambda sheet: sheet.append([day, moment]), mac)).rows[1].values()) == expected


@pytest.mark.parametrize("shown", ["m月d日", "yyyy年m月", "[$-804]h:mm", "mmm-yy"])
def test_a_date_that_does_not_show_all_of_itself_is_told_from_one_that_does(shown: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = datetime.date(2026, 3, 5)
        sheet["A1"].number_format = shown

    assert read(saved(fill)).rows[1][1].kind is CellKind.PART_OF_DATE


def test_formulas_that_failed_and_those_without_a_result_are_told() -> None:
    grid = read(saved(lambda sheet: sheet.append(["#N/A", "=1+1", "=B9"])))
    assert [cell.kind for cell in grid.rows[1].values()] == [
        CellKind.FAILED,
        CellKind.NOT_COMPUTED,
        CellKind.NOT_COMPUTED,
    ]


def test_a_formula_with_its_result_is_its_result() -> None:
    data = '<row><c><f>B9</f><v>2</v></c><c t="str"><f>C9</f><v>甲</v></c><c t="str"><f>D9</f><v></v></c></row>'
    assert read(made_of(data)).rows == {1: {1: Cell("2", CellKind.NUMBER), 2: Cell("甲")}}


@pytest.mark.parametrize("cell", ["<c><f>B9</f></c>", '<c t="str"><f>B9</f></c>', "<c><f>B9</f><v/></c>"])
def test_a_formula_without_a_result_is_no_empty_cell(cell: str) -> None:
    assert read(made_of(f"<row>{cell}</row>")).rows == {1: {1: Cell("", CellKind.NOT_COMPUTED)}}


def test_results_of_a_workbook_that_asks_to_be_computed_count_for_nothing() -> None:
    data = made_of("<row><c><f>B9</f><v>0</v></c></row>", 'fullCalcOnLoad="1"')
    assert read(data).rows == {1: {1: Cell("", CellKind.NOT_COMPUTED)}}


def test_texts_in_pieces_are_one_and_how_they_sound_is_no_part_of_them() -> None:
    text = "<is><r><t>张</t></r><r><rPr><b/></rPr><t>示例</t></r><rPh sb='0' eb='1'><t>zhang</t></rPh></is>"
    assert read(made_of(f'<row><c t="inlineStr">{text}</c></row>')).rows == {1: {1: Cell("张示例")}}


def test_signs_that_stand_as_their_number_are_read() -> None:
    data = made_of('<row><c t="inlineStr"><is><t>甲_x000D_乙</t></is></c></row>')
    assert read(data).rows[1][1].text == "甲\r乙"


def test_merged_cells_are_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = "a"
        sheet.merge_cells("B2:C3")

    assert read(saved(fill)).merged == ((2, 2),)


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["B"].hidden = True


def hide_nothing_that_is_there(sheet: Worksheet) -> None:
    sheet.row_dimensions[9].hidden = True


@pytest.mark.parametrize(("hide", "told"), [(hide_row, True), (hide_column, True), (hide_nothing_that_is_there, False)])
def test_what_is_hidden_is_read_and_told(hide: Callable[[Worksheet], None], told: bool) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.append(["c", "d"])
        hide(sheet)

    grid = read(saved(fill))
    assert (len(grid.rows[2]), grid.hidden) == (2, told)


@pytest.mark.parametrize("columns", ['<col min="1" max="99999"/>', '<col min="2" max="3"/><col min="2" max="2"/>'])
def test_columns_that_no_sheet_has_are_not_hidden(columns: str) -> None:
    hidden = columns.replace("/>", ' hidden="1"/>')
    with pytest.raises(NoWorkbookError):
        read(made_of("<row><c><v>1</v></c></row>", more=f"<cols>{hidden}</cols>"))


def test_every_sheet_is_read_the_hidden_and_empty_ones_too() -> None:
    book = Workbook()
    book.create_sheet("空")
    book.create_sheet("藏").sheet_state = "hidden"
    grids = read_workbook(saved(lambda sheet: sheet.append(["x"]), book), _MOST, 1000)
    assert [(grid.name, bool(grid.rows), grid.hidden) for grid in grids] == [
        ("Sheet", True, False),
        ("空", False, False),
        ("藏", False, True),
    ]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="9999999"><c><v>1</v></c></row>',
        '<row><c t="s"><v>99</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="x"><v>1</v></c></row>',
        "<row><c><v>nan</v></c></row>",
        "<row><c><v>1e999</v></c></row>",
        '<row><c s="99"><v>1</v></c></row>',
        "<row><c>",
    ],
)
def test_what_no_program_writes_is_no_workbook(row: str) -> None:
    with pytest.raises(NoWorkbookError):
        read(made_of(row))


def test_a_document_type_is_refused_with_all_that_it_could_blow_up() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = with_part(saved(lambda sheet: sheet.append(["x"])), _SHEET, lambda text: bomb + text)
    with pytest.raises(NoWorkbookError):
        read(data)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html></html>", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_other_files_are_no_workbooks(data: bytes) -> None:
    with pytest.raises(NoWorkbookError):
        read(data)


def test_a_cut_off_workbook_is_none(tmp_path: Path) -> None:
    data = saved(lambda sheet: sheet.append(["x"]))
    with pytest.raises(NoWorkbookError):
        read(data[: len(data) // 2])


def test_cells_and_unpacked_bytes_are_limited() -> None:
    data = saved(lambda sheet: [sheet.append(["x"]) for _ in range(5)])
    assert len(read_workbook(data, _MOST, 5)[0].rows) == 5
    with pytest.raises(TooLargeError):
        read_workbook(data, _MOST, 4)
    with pytest.raises(TooLargeError):
        read_workbook(data, 100, 1000)
