"""Rows of a CSV file that are records of nothing, left out: empty lines take their place, so that all others keep
their numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

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


def without_asides(path: Path, head: Head, telling: Collection[int], to: Path) -> list[Aside]:
    """The rows below ``head`` in ``path``, in UTF-8, that are no records; where there are any, ``to`` lacks them.

    ``telling``: see ``Asides``. However large the file is, a line of it is in memory.
    """
    if not _may_have(path, head):
        return []
    asides = Asides(head.names, telling)
    with path.open("rb") as stream, to.open("wb") as out:
        header = [stream.readline() for _ in range(head.line)]
        out.writelines(header)
        above = b""
        for number, line, whole in _lines(stream, head.line):
            if whole and (_is_odd(line, head) or line == header[-1]):
                asides.follow(_cells(above, head))
                if asides.takes(number, _cells(line, head)):
                    out.write(b"\n")
                    continue
            above = line if whole else above
            out.write(line)
    if not asides.found:
        to.unlink()
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
    between = head.delimiter.encode()
    empty = (b"\n" + between * 2, b'\n""' + between)
    if _says_total(data) or any(each in data or data.startswith(each[1:]) for each in empty):
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
    return not line.strip(b' \t\r\n"' + head.delimiter.encode()) or bool(_remark(line)) or _says_total(line)


def _lines(stream: BinaryIO, after: int) -> Iterator[tuple[int, bytes, bool]]:
    """The lines that follow with their numbers, and whether each says something and is a row by itself.

    One that begins or ends within quotes is part of a record.
    """
    within = False
    for number, line in enumerate(stream, start=after + 1):
        odd = line.count(b'"') % 2 == 1
        yield number, line, not within and not odd and bool(line.strip())
        within ^= odd


def _cells(line: bytes, head: Head) -> list[str]:
    text = line.decode("utf-8", "replace").rstrip("\r\n")
    if '"' not in text:
        return text.split(head.delimiter)
    try:
        return next(csv.reader([text], delimiter=head.delimiter))
    except csv.Error:
        return [text]
