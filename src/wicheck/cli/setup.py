"""What every verb needs: the library of packs, and options that several verbs share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from wicheck.cli.help import option
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model.text import Text
from wicheck.model.words import Language
from wicheck.plugins import workshop

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def library(policies: Sequence[Path] = ()) -> Library:
    """All packs: our own, those of plugins, and those in the folders ``policies``."""
    return Library(Schemas(), workshop(), policies)


def policies_option(language: Language) -> click.Option:
    about = Text("另加一个政策包文件夹（可重复）", "a further folder of packs (repeatable)")
    return option(language, "--policies", about=about, multiple=True, type=FOLDER, metavar="DIR")


def pack_option(language: Language) -> click.Option:
    about = Text("政策包，写编号或地区名，如 金华（可重复）", "a pack by id or region name (repeatable)")
    return option(language, "--pack", "packs", about=about, multiple=True, metavar="PACK")


def format_option(language: Language, *formats: str) -> click.Option:
    about = Text("输出格式", "output format")
    return option(language, "--format", "output", about=about, type=click.Choice(formats), default=formats[0])
