"""The ledger: each clause and demand, by what it is decided."""

from __future__ import annotations

from pathlib import Path

from tests.packs.region import CLAUSES, header, loaded
from wicheck.model import ClauseKind
from wicheck.proving.coverage import Entry, Owed, ledger

INFORMING = "- {id: example-9, article: 第九条, kind: info, summary: {zh: 说明, en: informs}}\n"


def entries(root: Path, *owed: Owed, clauses: str = CLAUSES) -> dict[str, Entry]:
    return {entry.id: entry for entry in ledger([loaded(root, header() + clauses)], owed)}


def row(name: str, *demands: str, kind: ClauseKind = ClauseKind.RULE) -> Owed:
    return Owed(name, "example", kind, "institution", demands, "cut")


def test_a_demand_with_a_rule_is_covered_and_one_without_is_open(tmp_path: Path) -> None:
    entry = entries(tmp_path, row("example-1", "beds_min_50", "rooms"))["example-1"]
    assert entry.demands == {"beds_min_50": "rule", "rooms": "open"}
    assert entry.status == "open"


def test_what_a_pack_decides_beside_the_inventory_closes_nothing(tmp_path: Path) -> None:
    """The inventory counts; a rule of another name is told apart and fills no gap."""
    entry = entries(tmp_path, row("example-1", "rooms"))["example-1"]
    assert (entry.demands, entry.beyond, entry.status) == ({"rooms": "open"}, {"beds_min_50": "rule"}, "open")


def test_a_clause_that_no_pack_has_is_open_even_where_it_asks_nothing(tmp_path: Path) -> None:
    assert entries(tmp_path, row("example-8", kind=ClauseKind.INFO))["example-8"].status == "open"


def test_a_clause_that_informs_or_is_lost_asks_nothing(tmp_path: Path) -> None:
    found = entries(tmp_path, row("example-9", kind=ClauseKind.INFO), clauses=CLAUSES + INFORMING)
    assert found["example-9"].status == "info"
    lost = entries(tmp_path / "b", row("example-9", kind=ClauseKind.GAP), clauses=CLAUSES + INFORMING)
    assert lost["example-9"].status == "gap"


def test_what_only_a_pack_has_stands_in_the_ledger_too(tmp_path: Path) -> None:
    found = entries(tmp_path, clauses=CLAUSES + INFORMING)
    assert list(found) == ["example-1", "example-9"]
    assert found["example-1"].status == "covered"
    assert found["example-1"].record == "institution"


def test_damage_that_the_pack_does_not_tell_is_taken_from_the_inventory(tmp_path: Path) -> None:
    damage = entries(tmp_path, row("example-1", "beds_min_50"))["example-1"].damage
    assert damage is not None
    assert damage.en == "cut"
