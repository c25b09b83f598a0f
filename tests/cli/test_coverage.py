"""``wicheck coverage``: every clause and demand of the inventory, and what decides it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import INVENTORY, Call

ALL = {
    "example-1": {"kind": "rule", "damage": None, "status": "covered", "demands": {"beds_min_50": "rule"}},
    "example-2": {"kind": "attest", "damage": "条尾残缺", "status": "covered", "demands": {"equipment": "attestation"}},
    "example-3": {"kind": "gap", "damage": None, "status": "gap", "demands": {}},
}


def test_the_ledger_in_json(call: Call, policies: Path) -> None:
    code, out, _ = call("coverage", "--format", "json")
    assert code == 0
    assert json.loads(out) == {"clauses": ALL}


@pytest.mark.parametrize(
    ("record", "clauses"), [("institution", ["example-1"]), ("申请", ["example-2"]), ("claims", [])]
)
def test_it_can_be_of_one_kind_of_document(call: Call, policies: Path, record: str, clauses: list[str]) -> None:
    out = call("coverage", "--record", record, "--format", "json").out
    assert list(json.loads(out)["clauses"]) == clauses


def test_a_demand_that_no_rule_decides_is_open_and_gives_1(call: Call, policies: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(INVENTORY.replace("[beds_min_50]", "[beds_min_50, dedicated_ward]"), encoding="utf-8")
    code, out, _ = call("coverage", "--inventory", file, "--format", "json")
    clause = json.loads(out)["clauses"]["example-1"]
    assert code == 1
    assert clause["status"] == "open"
    assert clause["demands"] == {"beds_min_50": "rule", "dedicated_ward": "open"}
    assert call("coverage", "--inventory", file, "--record", "application").code == 0


def test_a_region_without_a_pack_is_open_unless_a_pack_was_named(call: Call, policies: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(INVENTORY + "elsewhere:\n  clauses:\n  - {id: elsewhere-1, kind: info}\n", encoding="utf-8")
    code, out, _ = call("coverage", "--inventory", file, "--format", "json")
    assert code == 1
    assert json.loads(out)["clauses"]["elsewhere-1"]["status"] == "open"
    code, out, _ = call("coverage", "--inventory", file, "--pack", "示例市", "--format", "json")
    assert code == 0
    assert list(json.loads(out)["clauses"]) == list(ALL)


def test_the_ledger_on_the_screen(call: Call, policies: Path) -> None:
    out = call("coverage").out
    assert out.startswith("示例市（example-2026）\n  3 条：已落实 2，原文缺失 1；2 项要求：规则 1，人工认定 1\n")
    assert "[规则] beds_min_50：床位不少于 50 张" in out
    assert "原文残缺：条尾残缺" in out
    assert "damaged: its end is cut" in call("coverage", "--lang", "en").out


def test_a_faulty_inventory_gives_2_with_its_place(call: Call, policies: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(INVENTORY.replace("kind: gap", "kind: hole"), encoding="utf-8")
    code, _, err = call("coverage", "--inventory", file)
    assert code == 2
    assert err.startswith("more.yaml:5:5: ")
