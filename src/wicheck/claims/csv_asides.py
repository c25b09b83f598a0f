"""Rows of a CSV file that are records of nothing, left out: empty lines take their place, so that all others keep
their numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from wicheck.claims.asides import Aside, Asides
from wicheck.claims.csv_heads import Head

_WHOLE = 32 << 20
"""Nobody edits a larger table by hand; such a one is looked at near its end only."""
_END = 1 << 14
_LAST_LINES = 8
_WORDS = tuple(word.encode() for word in ("合计", "总计", "小计", "共计", "累计", "otal", "OTAL"))


def without_asides(path: Path, head: Head, to: Path) -> list[Aside]:
    """The rows below ``head`` in ``path``, in UTF-8, that are no records; where there are any, ``to`` lacks them."""
    if not _may_have(path, head):
        return []
    asides = Asides(head.names)
    lines = path.read_bytes().split(b"\n")
    for number, cells in _rows(lines, head):
        if asides.takes(number, cells):
            lines[number - 1] = b""
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
    if any(word in data for word in _WORDS) or empty in data or data.startswith(empty[1:]):
        return True
    asides = Asides(head.names)
    last = data[-_END:].rstrip().split(b"\n")[-_LAST_LINES:]
    return any(asides.takes(number, cells) for number, cells in _rows(last, head._replace(line=0)))


def _rows(lines: list[bytes], head: Head) -> Iterator[tuple[int, list[str]]]:
    """Lines below the header with their numbers. One that begins or ends within quotes is part of a record."""
    within = False
    for number, line in enumerate(lines[head.line :], start=head.line + 1):
        odd = line.count(b'"') % 2 == 1
        if not within and not odd and line.strip():
            yield number, _cells(line.decode("utf-8", "replace").rstrip("\r"), head.delimiter)
        within ^= odd


def _cells(line: str, delimiter: str) -> list[str]:
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return [line]
