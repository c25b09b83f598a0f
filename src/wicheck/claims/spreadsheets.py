"""Sheets of a workbook as text: what a person sees in a cell, with the row it stands in."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from wicheck.claims.asides import Aside, Asides
from wicheck.claims.error_cells import Errors
from wicheck.claims.number_shows import LOST, Shown, as_code, as_day
from wicheck.errors import InputError
from wicheck.model import Location, Text
from wicheck.tabular.cells import number_text

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Workbook: TypeAlias = "CalamineWorkbook"
T = TypeVar("T")
_IN_TIME = (date, time, timedelta)
_LINE_END = re.compile("\r\n?")


def open_workbook(path: Path, shown: str) -> CalamineWorkbook:
    """Raises InputError where the file is none, or python-calamine is not installed."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise _not_installed(shown) from None
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable(shown) from error


def first_rows(workbook: CalamineWorkbook, sheet: str, count: int, shown: str) -> list[list[str]]:
    """What is merged over several is in each: so headers of two lines have all their names in the lower one.

    Raises InputError where python-calamine cannot read the sheet.
    """
    from python_calamine import CalamineError

    rows: list[list[str]] = []
    try:
        read = workbook.get_sheet_by_name(sheet)
        merged = _Merged(read)
        for number, cells in islice(_rows(read), count):
            merged.fill(number, cells)
            rows.append(cells)
    except CalamineError as error:
        raise _unreadable_sheet(sheet, str(error), shown) from error
    except OverflowError:
        raise too_many_hours(sheet, shown) from None
    return rows


class Below(NamedTuple):
    """The rows of ``sheet`` below row ``after``, where the ``header`` stands; ``errors`` are in cells that seem empty.

    ``telling`` are the places of columns that tell what a row is: cells merged over several rows say the same of each.
    ``codes`` are those of columns of codes, ``days`` of days, where numbers show as ``shown`` says.
    """

    sheet: str
    after: int
    header: Sequence[str]
    errors: Errors = MappingProxyType({})
    telling: Collection[int] = ()
    codes: Collection[int] = ()
    days: Collection[int] = ()
    shown: Shown = MappingProxyType({})


def write_csv(workbook: CalamineWorkbook, below: Below, to: Path) -> list[Aside]:
    """Rows that are records, each behind its number, more cells than the header has where these are filled. No cell
    has a return, which would end a line.

    What is returned are the others, but for empty ones. Raises OverflowError where a number is formatted as hours, and
    is too many.
    """
    sheet = workbook.get_sheet_by_name(below.sheet)  # once: each time it is read anew, which takes longest of all
    failed, shown = _by_row(sheet, below.errors), _by_row(sheet, below.shown)
    merged = _Merged(sheet, below.after, below.telling)
    asides = Asides(below.header, below.telling)
    with to.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for number, cells in _with(failed, _rows(sheet, below.codes)):
            for place, how in shown.get(number, {}).items():
                cells[place] = _as_shown(cells[place], how, place in below.codes, place in below.days)
            says_something = any(cells)
            merged.fill(number, cells)
            if number > below.after and says_something and not asides.takes(number, cells):
                writer.writerow((number, *_fitted(cells, len(below.header))))
    return asides.found


def _as_shown(text: str, how: int, code: bool, day: bool) -> str:
    if not text or not (code or day):
        return text
    return as_code(text, how) if code else as_day(text, how)


class _Merged:
    """Cells merged over several rows below row ``after``, in columns at the places ``of``, all where None.

    Only the first of these rows has their text, and a person reads it in each.
    """

    def __init__(self, sheet: CalamineSheet, after: int = 0, of: Collection[int] | None = None) -> None:
        first = (sheet.start or (0, 0))[1]
        self._beginning: dict[int, list[tuple[int, int]]] = {}
        self._texts: dict[int, tuple[int, str]] = {}
        for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
            if top >= after and bottom > top and (of is None or left - first in of):
                self._beginning.setdefault(top + 1, []).append((left - first, bottom + 1))

    def fill(self, number: int, cells: list[str]) -> None:
        """Put into row ``number`` what was merged over it."""
        for place, last in self._beginning.get(number, ()):
            self._texts[place] = last, cells[place]
        for place, (last, text) in self._texts.items():
            if number <= last and not cells[place]:
                cells[place] = text


