"""Where the values of a document were written, in as little memory as a thousand documents need."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wicheck.model import Location, Path


class Spot(NamedTuple):
    """Where the entries of one object or array stand.

    ``names`` are its keys (or list positions) in the order they were written, those without a value included;
    the place of the n-th is the pair of numbers at ``2 * (start + n)`` of the document's places.
    ``below`` holds the entries that are objects or arrays themselves; None where none is.
    """

    names: Sequence[str | int | None]
    start: int
    below: Mapping[str | int, Spot] | None


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
        for step in path:
            if spot is None or step not in spot.names:
                break
            found = spot.start + spot.names.index(step)
            spot = spot.below.get(step) if spot.below else None
        return Location(self.file, self.places[2 * found], self.places[2 * found + 1])
