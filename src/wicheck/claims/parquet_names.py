"""The column names of a Parquet file, read from its end: the parent process has no engine to ask.

The end holds a structure in Thrift's compact form, of which only the schema elements' names matter: its second field
is the list of them, in each of which field 4 is the name and field 5 the number of children.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

MARK = b"PAR1"
_SCHEMA, _NAME, _CHILDREN = 2, 4, 5
_STOP, _TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 0, 1, 2, 3, 7, 8, 9, 10, 12
_LONGEST = 64 << 20


def parquet_names(path: Path) -> list[str]:
    """The columns of ``path``. Raises ValueError where it is no Parquet file that can be read."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        if size < 12:
            raise ValueError("too short")
        stream.seek(-8, 2)
        length, mark = int.from_bytes(stream.read(4), "little"), stream.read(4)
        if mark != MARK or not 0 < length <= min(size - 8, _LONGEST):
            raise ValueError("no Parquet at its end")
        stream.seek(-8 - length, 2)
        footer = stream.read(length)
    try:
        elements = _Compact(footer).struct(until=_SCHEMA)[_SCHEMA]
        return _top(elements)
    except (IndexError, KeyError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("its schema cannot be read") from error


def _top(elements: list[dict[int, Any]]) -> list[str]:
    """The names of the root's children: an element is followed by its children, and theirs."""
    names, place = [], 1
    while place < len(elements):
        names.append(elements[place][_NAME].decode("utf-8"))
        pending = 1
        while pending:
            pending += elements[place].get(_CHILDREN, 0) - 1
            place += 1
    return names


class _Compact:
    """Values of Thrift's compact form, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def struct(self, until: int | None = None) -> dict[int, Any]:
        """Fields by their ids; those behind ``until`` are not looked at."""
        fields: dict[int, Any] = {}
        last = 0
        while (head := self._byte()) != _STOP:
            last = last + (head >> 4) if head >> 4 else self._zigzag()
            fields[last] = self._value(head & 15)
            if last == until:
                break
        return fields

    def _value(self, kind: int) -> Any:
        if kind in (_TRUE, _FALSE):
            return kind == _TRUE
        if kind in self._kinds:
            return self._kinds[kind]()
        return self._zigzag()

    @cached_property
    def _kinds(self) -> Mapping[int, Callable[[], Any]]:
        """What is no whole number. Maps do not stand before the names."""
        return {
            _BYTE: self._byte,
            _DOUBLE: lambda: self._bytes(8),
            _BINARY: lambda: self._bytes(self._varint()),
            _LIST: self._list,
            _SET: self._list,
            _STRUCT: self.struct,
        }

    def _list(self) -> list[Any]:
        head = self._byte()
        count = head >> 4 if head >> 4 < 15 else self._varint()
        kind = head & 15
        return [self._byte() == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind) for _ in range(count)]

    def _bytes(self, count: int) -> bytes:
        found = self._data[self._place : self._place + count]
        if len(found) < count:
            raise IndexError(count)
        self._place += count
        return found

    def _byte(self) -> int:
        return self._bytes(1)[0]

    def _varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def _zigzag(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)
