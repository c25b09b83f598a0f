"""The entries a rule reads are found in its arguments, whatever check kind they are for."""

from __future__ import annotations

from typing import Any

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.explaining.data import Reader, entries, keys
from wicheck.model import dotted
from wicheck.plugins import workshop

READER = Reader(Schemas(), workshop())
BEDS = "institution.rehabilitation.ward.beds_count"
EQUIPMENT = "institution.rehabilitation.equipment"
PAPER = "application.materials.floor_plan"


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ({"value": BEDS, "minimum": 50}, [BEDS]),
        (
            {"checks": [{"check": "is_true", "value": BEDS}, {"check": "present", "values": [EQUIPMENT]}]},
            [BEDS, EQUIPMENT],
        ),
        ({"fact": "rehab_doctors_count"}, ["institution.staff.rehab_doctors_count"]),
        ({"entries": EQUIPMENT, "checks": [{"value": "entry.model"}]}, [EQUIPMENT, f"{EQUIPMENT}.model"]),
        ({"entries": EQUIPMENT, "by": "model"}, [EQUIPMENT, f"{EQUIPMENT}.model"]),
        ({"value": f"{EQUIPMENT}.0.model"}, [f"{EQUIPMENT}.model"]),
        ({"entries": EQUIPMENT, "division": "640000", "word": "左右"}, [EQUIPMENT]),
        ({"material": PAPER, "stamped": True, "copies_count": 1}, [PAPER, f"{PAPER}.stamped", f"{PAPER}.copies_count"]),
        ({"value": EQUIPMENT, "name": "床"}, [EQUIPMENT]),
        ({"value": "institution.no.such.path"}, []),
    ],
)
def test_paths_are_found(arguments: dict[str, Any], paths: list[str]) -> None:
    found = [dotted(path) for path in READER.paths(arguments)]
    assert found[-len(paths) :] == paths if "fact" in arguments else found == paths


def test_an_entry_is_named_by_its_chinese_keys_from_the_document_down() -> None:
    path = tuple(BEDS.split("."))
    assert keys(path, READER.schemas).zh == "机构·康复·康复病房·床位数"
    assert keys(path, READER.schemas).en.startswith("institution > ")


def test_a_clerk_learns_what_to_write_and_in_which_unit() -> None:
    (line,) = entries([tuple(BEDS.split("."))], READER.schemas)
    assert line.text.zh.startswith(f"机构·康复·康复病房·床位数（{BEDS}）：")
    assert line.text.zh.endswith("单位：张")
    assert line.text.en.endswith("in beds")
