"""Cells of a workbook whose formula failed: python-calamine gives them as empty, as if nobody had filled them in.

Read from the sheet's XML of an .xlsx file, where such a cell has the type ``e``; of the old .xls form nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_CHUNK = 1 << 20
_LONGEST = 1 << 12
"""No error's cell is longer; a formula in it may be."""
_MARK = b't="e"'
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_tag = re.compile(rb"<(?:\w+:)?(?:sheet|Relationship)\b([^>]*)>")
_attribute = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_cell = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<', re.DOTALL)
_place = re.compile(r"([A-Z]{1,3})([0-9]{1,7})").fullmatch


def error_cells(path: Path, sheet: str) -> Mapping[tuple[int, int], str]:
    """What stands in the failed cells of ``sheet`` (``#N/A``), by row and column from 1."""
    try:
        with ZipFile(path) as book:
            name = _part(book, sheet)
            return dict(_found(book, name)) if name else {}
    except (BadZipFile, KeyError, OSError, RuntimeError):  # an .xls file, or one that is protected
        return {}


def _part(book: ZipFile, sheet: str) -> str | None:
    """The file in the workbook that holds the sheet."""
    ids = {each.get("name"): each.get("r:id") for each in _tags(book.read(_BOOK))}
    targets = {each.get("Id"): each.get("Target", "") for each in _tags(book.read(_RELATIONS))}
    target = targets.get(ids.get(sheet) or "", "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}" if target else None


def _tags(xml: bytes) -> Iterator[dict[str, str]]:
    for found in _tag.finditer(xml):
        pairs = _attribute.findall(found[1].decode("utf-8", "replace"))
        yield {name: unescape(value) for name, value in pairs}


def _found(book: ZipFile, name: str) -> Iterator[tuple[tuple[int, int], str]]:
    rest = b""
    with book.open(name) as stream:
        while data := stream.read(_CHUNK):
            xml = rest + data
            end = 0
            for found in _cell.finditer(xml) if _MARK in xml else ():
                end = found.end()
                place = _place(dict(_attribute.findall(found[1].decode("utf-8", "replace"))).get("r", ""))
                if place:
                    yield (int(place[2]), _number(place[1])), unescape(found[2].decode("utf-8", "replace"))
            rest = xml[max(end, len(xml) - _LONGEST) :]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
