"""The XML inside an .xlsx file, for what python-calamine does not tell."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import BadZipFile, ZipFile

BROKEN = (BadZipFile, EOFError, ExpatError, LookupError, OSError, RuntimeError, ValueError, zlib.error)
"""What reading a file raises that is damaged, or made in a way of its own."""


class Package:
    """The files in a workbook; how their names are capitalized means nothing."""

    def __init__(self, book: ZipFile) -> None:
        self._book = book
        self._names = {name.lower(): name for name in book.namelist()}

    def sheet_file(self, sheet: str) -> str:
        sheets = {each["name"]: each["id"] for each in self.of_workbook("sheet")}
        relations = self._tags(f"{self._folder}/_rels/workbook.xml.rels", "Relationship")
        target = {each["Id"]: each["Target"] for each in relations}[sheets[sheet]]
        return target if target.startswith("/") else f"{self._folder}/{target}"

    def of_workbook(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each ``tag`` that the workbook has."""
        return self._tags(f"{self._folder}/workbook.xml", tag)

    def open(self, name: str) -> IO[bytes]:
        return self._book.open(self._names[name.lstrip("/").lower()])

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
    return parser


def local_name(name: str) -> str:
    """A name without what stands for its namespace."""
    return name.rpartition(":")[2]
