"""Our own packs against the inventory of the five texts: nothing overlooked, nothing counted that is not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.plugins import workshop
from wicheck.proving.coverage import OPEN, Entry, Owed, ledger
from wicheck.proving.inventory import read_inventory

INVENTORY = Path(__file__).parents[1] / "data" / "clauses.yaml"


@pytest.fixture(scope="module")
def owed() -> list[Owed]:
    return list(read_inventory(INVENTORY))


@pytest.fixture(scope="module")
def entries(owed: list[Owed]) -> list[Entry]:
    packs = Library(Schemas(), workshop()).packs()
    return list(ledger([pack for pack in packs if pack.division], owed))


def test_the_five_texts_have_212_clauses_and_405_demands(owed: list[Owed]) -> None:
    assert (len(owed), sum(len(each.demands) for each in owed)) == (212, 405)


def test_ledger_and_inventory_have_the_same_clauses_kinds_and_demands(owed: list[Owed], entries: list[Entry]) -> None:
    found = {entry.id: (entry.kind, set(entry.demands)) for entry in entries}
    assert found == {each.id: (each.kind, set(each.demands)) for each in owed}


def test_every_clause_stands_in_its_pack(entries: list[Entry]) -> None:
    assert [entry.id for entry in entries if not entry.standing] == []


def test_no_demand_is_open(entries: list[Entry]) -> None:
    assert [f"{entry.id}/{demand}" for entry in entries for demand, by in entry.demands.items() if by == OPEN] == []
