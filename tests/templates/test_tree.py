"""Entries stand in the schema's order and nesting; lists and simple papers are one entry."""

from __future__ import annotations

import pytest

from wicheck.cli.shelf import library
from wicheck.documents.schemas import Schemas
from wicheck.model import dotted
from wicheck.templates.asking import Asker, Wanted, asked
from wicheck.templates.tree import Node, common, grown, leaves

SCHEMAS = Schemas()


def tree(kind: str, *paths: str) -> Node:
    return grown(SCHEMAS.shape(kind), {tuple(path.split(".")): () for path in paths})


def entries(node: Node) -> list[str]:
    return [dotted(path) for path, _ in leaves(node)]


@pytest.mark.parametrize(
    ("kind", "read", "written"),
    [
        ("institution", ["staff.rehab_doctors_count", "level", "type"], ["type", "level", "staff.rehab_doctors_count"]),
        ("institution", ["staff.roster", "staff.roster.name"], ["staff.roster"]),
        ("application", ["materials.floor_plan"], ["materials.floor_plan"]),
        ("application", ["materials.floor_plan.provided"], ["materials.floor_plan"]),
        (
            "application",
            ["materials.floor_plan", "materials.floor_plan.stamped"],
            ["materials.floor_plan.provided", "materials.floor_plan.stamped"],
        ),
        ("institution", ["practice_licence", "practice_licence.status"], ["practice_licence.status"]),
    ],
)
def test_what_is_read_becomes_entries_in_the_order_of_the_schema(
    kind: str, read: list[str], written: list[str]
) -> None:
    assert entries(tree(kind, *read)) == written


def test_an_object_that_is_asked_for_as_a_whole_has_all_its_entries() -> None:
    shape = SCHEMAS.at(("application", "applicant", "formerly_agreed_by"))
    assert shape
    found = entries(tree("application", "applicant.formerly_agreed_by"))
    assert found == [f"applicant.formerly_agreed_by.{name}" for name in shape.properties]


def asker(demand: str) -> Asker:
    shelf = library()
    (pack,) = shelf.packs(["jinhua-2020"])
    found = asked(Wanted([pack]), shelf)
    return next(each for askers in found.values() for each in askers if each.rule.demand == demand)


def test_what_asks_for_all_entries_below_is_common_to_them() -> None:
    one, other = asker("beds_min_50"), asker("dedicated_ward")
    rest = {("ward", "beds_count"): [one, other], ("ward", "dedicated"): [other]}
    ward = grown(SCHEMAS.at(("institution", "rehabilitation")), rest).children[0]  # type: ignore[arg-type]
    assert common(ward) == [other]
