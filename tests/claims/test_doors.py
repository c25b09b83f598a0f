"""The same rows through every door: nothing is dropped in silence, and nothing read as another value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest
from openpyxl import Workbook

from tests.claims.test_gathering import Batch
from wicheck.claims.gathering import Gathered
from wicheck.engines.duckdb.loading import load

NAMES = ["结算单号", "明细号", "数量"]
ROWS = "SELECT claim_id, line_number, quantity, file_line FROM lines ORDER BY row"


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Batch]:
    monkeypatch.chdir(tmp_path)
    made = Batch(tmp_path)
    yield made
    made.close()


def write(path: Path, rows: Sequence[Sequence[object]], change: Callable[[bytes], bytes] = lambda xml: xml) -> None:
    """A workbook of one sheet, whose XML may be changed."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path.with_suffix(".zip"))
    with ZipFile(path.with_suffix(".zip")) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if "sheet1" in name else data)


def rejects(batch: Batch, gathered: Gathered) -> list[tuple[int, str]]:
    """Lines that were kept aside, and why."""
    connection = duckdb.connect()
    load(connection, {"tables": dict(gathered.tables), "workspace": str(batch.folder)})
    return connection.execute("SELECT line, reason FROM rejects ORDER BY line").fetchall()


def test_a_return_within_a_cell_ends_no_row(batch: Batch) -> None:
    write(batch.folder / "a.xlsx", [NAMES, ["a", "1_x000D_2", None], ["b", "3", 2]])
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, ROWS) == [("a", "1\n2", None, 2), ("b", "3", Decimal(2), 3)]


def test_a_cell_to_the_right_of_all_names_keeps_its_row_aside_and_no_other(batch: Batch) -> None:
    """It may be a row shifted to the right."""
    rows: list[list[object]] = [
        [*NAMES],
        ["a", "1", 1],
        ["x", "b", "2", 2],
        ["c\nd", "3", None],
        ["e", "4", 4, None, " "],
    ]
    write(batch.folder / "a.xlsx", rows)
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, ROWS) == [
        ("a", "1", Decimal(1), 2),
        ("c\nd", "3", None, 4),
        ("e", "4", Decimal(4), 5),
    ]
    assert rejects(batch, gathered) == [(3, "too_many_columns")]


@pytest.mark.parametrize("ends", ["", ",", ",,", ",,,"])
def test_so_it_is_in_csv_however_many_delimiters_are_behind_the_last_name(batch: Batch, ends: str) -> None:
    lines = [",".join(NAMES) + ends, f"a,1,1{ends}", "x,b,2,2" + ends[1:], f"c,3,{ends}", "d,4,4"]
    batch.write("a.csv", "\n".join(lines))
    gathered = batch.gather("表格: {明细表: [a.csv]}\n")
    read = batch.rows(gathered, ROWS)
    assert read[:2] == [("a", "1", Decimal(1), 2), ("c", "3", None, 4)]
    assert (3, "too_many_columns") in rejects(batch, gathered)


def test_delimiters_behind_every_row_cost_nothing(batch: Batch) -> None:
    batch.write("a.csv", "结算单号,明细号,数量,,\na,1,1,,\nb,2,2, ,\n")
    gathered = batch.gather("表格: {明细表: [a.csv]}\n")
    assert batch.rows(gathered, ROWS) == [("a", "1", Decimal(1), 2), ("b", "2", Decimal(2), 3)]
    assert not rejects(batch, gathered)


def test_a_column_without_a_name_among_the_others_is_told(batch: Batch) -> None:
    batch.write("a.csv", "结算单号,明细号,,数量\na,1,x,1\n")
    (told,) = batch.gather("表格: {明细表: [a.csv]}\n").notices
    assert (told.code, "第 3 列" in told.text.zh) == ("columns_unknown", True)


