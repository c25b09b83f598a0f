"""Cells of a workbook whose formula failed: python-calamine gives them as empty, as if nobody had filled them in.

Of an .xlsx file they are read from the sheet's XML, where such a cell has the type ``e``. Of an .xls file we only know
whether there are any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from wicheck.tabular.packages import BROKEN, Package, column_number, local_name, parser_of

Errors = Mapping[tuple[int, int], str]
"""What stands in cells whose formula failed (``#N/A``), by row and column from 1."""
_CHUNK = 1 << 20
_MARKS = (b'"e"', b"'e'")
"""One stands in every sheet with such a cell; to look for them takes a tenth of the time that reading the XML does."""
_old_error = re.compile(
    rb"\x06\x00.{8}\x02.[\x00\x07\x0f\x17\x1d\x24\x2a\x2b].{3}\xff\xff"
    rb"|\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a\x2b]\x01",
    re.DOTALL,
)
"""Records of an .xls file for a formula and for a bare value: kind, length, place, format, then an error's number."""
_place = re.compile(r"([A-Z]{1,3})([0-9]{1,7})").fullmatch


def error_cells(path: Path, sheet: str) -> Errors | None:
    """The failed cells of ``sheet``; None where there may be some and nobody can say which."""
    try:
        if not is_zipfile(path):
            return None if _old_error.search(path.read_bytes()) else {}
        with ZipFile(path) as book:
            return _errors(Package(book), sheet)
    except BROKEN:
        return None  # damaged, or made in a way of its own, though python-calamine read it


def _errors(package: Package, sheet: str) -> Errors:
    name = package.sheet_file(sheet)
    if not _is_marked(package, name):
        return {}
    cells = _Cells()
    with package.open(name) as stream:
        cells.parser.ParseFile(stream)
    return cells.errors


def _is_marked(package: Package, name: str) -> bool:
    rest = b""
    with package.open(name) as stream:
        while data := stream.read(_CHUNK):
            xml = rest + data
            if any(mark in xml for mark in _MARKS):
                return True
            rest = xml[-2:]
    return False


class _Cells:
    """The failed cells of a sheet while it is read. A row or cell that does not say its place follows the last one."""

    def __init__(self) -> None:
        self.errors: dict[tuple[int, int], str] = {}
        self.parser = parser_of(self._begin)
        self._row = self._column = 0
        self._cell = 0, 0
        self._failed = False

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local_name(name)
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "row":
            self._row, self._column = int(attributes.get("r") or self._row + 1), 0
        elif tag == "v" and self._failed:
            self.parser.CharacterDataHandler = self._add
            self.parser.EndElementHandler = self._end

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        self._failed = attributes.get("t") == "e"
        if place := _place(attributes.get("r", "")):
            self._column = column_number(place[1])
            self._cell = int(place[2]), self._column
        else:
            self._cell = self._row, self._column

    def _add(self, text: str) -> None:
        self.errors[self._cell] = self.errors.get(self._cell, "") + text

    def _end(self, name: str) -> None:
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
