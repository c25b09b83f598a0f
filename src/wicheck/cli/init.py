"""``wicheck init``: empty documents to begin with, holding what a region's rules read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wicheck.cli.help import Command, argument, option
from wicheck.cli.output import put
from wicheck.cli.setup import FOLDER_WORD, policies_option
from wicheck.cli.shelf import library
from wicheck.cli.values import PackName, Word
from wicheck.errors import UsageError
from wicheck.model import Language, Pack, ServiceKind, Stage, Text

if TYPE_CHECKING:
    from wicheck.templates.folder import File

ABOUT = Text(
    "写出空白的 机构.yaml 和 申请.yaml：恰好是这些地区的规定要看的各项，每项都注明填什么、哪一条要它。"
    "填好用 wicheck check 检查。"
    "\n\n地区写名字或政策包编号，如 金华，可以写几个。已有的文件从不覆盖。",
    "Write an empty institution.yaml and application.yaml with just what the rules of these regions look at; each "
    "entry says what to write and which clause asks for it. Then run wicheck check."
    "\n\nREGION is a pack's id or name; there may be several. No file is ever written over.",
)
REGIONS_WORD = Text("地区...", "REGION...")
SERVICE = Text("只要这个服务类别的（可重复）", "only what concerns this service kind (repeatable)")
STAGE = Text("只要这个阶段的（可重复）", "only what concerns this stage (repeatable)")
CLAIMS = Text(
    "另写 费用.yaml，以及表头写好的空白 CSV 表格",
    "also claims.yaml, with empty CSV tables whose headers are there",
)
OUTPUT = Text("写到这个文件夹（默认 我院）；- 为屏幕", "the folder to write to (default: hospital); - is the screen")
USUAL_FOLDER, FILE = Text("我院", "hospital"), Text("文件", "FILE")
MADE = Text("已写好 {file}", "wrote {file}")
MADE_WITH = Text("已写好 {file}：{count} 项可填", "wrote {file}: {count} entries to fill in")
NEXT = Text("下一步：打开来填，填多少都可以检查：{command}", "next: fill them in, and check at any time: {command}")
NOT_ABOUT = Text(
    "注意：{region}的文件只管{kinds}，对{others}不作判断",
    "note: the text of {region} is about {kinds} only, and decides nothing of {others}",
)
SCREEN = "-"
NO_TABLES = Text("表格不能写到屏幕上", "tables cannot go to the screen")
NO_TABLES_HINT = Text("请用 --output 写一个文件夹", "name a folder with --output")


def command(language: Language) -> Command:
    def call(regions: tuple[str, ...], output: str | None, policies: tuple[Path, ...], **wanted: Any) -> int:
        from wicheck.templates import folder
        from wicheck.templates.asking import Wanted

        shelf = library(policies)
        packs = shelf.packs(regions)
        target = output or USUAL_FOLDER.of(language)
        asked = Wanted(packs, **wanted)
        order = folder.Order(asked, institution(target, language), language, check(target, packs, policies, language))
        made = list(folder.files(order, shelf))
        if target == SCREEN:
            put([stream(made)])
            return 0
        folder.put(made, Path(target))
        lost = [said.of(language) for said in folder.missing_conditions(asked)]
        put([*told(made, Path(target), order.command, language), *lost, *not_about(packs, asked.kinds, language)])
        return 0

    return Command("init", language, ABOUT, callback=call, params=parameters(language))


def parameters(language: Language) -> list[click.Parameter]:
    from wicheck.reports import words

    services = Word({kind: words.SERVICE_KINDS[kind] for kind in ServiceKind})
    stages = Word({stage: words.STAGES[stage] for stage in Stage})
    return [
        argument(language, "regions", REGIONS_WORD, nargs=-1, required=True, type=PackName()),
        option(language, "--service", "kinds", about=SERVICE, type=services, multiple=True),
        option(language, "--stage", "stages", about=STAGE, type=stages, multiple=True),
        option(language, "--claims", about=CLAIMS, is_flag=True),
        option(language, "--output", about=OUTPUT, shown=FOLDER_WORD, type=click.Path()),
        policies_option(language),
    ]


def institution(target: str, language: Language) -> str:
    """The institution's id: what the folder is called."""
    return (Path(target).resolve().name if target != SCREEN else "") or USUAL_FOLDER.of(language)


def check(target: str, packs: Sequence[Pack], policies: Sequence[Path], language: Language) -> str:
    """The command that judges what will be written. Packs are named: a draft does not run by itself."""
    place = FILE.of(language) if target == SCREEN else target
    named = [word for pack in packs for word in ("--pack", pack.name.of(language))]
    added = [word for folder in policies for word in ("--policies", str(folder))]
    spoken = ["--lang", language] if language is Language.EN else []
    words = ["wicheck", "check", place, *named, *added, *spoken]
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def stream(made: Sequence[File]) -> str:
    """All documents as one text. Raises UsageError where there are tables beside them."""
    if any(not file.is_document for file in made):
        raise UsageError(NO_TABLES, hint=NO_TABLES_HINT)
    return "---\n".join(file.text for file in made).rstrip()


def told(made: Sequence[File], folder: Path, checking: str, language: Language) -> Iterator[str]:
    for file in made:
        said = MADE_WITH if file.is_document else MADE
        yield said.of(language).format(file=folder / file.name, count=file.empty)
    yield NEXT.of(language).format(command=checking)


def not_about(packs: Sequence[Pack], kinds: Sequence[ServiceKind], language: Language) -> Iterator[str]:
    """Of regions whose text leaves out some of the service kinds asked for: filling in will lead to no answer."""
    from wicheck.reports import words

    def named(some: Sequence[ServiceKind]) -> str:
        return words.COMMA.of(language).join(words.SERVICE_KINDS[kind].of(language) for kind in some)

    for pack in packs:
        others = [kind for kind in kinds if kind not in pack.service_kinds]
        if pack.division and others:
            said = NOT_ABOUT.of(language)
            yield said.format(region=pack.name.of(language), kinds=named(pack.service_kinds), others=named(others))
