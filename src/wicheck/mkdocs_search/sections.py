"""A page's HTML taken apart into the places that a reader can be sent to."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Code, pictures and programs are no words to look for; the anchor's mark belongs to no title.
_UNREAD = ("pre", "script", "style", "svg", "button")
_MARK = "headerlink"
_EXCLUDED, _BOOST = "data-search-exclude", "data-search-boost"
_CELLS = ("th", "td")
# Within a sentence: what stands on both sides of such a tag is one word.
_INLINE = ("a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "wbr")
_SPACES = re.compile(r"\s+")
_BEFORE_WORDS = re.compile(r"^[^\w（(“\"《]+")

Attributes = list[tuple[str, str | None]]


class Section:
    """A heading or a table row with an anchor, and the text up to the next; the page's beginning has no anchor.

    ``boost`` multiplies its rank within what its page is given.
    """

    def __init__(self, anchor: str = "", boost: float = 1) -> None:
        self.anchor = anchor
        self.boost = boost
        self.titles: list[str] = []
        self.texts: list[str] = []

    @property
    def title(self) -> str:
        """Without the marks that may stand before its first word."""
        return _BEFORE_WORDS.sub("", _spaced(self.titles))

    @property
    def text(self) -> str:
        return _spaced(self.texts)


class Columns:
    """Knows the column of the table that is being read, and what its head says."""

    def __init__(self) -> None:
        self._heads: list[list[str]] = []
        self._listening = False
        self._at = 0

    @property
    def head(self) -> str:
        return _spaced(self._heads[self._at]) if self._at < len(self._heads) else ""

    def enter(self, tag: str) -> None:
        if tag == "thead":
            self._heads, self._listening = [], True
        elif tag == "tr":
            self._at = -1
        elif tag in _CELLS:
            self._at += 1
            self._heads.extend([[]] if self._listening else [])

    def leave(self, tag: str) -> None:
        if tag == "thead":
            self._listening = False
        elif tag == "table":
            self._heads = []

    def hear(self, data: str) -> None:
        if self._listening and self._heads:
            self._heads[-1].append(data)


class SectionParser(HTMLParser):
    """Reads a page; ``sections`` has the page's beginning first.

    A row's anchor stands on the row, or anywhere in its first cell, whose words are then its title; what its other
    cells say is told with the heads of their columns.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section()]
        self._current = self.sections[0]
        self._around: Section | None = None
        self._title = self._cell = ""
        self._row: str | None = None
        self._columns = Columns()
        self._unread, self._nested = "", 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = dict(attrs)
        if self._unread:
            self._nested += tag == self._unread
        elif tag in _UNREAD or _EXCLUDED in given or _MARK in (given.get("class") or ""):
            self._unread, self._nested = tag, 1
        else:
            self._read(tag, given.get("id") or "", float(given.get(_BOOST) or 1))

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._nested -= tag == self._unread
            self._unread = self._unread if self._nested else ""
            return
        self._break(tag)
        self._columns.leave(tag)
        if tag == self._title:
            self._title = ""
        if tag == self._cell:
            self._row, self._cell = None, ""
        elif tag == "tr" and self._around:
            self._current, self._around = self._around, None

    def handle_data(self, data: str) -> None:
        if not self._unread:
            (self._current.titles if self._title else self._current.texts).append(data)
            self._columns.hear(data)

    def _read(self, tag: str, anchor: str, boost: float) -> None:
        self._columns.enter(tag)
        if tag == "tr":
            self._row = anchor
        elif tag in _CELLS and self._row is not None and not self._cell:
            self._cell = tag
            anchor = anchor or self._row
        if tag in _HEADINGS and anchor:
            self._begin(Section(anchor, boost), tag)
        elif self._cell and anchor and not self._around:
            self._around = self._current
            self._begin(Section(anchor, boost), self._cell)
        elif self._around and tag in _CELLS:
            self._current.texts.append(f" {self._columns.head} ")
        self._break(tag)

    def _begin(self, section: Section, title: str) -> None:
        self._current = section
        self.sections.append(section)
        self._title = title

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self._current.texts.append(" ")


def sections(html: str) -> list[Section]:
    """The places of a page, without those that have no words."""
    parser = SectionParser()
    parser.feed(html)
    parser.close()
    return [section for section in parser.sections if section.title or section.text]


def _spaced(parts: list[str]) -> str:
    return _SPACES.sub(" ", "".join(parts)).strip()
