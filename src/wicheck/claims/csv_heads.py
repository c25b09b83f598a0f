"""Where the header of a CSV file stands, and what separates its cells."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from wicheck.tabular.text_tables import DELIMITERS

_ROWS = 20
"""Titles may stand above a header, but not whole pages."""

Score = Callable[[Sequence[str]], int]
"""How many of a row's cells are names of columns that we know."""


class Head(NamedTuple):
    """``names`` of the columns as the header has them; ``line`` is its last physical line."""

    names: list[str]
    line: int
    delimiter: str


def find_head(text: str, score: Score) -> Head:
    """The row with most known names among the first of ``text``; without one, its first row by the likeliest sign."""
    heads = [head for delimiter in DELIMITERS for head in _rows(text, delimiter)]
    if not heads:
        return Head([], 1, DELIMITERS[0])
    best = max(heads, key=lambda head: (score(head.names), -head.line, len(head.names)))
    if not score(best.names):
        return max(heads, key=lambda head: (-head.line, len(head.names)))
    double = max(_double(heads), key=lambda head: score(head.names), default=best)
    return double if score(double.names) > score(best.names) else best


def _double(heads: Sequence[Head]) -> Iterator[Head]:
    """Headers of two lines: the upper names stand where the lower line has none, as of cells that were merged."""
    for upper, lower in pairwise(heads):
        if upper.delimiter == lower.delimiter:
            names = [below or above for above, below in zip_longest(upper.names, lower.names, fillvalue="")]
            yield lower._replace(names=names)


def best_row(rows: Sequence[Sequence[str]], score: Score) -> int:
    """The place of the row with most known names, the first of several."""
    return max(range(len(rows)), key=lambda place: (score(rows[place]), -place))


def _rows(text: str, delimiter: str) -> Iterator[Head]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for cells in islice(reader, _ROWS):
            if any(cell.strip() for cell in cells):
                yield Head(_without_empty_end(cells), reader.line_num, delimiter)
    except csv.Error:
        return


def _without_empty_end(cells: list[str]) -> list[str]:
    """A delimiter behind the last name makes no column; the rows below may have it too."""
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells
