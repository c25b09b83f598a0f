"""What the templates are given: words in one language, ready to be escaped and shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wicheck.reports.page.money import MoneyView
from wicheck.reports.page.numbers import Bar, Stack
from wicheck.reports.page.rows import Chapter

_NONE: tuple[()] = ()


class Item(NamedTuple):
    """A finding told in full. ``mark`` is its verdict in words where its heading does not say it."""

    verdict: str
    mark: str
    title: str
    message: str
    remarks: tuple[str, ...]
    basis: str
    place: str


class Entry(NamedTuple):
    """Something to fill in."""

    label: str
    use: str
    path: str
    where: str


class Paper(NamedTuple):
    verdict: str
    word: str
    title: str
    message: str
    article: str


class Sheet(NamedTuple):
    """What the same people have to attest: one sheet, signed once."""

    heading: str
    items: list[Item]


class Line(NamedTuple):
    """An answer, or a date with what falls due."""

    key: str
    text: str


class Section(NamedTuple):
    """A part of the page. What it shows is in the one field that its ``kind`` names."""

    kind: str
    anchor: str
    title: str
    heading: str
    number: int
    items: Sequence[Item] = _NONE
    entries: Sequence[Entry] = _NONE
    lead: str = ""
    papers: Sequence[Paper] = _NONE
    bars: Sequence[Bar] = _NONE
    dates: Sequence[Line] = _NONE
    sheets: Sequence[Sheet] = _NONE
    attested: Sequence[Item] = _NONE
    chapters: Sequence[Chapter] = _NONE
    stacks: Sequence[Stack] = _NONE
    draft: str = ""
    money: MoneyView | None = None


class DossierView(NamedTuple):
    anchor: str
    name: str
    id: str
    regions: list[Line]
    judged_on: str
    answers: list[Line]
    drafts: list[str]
    tally: str
    claims: list[str]
    sections: list[Section]


class Institution(NamedTuple):
    """A row of the overview: one answer for one institution, with how many findings stand in its way.

    ``money`` is what is at risk in its claims, empty where it is told in another row, or there are none.
    """

    anchor: str
    name: str
    place: str
    answer: str
    text: str
    numbers: list[int]
    money: str


class Told(NamedTuple):
    """A list of plain lines under a heading."""

    title: str
    lines: Sequence[str]


class Frame(NamedTuple):
    """Everything around the dossiers. ``verdicts`` are those that occur, in words and with how many there are.

    With ``money`` the overview tells what is at risk in claims.
    """

    language: str
    title: str
    many: bool
    judged_on: str
    totals: str
    verdicts: list[tuple[str, str, int]]
    overview: list[Institution]
    columns: list[str]
    money: bool
    first: list[Told]
    about: list[Told]
    made_by: str
