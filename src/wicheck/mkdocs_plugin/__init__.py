"""The MkDocs plugin: the criteria of packs as pages of any MkDocs site.

```yaml
plugins:
- wicheck:
    language: zh          # or en
    policies: [policies]  # further folders of packs, seen from the configuration
    packs: [haitang-2026] # those to publish; without it, all
nav:
- index.md
- wicheck                 # in whose place the pages come
```
"""

from __future__ import annotations

import os
import posixpath
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from wicheck.documents.schemas import Schemas
from wicheck.errors import WicheckError
from wicheck.library import Library
from wicheck.mkdocs_plugin.languages import Alternates, chosen
from wicheck.mkdocs_plugin.navigation import with_pages
from wicheck.model import Language
from wicheck.plugins import workshop
from wicheck.site import MORE_POLICIES, ONLY_PACKS
from wicheck.site.contents import SitePage, contents, linked, listed
from wicheck.site.stock import Stock

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

STYLE, SCRIPT = "assets/wicheck.css", "assets/wicheck.js"


class Options(Config):  # type: ignore[no-untyped-call]
    """What a site can say under ``wicheck:``."""

    language = option.Choice([each.value for each in Language], default=Language.ZH.value)
    policies = option.ListOfItems(option.Dir(exists=True), default=[])
    packs = option.ListOfItems(option.Type(str), default=[])


class WicheckPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Makes the pages anew for every build, so that a changed pack shows at once."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.alternates = Alternates.of(config)
        if STYLE not in config.extra_css:
            config.extra_css.insert(0, STYLE)
            config.extra_javascript.insert(0, SCRIPT)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        language = Language(self.config.language)
        chosen(files, language, config)
        try:
            stock = Stock(self._library(), date.today(), self._packs())  # noqa: DTZ011  the day of the build
            parts = list(contents(stock))
            for page in listed(parts):
                files.append(made(page, language, config, InclusionLevel.INCLUDED))
            for page in linked(stock):
                files.append(made(page, language, config, InclusionLevel.NOT_IN_NAV))
        except WicheckError as wrong:
            raise PluginError(told(wrong, language)) from wrong
        for name in (STYLE, SCRIPT):
            files.append(File.generated(config, name, content=asset(name)))
        config.nav = with_pages(config.nav, parts, language)
        return files

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        self.alternates.lead_to(page.url, config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return Alternates.cleared(output)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for folder in self._library().roots:
            server.watch(str(folder))
        return server

    def _packs(self) -> list[str]:
        only = [name for name in os.environ.get(ONLY_PACKS, "").split(",") if name]
        return only or self.config.packs

    def _library(self) -> Library:
        more = [folder for folder in os.environ.get(MORE_POLICIES, "").split(os.pathsep) if folder]
        folders = [Path(folder) for folder in (*self.config.policies, *more)]
        return Library(Schemas(), workshop(), folders)


def made(page: SitePage, language: Language, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    return File.generated(config, f"{page.address}.md", content=page.markdown(language), inclusion=inclusion)


def asset(name: str) -> str:
    return Path(__file__).with_name(posixpath.basename(name)).read_text(encoding="utf-8")


def told(wrong: WicheckError, language: Language) -> str:
    where = f"{wrong.location}: " if wrong.location else ""
    hint = f"\n  → {wrong.hint.of(language)}" if wrong.hint else ""
    return f"{where}{wrong.message.of(language)}{hint}"
