"""One site in two languages: pages written by hand in both, and links from each page to the same in the other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from mkdocs.structure.files import File

from wicheck.model import Language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ENGLISH = ".en.md"
# MkDocs leaves an address with a scheme as it is; its own reckoning loses the folder of pages that lead up and out.
_READY = "wicheck-ready:"


def chosen(files: Files, language: Language, config: MkDocsConfig) -> None:
    """Of ``x.md`` and ``x.en.md``, leave the one in ``language``, as ``x.md``."""
    for file in [file for file in files if file.src_uri.endswith(_ENGLISH)]:
        files.remove(file)
        name = f"{file.src_uri.removesuffix(_ENGLISH)}.md"
        chinese = files.get_file_from_path(name)
        if language is Language.EN and file.abs_src_path:
            if chinese:
                files.remove(chinese)
            files.append(File.generated(config, name, abs_src_path=file.abs_src_path))


class Alternates(NamedTuple):
    """The start pages that ``extra.alternate`` names: beside each, the language has all pages under the same names."""

    links: tuple[str, ...]

    @classmethod
    def of(cls, config: MkDocsConfig) -> Alternates:
        return cls(tuple(each["link"] for each in config.extra.get("alternate", ())))

    def lead_to(self, url: str, config: MkDocsConfig) -> None:
        """Have them lead from the page ``url`` to its like, until they are led elsewhere."""
        for each, start in zip(config.extra.get("alternate", ()), self.links, strict=True):
            target = posixpath.join(posixpath.dirname(start), url)
            each["link"] = target if _fixed(start) else f"{_READY}{_relative(target, url)}"

    @staticmethod
    def cleared(html: str) -> str:
        """A finished page without what kept MkDocs from its links."""
        return html.replace(f'href="{_READY}', 'href="')


def _fixed(link: str) -> bool:
    return link.startswith("/") or bool(urlsplit(link).scheme)


def _relative(target: str, url: str) -> str:
    """``target`` as seen from the page ``url``; one that ends in a slash is a folder's page."""
    return posixpath.relpath(target, posixpath.dirname(url) or ".") + ("/" if target.endswith("/") else "")
