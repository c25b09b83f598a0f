"""``wicheck test``: packs prove themselves by their examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from wicheck.cli.help import Command, argument
from wicheck.cli.output import put
from wicheck.cli.setup import policies_option
from wicheck.cli.shelf import library
from wicheck.cli.values import PackName
from wicheck.dates import WorkingDayCalendar
from wicheck.engines.interface import DUCKDB, MIB, Limits
from wicheck.library import Library
from wicheck.model import Language, Text
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Proof, Prover

ABOUT = Text(
    "运行政策包自带的示例：每个示例都写明条文要求的结论，逐一核对。不写政策包则运行全部。",
    "Run the examples of packs: each states the verdict that the law asks for. Without PACK, all of them.",
)
LIMITS = Limits(memory_bytes=256 * MIB, threads=1, seconds=60)
PACKS_WORD = Text("[政策包]...", "[PACK]...")
SUMMARY = Text("{pack}：{count} 个示例，{wrong} 个不一致", "{pack}: {count} examples, {wrong} disagree")
NONE = Text("没有示例", "there are no examples")


def command(language: Language) -> Command:
    def call(names: tuple[str, ...], policies: tuple[Path, ...]) -> int:
        return prove(library(policies), names, language)

    named = argument(language, "names", PACKS_WORD, nargs=-1, type=PackName())
    return Command("test", language, ABOUT, callback=call, params=[named, policies_option(language)])


def prove(packs: Library, names: tuple[str, ...], language: Language) -> int:
    """Run and print; 0 where all agree, 1 where one does not, 4 where there was nothing to run."""
    told: Counter[bool] = Counter()
    with ExampleBilling(packs.schemas, lambda: packs.workshop.engine(DUCKDB, LIMITS)) as billing:
        prover = Prover(packs.schemas, packs.workshop, WorkingDayCalendar(), billing)
        for pack in packs.packs(names):
            proofs = [prover.prove(pack, example) for example in examples_of(Path(pack.folder))]
            wrong = [proof for proof in proofs if proof.problems]
            for proof in wrong:
                put(disagreement(proof, language))
            put([SUMMARY.of(language).format(pack=pack.id, count=len(proofs), wrong=len(wrong))])
            told.update(not proof.problems for proof in proofs)
    if not told:
        click.echo(NONE.of(language), err=True)
        return 4
    return 1 if told[False] else 0


def disagreement(proof: Proof, language: Language) -> Iterator[str]:
    example = proof.example
    yield f"{example.location}: {example.rule} ({example.shows})"
    for problem in proof.problems:
        yield f"    {problem.of(language)}"
    if proof.finding:
        outcome = proof.finding.outcome
        yield f"    {outcome.message.text.filled({'missing': '', **outcome.values}).of(language)}"
