"""A synthesised order as a check judges it: the offences, by batch, rule and claim."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wicheck.billing.opening import Means
from wicheck.checking import Inputs, check
from wicheck.engines.interface import MIB, Limits
from wicheck.library import Library
from wicheck.session import Request
from wicheck.synth.ledger import Entry

SURE = ("fail", "suspect", "review")
"""Verdicts that hold something against a claim; 资料不足 does not."""
LIMITS = Limits(memory_bytes=384 * MIB, threads=1, shown=1_000_000)


class Strike(NamedTuple):
    line: str | None
    verdict: str


Strikes = Mapping[tuple[str, str, str | None], Sequence[Strike]]


def ledger(folder: Path) -> list[Entry]:
    with (folder / "planted.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        assert next(rows) == list(Entry._fields)
        return [Entry(*row) for row in rows]


def strikes(library: Library, pack: str, folder: Path, batches: Collection[str]) -> Strikes:
    """What the rules of ``pack`` find, all batches of one day in one run."""
    days = {each.batch: each.seen_on for each in ledger(folder) if each.batch in batches}
    found: dict[tuple[str, str, str | None], list[Strike]] = defaultdict(list)
    for day in sorted(set(days.values())):
        paths = tuple(folder / batch for batch in sorted(days) if days[batch] == day)
        for key, strike in _judged(library, pack, Inputs(paths, (folder / "settings.yaml",)), day):
            found[key].append(strike)
    return found


def _judged(
    library: Library, pack: str, inputs: Inputs, day: str
) -> Iterator[tuple[tuple[str, str, str | None], Strike]]:
    request = Request(packs=(pack,), on=date.fromisoformat(day))
    done = check(library, inputs, request, date.fromisoformat(day), lambda: Means(limits=LIMITS))
    assert not done.errors, done.errors[0]
    for judged in done.judged_batches:
        for rule, answer in judged.answers.items():
            assert answer.failure is None, answer.failure
            for row in answer.rows:
                yield (judged.document.id, rule, row.claim_id), Strike(row.line_number, row.verdict.value)
