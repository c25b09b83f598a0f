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
    """``names`` of the columns as the header has them; ``line`` is its last physical line.

    ``spare`` counts the delimiters behind the last name: they make no column, and the rows below may have them too.
    """

    names: list[str]
    line: int
    delimiter: str
    spare: int = 0


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
            yield lower._replace(names=names, spare=max(0, len(lower.names) + lower.spare - len(names)))


def rows_above(text: str, head: Head) -> Iterator[tuple[int, list[str]]]:
    """The rows before the one that ends on the header's line, with the last line of each."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=head.delimiter)
    for cells in reader:
        if reader.line_num >= head.line:
            return
        yield reader.line_num, cells


def best_row(rows: Sequence[Sequence[str]], score: Score) -> int:
    """The place of the row with most known names, the first of several."""
    return max(range(len(rows)), key=lambda place: (score(rows[place]), -place))


def _rows(text: str, delimiter: str) -> Iterator[Head]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for cells in islice(reader, _ROWS):
            if any(cell.strip() for cell in cells):
                names = without_empty_end(cells)
                yield Head(names, reader.line_num, delimiter, len(cells) - len(names))
    except csv.Error:
        return


def without_empty_end(cells: Sequence[str]) -> list[str]:
    """What stands behind the last name makes no column."""
    named = [place for place, cell in enumerate(cells, start=1) if cell.strip()]
    return list(cells[: max(named, default=0)])
