"""Text that Markdown shows as it is, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

# An underscore within a word is one everywhere: the names of rules stay readable in the source.
_SPECIAL = re.compile(r"[\\`*\[\]|~#!]|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """``text`` on one line, fit for a table's cell: no emphasis, link, HTML or further column comes of it."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()).translate(_ENTITIES))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; the cells are escaped here."""
    yield _row(headings)
    yield _row(["---"] * len(headings), as_it_is=True)
    yield from map(_row, rows)


def _row(cells: Sequence[str], as_it_is: bool = False) -> str:
    return f"| {' | '.join(cells if as_it_is else map(escaped, cells))} |"
