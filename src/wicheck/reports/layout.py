"""Plain text in columns, for terminals where a Chinese character is two columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from unicodedata import combining, east_asian_width

_OPENING = "（《“‘「『【([{<"
_CLOSING = "，。；：！？、）》”’」』】…％℃)]}>,.;:!?%"
# A number with its unit, a word, or a character of a script without blanks; with the marks that cling to it.
# Only ASCII ranges: ranges of Chinese characters take ten times as long to compile.
_PIECE = re.compile(rf"\s+|[{re.escape(_OPENING)}]*(?:[0-9]+ [^!-~]|[!-~]+|\S)[{re.escape(_CLOSING)}]*")

Column = tuple[str, int]
"""A heading and the most columns its cells may take."""


def columns(text: str) -> int:
    """How many columns ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; no line begins with a closing mark or ends with an opening one.

    A single piece that is wider (a path) is cut where the line ends. Blanks and line ends count as one blank.
    """
    text = " ".join(text.split())
    if columns(text) <= width:
        return [text]
    lines, line, used = [], "", 0
    for piece in _pieces(text, width):
        needed = columns(piece)
        if line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0
        if line or not piece.isspace():
            line += piece
            used += needed
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    for piece in _PIECE.findall(text):
        yield from (piece,) if columns(piece) <= width else _cut(piece, width)


def _cut(piece: str, width: int) -> Iterator[str]:
    start, used = 0, 0
    for position, character in enumerate(piece):
        needed = _columns(character)
        if used + needed > width and position > start:
            yield piece[start:position]
            start, used = position, 0
        used += needed
    yield piece[start:]


def indented(text: str, width: int, indent: int, lead: str = "") -> list[str]:
    """``text`` wrapped into ``width`` columns behind ``indent`` blanks, the first line behind ``lead`` instead."""
    lines = wrap(text, max(width - indent, 20))
    return [pad(lead, indent) + lines[0], *(" " * indent + line for line in lines[1:])]


def table(headings: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Aligned columns two blanks apart; a cell wider than its column may be goes on below."""
    rows = list(rows)
    titles = [title for title, _ in headings]
    widest = [max(map(columns, cells)) for cells in zip(titles, *rows, strict=True)]
    widths = [min(width, most) for width, (_, most) in zip(widest, headings, strict=True)]
    yield _row(titles, widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield from (_row(parts, widths) for parts in zip_longest(*cells, fillvalue=""))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(pad(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()
