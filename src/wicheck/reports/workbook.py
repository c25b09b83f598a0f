"""A workbook in our looks: headings that stay, filters, widths for Chinese, verdicts in colour, nothing that runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from wicheck.model import Verdict
from wicheck.reports import words
from wicheck.reports.characters import inert
from wicheck.reports.rows import Cell
from wicheck.reports.voice import Voice

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_A4 = 9
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_COLOURS: Mapping[str, tuple[str, str]] = {
    Verdict.PASS: ("#E3F1E3", "#1B5E20"),
    Verdict.FAIL: ("#FBE0DE", "#9C1C12"),
    Verdict.SUSPECT: ("#FFF1D6", "#7A4A00"),
    Verdict.REVIEW: ("#E1ECF9", "#0D47A1"),
    Verdict.UNKNOWN: ("#FFF8CC", "#665200"),
    Verdict.NOT_APPLICABLE: ("#EFEFEF", "#505050"),
    Verdict.ERROR: ("#F3DDF0", "#6A1B5D"),
}


class Book:
    """Writes into the sheets of ``workbook``. What writes rows returns the number of the row below them."""

    def __init__(self, workbook: Workbook, voice: Voice) -> None:
        self._workbook = workbook
        self._voice = voice
        cell = {"valign": "top", "text_wrap": True}
        self._text = workbook.add_format({**cell, "num_format": "@"})
        self._number = workbook.add_format(cell)
        self._money = workbook.add_format({**cell, "num_format": "#,##0.00"})
        self._heading = workbook.add_format({**cell, "bold": True, "bg_color": "#D9E2EC", "bottom": 1})
        self._title = workbook.add_format({"bold": True, "font_size": 14})
        self._line = workbook.add_format({"num_format": "@"})
        self._verdicts = dict(self._painted(cell))
        self._used: set[str] = set()

    def sheet(self, name: str, widths: Iterable[int]) -> Worksheet:
        """A new sheet whose name is as near to ``name`` as Excel allows, and unlike all others.

        ``widths`` are those of its columns; a Chinese character takes two.
        """
        sheet = self._workbook.add_worksheet(self._free_name(name))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def title(self, sheet: Worksheet, row: int, text: str) -> int:
        self._write(sheet, row, 0, text, self._title)
        return row + 1

    def lines(self, sheet: Worksheet, row: int, lines: Iterable[str]) -> int:
        """Lines of text below one another, each as long as it likes."""
        for line in lines:
            self._write(sheet, row, 0, line, self._line)
            row += 1
        return row

    def table(
        self,
        sheet: Worksheet,
        row: int,
        headings: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        money: Collection[int] = (),
    ) -> int:
        """``money`` are the numbers of columns with amounts in yuan."""
        for column, heading in enumerate(headings):
            self._write(sheet, row, column, heading, self._heading)
        for cells in rows:
            row += 1
            for column, cell in enumerate(cells):
                if column in money and isinstance(cell, int | float):
                    sheet.write_number(row, column, cell, self._money)
                else:
                    self._write(sheet, row, column, cell, self._verdicts.get(cell, self._text))
        return row + 1

    def main_table(
        self,
        sheet: Worksheet,
        row: int,
        headings: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        money: Collection[int] = (),
    ) -> int:
        """The table that a sheet is for: its heading stays in sight and on every page, and it can be filtered."""
        end = self.table(sheet, row, headings, rows, money)
        sheet.freeze_panes(row + 1, 0)
        sheet.autofilter(row, 0, end - 1, len(headings) - 1)
        sheet.repeat_rows(row)
        return end

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell, text: Format) -> None:
        if isinstance(cell, str):
            sheet.write_string(row, column, _shortened(inert(cell)), text)
        elif cell is not None:
            sheet.write_number(row, column, cell, self._number)

    def _painted(self, cell: Mapping[str, Any]) -> Iterator[tuple[Cell, Format]]:
        for verdict, (ground, ink) in _COLOURS.items():
            looks = {**cell, "num_format": "@", "bg_color": ground, "font_color": ink}
            yield self._voice.say(words.VERDICTS[verdict]), self._workbook.add_format(looks)

    def _free_name(self, name: str) -> str:
        plain = " ".join(inert(name).translate(_NOT_IN_NAMES).split()) or "-"
        number, found = 1, plain[:_LONGEST_NAME]
        while found.lower() in self._used:
            number += 1
            found = f"{plain[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        self._used.add(found.lower())
        return found


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
