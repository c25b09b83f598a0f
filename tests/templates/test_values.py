"""Values stand on one line as a clerk writes them, and examples come from the schema."""

from __future__ import annotations

from typing import Any

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape
from wicheck.model import Language
from wicheck.reports.layout import columns
from wicheck.templates.values import entry_lines, example_of, flow

SCHEMAS = Schemas()


def shape(path: str) -> Shape:
    found = SCHEMAS.at(tuple(path.split(".")))
    assert found
    return found


@pytest.mark.parametrize(
    ("path", "value", "zh", "en"),
    [
        ("institution.service_kinds", ["medical", "rehabilitation"], "[医疗, 康复]", "[medical, rehabilitation]"),
        (
            "application.materials.floor_plan",
            {"provided": True, "copies_count": 1},
            "{是否提供: 是, 复印件份数: 1}",
            "{provided: true, copies_count: 1}",
        ),
        ("institution.staff.roster", [{"name": "张示例"}], "[{姓名: 张示例}]", "[{name: 张示例}]"),
        ("institution.division_code", "330702", '"330702"', '"330702"'),
        ("institution.staff.roster", [], "无", "无"),
    ],
)
def test_a_value_stands_on_one_line(path: str, value: Any, zh: str, en: str) -> None:
    assert flow(value, shape(path), Language.ZH) == zh
    assert flow(value, shape(path), Language.EN) == en


def test_an_example_has_every_key_of_an_entry_and_is_wrapped_between_them() -> None:
    person = shape("institution.staff.roster").items
    assert person
    assert example_of(person).keys() == person.properties.keys()
    lines = list(entry_lines(person, Language.ZH, 60))
    assert len(lines) > 1
    assert max(map(columns, lines)) <= 60
    assert lines[0].startswith("- {姓名: 张示例, ")
    assert all(line.startswith("   ") for line in lines[1:])
    assert lines[-1].endswith("}")
    assert all(line.endswith(",") for line in lines[:-1])
