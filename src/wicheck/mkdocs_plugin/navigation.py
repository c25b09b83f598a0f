"""The pages in a site's navigation: where its configuration has the word ``wicheck``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wicheck.model import Language
from wicheck.site.contents import Group, SitePage

PLACE = "wicheck"


def with_pages(nav: Sequence[Any] | None, parts: Iterable[SitePage | Group], language: Language) -> list[Any] | None:
    """``nav`` with our pages in the place that it names, at any depth; a site without a ``nav`` has them by folder."""
    if nav is None:
        return None
    entries = list(entries_of(parts, language))
    return list(filled(nav, entries))


def entries_of(parts: Iterable[SitePage | Group], language: Language) -> Iterator[Any]:
    for part in parts:
        if isinstance(part, Group):
            yield {part.title.of(language): list(entries_of(part.pages, language))}
        else:
            yield {part.title.of(language): f"{part.address}.md"}


def filled(nav: Iterable[Any], entries: Sequence[Any]) -> Iterator[Any]:
    for each in nav:
        if each == PLACE:
            yield from entries
        elif isinstance(each, dict):
            yield {title: place(inside, entries) for title, inside in each.items()}
        else:
            yield each


def place(inside: Any, entries: Sequence[Any]) -> Any:
    """What stands under a title: a page, our pages, or a list with more."""
    if inside == PLACE:
        return list(entries)
    return list(filled(inside, entries)) if isinstance(inside, list) else inside
