"""The XML inside an .xlsx file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import BadZipFile, ZipFile

BROKEN = (BadZipFile, EOFError, ExpatError, LookupError, OSError, RuntimeError, ValueError, zlib.error)
"""What reading a file raises that is damaged, or made in a way of its own."""
_YES = ("1", "true")
_place = re.compile(r"([A-Z]{1,3})([0-9]{1,7})").fullmatch


class Package:
    """The files in a workbook; how their names are capitalized means nothing."""

    def __init__(self, book: ZipFile) -> None:
        self._book = book
        self._names = {name.lower(): name for name in book.namelist()}

    def sheet_file(self, sheet: str) -> str:
        sheets = {each["name"]: each["id"] for each in self.of_workbook("sheet")}
        return self._whole({each["Id"]: each["Target"] for each in self._relations}[sheets[sheet]])

    def file_of(self, kind: str) -> str | None:
        """The file that all sheets share for ``sharedStrings`` or ``styles``; None where the workbook has none."""
        found = (each["Target"] for each in self._relations if each["Type"].endswith(f"/{kind}"))
        return next(map(self._whole, found), None)

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether its days count from 1904 and not from 1900."""
        return any(each.get("date1904", "0") in _YES for each in self.of_workbook("workbookPr"))

    def of_workbook(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each ``tag`` that the workbook has."""
        return self._tags(f"{self._folder}/workbook.xml", tag)

    def open(self, name: str) -> IO[bytes]:
        return self._book.open(self._names[name.lstrip("/").lower()])

    def _whole(self, target: str) -> str:
        return target if target.startswith("/") else f"{self._folder}/{target}"

    @cached_property
    def _relations(self) -> list[dict[str, str]]:
        return self._tags(f"{self._folder}/_rels/workbook.xml.rels", "Relationship")

    @cached_property
    def _folder(self) -> str:
        """Where the workbook itself lies."""
        package = self._tags("_rels/.rels", "Relationship")
        book = next((each["Target"] for each in package if each["Type"].endswith("/officeDocument")), "")
        return book.lstrip("/").rpartition("/")[0]

    def _tags(self, name: str, tag: str) -> list[dict[str, str]]:
        """The attributes of each ``tag`` in a file, whatever stands before their names (``r:id``)."""
        found: list[dict[str, str]] = []

        def begin(name: str, attributes: Mapping[str, str]) -> None:
            if local_name(name) == tag:
                found.append({local_name(name): text for name, text in attributes.items()})

        with self.open(name) as stream:
            parser_of(begin).ParseFile(stream)
        return found


def parser_of(begin: Callable[[str, Mapping[str, str]], None]) -> XMLParserType:
    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    """No spreadsheet program writes one; only there can entities be that blow a small file up."""
    raise ValueError("a document type declaration")


class Places:
    """Where the cells of a sheet stand. A row or cell that does not say its place follows the last one."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A row or a cell begins."""
        if tag == "row":
            self.row, self.column = int(attributes.get("r") or self.row + 1), 0
            return
        self.column += 1
        if place := _place(attributes.get("r", "")):
            self.row, self.column = int(place[2]), column_number(place[1])


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def local_name(name: str) -> str:
    """A name without what stands for its namespace."""
    return name.rpartition(":")[2]
