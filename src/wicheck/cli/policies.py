"""``wicheck policies``: for those who write packs. Begin one, see what it lacks, see what its examples miss."""

from __future__ import annotations

import re
from pathlib import Path

import click

from wicheck.cli.actions import Actions
from wicheck.cli.help import Command, argument, option
from wicheck.cli.output import put
from wicheck.cli.setup import policies_option
from wicheck.cli.shelf import library
from wicheck.cli.test import LIMITS
from wicheck.cli.values import PackName
from wicheck.dates import WorkingDayCalendar
from wicheck.engines.interface import DUCKDB
from wicheck.errors import UsageError
from wicheck.library import Library
from wicheck.model import ClauseKind, Language, Pack, Text
from wicheck.packs.topics import topics
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import examples_of
from wicheck.proving.inventory import inventories
from wicheck.proving.lint import Spared, lacks
from wicheck.proving.lint_queries import QueryLint
from wicheck.proving.mutate import survivors
from wicheck.proving.prove import Prover
from wicheck.proving.scaffold import NewPack, scaffold

ABOUT = Text("编写政策包的工具", "tools for writing policy packs")
ABOUT_NEW = Text(
    "新建一个政策包：写好抬头、一个条款、一条规则和它的示例，照着改即可。",
    "Begin a pack: a header, a clause, a rule and its examples, to be rewritten.",
)
ABOUT_LINT = Text(
    "检查政策包还缺什么：文字、主题、规则、示例。缺任何一样都以 1 结束。",
    "What packs lack: wording, topics, rules, examples. Ends with 1 where anything is lacking.",
)
ABOUT_MUTATE = Text(
    "逐个改动政策包里的数字，看示例是否察觉；有没察觉的就以 1 结束。",
    "Move every figure of packs alone, and see whether an example notices. Ends with 1 where none does.",
)
PACKS_WORD = Text("[政策包]...", "[PACK]...")
ID_WORD = Text("编号", "ID")
ID_FAULT = Text("编号“{id}”不合规范", "“{id}” cannot be an id")
ID_HINT = Text(
    "用小写拉丁字母、数字和连字符，如 exampleton-2026", "write small letters, digits and dashes: exampleton-2026"
)
DIVISION_FAULT = Text("行政区划代码“{code}”不是六位数字", "the division code “{code}” has not six digits")
DIVISION_HINT = Text("如 330700", "such as 330700")
MADE = Text("已写好 {file}", "wrote {file}")
NEXT = Text(
    "下一步：wicheck test {id} --policies {root}，再 wicheck policies lint {id} --policies {root}",
    "next: wicheck test {id} --policies {root}, then wicheck policies lint {id} --policies {root}",
)
LACKING = Text("{pack}：缺 {count} 处", "{pack}: lacking {count}")
SCORE = Text(
    "{pack}：改动 {count} 处数字，察觉 {noticed} 处（{share}）", "{pack}: {count} moved, {noticed} noticed ({share})"
)
UNNOTICED = Text("没有示例察觉：{mutant}", "no example notices: {mutant}")


def command(language: Language) -> click.Command:
    return Actions("policies", language, ABOUT, {"new": new, "lint": lint, "mutate": mutate})


def new(language: Language) -> Command:
    def call(name: str, zh: str, en: str | None, division: str, root: Path) -> int:
        pack = NewPack(checked_id(name), zh, en or name.title(), checked_division(division))
        put(MADE.of(language).format(file=file.as_posix()) for file in scaffold(pack, root))
        put([NEXT.of(language).format(id=pack.id, root=root.as_posix())])
        return 0

    parameters: list[click.Parameter] = [
        argument(language, "name", ID_WORD),
        option(language, "--name", "zh", about=Text("地区的中文名", "the region's Chinese name"), required=True),
        option(language, "--name-en", "en", about=Text("地区的英文名", "the region's English name")),
        option(language, "--division", about=Text("行政区划代码", "GB/T 2260 code"), required=True),
        option(
            language,
            "--dir",
            "root",
            about=Text("放政策包的文件夹", "the folder of packs"),
            type=click.Path(path_type=Path),
            default="policies",
        ),
    ]
    return Command("new", language, ABOUT_NEW, callback=call, params=parameters)


def checked_id(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(ID_FAULT.filled({"id": name}), hint=ID_HINT)
    return name


def checked_division(code: str) -> str:
    if not re.fullmatch(r"[0-9]{6}", code):
        raise UsageError(DIVISION_FAULT.filled({"code": code}), hint=DIVISION_HINT)
    return code


def lint(language: Language) -> Command:
    def call(names: tuple[str, ...], policies: tuple[Path, ...]) -> int:
        shelf = library(policies)
        with QueryLint(shelf.schemas, lambda: shelf.workshop.engine(DUCKDB, LIMITS)) as queries:
            counts = [lacking(pack, shelf, queries, language) for pack in shelf.packs(names)]
        return 1 if any(counts) else 0

    return Command("lint", language, ABOUT_LINT, callback=call, params=of_packs(language))


def lacking(pack: Pack, shelf: Library, queries: QueryLint, language: Language) -> int:
    """Print what the pack lacks; how many things."""
    examples = list(examples_of(Path(pack.folder)))
    nothing_owed = frozenset(
        each.id for each in inventories(shelf.roots) if each.kind is ClauseKind.DUTY and not each.demands
    )
    spared = Spared(nothing_owed, queries.without_objections(pack))
    found = [*lacks(pack, examples, topics(shelf.roots), spared), *queries.lacks(pack)]
    put(f"{lack.location}: {lack.text.of(language)} [{lack.code}]" for lack in found)
    put([LACKING.of(language).format(pack=pack.id, count=len(found))])
    return len(found)


def mutate(language: Language) -> Command:
    def call(names: tuple[str, ...], policies: tuple[Path, ...]) -> int:
        shelf = library(policies)
        counts = [unnoticed(pack, shelf, language) for pack in shelf.packs(names)]
        return 1 if any(counts) else 0

    return Command("mutate", language, ABOUT_MUTATE, callback=call, params=of_packs(language))


def unnoticed(pack: Pack, shelf: Library, language: Language) -> int:
    """Print the figures that can move without an example noticing, and the score; how many they are."""
    with ExampleBilling(shelf.schemas, lambda: shelf.workshop.engine(DUCKDB, LIMITS)) as billing:
        prover = Prover(shelf.schemas, shelf.workshop, WorkingDayCalendar(), billing)
        tried = list(survivors(pack, list(examples_of(Path(pack.folder))), prover))
    alive = [mutant for mutant, survived in tried if survived]
    put(UNNOTICED.of(language).format(mutant=mutant) for mutant in alive)
    noticed = len(tried) - len(alive)
    share = f"{noticed / len(tried):.1%}" if tried else "—"
    put([SCORE.of(language).format(pack=pack.id, count=len(tried), noticed=noticed, share=share)])
    return len(alive)


def of_packs(language: Language) -> list[click.Parameter]:
    return [argument(language, "names", PACKS_WORD, nargs=-1, type=PackName()), policies_option(language)]
