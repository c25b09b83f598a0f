"""A whole order: the big batch with the hospital's month, and beside it small ones for what cannot share a header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple

from wicheck.claims.tables import tables
from wicheck.dates import WorkingDayCalendar
from wicheck.library import Library
from wicheck.model import Pack
from wicheck.packs.bind import SQL
from wicheck.packs.queries import Queries
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Prover
from wicheck.synth.ledger import HARD_NEGATIVE, PLANTED, SEEN_ON, Entry, entries, write_ledger, write_readme
from wicheck.synth.order import Job, Order
from wicheck.synth.placing import CODE, Group, Grouping, grouped, plant
from wicheck.synth.records import Place
from wicheck.synth.template import Left, Template, templates
from wicheck.synth.writing import write_document

MAIN = "batch"
_LINES_A_COPY = 50_000
_COPIES = 20
_READS_THE_BATCH = re.compile(r"\b(?:FROM|JOIN) (?:batch|institutions|agreements|suspensions)\b")
_OWN_BATCH = "需要单独一批（it would need a batch of its own）"
_OTHER_FIGURE = "阈值不同（it wants another threshold）"


class Summary(NamedTuple):
    """What was written: rows by table, plantings and hard negatives, the batches with the day they are seen on, the
    rules nothing was planted for, and the examples left out with the reason."""

    rows: Mapping[str, int]
    planted: int
    hard_negatives: int
    batches: Sequence[tuple[str, str]]
    unplanted: Sequence[str]
    left: Sequence[Left]


class Plan(NamedTuple):
    """What goes where: the groups of templates, the thresholds they agree on, and what is left out."""

    groups: Sequence[Group]
    thresholds: Mapping[str, Decimal]
    left: Sequence[Left]


def synthesise(library: Library, pack: Pack, lines: int, seed: int, folder: Path) -> Summary:
    """Write batches of about ``lines`` lines into ``folder``, made where it is missing.

    The same ``seed`` writes the same files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = planned(library, pack)
    order = Order(folder, place(pack), tables(library.schemas), Random(seed))  # noqa: S311 - nothing secret
    rows, ledger, batches = Counter[str](), list[Entry](), list[tuple[str, str]]()
    for number, group in enumerate(plan.groups):
        job = _job(number, group, lines)
        rows += order.write(job)
        batches.append((job.name, group.seen_on or SEEN_ON))
        ledger += [entry for each in job.plantings for entry in entries(each, job.name, group.seen_on)]
    write_ledger(folder / "planted.csv", ledger)
    write_readme(folder / "README.md", pack.id, batches, plan.left)
    figures = [{"name": name, "number": str(number)} for name, number in plan.thresholds.items()]
    write_document(folder / "settings.yaml", "settings", {"id": "synth", "thresholds": figures})
    kinds, planted = Counter(each.kind for each in ledger), {each.rule for each in ledger if each.kind == PLANTED}
    unplanted = [each.id for each in pack.rules if each.check == SQL and each.id not in planted]
    return Summary(rows, kinds[PLANTED], kinds[HARD_NEGATIVE], batches, unplanted, plan.left)


def planned(library: Library, pack: Pack) -> Plan:
    """The pack's examples sorted into batches."""
    prover = Prover(library.schemas, library.workshop, WorkingDayCalendar())
    found = list(templates(pack, list(examples_of(Path(pack.folder))), prover))
    usable = [each for each in found if isinstance(each, Template)]
    figures = thresholds(usable)
    fitting = [each for each in usable if all(figures.get(name) == given for name, given in each.thresholds.items())]
    grouping: Grouping = grouped(fitting, _free(library, pack))
    left = [each for each in found if isinstance(each, Left)]
    left += [Left(each.rule, each.origin, _OTHER_FIGURE) for each in usable if each not in fitting]
    left += [Left(each.rule, each.origin, _OWN_BATCH) for each in grouping.left]
    return Plan(grouping.groups, figures, left)


def thresholds(found: Sequence[Template]) -> Mapping[str, Decimal]:
    """Settings have one figure a threshold: the one with which most rules have a planting, or none where most do
    without; then that of most examples."""
    votes: dict[str, dict[Decimal | None, list[Template]]] = {}
    for each in found:
        for name, number in each.thresholds.items():
            votes.setdefault(name, {}).setdefault(number, []).append(each)
    chosen = {
        name: max(figures, key=lambda number: _weight(number, figures[number])) for name, figures in votes.items()
    }
    return {name: number for name, number in chosen.items() if number is not None}


def _weight(number: Decimal | None, wanting: Sequence[Template]) -> tuple[int, bool, int]:
    """What speaks for ``number``: the rules it plants; a figure rather than none; how many examples want it."""
    return len({each.rule for each in wanting if each.verdict}), number is not None, len(wanting)


def place(pack: Pack) -> Place:
    """A hospital in a district of the pack's region."""
    region = pack.division or "640000"
    district = f"{region[:2]}0104" if region.endswith("0000") else f"{region[:4]}02"
    return Place(f"H{district}00001", "示例医院", district)


def _free(library: Library, pack: Pack) -> set[str]:
    """The rules that read nothing of a batch's header or institution: their plantings go into any batch."""
    queries = Queries(library.schemas)
    asked = {rule.id: queries.of(rule, pack).sql for rule in pack.rules if rule.check == SQL}
    return {rule for rule, sql in asked.items() if not _READS_THE_BATCH.search(sql)}


def _job(number: int, group: Group, lines: int) -> Job:
    """The first batch has the month, and the more copies of each planting the larger it is."""
    name = f"{MAIN}-{number + 1}" if number else MAIN
    shared = f"-{name}" if CODE in group.institution else None
    copies = 1 if number else min(_COPIES, 1 + lines // _LINES_A_COPY)
    plantings = [
        plant(template, f"-{number + 1}.{index}.{copy}", shared)
        for index, template in enumerate(group.templates, 1)
        for copy in range(1, copies + 1)
    ]
    return Job(name, group, plantings, shared, 0 if number else lines)
