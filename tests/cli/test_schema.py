"""``wicheck schema``: complete in itself, and nothing in it that is not used."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Call
from wicheck.cli.schema import references
from wicheck.documents.schemas import Schemas


@pytest.mark.parametrize("kind", Schemas().kinds)
def test_every_reference_is_there_and_every_shared_definition_is_used(call: Call, kind: str) -> None:
    schema = json.loads(call("schema", kind).out)
    Draft202012Validator.check_schema(schema)
    used = set(references(schema))
    assert used <= schema["$defs"].keys()
    assert {name for name in schema["$defs"] if name.startswith("common.")} <= used


def test_the_parts_of_a_pack_stay(call: Call) -> None:
    assert "clauses_file" in json.loads(call("schema", "pack").out)["$defs"]
