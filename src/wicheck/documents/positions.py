"""Where the values of a document were written, in as little memory as a thousand documents need."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from wicheck.model import Location, Path

PlaceNames: TypeAlias = Sequence[str | int | None]
"""Keys or list positions in the order they were written; None stands for an item without a value."""

Spot: TypeAlias = "tuple[PlaceNames, int, Mapping[str | int, Spot] | None] | WrittenPositions"
"""Where the entries of one object or array stand: ``(names, start, below)``.

The place of the n-th of ``names`` is the pair of numbers at ``2 * (start + n)`` of the document's places. ``below``
holds the entries that are objects or arrays themselves, None where none is. A plain tuple: dozens are made for each
document. What stands in another file has positions of its own.
"""


class WrittenPositions:
    """The places of all entries of one document: of a key in an object, of an item in an array.

    ``places`` holds line and column by turns; the first pair is where the document begins.
    """

    __slots__ = ("file", "places", "root")

    def __init__(self, file: str, places: array[int], root: Spot) -> None:
        self.file = file
        self.places = places
        self.root = root

    def locate(self, path: Path) -> Location:
        """The place of ``path`` (below the kind), or of its nearest ancestor that was written."""
        found = 0
        spot: Spot | None = self.root
        for depth, step in enumerate(path):
            if spot is None:
                break
            if isinstance(spot, WrittenPositions):
                return spot.locate(path[depth:])
            names, start, below = spot
            if step not in names:
                break
            found = start + names.index(step)
            spot = below.get(step) if below else None
        return self.at(self.places[2 * found], self.places[2 * found + 1])

    def at(self, line: int, column: int) -> Location:
        return Location(self.file, line, column)


class TablePositions(WrittenPositions):
    """Those of a list that stands in a table; ``places`` holds row and column, ``sheet`` is None for a CSV file."""

    __slots__ = ("sheet",)

    def __init__(self, file: str, places: array[int], root: Spot, sheet: str | None) -> None:
        super().__init__(file, places, root)
        self.sheet = sheet

    def at(self, line: int, column: int) -> Location:
        return table_location(self.file, self.sheet, line, column)


def table_location(file: str, sheet: str | None, row: int, column: int) -> Location:
    """A cell of a workbook, or a row of a CSV file."""
    if sheet is None:
        return Location(file, row=row)
    from wicheck.tabular.packages import column_letters

    return Location(file, sheet=sheet, cell=f"{column_letters(column)}{row}")
