"""Findings that other processes hold, fetched when a writer comes to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from wicheck.model.tuples import NamedTuple
from wicheck.reports.data import FindingData

_AT_ONCE = 500


class LinesOf(NamedTuple):
    """A wish for the lines of canonical JSON of a slice of the findings, in place of the findings."""

    findings: slice


Ask = Callable[[slice | LinesOf], list[Any]]
"""Fetches a slice of what a process holds: findings, or their lines."""


class Stretch(NamedTuple):
    """Neighbouring findings of one process: ``ask`` fetches any slice of all that it holds."""

    ask: Ask
    start: int
    end: int

    def cut(self, start: int, end: int) -> Stretch:
        return Stretch(self.ask, self.start + start, min(self.start + end, self.end))

    def __len__(self) -> int:
        return self.end - self.start


class DistantFindings(Sequence[FindingData]):
    """A sequence made of stretches; holds none of the findings itself."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self._length = sum(map(len, stretches))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[FindingData]:
        for ask, some in self._slices():
            yield from ask(some)

    def lines(self) -> Iterator[str]:
        """The findings as canonical JSON, which each process makes of its own."""
        for ask, some in self._slices():
            yield from ask(LinesOf(some))

    def _slices(self) -> Iterator[tuple[Ask, slice]]:
        for stretch in self._stretches:
            for start in range(stretch.start, stretch.end, _AT_ONCE):
                yield stretch.ask, slice(start, min(start + _AT_ONCE, stretch.end))

    @overload
    def __getitem__(self, index: int) -> FindingData: ...
    @overload
    def __getitem__(self, index: slice) -> DistantFindings: ...
    def __getitem__(self, index: int | slice) -> FindingData | DistantFindings:
        if isinstance(index, slice):
            start, end, _ = index.indices(self._length)
            return DistantFindings(list(self._cut(start, end)))
        position = range(self._length)[index]
        return next(iter(self[position : position + 1]))

    def _cut(self, start: int, end: int) -> Iterator[Stretch]:
        passed = 0
        for stretch in self._stretches:
            low, high = max(start - passed, 0), end - passed
            if low < len(stretch) and high > low:
                yield stretch.cut(low, high)
            passed += len(stretch)
