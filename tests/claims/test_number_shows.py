"""A number is the code that it shows, or none that is certain; a day of which only a part shows is none."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.claims import old_workbook
from wicheck.claims.number_shows import LOST, MONTH, OTHERWISE, PART, as_day, how_shown, shown_otherwise
from wicheck.claims.spreadsheets import Below, open_workbook, write_csv


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("General", None),
        ("@", None),
        ("0", None),
        ("0_ ", None),
        ("0.00", None),
        ("#,##0", None),
        ("#,##0.00_);[Red](#,##0.00)", None),
        ("0.00E+00", None),
        ("000000", 6),
        ("00;-00", 2),
        ("0%", OTHERWISE),
        ('"A"000', OTHERWISE),
        ("000-0000", OTHERWISE),
        ("\\A0", OTHERWISE),
        ("yyyy-mm-dd", None),
        ('[$-804]yyyy"年"m"月"d"日"', None),
        ("yyyy-mm-dd hh:mm", None),
        ("yyyy-mm", MONTH),
        ("mmm-yy", MONTH),
        ('m"月"d"日"', PART),
        ("d-mmm", PART),
        ("h:mm", PART),
        ("[h]:mm", PART),
    ],
)
def test_what_a_format_shows_otherwise(code: str, how: int | None) -> None:
    assert how_shown(code) == how


def test_a_code_is_what_shows_in_its_cell(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "明细"
    for row in (["单号", "数量"], [123, 7], [123, 7], [123, 7], [date(2026, 1, 2), 7], [time(8), 7], ["0001", 7]):
        sheet.append(row)
    for row, code in enumerate(("General", "000000", '"A"0'), start=2):
        sheet.cell(row, 1).number_format = sheet.cell(row, 2).number_format = code
    path = tmp_path / "book.xlsx"
    book.save(path)
    below = Below("明细", 1, ["单号", "数量"], codes={0}, shown=shown_otherwise(path, "明细"))
    write_csv(open_workbook(path, "book.xlsx"), below, tmp_path / "sheet.csv")
    codes = ["123", "000123", LOST, LOST, LOST, "0001"]
    lines = [f"{number},{code},7" for number, code in enumerate(codes, start=2)]
    assert (tmp_path / "sheet.csv").read_text("utf-8").splitlines() == lines


def test_an_old_workbook_tells_nothing_of_it(tmp_path: Path) -> None:
    old_workbook.write(tmp_path / "a.xls", {(0, 0): "单号", (1, 0): 7.0})
    assert shown_otherwise(tmp_path / "a.xls", "Sheet1") == {}


@pytest.mark.parametrize(
    ("text", "how", "shown"),
    [
        ("2026-03-01", MONTH, "2026-03"),
        ("2026-03-05", PART, "03-05"),
        ("46082", PART, "46082?"),
        ("2026-03-05", 2, "2026-03-05"),
    ],
)
def test_a_day_is_what_shows_of_it(text: str, how: int, shown: str) -> None:
    assert as_day(text, how) == shown
