"""The MkDocs plugin ``wicheck-search``: put it in the place of the theme's search, in any site.

A page says in its front matter, in the words that Material's search uses where it has them, how it is searched::

    search:
      exclude: true          # not at all
      boost: 2               # before (or, below 1, after) others
      keywords: [挂床]        # what else people call it

Within a page, ``data-search-exclude`` on an element keeps it out, and ``data-search-boost="0.5"`` beside an anchor's id
does for its place what ``boost`` does for a page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from wicheck.mkdocs_search.index import IndexedPage, program
from wicheck.mkdocs_search.sections import sections

FOLDER = "assets/wicheck"
SCRIPT, STYLE, INDEX = "search.js", "search.css", "search-index.js"


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """Nothing to choose: what differs from page to page stands in the pages."""


class SearchPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Collects the pages as they are rendered, and writes the index beside the dialog's program."""

    def __init__(self) -> None:
        self.pages: list[IndexedPage] = []

    def on_config(self, config: MkDocsConfig) -> None:
        if f"{FOLDER}/{STYLE}" not in config.extra_css:
            config.extra_css.append(f"{FOLDER}/{STYLE}")
            config.extra_javascript.append(f"{FOLDER}/{SCRIPT}")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        self.pages = []
        for name in (SCRIPT, STYLE):
            files.append(File.generated(config, f"{FOLDER}/{name}", abs_src_path=str(Path(__file__).with_name(name))))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        wishes: dict[str, Any] = page.meta.get("search") or {}
        if wishes.get("exclude"):
            return
        keywords = tuple(wishes.get("keywords", ()))
        self.pages.append(IndexedPage(page.url, str(page.title), wishes.get("boost", 1), keywords, sections(html)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        target = Path(config.site_dir, FOLDER, INDEX)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(program(self.pages), encoding="utf-8")
