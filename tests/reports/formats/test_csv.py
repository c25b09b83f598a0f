"""CSV: what Excel opens as it is meant, and nothing that it would calculate."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from tests.reports.factory import dossier, finding, input_error, lacking, record, report, waiver
from tests.reports.formats.writing import text, written
from wicheck.model import Disposition, Language, Message, Text, Verdict
from wicheck.reports import Report, sheet_words


def rows(made: Report, language: Language = Language.ZH) -> list[dict[str, str]]:
    content = text("csv", made, language).removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_it_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says() -> None:
    content = written("csv", report([finding()]))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 2


def test_every_finding_is_a_row_with_all_columns() -> None:
    outcome = {
        "observed": Decimal("5.6"),
        "required": [6, "左右"],
        "shortfall": Decimal("0.4"),
        "unit": Text("㎡", "m²"),
    }
    (row,) = rows(report([finding(Verdict.FAIL, outcome_=outcome)]))
    assert list(row) == [column.zh for name, column in sheet_words.COLUMNS.items() if name != "change"]
    assert (row["机构"], row["条款"], row["结论"]) == ("城东康复医院", "三（二）2", "不符合")
    assert (row["实际"], row["应为"], row["差距"], row["单位"]) == ("5.6", "6、左右", "0.4", "㎡")


def test_places_are_told_in_columns_of_their_own() -> None:
    (row,) = rows(report([finding(outcome_={"evidence": (("institution", "beds"),)})]))
    assert (row["文件"], row["行"], row["列"], row["单元格"]) == ("h1.yaml", "11", "3", "")


def test_what_could_not_be_read_is_there_too() -> None:
    *_, last = rows(report([finding()], errors=[input_error()]))
    assert (last["结论"], last["说明"], last["文件"], last["行"]) == ("输入错误", "床位数应当是整数", "h1.yaml", "7")


def test_missing_entries_are_named() -> None:
    (row,) = rows(report([lacking("institution.beds", "institution.wards")]))
    assert row["缺少的资料"] == "“institution.beds”、“institution.wards”"


def test_a_waived_failure_is_still_a_failure() -> None:
    (row,) = rows(report([finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED)]))
    assert (row["结论"], row["处理"]) == ("不符合", "已获豁免，仍计为不符合")


def test_no_cell_is_a_formula_and_lines_stay_together() -> None:
    hostile = Message("x", Text('=HYPERLINK("http://x","y"),\n"z"', "x"))
    (row,) = rows(report([finding(on=record(dossier("h1", "@SUM(A1)")), outcome_={"message": hostile})]))
    assert row["说明"] == '\'=HYPERLINK("http://x","y"),\n"z"'
    assert row["机构"] == "'@SUM(A1)"


def test_a_negative_number_stays_a_number() -> None:
    (row,) = rows(report([finding(outcome_={"observed": Decimal("-3")})]))
    assert row["实际"] == "-3"


def test_yes_and_no_are_words() -> None:
    (row,) = rows(report([finding(outcome_={"observed": False, "required": True})]), Language.EN)
    assert (row["observed"], row["required"], row["verdict"]) == ("no", "yes", "met")
