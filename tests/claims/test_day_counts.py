"""A bare number is a day only where it is certain from which day its workbook counts."""

from __future__ import annotations

import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from tests.claims import old_workbook
from tests.claims.test_gathering import Batch
from wicheck.claims.day_counts import counts_from_1900

_DAY = datetime.date(2026, 3, 2)


def workbook(path: Path, epoch: datetime.datetime, day: object) -> Path:
    book = Workbook()
    book.epoch = epoch
    sheet = book.active
    assert sheet is not None
    for row in [["结算单号", "费用日期", "数量", "金额"], ["J1", day, 1, 2]]:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_counts_from_1900_unless_it_says_otherwise(tmp_path: Path) -> None:
    assert counts_from_1900(workbook(tmp_path / "usual.xlsx", CALENDAR_WINDOWS_1900, 46083))
    assert not counts_from_1900(workbook(tmp_path / "mac.xlsx", CALENDAR_MAC_1904, 46083))


@pytest.mark.parametrize(("said", "usual"), [("1", False), ("true", False), ("0", True), ("false", True)])
def test_it_may_be_said_in_several_ways(tmp_path: Path, said: str, usual: bool) -> None:
    old, new = workbook(tmp_path / "old.xlsx", CALENDAR_WINDOWS_1900, 1), tmp_path / "new.xlsx"
    with ZipFile(old) as before, ZipFile(new, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "xl/workbook.xml":
                assert b"<workbookPr/>" in text
                text = text.replace(b"<workbookPr/>", b'<workbookPr date1904="%b"/>' % said.encode())
            after.writestr(name, text)
    assert counts_from_1900(new) is usual


def test_an_old_workbook_says_so_in_a_record(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    old_workbook.write(path, {(0, 0): "x"})
    assert counts_from_1900(path)
    path.write_bytes(path.read_bytes() + b"\x22\x00\x02\x00\x01\x00")
    assert not counts_from_1900(path)


def test_where_nobody_can_say_it_is_not_certain(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "strange.xlsx", "w") as strange:
        strange.writestr("content.xml", "<office/>")
    assert not counts_from_1900(tmp_path / "strange.xlsx")


@pytest.fixture
def batch(tmp_path: Path):
    made = Batch(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_a_cell_formatted_as_a_date_is_read_rightly_either_way(batch: Batch, epoch: datetime.datetime) -> None:
    workbook(batch.folder / "lines.xlsx", epoch, _DAY)
    found = batch.gather("表格: {明细表: [lines.xlsx]}\n")
    assert batch.rows(found, "SELECT service_on FROM lines") == [(_DAY,)]


def test_a_bare_number_of_a_workbook_that_counts_from_1904_is_kept_aside(batch: Batch) -> None:
    workbook(batch.folder / "lines.xlsx", CALENDAR_MAC_1904, 46083)
    found = batch.gather("表格: {明细表: [lines.xlsx]}\n")
    assert batch.rows(found, "SELECT count(*) FROM lines") == [(0,)]


def test_a_bare_number_of_a_usual_workbook_is_its_day(batch: Batch) -> None:
    workbook(batch.folder / "lines.xlsx", CALENDAR_WINDOWS_1900, 46083)
    found = batch.gather("表格: {明细表: [lines.xlsx]}\n")
    assert batch.rows(found, "SELECT service_on FROM lines") == [(_DAY,)]