def _with(
    failed: Mapping[int, dict[int, str]], rows: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """``rows`` with the ``failed`` cells in them, and below them those that seem to be none."""
    last = 0
    for last, cells in rows:
        yield last, _filled(cells, failed.get(last, {}))
    yield from ((number, _filled([], texts)) for number, texts in sorted(failed.items()) if number > last)


def _filled(cells: list[str], texts: Mapping[int, str]) -> list[str]:
    cells += [""] * (max(texts, default=0) + 1 - len(cells))
    for place, text in texts.items():
        cells[place] = text
    return cells


def _by_row(sheet: CalamineSheet, cells: Mapping[tuple[int, int], T]) -> dict[int, dict[int, T]]:
    """What is told of ``cells``, by row and place in it. Left of all columns there is none."""
    first = (sheet.start or (0, 0))[1] + 1
    found: dict[int, dict[int, T]] = {}
    for (row, column), told in cells.items():
        if column >= first:
            found.setdefault(row, {})[column - first] = told
    return found


def _fitted(cells: list[str], width: int) -> list[str]:
    """Empty cells to the right of a table belong to none of its columns."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    return [_LINE_END.sub("\n", cell) if "\r" in cell else cell for cell in cells] + [""] * (width - len(cells))


def _rows(sheet: CalamineSheet, codes: Collection[int] = ()) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers, without empty columns left of the first that is used. A day is none of ``codes``."""
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [cell_text(cell) for cell in cells]
        for place in codes:
            if isinstance(cells[place], _IN_TIME):
                texts[place] = LOST
        yield number, texts


def cell_text(cell: Any) -> str:
    """What a cell holds, as text. A number beyond 15 digits is written so that its loss shows."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (int, float)):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell) if isinstance(cell, timedelta) else str(cell or "")


def _not_installed(shown: str) -> InputError:
    return InputError(
        Text("读 Excel 文件需要 python-calamine", "Excel files need python-calamine"),
        Location(shown),
        Text(
            '请运行 pip install "wicheck[billing]"，或另存为 CSV', 'pip install "wicheck[billing]", or save it as CSV'
        ),
    )


def _unreadable(shown: str) -> InputError:
    return InputError(
        Text(
            "不是能读的 Excel 文件（可能加了密码或已损坏）",
            "no Excel file that can be read; perhaps protected or damaged",
        ),
        Location(shown),
        Text("请在 Excel 里去掉密码，另存为 .xlsx 或 CSV", "take the password off and save it as .xlsx or CSV"),
    )


def too_many_hours(sheet: str, shown: str) -> InputError:
    """What reading a row raises as an OverflowError: a number that is formatted as hours, and is too many."""
    return InputError(
        Text(
            f"工作表“{sheet}”里有设成时间格式的数字，大得不是任何时间",
            f'in the sheet "{sheet}" a number is formatted as a time, and is too large for one',
        ),
        Location(shown),
        Text(
            "请在 Excel 里找到显示为 #### 的格，把那一列设为“文本”格式，照原件重新输入",
            "find the cells that show ####, format their column as text and type them again",
        ),
    )


def _unreadable_sheet(sheet: str, words: str, shown: str) -> InputError:
    """Damaged, or with the error of a formula that python-calamine does not know."""
    return InputError(
        Text(f"工作表“{sheet}”读不出来：{words}", f'the sheet "{sheet}" cannot be read: {words}'),
        Location(shown),
        Text(
            "请用 Excel 或 WPS 打开，改正出错的公式（#SPILL! 等），重新保存，或另存为 CSV",
            "open it, mend formulas that fail (#SPILL!), and save it again, or as CSV",
        ),
    )
