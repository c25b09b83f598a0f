"""A workbook read for keeps: every cell with what it was taken for, and all that could make an entry go missing.

For short tables that people keep by hand. Read with the standard library alone, since faster readers do not tell what
matters here: number formats, merged and hidden cells, formulas without a result.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from wicheck.model.tuples import NamedTuple
from wicheck.tabular.cells import Cell, CellKind, Grid
from wicheck.tabular.number_formats import GENERAL, shown
from wicheck.tabular.packages import BROKEN, Package, column_number
from wicheck.tabular.workbook_parts import cell_formats, decoded, parse, shared_texts

_place = re.compile(r"([A-Z]{1,3})([0-9]{1,7})").fullmatch
_ROWS, _COLUMNS = 1 << 20, 1 << 14
"""No sheet has more."""
_SIZES = 10
"""So much larger than the file its unpacked parts may be together."""


class NoWorkbookError(ValueError):
    """The file is no workbook that can be read: protected, damaged, or something else."""


class TooLargeError(ValueError):
    """The file unpacks to more, or has more cells, than was allowed."""


def read_workbook(data: bytes, max_bytes: int, max_cells: int) -> list[Grid]:
    """All sheets in order, those with nothing in them too. ``max_bytes`` is that of the file itself.

    Raises NoWorkbookError and TooLargeError.
    """
    try:
        with ZipFile(BytesIO(data)) as book:
            if sum(part.file_size for part in book.infolist()) > max_bytes * _SIZES:
                raise TooLargeError
            return list(_Reading(Package(book), max_cells).sheets())
    except TooLargeError:
        raise
    except BROKEN as error:
        raise NoWorkbookError from error


class _Shared(NamedTuple):
    """What the sheets of a workbook share. Where it is not ``computed``, results of formulas may be made up."""

    texts: list[str]
    formats: list[str]
    from_1904: bool
    computed: bool


class _Reading:
    def __init__(self, package: Package, max_cells: int) -> None:
        self._package = package
        self._left = max_cells
        computed = not any(_is_true(each.get("fullCalcOnLoad")) for each in package.of_workbook("calcPr"))
        self._shared = _Shared(shared_texts(package), cell_formats(package), package.counts_from_1904, computed)

    def sheets(self) -> Iterator[Grid]:
        for each in self._package.of_workbook("sheet"):
            cells = _Cells(self._shared, self._left)
            parse(self._package, self._package.sheet_file(each["name"]), cells.begin, cells.end, cells.add)
            self._left -= cells.count
            hidden = cells.hides or each.get("state", "visible") != "visible"
            yield Grid(each["name"], cells.rows, tuple(cells.merged), hidden)


class _Cells:
    """The cells of a sheet while it is read. A row or cell that does not say its place follows the last one."""

    def __init__(self, shared: _Shared, most: int) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[tuple[int, int]] = []
        self.hides = False
        self.count = 0
        self._shared = shared
        self._most = most
        self._row = self._column = 0
        self._last = 0, 0
        self._hidden_row = False
        self._hidden_columns: set[int] = set()
        self._attributes: Mapping[str, str] = {}
        self._value: list[str] = []
        self._has_value = self._has_formula = self._reads = self._spoken = False

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._reads = tag in ("v", "t") and not self._spoken
        self._has_value |= self._reads
        match tag:
            case "row":
                self._row, self._column = int(attributes.get("r") or self._row + 1), 0
                self._hidden_row = _is_true(attributes.get("hidden"))
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._has_formula = True
            case "rPh":
                self._spoken = True
            case "col" if _is_true(attributes.get("hidden")):
                self._hide(int(attributes["min"]), int(attributes["max"]))
            case "mergeCell":
                self.merged.append(_first_of(attributes["ref"]))

    def add(self, text: str) -> None:
        if self._reads:
            self._value.append(text)

    def end(self, tag: str) -> None:
        self._reads = False
        if tag == "rPh":
            self._spoken = False
        elif tag == "c":
            self._end_cell()

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if place := _place(attributes.get("r", "")):
            self._column = column_number(place[1])
            self._row = int(place[2])
        self._attributes, self._value = attributes, []
        self._has_value = self._has_formula = False

    def _hide(self, first: int, last: int) -> None:
        if first <= max(self._hidden_columns, default=0) or last > _COLUMNS:
            raise ValueError("columns out of order, or more than any sheet has")
        self._hidden_columns.update(range(first, last + 1))

    def _end_cell(self) -> None:
        cell = self._cell("".join(self._value))
        if cell is None or (cell.kind is CellKind.TEXT and not cell.text.strip()):
            return
        place = self._row, self._column
        if not self._last < place or self._row > _ROWS or self._column > _COLUMNS:
            raise ValueError("cells out of order, one twice, or one that no sheet has")
        self._last = place
        self.count += 1
        if self.count > self._most:
            raise TooLargeError
        self.rows.setdefault(self._row, {})[self._column] = cell
        self.hides |= self._hidden_row or self._column in self._hidden_columns

    def _cell(self, value: str) -> Cell | None:
        kind = self._attributes.get("t", "n")
        if kind == "e":
            return Cell(value, CellKind.FAILED)
        made_up = self._has_formula and not self._shared.computed
        if made_up or not (value or (self._has_value and kind == "str")):  # a formula's result may be no text at all
            return self._nothing()
        return self._filled(kind, value)

    def _filled(self, kind: str, value: str) -> Cell:
        match kind:
            case "s":
                return Cell(self._shared.texts[_index(value)])
            case "str" | "inlineStr":
                return Cell(decoded(value))
            case "b":
                return Cell("true" if _is_true(value) else "false")
            case "d":
                return Cell(value.replace("T", " ").removesuffix(" 00:00:00"), CellKind.DATE)
            case "n":
                return self._number(value)
        raise ValueError("a type of cell that nobody knows")

    def _nothing(self) -> Cell | None:
        return Cell("", CellKind.NOT_COMPUTED) if self._has_formula else None

    def _number(self, value: str) -> Cell:
        number = float(value)
        if not math.isfinite(number):
            raise ValueError("no number")
        formats = self._shared.formats
        code = formats[_index(self._attributes.get("s", "0"))] if formats else GENERAL
        return shown(number, code, self._shared.from_1904)


def _index(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError("a number of what is not there")
    return number


def _first_of(ref: str) -> tuple[int, int]:
    place = _place(ref.partition(":")[0])
    if place is None:
        raise ValueError("merged cells that do not say where")
    return int(place[2]), column_number(place[1])


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")
