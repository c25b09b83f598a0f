"""A CSV file read for keeps: whatever does not fit is an error, since nobody sees a cell that went missing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from wicheck.tabular.cells import Cell, Grid
from wicheck.tabular.encodings import Encoding, encoding_in

DELIMITERS = (",", "\t", ";", "|")


class NoTextError(ValueError):
    """The bytes are no text in any encoding that is known."""


class BrokenRowError(ValueError):
    """The row that begins on line ``row`` is no row: quotes that do not close, or more cells than the first one."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def read_text(data: bytes) -> str:
    """UTF-8, GB18030 or UTF-16 as text. Raises NoTextError where any of it is none."""
    encoding = encoding_in(BytesIO(data))
    name = "utf-8-sig" if encoding is Encoding.ASCII else encoding.value
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        raise NoTextError from None
    if "\0" in text:
        raise NoTextError
    return text


def read_text_table(text: str, delimiter: str) -> Grid:
    """The rows that hold something, each by the line it begins on. Raises BrokenRowError."""
    rows: dict[int, dict[int, Cell]] = {}
    width = 0
    for line, texts in _records(text, delimiter):
        cells = {column: Cell(each) for column, each in enumerate(texts, start=1) if each.strip()}
        if not cells:
            continue
        width = width or len(texts)
        if len(texts) > width:
            raise BrokenRowError(line)
        rows[line] = cells
    return Grid(None, rows)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            texts = next(reader, None)
        except csv.Error:
            raise BrokenRowError(line) from None
        if texts is None:
            return
        yield line, texts
        line = reader.line_num + 1
