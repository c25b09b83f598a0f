"""Rows of a table that are records of nothing: empty ones, totals, the header once more, a line about who made it.

People add them for people. Counted as a claim a total is a charge of its own, and an empty row lacks everything. Only
what is certainly none is taken for one, and every one but an empty row is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from wicheck.claims.error_cells import NOT_COMPUTED
from wicheck.tabular.asides import is_remark, is_total, plain


class Kind(StrEnum):
    """What a row is that is no record."""

    EMPTY = "empty"
    TOTAL = "total"
    HEADER = "header"
    REMARK = "remark"


class Aside(NamedTuple):
    """A row that is no record, and where it stands."""

    row: int
    kind: Kind


_TOTALS = ("计", "otal", "OTAL")
"""A total says one of these: most rows are not looked at any closer."""
_number = re.compile(r"[-+]?¥?[-+]?[0-9][0-9,]*(?:\.[0-9]*)?%?元?").fullmatch


class Asides:
    """Finds them among the rows below a header. A row is looked at beside the record above it.

    ``telling`` are the places of columns that tell what a record is (its numbers, codes, days and names): where a code
    is, a number is no sum.
    """

    def __init__(self, header: Sequence[str], telling: Collection[int]) -> None:
        self.found: list[Aside] = []
        self._header = _filled(header)
        self._telling = telling
        self._above: Sequence[str] = ()

    def follow(self, cells: Sequence[str]) -> None:
        """Take ``cells`` for the record above the next row."""
        self._above = cells

    def takes(self, row: int, cells: Sequence[str]) -> bool:
        """Whether ``cells`` are no record; every other row is remembered as the one above the next."""
        kind = self._kind(cells)
        if kind is None:
            self.follow(cells)
            return False
        self.found.append(Aside(row, kind))
        return True

    def _kind(self, cells: Sequence[str]) -> Kind | None:
        text = "".join(cells)
        if not text.strip():
            return Kind.EMPTY
        if self._header and cells[0].strip() == self._header[0] and _filled(cells) == self._header:
            return Kind.HEADER
        if any(word in text for word in _TOTALS) and self._is_total(cells):
            return Kind.TOTAL
        return Kind.REMARK if all(is_remark(cell) for cell in cells if cell.strip()) else None

    def _is_total(self, cells: Sequence[str]) -> bool:
        """A word for a total, and beside it nothing but sums and what says of which group it is the total.

        What the record above tells is wanting, unless the word stands first: an item may be called like a total.
        """
        above = dict(enumerate(self._above))
        labels = [place for place, cell in enumerate(cells) if is_total(cell)]
        others = [place for place, cell in enumerate(cells) if cell.strip() and place not in labels]
        if not labels or not all(self._may_stand(place, cells[place], above.get(place)) for place in others):
            return False
        wanting = [place for place in self._telling if above.get(place, "").strip() and place not in others]
        return labels[0] < min(others, default=len(cells)) or bool({*wanting} - {*labels})

    def _may_stand(self, place: int, cell: str, above: str | None) -> bool:
        if cell == NOT_COMPUTED:
            return place not in self._telling
        return cell == above or (place not in self._telling and _number(plain(cell)) is not None)


def _filled(cells: Sequence[str]) -> list[str]:
    """The texts of a row from its first on, without empty cells at its end."""
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts
