"""Every built-in fact reads paths that the schemas have, and tells of all that it reads."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from wicheck import facts
from wicheck.documents.schemas import Schemas
from wicheck.facts._roster import ROSTER, SENIOR_REHAB_DOCTORS, TRAINED_REHAB_THERAPISTS
from wicheck.model import Fact

FACTS: list[Fact] = [
    import_module(f"wicheck.facts.{module.name}").FACT
    for module in iter_modules(facts.__path__)
    if not module.name.startswith("_")
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_named_like_its_module(fact: Fact) -> None:
    assert import_module(f"wicheck.facts.{fact.name}").FACT is fact
    assert fact.page
    assert fact.title.zh


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_the_schemas_have_every_path_a_fact_reads(fact: Fact) -> None:
    schemas = Schemas()
    assert fact.paths
    assert [path for path in fact.paths if schemas.at(path) is None] == []


def test_the_roster_has_the_keys_and_values_that_are_counted() -> None:
    schemas = Schemas()
    for wanted in (SENIOR_REHAB_DOCTORS, TRAINED_REHAB_THERAPISTS):
        for key, values in wanted.items():
            shape = schemas.at((*ROSTER, key), through_arrays=True)
            assert shape is not None
            assert {value for value in values if value is not True} <= set(shape.choices)
