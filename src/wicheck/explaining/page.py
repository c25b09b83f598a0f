"""A page of explanation: the same headings in the same order, whatever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from wicheck.model import Text, same


class Style(StrEnum):
    """How a line stands: by itself, in a list, or as YAML."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"


class Line(NamedTuple):
    """One paragraph, list entry or block of code. ``depth`` is how far an entry is nested; code may have line ends."""

    text: Text
    style: Style = Style.PARAGRAPH
    depth: int = 0


class Section(NamedTuple):
    """What stands under a heading. ``name`` is stable: an anchor."""

    name: str
    title: Text
    lines: tuple[Line, ...]


class Page(NamedTuple):
    """All that is said of the thing called ``id``."""

    id: str
    title: Text
    sections: tuple[Section, ...]


def page(name: str, title: Text, sections: Iterable[Section]) -> Page:
    """A page without the sections that have nothing to say."""
    return Page(name, title, tuple(section for section in sections if section.lines))


def section(name: str, title: Text, lines: Iterable[Line]) -> Section:
    return Section(name, title, tuple(lines))


def said(*texts: Text | None) -> Iterator[Line]:
    """A paragraph for each text that is there."""
    return (Line(text) for text in texts if text)


def listed(texts: Iterable[Text]) -> Iterator[Line]:
    return (Line(text, Style.ITEM) for text in texts)


def code(words: Text | str) -> Line:
    return Line(words if isinstance(words, Text) else same(words), Style.CODE)
