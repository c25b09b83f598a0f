"""Rows above a header: titles, as a rule. What looks like a record there would be left out and nobody would know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from wicheck.claims.csv_heads import Score
from wicheck.errors import InputError
from wicheck.model import Location, Text
from wicheck.tabular.asides import plain

Row = tuple[int, Sequence[str]]
_ENOUGH = 2
"""So many known columns make a row a header."""
_MOST = 3
"""A title has fewer cells, or it fills less than half of the columns."""
_figure = re.compile(r"[-+¥]*[0-9][-0-9,./:年月日T]*元?").fullmatch


def check_above(rows: Iterable[Row], names: Sequence[str], score: Score, shown: str) -> None:
    """``rows`` stand above the header of ``names``, with their numbers.

    Raises InputError where one may be a record, or a header of other records.
    """
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    columns = len([name for name in names if name.strip()])
    for number, cells in filled:
        if _is_record(cells, columns):
            raise _record_above(number, shown)
    for (number, cells), (_, below) in pairwise(filled):
        if score(cells) >= _ENOUGH > score(below):
            raise _record_above(number, shown)


def _is_record(cells: Sequence[str], columns: int) -> bool:
    """Whether most columns are filled, and something is counted, priced or dated."""
    texts = [plain(cell) for cell in cells if cell.strip()]
    return len(texts) >= min(columns, _MOST) and len(texts) * 2 > columns and any(map(_figure, texts))


def _record_above(number: int, shown: str) -> InputError:
    return InputError(
        Text(
            "列名上面的这一行像是数据，不是标题：列名下面的才当作记录",
            "this row above the column names looks like data and not like a title: only what is below is read",
        ),
        Location(shown, row=number),
        Text(
            "请把列名移到第一行；几张表接在一起的，分别存成文件",
            "put the column names into the first row; save tables that were put together as a file each",
        ),
    )
