"""``wicheck test``: packs prove themselves by their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from wicheck.cli.help import Command, argument, option
from wicheck.cli.output import put
from wicheck.cli.setup import policies_option
from wicheck.cli.shelf import library
from wicheck.cli.values import Count, PackName
from wicheck.dates import WorkingDayCalendar
from wicheck.engines.interface import DUCKDB, MIB, Limits
from wicheck.model import Language, Pack, Text
from wicheck.model.tuples import NamedTuple
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
ONLY = Text("只运行文件名或规则编号里有这几个字的示例", "only examples whose file or rule has this in its name")
JOBS = Text("分给几个进程做", "how many processes share the work")
WORD = Text("文字", "WORD")
COUNT_WORD = Text("个数", "N")


class Share(NamedTuple):
    """What one process proves: every so-manieth example of the packs, of those whose place or rule has ``only``."""

    names: tuple[str, ...]
    policies: tuple[Path, ...]
    only: str
    language: Language
    number: int = 0
    of: int = 1


class Proven(NamedTuple):
    """What became of one pack's examples: how many there were, and what is told of those that disagree, by number."""

    pack: str
    examples_count: int
    wrong: dict[int, list[str]]


def command(language: Language) -> Command:
    def call(names: tuple[str, ...], policies: tuple[Path, ...], only: str, jobs: int) -> int:
        return prove(Share(names, policies, only, language), jobs)

    params = [
        argument(language, "names", PACKS_WORD, nargs=-1, type=PackName()),
        policies_option(language),
        option(language, "--only", about=ONLY, default="", shown=WORD),
        option(language, "--jobs", about=JOBS, type=Count(), default=1, shown=COUNT_WORD),
    ]
    return Command("test", language, ABOUT, callback=call, params=params)


def prove(share: Share, jobs: int) -> int:
    """Run and print; 0 where all agree, 1 where one does not, 4 where there was nothing to run."""
    found = [each for each in together(shares_proven(share, jobs)) if each.examples_count or not share.only]
    for each in found:
        put(line for number in sorted(each.wrong) for line in each.wrong[number])
        put([SUMMARY.of(share.language).format(pack=each.pack, count=each.examples_count, wrong=len(each.wrong))])
    if not any(each.examples_count for each in found):
        click.echo(NONE.of(share.language), err=True)
        return 4
    return 1 if any(each.wrong for each in found) else 0


def shares_proven(share: Share, jobs: int) -> list[list[Proven]]:
    if jobs == 1:
        return [proven(share)]
    from multiprocessing import Pool

    with Pool(jobs) as pool:
        return pool.map(proven, [share._replace(number=number, of=jobs) for number in range(jobs)])


def together(shares: Sequence[Sequence[Proven]]) -> Iterator[Proven]:
    """The packs as one process would have proved them."""
    for parts in zip(*shares, strict=True):
        wrong = {number: lines for part in parts for number, lines in part.wrong.items()}
        yield Proven(parts[0].pack, sum(part.examples_count for part in parts), wrong)


def proven(share: Share) -> list[Proven]:
    """One process's share, pack by pack. Packs without an example are told of too."""
    packs = library(share.policies)
    with ExampleBilling(packs.schemas, lambda: packs.workshop.engine(DUCKDB, LIMITS)) as billing:
        prover = Prover(packs.schemas, packs.workshop, WorkingDayCalendar(), billing)
        return [of_pack(pack, prover, share) for pack in packs.packs(share.names)]


def of_pack(pack: Pack, prover: Prover, share: Share) -> Proven:
    wanted = [each for each in examples_of(Path(pack.folder)) if share.only in f"{each.location.file} {each.rule}"]
    mine = range(share.number, len(wanted), share.of)
    proofs = {number: prover.prove(pack, wanted[number]) for number in mine}
    wrong = {number: list(disagreement(each, share.language)) for number, each in proofs.items() if each.problems}
    return Proven(pack.id, len(proofs), wrong)


def disagreement(proof: Proof, language: Language) -> Iterator[str]:
    example = proof.example
    yield f"{example.location}: {example.rule} ({example.shows})"
    for problem in proof.problems:
        yield f"    {problem.of(language)}"
    if proof.finding:
        outcome = proof.finding.outcome
        yield f"    {outcome.message.text.filled({'missing': '', **outcome.values}).of(language)}"
