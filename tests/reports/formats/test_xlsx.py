"""The workbook, read back by openpyxl, which is not ours."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.factory import DAY, dossier, finding, input_error, lacking, record, report
from tests.reports.formats.writing import written
from wicheck.model import Language, Message, Notice, Text, Verdict, same
from wicheck.reports import Report, sheet_words
from wicheck.reports.formats import xlsx


def book(made: Report, language: Language = Language.ZH) -> Workbook:
    return load_workbook(BytesIO(written("xlsx", made, language)))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


def column(sheet: Worksheet, heading: str) -> list[object]:
    (header, *rows) = list(sheet.iter_rows(values_only=True))
    return [row[header.index(heading)] for row in rows]


def test_a_summary_all_findings_and_a_sheet_for_each_institution() -> None:
    two = [finding(), finding(on=record(dossier("h2", "城西医院")))]
    assert book(report(two)).sheetnames == ["汇总", "结论", "城东康复医院", "城西医院"]
    assert book(report(two), Language.EN).sheetnames[:2] == ["summary", "findings"]


def test_the_summary_has_totals_answers_texts_and_troubles() -> None:
    notices = [Notice("draft_not_run", Text("宁夏未运行", "Ningxia did not run"))]
    made = report([finding(Verdict.FAIL)], notices=notices, errors=[input_error()])
    shown = "\n".join(texts(book(made)["汇总"]))
    assert "合计 1 项检查：不符合 1 项" in shown
    assert "金华（康复）：不符合申请条件（1 项不符合）" in shown
    assert "金华市工伤保险协议机构管理办法" in shown
    assert "宁夏未运行" in shown
    assert "h1.yaml:7:5 床位数应当是整数（50）" in shown


def test_the_findings_keep_their_heading_in_sight_and_can_be_filtered() -> None:
    sheet = book(report([finding(), finding()]))["结论"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(sheet_words.COLUMNS) - 1).column_letter}3"
    headings = [each.zh for name, each in sheet_words.COLUMNS.items() if name != "change"]
    assert [cell.value for cell in sheet[1]] == headings


def test_an_institution_s_sheet_has_its_answer_its_findings_and_what_it_lacks() -> None:
    sheet = book(report([finding(Verdict.FAIL), lacking("institution.beds", id_="jinhua-3/area")]))["城东康复医院"]
    shown = texts(sheet)
    assert shown[:2] == ["城东康复医院", "金华（康复）：不符合申请条件（1 项不符合，1 项资料不足）"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref.startswith("A3:")
    assert any(text.startswith("1. “institution.beds”") for text in shown)


def test_codes_stay_text() -> None:
    made = report([finding(outcome_={"observed": "0123456", "required": "330700000000000000"})])
    sheet = book(made)["结论"]
    assert column(sheet, "实际") == ["0123456"]
    assert column(sheet, "应为") == ["330700000000000000"]


def test_figures_are_numbers() -> None:
    assert column(book(report([finding(outcome_={"observed": 48})]))["结论"], "实际") == [48]


def test_no_cell_is_a_formula() -> None:
    hostile = Message("x", Text("=cmd|' /C calc'!A0", "x"))
    made = report([finding(on=record(dossier("=1+1", "=2+2")), outcome_={"message": hostile})])
    cells = [cell for sheet in book(made) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(str(cell.value).startswith("=") for cell in cells)
    assert "'=cmd|' /C calc'!A0" in column(book(made)["结论"], "说明")


def test_every_verdict_has_a_colour_of_its_own() -> None:
    sheet = book(report([finding(verdict) for verdict in Verdict]))["结论"]
    at = [cell.value for cell in sheet[1]].index("结论")
    assert len({row[at].fill.fgColor.rgb for row in sheet.iter_rows(min_row=2)}) == len(Verdict)


def test_columns_are_wide_enough_for_chinese_headings() -> None:
    sheet = book(report([finding()]))["结论"]
    for cell in sheet[1]:
        assert sheet.column_dimensions[cell.column_letter].width >= 2 * len(cell.value)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a/b:c[d]", "a b c d"),
        ("'甲'", "甲"),
        ("长" * 40, "长" * 31),
        ("///", "-"),
        ("汇总", "汇总 2"),
        ("结论", "结论 2"),
    ],
)
def test_any_name_gives_a_sheet(name: str, shown: str) -> None:
    assert book(report([finding(on=record(dossier("h1", name)))])).sheetnames[2] == shown


def test_namesakes_have_sheets_of_their_own() -> None:
    two = [finding(on=record(dossier(id_, "长" * 40))) for id_ in ("h1", "h2")]
    assert book(report(two)).sheetnames[2:] == ["长" * 31, "长" * 29 + " 2"]


def test_a_text_that_no_cell_can_hold_is_cut() -> None:
    (shown,) = column(book(report([finding(outcome_={"message": Message("x", same("长" * 40_000))})]))["结论"], "说明")
    assert (len(str(shown)), str(shown)[-1]) == (32_767, "…")


def test_of_many_dossiers_the_first_have_a_sheet_and_the_summary_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_SHEETS", 1)
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 1)
    made = book(report([finding(), finding(on=record(dossier("h2", "城西医院")))]))
    assert made.sheetnames == ["汇总", "结论", "城东康复医院"]
    assert made["结论"].max_row == 2
    assert sum("前 1 " in text for text in texts(made["汇总"])) == 2


def test_the_same_report_makes_the_same_file() -> None:
    made = report([finding()])
    assert written("xlsx", made) == written("xlsx", made)
    assert book(made).properties.created.date() == DAY
