"""What every verb needs: the library of packs, and options that several verbs share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wicheck.cli.help import option
from wicheck.cli.values import FOLDER, PackName, Word
from wicheck.model.text import Text, same
from wicheck.model.words import Language

if TYPE_CHECKING:
    from wicheck.library import Library

FOLDER_WORD = Text("文件夹", "DIR")
PACK_WORD = Text("政策包", "PACK")


def library(policies: Sequence[Path] = ()) -> Library:
    """All packs: our own, those of plugins, and those in the folders ``policies``."""
    from wicheck.documents.schemas import Schemas
    from wicheck.library import Library
    from wicheck.plugins import workshop

    return Library(Schemas(), workshop(), policies)


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
