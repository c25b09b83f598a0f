"""The topics that several regions share, at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wicheck.model import Pack, PackStatus
from wicheck.site import words
from wicheck.site.markdown import Pen
from wicheck.site.svg import box, figure, shortened, text

if TYPE_CHECKING:
    from wicheck.site.matrix import Row

_ROW = 26
_TOP = 34
_NAMES = 176
_CELL = 92


def matrix_picture(rows: Sequence[Row], regions: Sequence[Pack], pen: Pen) -> Iterator[str]:
    """A box where a region asks: darker, with its figure, where the regions' figures differ."""
    size = (_NAMES + _CELL * len(regions), _TOP + _ROW * len(rows) + 4)
    ordered = sorted(rows, key=lambda row: (not row.differs, -len(row.rules)))
    yield pen.say(words.MATRIX_KEY)
    yield from figure("wi-matrix", pen.plain(words.MATRIX_PICTURE), size, parts(ordered, regions, pen))


def parts(rows: Sequence[Row], regions: Sequence[Pack], pen: Pen) -> Iterator[str]:
    for position, pack in enumerate(regions):
        yield text(_NAMES + _CELL * (position + 0.5), 20, f"{pen.plain(pack.name)}{marks(pack)}", "wi-head", "middle")
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number
        yield text(_NAMES - 8, y + 16, shortened(pen.plain(row.title), 23), "wi-topic", "end")
        for position, pack in enumerate(regions):
            if pack.id in row.rules:
                yield from cell(row, pack, (_NAMES + _CELL * position + 3, y), pen)


def marks(pack: Pack) -> str:
    """† for a draft and ⚠ for a damaged text, where nothing found is not nothing asked."""
    draft = "†" if pack.status is PackStatus.DRAFT else ""
    return f"{draft}⚠" if any(each.damage for each in pack.clauses) else draft


def cell(row: Row, pack: Pack, corner: tuple[float, float], pen: Pen) -> Iterator[str]:
    stated = row.figures.get(pack.id, ())
    name = "wi-differs" if row.differs and stated else "wi-asks"
    yield box(corner, (_CELL - 6, _ROW - 4), f"{name} wi-draft" if pack.status is PackStatus.DRAFT else name)
    said = shortened(pen.listed(pen.plain(each) for each in stated), 12) if stated else "✓"
    yield text(corner[0] + (_CELL - 6) / 2, corner[1] + 16, said, f"{name}-name", "middle")
