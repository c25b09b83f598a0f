"""What the canonical pass gathers beside the values: places, references, faults."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any, TypeAlias

from wicheck.documents.beside import Beside
from wicheck.documents.faults import Fault
from wicheck.documents.positions import Spot
from wicheck.errors import InputError
from wicheck.model import Location
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Node


class Reference(NamedTuple):
    """A text that is the id of another document, and where it was written."""

    kind: str
    id: str
    location: Location


class Attached(NamedTuple):
    """A text that is the path of a file, relative to the document's own, and where it was written."""

    path: str
    location: Location


class Notes:
    """One document's notes. ``spot`` is how an object or array hands its places to what encloses it.

    ``beside`` is where its lists may name tables, None where they may not.
    """

    __slots__ = ("beside", "errors", "file", "files", "places", "references", "spot")

    def __init__(self, file: str, beside: Beside | None = None) -> None:
        self.file = file
        self.beside = beside
        self.places: array[int] = array("I")
        self.references: list[Reference] = []
        self.files: list[Attached] = []
        self.errors: list[InputError] = []
        self.spot: Spot | None = None

    def fault(self, node: Node, fault: Fault) -> Any:
        """Remember something a person must mend at ``node``; returns None, all that remains of its value."""
        self.fault_at((node.line, node.column), fault)

    def fault_at(self, place: tuple[int, int], fault: Fault) -> None:
        """Remember it at ``place``. The pass goes on, so that one run shows every fault."""
        message, hint = fault
        self.errors.append(InputError(message, self.at(*place), hint))

    def at(self, line: int, column: int) -> Location:
        return Location(self.file, line, column)


Convert: TypeAlias = Callable[[Node, Notes], Any]
"""Turns a node into its canonical value; None where nothing was given, or where it noted a fault."""
