"""Where a thing stands: one type for YAML files, spreadsheets and tables."""

from __future__ import annotations

from typing import Protocol

from wicheck.model.tuples import NamedTuple

Path = tuple[str | int, ...]
"""Keys and list positions from the kind down: ``("institution", "staff", "roster", 3, "rank")``."""


class Location(NamedTuple):
    """A place a person can open. Lines, columns and rows count from 1.

    YAML has ``line`` and ``column``, a spreadsheet ``sheet`` and ``cell``, a table ``row``.
    A named tuple, not a dataclass: thousands are made while reading.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.file}[{self.sheet}!{self.cell}]"
        if self.row is not None:
            return f"{self.file}#{self.row}"
        parts = [self.file] + [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join(parts)


class Positions(Protocol):
    """Finds where a value of a document was written."""

    def locate(self, path: Path) -> Location:
        """Return the place of ``path`` (below the kind), or of its nearest ancestor that was written."""
        ...


def dotted(path: Path) -> str:
    """``("application", "reviewers", 0, "name")`` as ``application.reviewers[0].name``."""
    text = str(path[0]) if path else ""
    for step in path[1:]:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text