def test_what_a_formula_has_not_computed_is_not_known_and_its_row_stays(batch: Batch) -> None:
    rows: list[list[object]] = [
        [*NAMES],
        ["a", "1", 1],
        ["a", "2", "=1+1"],
        ["=A2", "=B2", "=1+1"],
        ["合计", None, "=SUM(C2:C4)"],
        ["=A2", "=B2", "=C2"],
    ]
    write(batch.folder / "a.xlsx", rows)
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, ROWS) == [
        ("a", "1", Decimal(1), 2),
        ("a", "2", None, 3),
        (None, None, None, 4),
        (None, None, None, 6),
    ]
    told = {notice.code: notice.text.zh for notice in gathered.notices}
    assert set(told) == {"rows_left_out", "formulas_not_computed"}
    assert "第 3、4、5、6 行" in told["formulas_not_computed"]


def test_formulas_beside_the_table_are_in_none_of_its_columns(batch: Batch) -> None:
    """Left of it there is no column; to its right it may be a row that was shifted."""
    write(batch.folder / "a.xlsx", [[None, *NAMES], ["=B2", "a", "1", 1], [None, "b", "2", 2, "=C3"]])
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, ROWS) == [("a", "1", Decimal(1), 2)]
    assert rejects(batch, gathered) == [(3, "too_many_columns")]


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "1", 1], NAMES, ["b", "2", 2]],
        [["a", "1", "2026-03-05"], ["b", "1", "2026-03-05"], NAMES],
        [["明细号", "结算单号"], ["1", "a"], ["明细号", "结算单号", "数量"], ["2", "b", 2]],
        [["明细号", "结算单号"], ["甲", "乙"], ["明细号", "结算单号", "数量"], ["2", "b", 2]],
    ],
)
@pytest.mark.parametrize("workbook", [True, False])
def test_records_above_the_header_are_not_left_out_in_silence(
    batch: Batch, workbook: bool, rows: list[list[object]]
) -> None:
    name = "a.xlsx" if workbook else "a.csv"
    if workbook:
        write(batch.folder / name, rows)
    else:
        batch.write(name, "\n".join(",".join(map(str, row)) for row in rows))
    gathered = batch.gather(f"表格: {{明细表: [{name}]}}\n")
    (error,) = gathered.errors
    assert (str(error.location), gathered.unread) == (f"{name}#1", {"lines": 1})


@pytest.mark.parametrize(
    "titles",
    [
        [["某医院费用明细"], ["打印日期：2026-04-01"]],
        [["日期", "2026-03-01"]],
        [["项目", "项目", "费用"], ["claim", "line", "quantity"]],
        [["claim_id", "line_number", "quantity"]],
    ],
)
def test_titles_above_the_header_are_no_records(batch: Batch, titles: list[list[str]]) -> None:
    batch.write("a.csv", "\n".join(",".join(row) for row in [*titles, [*NAMES, "单位"], ["a", "1", "1", "盒"]]))
    gathered = batch.gather("表格: {明细表: [a.csv]}\n")
    assert [row[:3] for row in batch.rows(gathered, ROWS)] == [("a", "1", Decimal(1))]


def test_a_column_for_which_another_was_taken_is_told(batch: Batch) -> None:
    batch.write("a.csv", "feedetl_sn,mdtrt_id,det_item_fee_sumamt,金额\n1,2,3,4\n")
    gathered = batch.gather("表格: {明细表: [a.csv]}\n")
    assert batch.rows(gathered, "SELECT amount FROM lines") == [(Decimal(3),)]
    assert "金额" in {notice.code: notice.text.zh for notice in gathered.notices}["columns_unknown"]


def test_a_parquet_column_that_is_called_like_the_place_of_a_row_is_an_error_of_its_file(batch: Batch) -> None:
    select = "SELECT '007' AS claim_id, 2 AS File_Row_Number"
    duckdb.execute(f"COPY ({select}) TO '{batch.folder}/l.parquet' (FORMAT parquet)")
    (error,) = batch.gather("tables: {lines: [l.parquet]}\n").errors
    assert str(error.location) == "l.parquet"


