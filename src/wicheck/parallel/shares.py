"""Which process takes which files: documents that belong together are judged together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wicheck.documents.dossiers import names_taken
from wicheck.documents.lists import marks
from wicheck.documents.reading import FileReading
from wicheck.model import DocumentKind
from wicheck.model.tuples import NamedTuple

Key = tuple[str, str]
"""A document's kind and id."""


class Ties(NamedTuple):
    """What ties a file to others: the documents it defines (faulty ones too), and those it refers to."""

    defines: tuple[Key, ...]
    refers: tuple[Key, ...]


def ties(reading: FileReading) -> Ties:
    documents = reading.documents
    return Ties(
        (*((each.document.kind, each.document.id) for each in documents), *reading.invalid),
        (
            *((reference.kind, reference.id) for each in documents for reference in each.references),
            *((DocumentKind.INSTITUTION, owner) for owner in reading.owners),
            *((DocumentKind.INSTITUTION, name) for each in documents for name in names_taken(each)),
            *(("", mark) for each in documents for mark in marks(each.document)),
        ),
    )


def split(count: int, parts: int) -> list[range]:
    """``count`` files in ``parts`` stretches of about the same length: neighbours tend to belong together."""
    bounds = [count * part // parts for part in range(parts + 1)]
    return [range(start, end) for start, end in pairwise(bounds)]


def moves(stretches: Sequence[range], tied: Sequence[Ties]) -> dict[int, int]:
    """Which files must go to another process, and to which.

    Files that define or mention the same document go together, to the process that holds the first of them.
    """
    groups = Groups(len(tied))
    first: dict[Key, int] = {}
    for number, each in enumerate(tied):
        for key in (*each.defines, *each.refers):
            groups.join(first.setdefault(key, number), number)
    home = {number: part for part, stretch in enumerate(stretches) for number in stretch}
    wanted = {number: home[groups.first(number)] for number in range(len(tied))}
    return {number: part for number, part in wanted.items() if part != home[number]}


class Groups:
    """Numbers that belong together, however long the chain between them; the smallest one stands for all."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def first(self, number: int) -> int:
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._leader[high] = low
