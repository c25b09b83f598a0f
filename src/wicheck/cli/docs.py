"""``wicheck docs``: the published criteria as a site, built or shown while one writes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from wicheck.cli.actions import Actions
from wicheck.cli.help import Command, option
from wicheck.cli.output import put
from wicheck.cli.setup import FOLDER_WORD, pack_option, policies_option
from wicheck.cli.values import Count
from wicheck.errors import UsageError
from wicheck.model import Language, Text
from wicheck.site import MORE_POLICIES, ONLY_PACKS

ABOUT = Text("把各地标准做成网站", "the published criteria as a site")
ABOUT_BUILD = Text(
    "生成网站，中文和英文。生成的网页不用服务器也能打开。",
    "Build the site in both languages. Its pages open without a server, too.",
)
ABOUT_SERVE = Text(
    "在本机打开网站，政策包或文稿一改就重新生成；只有本机能看。",
    "Show the site on this machine only, and build it anew whenever a pack or a page changes.",
)
CONFIG = Text("网站的配置文件", "the site's configuration")
CONFIG_WORD = Text("mkdocs.yml", "mkdocs.yml")
TARGET = Text("生成到这个文件夹（默认由配置文件定）", "the folder to build into (the configuration's, if not given)")
PORT = Text("端口", "port")
BUILT = Text("已生成 {place}", "built {place}")
NOT_INSTALLED = Text("没有安装 MkDocs", "MkDocs is not installed")
HOW_TO_INSTALL = Text("运行 pip install 'wicheck[docs]'", "run pip install 'wicheck[docs]'")
NO_CONFIG = Text("没有网站的配置文件 {file}", "there is no site configuration {file}")
WHERE_CONFIG = Text("在仓库里运行，或用 --config 指明", "run this in the repository, or name one with --config")
DEFAULT = Path("site/mkdocs.yml")


def command(language: Language) -> click.Command:
    return Actions("docs", language, ABOUT, {"build": build, "serve": serve})


def build(language: Language) -> Command:
    def call(config: Path, target: Path | None, policies: tuple[Path, ...], packs: tuple[str, ...]) -> int:
        ready(config)
        for each, place in sites(config, target):
            words = ["build", "--strict", "--quiet", "-f", str(each), *(["-d", place] if place else [])]
            if mkdocs(words, policies, packs):
                return 2
            put([BUILT.of(language).format(place=place or each)])
        return 0

    out = option(language, "--out", "target", about=TARGET, shown=FOLDER_WORD, type=click.Path(path_type=Path))
    return Command("build", language, ABOUT_BUILD, callback=call, params=[*shared(language), out])


def serve(language: Language) -> Command:
    def call(config: Path, port: int, policies: tuple[Path, ...], packs: tuple[str, ...]) -> int:
        ready(config)
        english = beside(config, "en")
        chosen = english if language is Language.EN and english.is_file() else config
        return 2 if mkdocs(["serve", "-f", str(chosen), "-a", f"127.0.0.1:{port}"], policies, packs) else 0

    at = option(language, "--port", about=PORT, type=Count(), default="8000", shown=PORT)
    return Command("serve", language, ABOUT_SERVE, callback=call, params=[*shared(language), at])


def shared(language: Language) -> list[click.Parameter]:
    file = click.Path(path_type=Path)
    config = option(language, "--config", about=CONFIG, shown=CONFIG_WORD, type=file, default=str(DEFAULT))
    return [config, policies_option(language), pack_option(language)]


def ready(config: Path) -> None:
    """Raises UsageError where there is nothing to build, or nothing to build it with."""
    if not config.is_file():
        raise UsageError(NO_CONFIG.filled({"file": config}), hint=WHERE_CONFIG)
    if find_spec("mkdocs") is None:
        raise UsageError(NOT_INSTALLED, hint=HOW_TO_INSTALL)


def sites(config: Path, target: Path | None) -> Iterator[tuple[Path, str]]:
    """The configuration and its English sister, each with where it is built: the second inside the first."""
    yield config, str(target.absolute()) if target else ""
    english = beside(config, "en")
    if english.is_file():
        yield english, str(target.absolute() / "en") if target else ""


def beside(config: Path, language: str) -> Path:
    """``mkdocs.yml`` as ``mkdocs.en.yml``."""
    return config.with_suffix(f".{language}{config.suffix}")


def mkdocs(arguments: Sequence[str], policies: Sequence[Path], packs: Sequence[str]) -> int:
    """Run MkDocs as a program: it stays out of this one, which starts faster without it."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if policies:
        environment[MORE_POLICIES] = os.pathsep.join(str(each.absolute()) for each in policies)
    if packs:
        environment[ONLY_PACKS] = ",".join(packs)
    program = [sys.executable, "-m", "mkdocs", *arguments]
    try:
        return subprocess.run(program, env=environment, check=False).returncode  # noqa: S603  our own arguments
    except KeyboardInterrupt:  # how one stops serving
        return 0
