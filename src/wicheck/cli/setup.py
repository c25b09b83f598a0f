"""Options that several verbs share."""

from __future__ import annotations

import click

from wicheck.cli.help import option
from wicheck.cli.values import FOLDER, PackName, Word
from wicheck.model.text import Text, same
from wicheck.model.words import Language

FOLDER_WORD = Text("文件夹", "DIR")
PACK_WORD = Text("政策包", "PACK")
RECORD_WORD = Text("文件种类", "RECORD")


def policies_option(language: Language) -> click.Option:
    about = Text("另加一个政策包文件夹（可重复）", "a further folder of packs (repeatable)")
    return option(language, "--policies", about=about, shown=FOLDER_WORD, type=FOLDER, multiple=True)


def pack_option(language: Language) -> click.Option:
    about = Text("政策包，写编号或地区名，如 金华（可重复）", "a pack by id or region name (repeatable)")
    return option(language, "--pack", "packs", about=about, shown=PACK_WORD, type=PackName(), multiple=True)


def format_option(language: Language, *formats: str) -> click.Option:
    about = Text("输出格式", "output format")
    words = Word({each: same(each) for each in formats})
    return option(language, "--format", "output", about=about, type=words, default=formats[0])


def record_option(language: Language) -> click.Option:
    from wicheck.model import DocumentKind
    from wicheck.reports import words

    about = Text("只看事实写在这种文件里的（可重复）", "only what is decided from this kind of document (repeatable)")
    titles = {kind: words.DOCUMENTS[kind] for kind in DocumentKind if kind in words.DOCUMENTS}
    kinds = Word({kind: Text(title.zh.removesuffix("文件"), kind) for kind, title in titles.items()})
    return option(language, "--record", "records", about=about, shown=RECORD_WORD, type=kinds, multiple=True)