def test_what_a_spreadsheet_made_of_a_code_is_no_code(batch: Batch) -> None:
    write(batch.folder / "a.xlsx", [NAMES, ["a", date(2026, 1, 2), 1]])
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, ROWS) == [("a", None, Decimal(1), 2)]
    assert batch.rows(gathered, "SELECT line, column_name, reason FROM losses") == [(2, "line_number", "digits_lost")]


def test_a_day_that_does_not_show_its_year_month_and_day_is_none(batch: Batch) -> None:
    """A spreadsheet makes 2026-03-01 of 2026-03, and a day of this year of 3-5."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["结算单号", "费用日期"])
    for code in ("yyyy-mm-dd", "yyyy-mm", 'm"月"d"日"', 'yyyy"年"m"月"d"日"'):
        sheet.append(["a", date(2026, 3, 1)])
        sheet.cell(sheet.max_row, 2).number_format = code
    book.save(batch.folder / "a.xlsx")
    gathered = batch.gather("表格: {明细表: [a.xlsx]}\n")
    assert batch.rows(gathered, "SELECT service_on, file_line FROM lines ORDER BY row") == [
        (date(2026, 3, 1), 2),
        (date(2026, 3, 1), 5),
    ]
    assert rejects(batch, gathered) == [(3, "not_a_date"), (4, "not_a_date")]


@pytest.mark.parametrize("above", [0, 25])
def test_a_number_that_is_formatted_as_hours_and_is_too_many_is_told(batch: Batch, above: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["结算单号", "费用日期"])
    for _ in range(above):
        sheet.append(["a", date(2026, 3, 1)])
    sheet.append(["b", 10**15])
    sheet.cell(sheet.max_row, 2).number_format = "[h]:mm"
    book.save(batch.folder / "a.xlsx")
    (error,) = batch.gather("表格: {明细表: [a.xlsx]}\n").errors
    assert str(error.location) == "a.xlsx"


def test_a_month_is_the_one_that_shows(batch: Batch) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["清算月份", "清算金额"])
    sheet.append([date(2026, 3, 1), 5])
    sheet.cell(2, 1).number_format = "yyyy-mm"
    book.save(batch.folder / "a.xlsx")
    gathered = batch.gather("表格: {清算表: [a.xlsx]}\n")
    assert batch.rows(gathered, "SELECT period FROM clearings") == [("2026-03",)]


def test_a_sign_that_was_lost_leaves_no_other_code(batch: Batch) -> None:
    """In UTF-16 half a sign is no text; in UTF-8 somebody has already written the sign that stands for a lost one."""
    text = "结算单号,明细号,数量\na1,01,1\nb\ud83d1,02,2\nc1,03,3\n"
    (batch.folder / "a.csv").write_bytes(b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass") + b"\x31")
    batch.write("b.csv", text.replace("\ud83d", "\ufffd"))
    gathered = batch.gather("表格: {明细表: [a.csv, b.csv]}\n")
    read = batch.rows(gathered, "SELECT claim_id, line_number, file_number FROM lines ORDER BY row")
    assert read == [("a1", "01", 1), ("c1", "03", 1), ("a1", "01", 2), (None, "02", 2), ("c1", "03", 2)]
    assert rejects(batch, gathered) == [(3, "not_text"), (5, "not_text")]


def test_a_sheet_that_may_be_more_of_two_tables_is_unread_of_both(batch: Batch) -> None:
    book = Workbook()
    for name, header in (
        ("明细", ["结算单号", "数量", "金额"]),
        ("结算单", ["结算单号", "就诊类别", "总金额"]),
        ("补", ["结算单号", "就诊号"]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(header)
        sheet.append(["007", *("1" for _ in header[1:])])
    book.save(batch.folder / "a.xlsx")
    gathered = batch.gather("表格: {结算单表: [a.xlsx], 明细表: [a.xlsx]}\n")
    assert gathered.unread == {"claims": 1, "lines": 1}
