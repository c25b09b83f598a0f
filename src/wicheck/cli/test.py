"""``wicheck test``: packs prove themselves by their examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from wicheck.cli.help import Command
from wicheck.cli.setup import library, policies_option
from wicheck.dates import WorkingDayCalendar
from wicheck.library import Library
from wicheck.model import Language, Text
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Proof, Prover

ABOUT = Text(
    "运行政策包自带的示例：每个示例都写明条文要求的结论，逐一核对。不写 PACK 则运行全部。",
    "Run the examples of packs: each states the verdict that the law asks for. Without PACK, all of them.",
)
SUMMARY = Text("{pack}：{count} 个示例，{wrong} 个不一致", "{pack}: {count} examples, {wrong} disagree")
NONE = Text("没有示例", "there are no examples")


def command(language: Language) -> Command:
    def call(names: tuple[str, ...], policies: tuple[Path, ...]) -> int:
        return prove(library(policies), names, language)

    arguments = [click.Argument(["names"], nargs=-1, metavar="[PACK]..."), policies_option(language)]
    return Command("test", language, ABOUT, callback=call, params=arguments)


def prove(packs: Library, names: tuple[str, ...], language: Language) -> int:
    """Run and print; 0 where all agree, 1 where one does not, 4 where there was nothing to run."""
    prover = Prover(packs.schemas, packs.workshop, WorkingDayCalendar())
    told: Counter[bool] = Counter()
    for pack in packs.packs(names):
        proofs = [prover.prove(pack, example) for example in examples_of(Path(pack.folder))]
        wrong = [proof for proof in proofs if proof.problems]
        for proof in wrong:
            disagree(proof, language)
        values = {"pack": pack.id, "count": len(proofs), "wrong": len(wrong)}
        click.echo(SUMMARY.of(language).format_map(values))
        told.update(not proof.problems for proof in proofs)
    if not told:
        click.echo(NONE.of(language), err=True)
        return 4
    return 1 if told[False] else 0


def disagree(proof: Proof, language: Language) -> None:
    example = proof.example
    click.echo(f"{example.location}: {example.rule} ({example.shows})")
    for problem in proof.problems:
        click.echo(f"    {problem.of(language)}")
    if proof.finding:
        outcome = proof.finding.outcome
        click.echo(f"    {outcome.message.text.filled({'missing': '', **outcome.values}).of(language)}")
