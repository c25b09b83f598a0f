"""What is planted is found, what only looks like an offence is left alone, and the hospital's month is clean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.synth.judging import SURE, Strikes, ledger, strikes
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.plugins import workshop
from wicheck.synth.batch import MAIN, Summary, synthesise
from wicheck.synth.ledger import HARD_NEGATIVE, PLANTED, Entry

LINES = 2_000
PACKS = ("jinhua-2020", "ningxia-2025", "wuhai-2020", "jingdezhen-2022", "shandong-2022", "practice", "base")
EVERYWHERE = [(pack, 1) for pack in PACKS]
"""Chance is in the month only: the small batches are the same for all seeds."""
THE_MONTH = [("ningxia-2025", 2), ("shandong-2022", 3)]


UNPLANTED = {
    "base": ["base-claim-numbers/claim_numbers_of_earlier_batches", "base-claim-numbers/lines_with_claim_number"]
}
"""Rules that only ever say 资料不足, or that judge one batch by another: nothing can be planted for them."""
OF_WHOLE_CLAIMS = "jingdezhen-2022"
"""A pack without a rule about single lines."""


class Judged(NamedTuple):
    pack: str
    summary: Summary
    entries: list[Entry]
    strikes: Strikes


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(Schemas(), workshop())


@pytest.fixture(scope="module", params=[*EVERYWHERE, *THE_MONTH], ids=lambda each: f"{each[0]}-{each[1]}")
def judged(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    name, seed = request.param
    folder = tmp_path_factory.mktemp("order")
    summary = synthesise(library, library.packs([name])[0], LINES, seed, folder)
    batches = {batch for batch, _ in summary.batches} if request.param in EVERYWHERE else {MAIN}
    entries = [each for each in ledger(folder) if each.batch in batches]
    return Judged(name, summary, entries, strikes(library, name, folder, batches))


def held_against(judged: Judged, entry: Entry) -> Iterator[tuple[str | None, str]]:
    for strike in judged.strikes.get((entry.batch, entry.rule, entry.claim or None), ()):
        if strike.verdict in SURE:
            yield strike


def test_every_rule_that_finds_offences_is_planted(judged: Judged) -> None:
    assert judged.summary.unplanted == UNPLANTED.get(judged.pack, [])


def test_every_planted_offence_is_found_on_its_claim_and_line(judged: Judged) -> None:
    planted = [each for each in judged.entries if each.kind == PLANTED]
    missed = [
        each
        for each in planted
        if not any(verdict == each.verdict and each.line in ("", line) for line, verdict in held_against(judged, each))
    ]
    assert planted
    assert not missed


def test_nothing_is_held_against_a_hard_negative(judged: Judged) -> None:
    negatives = [each for each in judged.entries if each.kind == HARD_NEGATIVE]
    assert negatives
    assert not [each for each in negatives if list(held_against(judged, each))]


def test_a_planted_line_is_the_only_one_of_its_claim(judged: Judged) -> None:
    of_lines = [each for each in judged.entries if each.kind == PLANTED and each.line]
    assert bool(of_lines) is (judged.pack != OF_WHOLE_CLAIMS)
    for each in of_lines:
        assert {line for line, _ in held_against(judged, each)} == {each.line}, each


def test_no_rule_has_anything_to_say_of_the_hospitals_month(judged: Judged) -> None:
    assert not {
        rule for (_, rule, claim), found in judged.strikes.items() if claim and claim.startswith("JS") and found
    }
