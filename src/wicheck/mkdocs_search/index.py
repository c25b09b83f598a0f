"""The index: what may be found, as a program that a script tag loads, since no page may read a file from ``file://``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from wicheck.mkdocs_search.sections import Section

# What search.js looks for once the index has loaded.
NAME = "wicheckIndex"


class IndexedPage(NamedTuple):
    """One page: ``url`` from the site's root, ``boost`` multiplies the rank of all of it, 1 is as any other."""

    url: str
    title: str
    boost: float
    keywords: tuple[str, ...]
    sections: list[Section]


def program(pages: Iterable[IndexedPage]) -> str:
    """One statement: pages [url, title, boost, keywords, sections] of sections [anchor, title, text, boost if any]."""
    rows = [
        [page.url, page.title, page.boost, list(page.keywords), [_row(section) for section in page.sections]]
        for page in pages
    ]
    return f"{NAME}={json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"


def _row(section: Section) -> list[str | float]:
    row: list[str | float] = [section.anchor, section.title, section.text]
    return row if section.boost == 1 else [*row, section.boost]
