"""The clause inventory: read with its faults placed, and the same wherever it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.errors import PackError
from wicheck.model import ClauseKind
from wicheck.proving.coverage import Owed
from wicheck.proving.inventory import inventories, placed, read_inventory

ROOT = Path(__file__).parents[2]
GOOD = (
    "example:\n  clauses:\n  - {id: example-1, kind: rule, record: institution, demands: [beds, rooms], damage: cut}\n"
)


def file(folder: Path, text: str) -> Path:
    made = folder / "inventory.yaml"
    made.write_text(text, encoding="utf-8")
    return made


def test_a_row_says_what_a_clause_owes(tmp_path: Path) -> None:
    (row,) = read_inventory(file(tmp_path, GOOD))
    assert row == Owed("example-1", "example", ClauseKind.RULE, "institution", ("beds", "rooms"), "cut")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- example\n", 1),
        ("example: [a]\n", 1),
        ("example: {rows: []}\n", 1),
        (GOOD.replace("kind: rule", "kind: rules"), 3),
        (GOOD.replace("id: example-1, ", ""), 3),
        (GOOD.replace("[beds, rooms]", "beds"), 3),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(PackError) as raised:
        list(read_inventory(file(tmp_path, text)))
    assert raised.value.location is not None
    assert (raised.value.location.file, raised.value.location.line) == ("inventory.yaml", line)


def test_a_regions_name_is_the_beginning_of_its_packs_id() -> None:
    rows = [Owed(f"{region}-1", region, ClauseKind.INFO, None, (), None) for region in ("jin", "jinhua", "jinhua-2020")]
    assert [row.pack for row in placed(rows, ["base", "jinhua-2020"])] == ["jin", "jinhua-2020", "jinhua-2020"]


def test_folders_without_an_inventory_owe_nothing(tmp_path: Path) -> None:
    assert list(inventories([tmp_path])) == []


def test_what_travels_with_the_packs_owes_what_the_texts_do() -> None:
    """The copy under tests is what the texts were read into; the packs' own may not drift from it."""
    theirs, ours = (
        {(row.id, row.kind, row.record, row.demands) for row in read_inventory(each)}
        for each in (ROOT / "tests" / "data" / "clauses.yaml", ROOT / "policies" / "inventory.yaml")
    )
    assert theirs == ours
    assert len(ours) == 212
