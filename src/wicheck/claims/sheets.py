"""Which sheets of a workbook a table is in: one, or several that go on with each other under the same header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wicheck.claims.csv_heads import Score, best_row
from wicheck.claims.naming import plain_name
from wicheck.claims.tables import Table
from wicheck.claims.telling import no_sheet

Rows = Sequence[Sequence[str]]
_ENOUGH = 2
"""So many known columns say that sheets with the same header hold the same table."""
_HALF = 2
"""A sheet may hold records of the table too where half of its columns are known, and half as many as of the best."""


class Sheets(NamedTuple):
    """Names of sheets, in order: those that hold a table, and the others that may hold more of it."""

    taken: list[str]
    doubtful: list[str]


def sheets_of(table: Table, tops: Mapping[str, Rows], score: Score, shown: str) -> Sheets:
    """The sheet called like the table or whose header is known best, and its likes.

    ``tops`` are the first rows of all that are not empty. Raises InputError where it is not clear which to take.
    """
    places = {name: best_row(rows, score) for name, rows in tops.items()}
    heads = {name: tops[name][place] for name, place in places.items()}
    scores = {name: score(head) for name, head in heads.items()}
    named = [name for name in tops if name.strip() in (table.name, *table.keys_zh)]
    most = max(scores.values())
    best = named[0] if len(named) == 1 else max(tops, key=lambda name: scores[name])
    known = scores[best] >= _ENOUGH
    alike = [name for name in tops if name == best or (known and _plain(heads[name]) == _plain(heads[best]))]
    others = [
        name for name in tops if name not in alike and scores[name] * _HALF >= max(most, len(_plain(heads[name])))
    ]
    if len(tops) > 1 and len(named) != 1 and (others or not most):
        raise no_sheet(table, list(tops), shown)
    return Sheets(alike, [name for name in others if any(map(_plain, tops[name][places[name] + 1 :]))])


def _plain(names: Sequence[str]) -> list[str]:
    plain = [plain_name(name) for name in names]
    while plain and not plain[-1]:
        plain.pop()
    return plain
