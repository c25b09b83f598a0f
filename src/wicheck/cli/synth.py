"""``wicheck synth``: invented batches of claims, with what a check must find in them and what it must not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wicheck.cli.actions import Actions
from wicheck.cli.help import Command, option
from wicheck.cli.output import put
from wicheck.cli.setup import PACK_WORD, policies_option
from wicheck.cli.shelf import library
from wicheck.cli.values import PackName
from wicheck.errors import UsageError
from wicheck.model import Language, Text

if TYPE_CHECKING:
    from wicheck.synth.batch import Summary

ABOUT = Text("生成虚构的费用数据", "invented claims")
ABOUT_CLAIMS = Text(
    "生成一批虚构的费用数据：本身没有问题，另外埋入每条规则的违规和容易误判的例子，都记在 planted.csv 里。",
    "Write an invented batch that offends against nothing, with offences against every rule and look-alikes planted "
    "into it; planted.csv lists them.",
)
ABOUT_LINES = Text("明细的行数（约数）", "about how many lines")
ABOUT_SEED = Text("随机数种子：相同的种子写出相同的数据", "the same seed writes the same batch")
ABOUT_OUTPUT = Text("写到这个文件夹（须是空的或还没有）", "the folder to write to, empty or not yet there")
ABOUT_PACK = Text("按哪个政策包埋入（默认宁夏）", "the pack to plant from (default: Ningxia)")
NUMBER_WORD, FOLDER_WORD = Text("个数", "N"), Text("文件夹", "DIR")
USUAL_PACK = "ningxia-2025"
NOT_EMPTY = Text("文件夹 {folder} 不是空的", "{folder} is not empty")
NOT_EMPTY_HINT = Text("换一个文件夹，或先清空它", "choose another folder, or empty it")
ROWS = Text("已写出 {lines} 行明细、{claims} 张结算单到 {folder}", "wrote {lines} lines of {claims} claims to {folder}")
PLANTED = Text(
    "埋入违规 {planted} 处、不应报出的 {negatives} 处，见 planted.csv",
    "planted {planted} offences and {negatives} look-alikes: see planted.csv",
)
BESIDE = Text(
    "另有 {count} 个小批：埋入的内容要自己的批次日期或机构",
    "{count} small batches beside it, for what needs a header of its own",
)
NEXT = Text(
    "下一步：wicheck check {folder}/batch --pack {pack} --settings {folder}/settings.yaml --on {day}",
    "next: wicheck check {folder}/batch --pack {pack} --settings {folder}/settings.yaml --on {day}",
)
UNPLANTED = Text("没有埋入：{rule}", "nothing planted for {rule}")
LEFT = Text("没有用上的示例 {count} 个：原因见 README.md", "{count} examples not used: README.md says why")


def command(language: Language) -> click.Command:
    return Actions("synth", language, ABOUT, {"claims": claims})


def claims(language: Language) -> Command:
    def call(lines: int, seed: int, output: Path, pack: str, policies: tuple[Path, ...]) -> int:
        from wicheck.synth.batch import synthesise

        if output.exists() and any(output.iterdir()):
            raise UsageError(NOT_EMPTY.filled({"folder": str(output)}), hint=NOT_EMPTY_HINT)
        packs = library(policies)
        (chosen,) = packs.packs([pack])
        put(told(synthesise(packs, chosen, lines, seed, output), output, chosen.id, language))
        return 0

    number, folder = click.IntRange(min=1), click.Path(file_okay=False, path_type=Path)
    parameters = [
        option(language, "--lines", about=ABOUT_LINES, shown=NUMBER_WORD, type=number, required=True),
        option(language, "--seed", about=ABOUT_SEED, shown=NUMBER_WORD, type=int, default=1),
        option(language, "--output", about=ABOUT_OUTPUT, shown=FOLDER_WORD, type=folder, required=True),
        option(language, "--pack", about=ABOUT_PACK, shown=PACK_WORD, type=PackName(), default=USUAL_PACK),
        policies_option(language),
    ]
    return Command("claims", language, ABOUT_CLAIMS, callback=call, params=parameters)


def told(made: Summary, folder: Path, pack: str, language: Language) -> Iterator[str]:
    from wicheck.synth.ledger import SEEN_ON

    values = {
        "folder": folder,
        "pack": pack,
        "day": SEEN_ON,
        "lines": made.rows["lines"],
        "claims": made.rows["claims"],
    }
    yield ROWS.of(language).format(**values)
    yield PLANTED.of(language).format(planted=made.planted, negatives=made.hard_negatives)
    if len(made.batches) > 1:
        yield BESIDE.of(language).format(count=len(made.batches) - 1)
    for rule in made.unplanted:
        yield UNPLANTED.of(language).format(rule=rule)
    if made.left:
        yield LEFT.of(language).format(count=len(made.left))
    yield NEXT.of(language).format(**values)
