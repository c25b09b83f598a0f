"""An explanation as HTML: the words that ``wicheck explain`` shows, each section with an anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from wicheck import addresses
from wicheck.explaining.page import Line, Page, Section, Style
from wicheck.site import words
from wicheck.site.markdown import Pen

# What a rule reads, and the words of every choice it knows, would bring it up for things it does not ask; its title and
# its clause can be found by themselves.
_SEARCHED = ("figure", "remedy", "about")

_NAME = re.compile(r"`([^`]+)`")
# What few readers want.
_FOLDED = ("query",)


def definitions(page: Page, pen: Pen, prefix: str) -> Iterator[str]:
    """The sections as a list of definitions; ``prefix`` begins their anchors."""
    yield ""
    yield '<dl class="wi-explained">'
    for section in page.sections:
        anchor = escape(addresses.section(prefix, section.name))
        unsearched = "" if section.name in _SEARCHED else " data-search-exclude"
        yield f'<dt id="{anchor}" data-search-exclude>{escape(pen.plain(section.title))}</dt>'
        yield f'<dd class="wi-{escape(section.name)}"{unsearched}>{shown(section, pen)}</dd>'
    yield "</dl>"
    yield ""


def shown(section: Section, pen: Pen) -> str:
    inside = "".join(blocks(section, pen))
    if section.name not in _FOLDED:
        return inside
    return f"<details><summary>{escape(pen.plain(words.UNFOLD))}</summary>{inside}</details>"


def blocks(section: Section, pen: Pen) -> Iterator[str]:
    for style, lines in groupby(section.lines, lambda line: line.style):
        if style is Style.ITEM:
            yield nested([(line.depth, pen.plain(line.text)) for line in lines])
        else:
            yield from (block(line, pen) for line in lines)


def block(line: Line, pen: Pen) -> str:
    if line.style is Style.CODE:
        return f"<pre><code>{escape(pen.plain(line.text).rstrip(chr(10)), quote=False)}</code></pre>"
    return f"<p>{inline(pen.plain(line.text))}</p>"


def inline(text: str) -> str:
    """Names that stand in backticks are code."""
    return _NAME.sub(r"<code>\1</code>", escape(text, quote=False))


def nested(entries: Iterable[tuple[int, str]]) -> str:
    """A list of lists; an entry that is deeper than the one before stands within it."""
    made, depth = ["<ul>"], 0
    for position, (deep, text) in enumerate(entries):
        if deep > depth:
            made.extend(["<ul>"] * (deep - depth))
        else:
            made.append("</li></ul>" * (depth - deep) + ("</li>" if position else ""))
        made.append(f"<li>{inline(text)}")
        depth = deep
    return "".join([*made, "</li></ul>" * (depth + 1)])
