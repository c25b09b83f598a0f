"""Every link between pages leads somewhere, to the very anchor; and no page needs anything from outside."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


class Parsed(HTMLParser):
    """A page's anchors, its links, and what the browser loads for it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in ("canonical", "alternate", "prev", "next"):
            self.loaded.append(given["href"])
        elif "src" in given:
            self.loaded.append(given["src"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Parsed]:
    return {file: Parsed(file.read_text(encoding="utf-8")) for file in site.rglob("*.html") if file.name != "404.html"}


def wrong(pages: dict[Path, Parsed], site: Path) -> Iterator[str]:
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not target.is_file():
                yield f"{file.relative_to(site)}: {link} is no file"
            elif parts.fragment and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{file.relative_to(site)}: {link} has no such anchor"


def test_every_link_within_the_site_finds_its_page_and_its_anchor(pages: dict[Path, Parsed], site: Path) -> None:
    assert list(wrong(pages, site)) == []


def test_anchors_are_many_enough_for_the_test_above_to_mean_something(pages: dict[Path, Parsed]) -> None:
    anchored = [link for page in pages.values() for link in page.links if "#" in link]
    assert len(anchored) > 1000


def test_nothing_is_loaded_from_outside(pages: dict[Path, Parsed]) -> None:
    assert {each for page in pages.values() for each in page.loaded if urlsplit(each).netloc} == set()


def test_both_languages_have_the_same_pages(pages: dict[Path, Parsed], site: Path) -> None:
    english = {file.relative_to(site / "en") for file in pages if file.is_relative_to(site / "en")}
    assert english == {file.relative_to(site) for file in pages if not file.is_relative_to(site / "en")}
