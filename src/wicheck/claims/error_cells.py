"""Cells of a workbook whose formula failed, or was never computed: python-calamine gives them as empty, as if nobody
had filled them in.

Of an .xlsx file they are read from the sheet's XML, where the one has the type ``e`` and the other no value. Of an .xls
file we only know whether any failed; every program that writes one computes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from wicheck.tabular.packages import BROKEN, Package, Places, local_name, parser_of

Errors = Mapping[tuple[int, int], str]
"""What stands in cells whose formula failed (``#N/A``), or ``NOT_COMPUTED``, by row and column from 1."""
NOT_COMPUTED = "#BUSY!"
"""Stands for the result of a formula that was never saved, or that the program which wrote it has made up."""
_CHUNK = 1 << 20
_MARKS = (b'"e"', b"'e'")
"""One stands in every sheet with such a cell; to look for them takes a tenth of the time that reading the XML does."""
_formula = re.compile(rb"<(?:\w+:)?f[\s/>]")
_no_result = re.compile(
    rb"(?:</(?:\w+:)?f|<(?:\w+:)?f(?:\s[^<>]*)?/)>\s*(?:<(?:\w+:)?v(?:/>|></(?:\w+:)?v>)\s*)?</(?:\w+:)?c>"
)
_LONGEST_MARK = 512
_YES = ("1", "true")
_old_error = re.compile(
    rb"\x06\x00.{8}\x02.[\x00\x07\x0f\x17\x1d\x24\x2a\x2b].{3}\xff\xff"
    rb"|\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a\x2b]\x01",
    re.DOTALL,
)
"""Records of an .xls file for a formula and for a bare value: kind, length, place, format, then an error's number."""


def error_cells(path: Path, sheet: str) -> Errors | None:
    """These cells of ``sheet``; None where there may be some and nobody can say which."""
    try:
        if not is_zipfile(path):
            return None if _old_error.search(path.read_bytes()) else {}
        with ZipFile(path) as book:
            return _errors(Package(book), sheet)
    except BROKEN:
        return None  # damaged, or made in a way of its own, though python-calamine read it


def _errors(package: Package, sheet: str) -> Errors:
    name = package.sheet_file(sheet)
    made_up = any(each.get("fullCalcOnLoad") in _YES for each in package.of_workbook("calcPr"))
    if not _is_marked(package, name, _formula if made_up else _no_result):
        return {}
    cells = _Cells(made_up)
    with package.open(name) as stream:
        cells.parser.ParseFile(stream)
    return cells.errors


def _is_marked(package: Package, name: str, formula: re.Pattern[bytes]) -> bool:
    rest = b""
    with package.open(name) as stream:
        while data := stream.read(_CHUNK):
            xml = rest + data
            if any(mark in xml for mark in _MARKS) or formula.search(xml):
                return True
            rest = xml[-_LONGEST_MARK:]
    return False


class _Cells:
    """These cells of a sheet while it is read. ``made_up``: no result of a formula counts."""

    def __init__(self, made_up: bool) -> None:
        self.errors: dict[tuple[int, int], str] = {}
        self.parser = parser_of(self._begin)
        self.parser.EndElementHandler = self._end
        self._made_up = made_up
        self._places = Places()
        self._failed = self._computes = self._has_result = False

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local_name(name)
        if tag in ("c", "row"):
            self._places.begin(tag, attributes)
            self._failed, self._computes = attributes.get("t") == "e", False
            self._has_result = attributes.get("t") == "str"  # a text may be empty
        elif tag == "f":
            self._computes = True
        elif tag == "v" and (self._failed or self._computes):
            self.parser.CharacterDataHandler = self._add

    @property
    def _cell(self) -> tuple[int, int]:
        return self._places.row, self._places.column

    def _add(self, text: str) -> None:
        self._has_result = True
        if self._failed:
            self.errors[self._cell] = self.errors.get(self._cell, "") + text

    def _end(self, name: str) -> None:
        tag = local_name(name)
        if tag == "v":
            self.parser.CharacterDataHandler = None
        elif tag == "c" and self._computes and (self._made_up or not self._has_result):
            self.errors.setdefault(self._cell, NOT_COMPUTED)
