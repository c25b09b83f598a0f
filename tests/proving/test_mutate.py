"""Moving a figure must be noticed: a pack whose examples stand away from the boundary does not notice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.packs.region import header, library_of, write_pack
from wicheck.dates import WorkingDayCalendar
from wicheck.proving.example import examples_of
from wicheck.proving.mutate import figures, moved, step, survivors
from wicheck.proving.prove import Prover

EXAMPLES = """\
wicheck: examples/v1
examples:
- clause: example-1
  given: {{institution: {{rehabilitation: {{ward: {{beds_count: {meets}}}}}}}}}
  rules:
    beds_min_50:
    - {{shows: meets, expect: pass}}
    - {{shows: below, set: {{institution.rehabilitation.ward.beds_count: {below}}}, expect: fail}}
"""


def alive(root: Path, meets: int, below: int) -> list[str]:
    from tests.packs.region import CLAUSES

    write_pack(root, header() + CLAUSES)
    folder = root / "example-2026" / "examples"
    folder.mkdir()
    (folder / "beds.yaml").write_text(EXAMPLES.format(meets=meets, below=below), encoding="utf-8")
    library = library_of(root)
    (pack,) = library.packs(["example-2026"])
    prover = Prover(library.schemas, library.workshop, WorkingDayCalendar())
    examples = list(examples_of(Path(pack.folder)))
    return [str(mutant) for mutant, survived in survivors(pack, examples, prover) if survived]


def test_examples_on_both_sides_of_the_boundary_notice_every_move(tmp_path: Path) -> None:
    assert alive(tmp_path, meets=50, below=49) == []


@pytest.mark.parametrize(
    ("meets", "below", "unnoticed"),
    [(51, 49, "minimum 50 -> 51"), (50, 48, "minimum 50 -> 49")],
)
def test_an_example_away_from_the_boundary_lets_a_mutant_live(
    tmp_path: Path, meets: int, below: int, unnoticed: str
) -> None:
    assert alive(tmp_path, meets, below) == [f"example-1/beds_min_50: {unnoticed}"]


def test_every_number_is_found_and_booleans_are_none() -> None:
    whole = {"minimum": 50, "same_day": False, "checks": [{"months": [3]}, {"share": Decimal("0.2")}]}
    assert dict(figures(whole)) == {
        ("minimum",): 50,
        ("checks", 0, "months", 0): 3,
        ("checks", 1, "share"): Decimal("0.2"),
    }


@pytest.mark.parametrize(
    ("figure", "least"),
    [(50, 1), (0, 1), (Decimal(6), 1), (Decimal("0.2"), Decimal("0.01")), (Decimal(1), Decimal("0.01"))],
)
def test_a_figure_moves_by_the_least_step_that_matters(figure: int | Decimal, least: int | Decimal) -> None:
    assert step(figure) == least


def test_moving_leaves_the_original_alone() -> None:
    whole = {"a": [1, 2], "b": 3}
    assert moved(whole, ("a", 1), 9) == {"a": [1, 9], "b": 3}
    assert whole == {"a": [1, 2], "b": 3}
