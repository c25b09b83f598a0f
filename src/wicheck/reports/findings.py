"""The findings of a run, shaped when a writer comes to them and not before.

A thousand dossiers have seventy thousand of them, and most writers need few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from wicheck.model import Finding
from wicheck.reports.shape import Shaper

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData


class Findings(Sequence["FindingData"]):
    """Findings that are shaped anew whenever they are asked for."""

    def __init__(self, findings: Sequence[Finding], shaper: Shaper) -> None:
        self._findings = findings
        self._shaper = shaper

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[FindingData]:
        return map(self._shaper.finding, self._findings)

    @overload
    def __getitem__(self, index: int) -> FindingData: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> FindingData | Findings:
        if isinstance(index, slice):
            return Findings(self._findings[index], self._shaper)
        return self._shaper.finding(self._findings[index])

    def lines(self) -> Iterator[str]:
        """The canonical JSON of each, in order."""
        from wicheck.reports.lines import FindingLines  # most formats have no use for it

        return map(FindingLines(self._shaper).line, self._findings)
