"""Markdown in which text shows as it is, whoever wrote it, with links between pages that know where they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wicheck.model import Language, Text

# References instead of backslashes: all that reads Markdown agrees on them, inside tables and attributes too.
_SPECIAL = re.compile(r"[\\`*_\[\]|#!{}<>&~^]|(?<=^)[-+:](?=\s)|(?<=^)[0-9]+[.)](?=\s)")


def escaped(text: str) -> str:
    """``text`` on one line: no emphasis, link, list, HTML or further column comes of it."""
    return _SPECIAL.sub(lambda found: "".join(_reference(each) for each in found.group()), " ".join(text.split()))


def _reference(character: str) -> str:
    return character if character.isalnum() else f"&#{ord(character)};"


def code(text: str) -> str:
    """A name as it is written in a file."""
    return f"`{text}`"


class Pen(NamedTuple):
    """Writes on the page ``here`` (an address without an anchor) in one language."""

    language: Language
    here: str

    def plain(self, text: Text, **values: object) -> str:
        return (text.filled(values) if values else text).of(self.language)

    def say(self, text: Text, **values: object) -> str:
        return escaped(self.plain(text, **values))

    def link(self, text: Text, address: str) -> str:
        return f"[{self.say(text)}]({self.path(address)})"

    def path(self, address: str) -> str:
        """From this page to ``address``, as Markdown has it: the builder checks it and puts in the ending."""
        page, hash_, anchor = address.partition("#")
        if page == self.here and anchor:
            return f"#{anchor}"
        return f"{posixpath.relpath(page, posixpath.dirname(self.here) or '.')}.md{hash_}{anchor}"

    def listed(self, parts: Iterable[str]) -> str:
        return ("、" if self.language is Language.ZH else ", ").join(parts)


def heading(level: int, words: str, anchor: str = "") -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {words}{f' {{#{anchor}}}' if anchor else ''}"
    yield ""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The cells are Markdown already."""
    yield ""
    yield _row(headings)
    yield _row(["---"] * len(headings))
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def bullets(entries: Iterable[str]) -> Iterator[str]:
    yield ""
    yield from (f"- {each}" for each in entries)
    yield ""


def note(style: str, title: str, lines: Iterable[str] = ()) -> Iterator[str]:
    """A box: ``style`` is a class for the style sheet. The title is plain text."""
    yield ""
    yield f'!!! {style} "{title.replace(chr(34), chr(39))}"'
    yield ""
    yield from (f"    {each}" if each else "" for each in lines)
    yield ""
