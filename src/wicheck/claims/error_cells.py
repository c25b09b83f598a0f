"""Cells of a workbook whose formula failed: python-calamine gives them as empty, as if nobody had filled them in.

Of an .xlsx file they are read from the sheet's XML, where such a cell has the type ``e``. Of an .xls file we only know
whether there are any.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import BadZipFile, ZipFile, is_zipfile

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
            return _Package(book).errors(sheet)
    except (BadZipFile, EOFError, ExpatError, LookupError, OSError, RuntimeError, ValueError, zlib.error):
        return None  # damaged, or made in a way of its own, though python-calamine read it


class _Package:
    """The files in a workbook; how their names are capitalized means nothing."""

    def __init__(self, book: ZipFile) -> None:
        self._book = book
        self._names = {name.lower(): name for name in book.namelist()}

    def errors(self, sheet: str) -> Errors:
        name = self._sheet_file(sheet)
        if not self._is_marked(name):
            return {}
        cells = _Cells()
        with self._open(name) as stream:
            cells.parser.ParseFile(stream)
        return cells.errors

    def _sheet_file(self, sheet: str) -> str:
        package = self._tags("_rels/.rels", "Relationship")
        book = next((each["Target"] for each in package if each["Type"].endswith("/officeDocument")), "")
        folder = book.lstrip("/").rpartition("/")[0]
        sheets = {each["name"]: each["id"] for each in self._tags(f"{folder}/workbook.xml", "sheet")}
        relations = self._tags(f"{folder}/_rels/workbook.xml.rels", "Relationship")
        target = {each["Id"]: each["Target"] for each in relations}[sheets[sheet]]
        return target if target.startswith("/") else f"{folder}/{target}"

    def _tags(self, name: str, tag: str) -> list[dict[str, str]]:
        """The attributes of each ``tag`` in a file, whatever stands before their names (``r:id``)."""
        found: list[dict[str, str]] = []

        def begin(name: str, attributes: Mapping[str, str]) -> None:
            if _local(name) == tag:
                found.append({_local(name): text for name, text in attributes.items()})

        with self._open(name) as stream:
            _parser(begin).ParseFile(stream)
        return found

    def _is_marked(self, name: str) -> bool:
        rest = b""
        with self._open(name) as stream:
            while data := stream.read(_CHUNK):
                xml = rest + data
                if any(mark in xml for mark in _MARKS):
                    return True
                rest = xml[-2:]
        return False

    def _open(self, name: str) -> IO[bytes]:
        return self._book.open(self._names[name.lstrip("/").lower()])


class _Cells:
    """The failed cells of a sheet while it is read. A row or cell that does not say its place follows the last one."""

    def __init__(self) -> None:
        self.errors: dict[tuple[int, int], str] = {}
        self.parser = _parser(self._begin)
        self._row = self._column = 0
        self._cell = 0, 0
        self._failed = False

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = _local(name)
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
            self._column = _number(place[1])
            self._cell = int(place[2]), self._column
        else:
            self._cell = self._row, self._column

    def _add(self, text: str) -> None:
        self.errors[self._cell] = self.errors.get(self._cell, "") + text

    def _end(self, name: str) -> None:
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None


def _parser(begin: Callable[[str, Mapping[str, str]], None]) -> XMLParserType:
    parser = ParserCreate()
    parser.StartElementHandler = begin
    return parser


def _local(name: str) -> str:
    """A name without what stands for its namespace."""
    return name.rpartition(":")[2]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
