"""What a number format shows of a number, since that is what a person has seen."""

from __future__ import annotations

import pytest

from wicheck.tabular.cells import Cell, CellKind
from wicheck.tabular.number_formats import BUILT_IN, Shows, shown, shows

_SERIAL = 46086
"""The 5th of March 2026, counted from 1900."""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", Shows.NUMBER),
        ('General"元"', Shows.NUMBER),
        ("0.00", Shows.NUMBER),
        ("000000", Shows.NUMBER),
        ("#,##0.00", Shows.NUMBER),
        ("0.00E+00", Shows.NUMBER),
        ('_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', Shows.NUMBER),
        ("[Red]0", Shows.NUMBER),
        ('0"day"', Shows.NUMBER),
        ("@", Shows.NUMBER),
        ("0%", Shows.SHARE),
        ("0.00%", Shows.SHARE),
        ("yyyy-mm-dd", Shows.DATE),
        ('yyyy"年"m"月"d"日"', Shows.DATE),
        ("[$-804]yyyy年m月d日;@", Shows.DATE),
        ("[$-F800]dddd, mmmm dd, yyyy", Shows.DATE),
        ("d/m/yy", Shows.DATE),
        ("yyyy-mm-dd hh:mm", Shows.DATE_AND_TIME),
        ("yyyy/m/d h:mm AM/PM", Shows.DATE_AND_TIME),
        ("h:mm:ss", Shows.TIME),
        ("[h]:mm", Shows.TIME),
        ("yyyy年m月", Shows.PART_OF_DATE),
        ("m月d日", Shows.PART_OF_DATE),
        ("mmm-yy", Shows.PART_OF_DATE),
        ("yyyy", Shows.PART_OF_DATE),
        (BUILT_IN[14], Shows.DATE),
        (BUILT_IN[17], Shows.PART_OF_DATE),
        (BUILT_IN[22], Shows.DATE_AND_TIME),
        (BUILT_IN[31], Shows.DATE),
        (BUILT_IN[57], Shows.PART_OF_DATE),
    ],
)
def test_a_format_shows_a_number_a_share_or_what_of_a_date(code: str, expected: Shows) -> None:
    assert shows(code) is expected


@pytest.mark.parametrize(
    ("number", "code", "cell"),
    [
        (_SERIAL, "yyyy-mm-dd", Cell("2026-03-05", CellKind.DATE)),
        (_SERIAL, "yyyy-mm-dd hh:mm", Cell("2026-03-05 00:00:00", CellKind.DATE)),
        (_SERIAL + 0.5, "yyyy-mm-dd", Cell("2026-03-05 12:00:00", CellKind.DATE)),
        (_SERIAL, "General", Cell("46086", CellKind.NUMBER)),
        (0.2, "0%", Cell("20%", CellKind.NUMBER)),
        (0.07, "0%", Cell("7%", CellKind.NUMBER)),
        (1, "yyyy-mm-dd", Cell("1900-01-01", CellKind.DATE)),
        (59, "yyyy-mm-dd", Cell("1900-02-28", CellKind.DATE)),
        (61, "yyyy-mm-dd", Cell("1900-03-01", CellKind.DATE)),
        (2958465, "yyyy-mm-dd", Cell("9999-12-31", CellKind.DATE)),
        (2958466, "yyyy-mm-dd", Cell("2958466", CellKind.PART_OF_DATE)),
        (0.5, "h:mm", Cell("12:00:00", CellKind.PART_OF_DATE)),
    ],
)
def test_a_number_as_its_format_shows_it(number: float, code: str, cell: Cell) -> None:
    assert shown(number, code, from_1904=False) == cell


@pytest.mark.parametrize("number", [60, -1, 1e300])
def test_a_day_that_no_calendar_has_is_none(number: float) -> None:
    assert shown(number, "yyyy-mm-dd", from_1904=False).kind is CellKind.PART_OF_DATE


def test_workbooks_that_count_from_1904_mean_other_days() -> None:
    assert shown(0, "yyyy-mm-dd", from_1904=True).text == "1904-01-01"
    assert shown(60, "yyyy-mm-dd", from_1904=True).text == "1904-03-01"
