"""A workbook in the old form (.xls, BIFF8 in an OLE file), as small as it can be."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

Cell = str | float | bytes
"""A text, a number, or the result of a formula: eight bytes that stand for a number, or for an error."""
_SECTOR = 512
_END, _IS_TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_LEAST_STREAM = 4096
NOT_AVAILABLE = b"\x02\x00\x2a\x00\x00\x00\xff\xff"
"""A formula came to #N/A."""


def write(path: Path, cells: Mapping[tuple[int, int], Cell]) -> None:
    """One sheet called Sheet1; rows and columns count from 0."""
    path.write_bytes(_ole("Workbook", _book(cells)))


def _book(cells: Mapping[tuple[int, int], Cell]) -> bytes:
    def begun(kind: int) -> bytes:
        return _record(0x0809, struct.pack("<4H", 0x0600, kind, 0, 0))

    end, name = _record(0x000A, b""), b"\x06\0Sheet1"
    top = len(begun(5)) + len(_record(0x0085, bytes(6) + name)) + len(end)
    sheet = b"".join(_cell(*place, cell) for place, cell in sorted(cells.items()))
    return begun(5) + _record(0x0085, struct.pack("<IH", top, 0) + name) + end + begun(0x10) + sheet + end


def _cell(row: int, column: int, cell: Cell) -> bytes:
    place = struct.pack("<3H", row, column, 0)
    if isinstance(cell, str):
        return _record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
    if isinstance(cell, bytes):
        return _record(0x0006, place + cell + bytes(6) + struct.pack("<H", 0))
    return _record(0x0203, place + struct.pack("<d", cell))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<2H", kind, len(data)) + data


def _ole(name: str, stream: bytes) -> bytes:
    """Sector 0 tells which follows which, 1 is the folder, the stream begins at 2."""
    stream = stream.ljust(_LEAST_STREAM, b"\0")
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    table = [_IS_TABLE, _END, *range(3, 2 + count), _END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, _LEAST_STREAM, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream)) + bytes(2 * 128)
    return header + struct.pack("<128I", *table, *[_FREE] * (128 - len(table))) + folder + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    entry = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, _FREE, _FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
