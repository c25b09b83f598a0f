"""A CSV file that the database does not read as one record a line: looked at line by line, strictly.

What is a record goes to a new file, with the line it begins on before its cells; every other line is told with what is
wrong with it. A quote that is never closed costs its own line, not those behind it.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

TOO_FEW_COLUMNS = "too_few_columns"
TOO_MANY_COLUMNS = "too_many_columns"
UNTERMINATED_QUOTE = "unterminated_quote"
STRAY_QUOTE = "stray_quote"
NOT_TEXT = "not_text"
TOO_LONG = "too_long"

_MOST_LINES = 100
"""Lines that one cell may have: a note of a doctor, not the rest of a table."""
_LONGEST = 1_000_000
_CHUNK = 1 << 20
_COUNTED = 1 << 18
_EMPTY_AT_END = 4096


class Malformed(NamedTuple):
    """A line that is no record, and why."""

    line: int
    reason: str


class Dialect(NamedTuple):
    """``width`` is the number of columns, ``header_line`` the last line before the first record."""

    delimiter: str
    width: int
    header_line: int


def rewrite(path: Path, to: Path, dialect: Dialect) -> list[Malformed]:
    """Write the records of ``path`` to ``to``; what is none of them, in the order of the file."""
    malformed: list[Malformed] = []
    with path.open("rb") as stream, to.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=dialect.delimiter, lineterminator="\n")
        for found in records(physical_lines(stream), dialect):
            if isinstance(found, Malformed):
                malformed.append(found)
            else:
                writer.writerow(found)
    return malformed


def rewrite_numbered(path: Path, to: Path, dialect: Dialect) -> list[Malformed]:
    """The same of a file that we wrote ourselves: each record stands behind its number, and its quotes are right."""
    malformed: list[Malformed] = []
    with path.open(encoding="utf-8", newline="") as stream, to.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=dialect.delimiter, lineterminator="\n")
        for number, *cells in csv.reader(stream, delimiter=dialect.delimiter):
            fitted = _fitted(cells, dialect)
            if isinstance(fitted, str):
                malformed.append(Malformed(int(number), fitted))
            else:
                writer.writerow([number, *fitted])
    return malformed


def count_lines(path: Path) -> int:
    """Lines of a file, but for empty ones at its end: at most one a record where all is well.

    Of a file with zero bytes, which no text has, less than there are.
    """
    buffer = bytearray(_COUNTED)
    count, tail = 0, b"\n"
    with path.open("rb", buffering=0) as stream:
        while size := stream.readinto(buffer):
            count += buffer.count(b"\n", 0, size)
            if buffer.find(b"\0", 0, size) >= 0:
                return -1
            last = bytes(buffer[max(0, size - _EMPTY_AT_END) : size])
            tail = last if len(last) == _EMPTY_AT_END else (tail + last)[-_EMPTY_AT_END:]
    kept = tail.rstrip(b"\r\n")
    return count + 1 - tail.count(b"\n", len(kept)) if kept else count


def physical_lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Lines as an editor shows them: they end with a line feed, a carriage return, or both."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        if chunk.endswith(b"\r"):
            chunk += stream.read(1)
        lines = (rest + chunk).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        rest = lines.pop()
        yield from lines
    if rest:
        yield rest


def records(lines: Iterable[bytes], dialect: Dialect) -> Iterator[list[str | int] | Malformed]:
    """Each record with the line it begins on before its cells, and each line that is none. Empty lines are neither."""
    numbered = iter(enumerate(lines, start=1))
    ahead: deque[tuple[int, bytes]] = deque()
    while True:
        each = ahead.popleft() if ahead else next(numbered, None)
        if each is None:
            return
        number, line = each
        if number <= dialect.header_line or not line.strip():
            continue
        found, used = _record(line, _following(ahead, numbered), dialect)
        for _ in range(used):
            ahead.popleft()
        yield Malformed(number, found) if isinstance(found, str) else [number, *found]


def _following(ahead: deque[tuple[int, bytes]], numbered: Iterator[tuple[int, bytes]]) -> Iterator[bytes]:
    """The lines behind the present one, kept in ``ahead`` since they may yet be records of their own."""
    for place in range(_MOST_LINES):
        if place == len(ahead):
            each = next(numbered, None)
            if each is None:
                return
            ahead.append(each)
        yield ahead[place][1]


def _record(line: bytes, following: Iterator[bytes], dialect: Dialect) -> tuple[list[str] | str, int]:
    """The cells, or what is wrong, and how many of the following lines belong to it."""
    if len(line) > _LONGEST:
        return TOO_LONG, 0
    if b"\0" in line:
        return NOT_TEXT, 0
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return NOT_TEXT, 0
    cells = _cells(text, dialect) if '"' in text else text.split(dialect.delimiter)
    if cells == UNTERMINATED_QUOTE:
        return _over_lines(text, following, dialect)
    return (cells if isinstance(cells, str) else _fitted(cells, dialect)), 0


def _over_lines(text: str, following: Iterator[bytes], dialect: Dialect) -> tuple[list[str] | str, int]:
    """A cell that goes on in the lines below, unless one of these is a record by itself: then a quote is missing."""
    for used, line in enumerate(following, start=1):
        more = line.decode("utf-8", "replace")
        if more.count(dialect.delimiter) + 1 >= dialect.width > 1:
            break
        text += "\n" + more
        cells = _cells(text, dialect)
        if cells == UNTERMINATED_QUOTE:
            continue
        fitted = cells if isinstance(cells, str) else _fitted(cells, dialect)
        return (UNTERMINATED_QUOTE, 0) if isinstance(fitted, str) or _is_no_text(text) else (fitted, used)
    return UNTERMINATED_QUOTE, 0


def _is_no_text(text: str) -> bool:
    return "\ufffd" in text or "\0" in text


def _cells(text: str, dialect: Dialect) -> list[str] | str:
    try:
        return next(csv.reader([text], delimiter=dialect.delimiter, strict=True))
    except csv.Error as error:
        return UNTERMINATED_QUOTE if "unexpected end" in str(error) else STRAY_QUOTE


def _fitted(cells: list[str], dialect: Dialect) -> list[str] | str:
    """As many cells as there are columns; delimiters too many at the end of a line are no cells."""
    if len(cells) > dialect.width and not any(map(str.strip, cells[dialect.width :])):
        cells = cells[: dialect.width]
    if len(cells) == dialect.width:
        return cells
    return TOO_FEW_COLUMNS if len(cells) < dialect.width else TOO_MANY_COLUMNS
