"""Rows of a CSV file that are records of nothing, left out: empty lines take their place, so that all others keep
their numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from wicheck.claims.asides import Aside, Asides
from wicheck.claims.csv_heads import Head

_WHOLE = 32 << 20
"""Nobody edits a larger table by hand; such a one is looked at near its end only."""
_END = 1 << 14
_LAST_LINES = 8
_COUNT = "计".encode()
_BEFORE = frozenset(each.encode() for each in "合总小共累")
_ENGLISH = (b"otal", b"OTAL")
_remark = re.compile(rb"[\s\"',;|]*[\xe3-\xef(][^,;|\t]{0,60}(?::|\xef\xbc\x9a|[0-9])").match
"""It begins with a Chinese word, and has a colon or a number behind it: what to look at closer."""


def without_asides(path: Path, head: Head, to: Path) -> list[Aside]:
    """The rows below ``head`` in ``path``, in UTF-8, that are no records; where there are any, ``to`` lacks them."""
    if not _may_have(path, head):
        return []
    asides = Asides(head.names)
    lines = path.read_bytes().split(b"\n")
    above = b""
    for number, line in _rows(lines, head.line):
        if _is_odd(line, head) or line == lines[head.line - 1]:
            asides.follow(_cells(above, head))
            if asides.takes(number, _cells(line, head)):
                lines[number - 1] = b""
                continue
        above = line
    if asides.found:
        to.write_bytes(b"\n".join(lines))
    return asides.found


def _may_have(path: Path, head: Head) -> bool:
    """Cheap: every file is asked."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        for _ in range(head.line):
            stream.readline()
        if size > _WHOLE:
            stream.seek(size - _END)
        data = stream.read()
    empty = b"\n" + head.delimiter.encode() * 2
    if _says_total(data) or empty in data or data.startswith(empty[1:]):
        return True
    last = data[-_END:].rstrip().split(b"\n")[-_LAST_LINES:]
    return any(_is_odd(line, head) for line in last)


def _says_total(data: bytes) -> bool:
    at = data.find(_COUNT)
    while at >= 0:
        if data[at - len(_COUNT) : at] in _BEFORE:
            return True
        at = data.find(_COUNT, at + 1)
    return any(word in data for word in _ENGLISH)


def _is_odd(line: bytes, head: Head) -> bool:
    """Whether a line may be no record."""
    return not line.strip(b" \t\r" + head.delimiter.encode()) or bool(_remark(line)) or _says_total(line)


def _rows(lines: list[bytes], after: int) -> Iterator[tuple[int, bytes]]:
    """Lines below the header with their numbers. One that begins or ends within quotes is part of a record."""
    within = False
    for number, line in enumerate(lines[after:], start=after + 1):
        odd = line.count(b'"') % 2 == 1
        if not within and not odd and line.strip():
            yield number, line
        within ^= odd


def _cells(line: bytes, head: Head) -> list[str]:
    text = line.decode("utf-8", "replace").rstrip("\r")
    if '"' not in text:
        return text.split(head.delimiter)
    try:
        return next(csv.reader([text], delimiter=head.delimiter))
    except csv.Error:
        return [text]
