"""A cell of a table: what it holds, as text, and what the program that wrote it took it for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, auto

from wicheck.model.tuples import NamedTuple

DIGITS = 15
"""A spreadsheet's number keeps no more; of a longer one the rest are zeros that nobody typed."""


class CellKind(Enum):
    """What a cell holds. All cells of a CSV file are texts.

    ``PART_OF_DATE``: a date that does not show its year, month and day, so nobody typed all three. ``FAILED``: the
    error of a formula. ``NOT_COMPUTED``: a formula whose result was never saved.
    """

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    PART_OF_DATE = auto()
    FAILED = auto()
    NOT_COMPUTED = auto()


class Cell(NamedTuple):
    text: str
    kind: CellKind = CellKind.TEXT


Rows = Mapping[int, Mapping[int, Cell]]
"""The cells that hold something, by row and by column, both from 1 and in order."""


class Grid(NamedTuple):
    """A sheet, or a CSV file, which has no ``name``.

    ``merged`` are the first cells (row, column) of those that were merged; ``hidden`` says that some of what is here
    does not show on the screen.
    """

    name: str | None
    rows: Rows
    merged: tuple[tuple[int, int], ...] = ()
    hidden: bool = False


def number_text(number: float) -> str:
    """What a number of a spreadsheet shows in full. One beyond 15 digits is written so that its loss shows."""
    if abs(number) >= 10**DIGITS:
        return f"{number:.{DIGITS - 1}E}"
    if number == int(number):
        return str(int(number))
    return f"{Decimal(f'{number:.{DIGITS}g}'):f}"
