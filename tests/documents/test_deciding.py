"""Validity decided by ourselves: as by a validator that knows all of JSON Schema, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wicheck.documents import validate
from wicheck.documents.deciding import Understanding
from wicheck.documents.files import find_files
from wicheck.documents.keywords import KEYWORDS, NotUnderstoodError
from wicheck.documents.reading import read_documents
from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import Validation, decider, fast_decider
from wicheck.plugins import workshop

ROOT = Path(__file__).parents[2]
VALUES: list[Any] = [
    *(True, False, None, 0, 1, -1, 5, 1.0, 0.5, Decimal("1"), Decimal("1.0"), Decimal("0.5"), Decimal("NaN"), ""),
    *("a", "ab", "a\n", "１", "二", "330702", [], ["a"], ["a", "a"], ["a", "b", "c"], [1], {}, {"a": 1}, {"a": "x"}),
    *({"b": 1}, {"a": 1, "b": 2}, {"A": 1}, {"a": [1, "a"]}, {"a": {"a": "a"}}),
]
SCHEMAS: list[dict[str, Any]] = [
    *({"type": name} for name in ("string", "boolean", "integer", "number", "object", "array", "null")),
    *({"type": ["string", "boolean"]}, {"enum": ["a", 1, False]}, {"enum": [True]}, {"const": False}, {"const": 1}),
    *({"pattern": "^[0-9]{6}$"}, {"pattern": "^a"}, {"pattern": r"^\d$"}, {"pattern": "^a|b$"}, {"minLength": 1}),
    *({"maxLength": 1}, {"minimum": 1}, {"maximum": Decimal("0.5")}, {"exclusiveMinimum": 0}, {"required": ["a"]}),
    *(
        {"properties": {"a": {"type": "string"}}},
        {"properties": {"a": True, "b": False}},
        {"minProperties": 1},
        {"maxProperties": 1},
    ),
    *({"additionalProperties": False, "properties": {"a": {}}}, {"additionalProperties": {"type": "string"}}),
    *(
        {"additionalProperties": False, "patternProperties": {"^[a-z]$": {"type": "integer"}}},
        {"items": {"type": "string"}},
    ),
    *({"propertyNames": {"pattern": "^[a-z]+$"}}, {"minItems": 2}, {"maxItems": 1}, {"items": False}),
    *({"anyOf": [{"type": "string"}, {"minimum": 1}]}, {"oneOf": [{"type": "object"}, {"required": ["a"]}]}),
    *(
        {"allOf": [{"type": "integer"}, {"minimum": 1}]},
        {"not": {"type": "string"}},
        {"dependentRequired": {"a": ["b"]}},
    ),
    *({"type": "array", "items": {"type": "string"}, "uniqueItems": True}, {"uniqueItems": False}, {"title": "词"}),
    {
        "$ref": "#/$defs/tree",
        "$defs": {"tree": {"properties": {"a": {"$ref": "#/$defs/tree"}}, "type": ["object", "string"]}},
    },
    {"$ref": "#/$defs/x", "maxLength": 1, "$defs": {"x": {"type": "string"}}},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=repr)
def test_each_keyword_means_what_it_means_to_others(schema: dict[str, Any]) -> None:
    own, others = Understanding(schema), fast_decider(schema)
    for value in VALUES:
        assert own.is_valid(value) is others(value), value


def test_every_keyword_that_is_known_is_compared_with_others() -> None:
    assert {name for schema in SCHEMAS for name in schema} >= KEYWORDS.keys()


@given(
    st.recursive(
        st.sampled_from(SCHEMAS[:-2]),
        lambda part: st.one_of(
            st.fixed_dictionaries({"items": part}),
            st.fixed_dictionaries({"not": part}),
            st.fixed_dictionaries(
                {"properties": st.dictionaries(st.sampled_from("ab"), part), "type": st.just("object")}
            ),
            st.fixed_dictionaries({"anyOf": st.lists(part, min_size=1, max_size=2), "type": st.just("string")}),
        ),
        max_leaves=4,
    ),
    st.recursive(
        st.sampled_from(VALUES),
        lambda each: st.one_of(st.lists(each, max_size=2), st.dictionaries(st.sampled_from("abc"), each, max_size=2)),
        max_leaves=5,
    ),
)
@settings(max_examples=500)
def test_what_we_decide_others_decide(schema: dict[str, Any], value: Any) -> None:
    try:
        decided = Understanding(schema).is_valid(value)
    except NotUnderstoodError:
        return
    assert decided is fast_decider(schema)(value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"multipleOf": 2}, 4),
        ({"properties": {"a": {"contains": {}}}}, {"a": []}),
        ({"pattern": "^(a$|b)"}, "a"),
        ({"pattern": r"^\p{L}"}, "a"),
        ({"pattern": r"^1\$"}, "1$"),
        ({"enum": [["a"]]}, ["a"]),
        ({"uniqueItems": True}, [{}, {}]),
        ({"$ref": "other.json"}, 1),
    ],
)
def test_what_is_not_known_here_is_not_decided_here(schema: dict[str, Any], value: Any) -> None:
    with pytest.raises(NotUnderstoodError):
        Understanding(schema).is_valid(value)


def test_what_we_cannot_decide_another_validator_does() -> None:
    for schema in ({"multipleOf": 2}, {"properties": {"a": {"multipleOf": 2}}}):
        is_valid = decider(schema)
        wrap = (lambda value: {"a": value}) if "properties" in schema else (lambda value: value)
        assert [is_valid(wrap(value)) for value in (2, 3, 4)] == [True, False, True]


def test_many_documents_are_decided_by_a_faster_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def faster(_schema: Any) -> Any:
        return lambda value: bool(asked.append(value)) or "id" in value

    monkeypatch.setattr(validate, "fast_decider", faster)
    validation, whole = Validation(Schemas()), {"wicheck": "calendar/v1", "id": "甲", "years": []}
    assert all(validation.is_valid("calendar", whole) for _ in range(99))
    assert asked == []
    assert [validation.is_valid("calendar", each) for each in (whole, {})] == [True, False]
    assert asked == [whole, {}]


def own_schemas() -> Iterator[tuple[str, Any]]:
    for kind in Schemas().kinds:
        yield kind, Schemas().schema(kind)
    offered = workshop()
    for name in offered.kinds.places:
        kind = offered.kind(name)
        assert kind is not None
        yield name, kind.arguments


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for name, part in schema.items():
            if name in ("properties", "patternProperties", "$defs"):
                for each in part.values():
                    yield from parts(each)
            elif name in ("items", "not", "additionalProperties", "propertyNames"):
                yield from parts(part)
            elif name in ("anyOf", "oneOf", "allOf"):
                for each in part:
                    yield from parts(each)


OWN = dict(own_schemas())


@pytest.mark.parametrize(("name", "schema"), OWN.items(), ids=OWN)
def test_all_of_our_own_schemas_are_understood(name: str, schema: Any) -> None:
    whole = Understanding(schema)
    for part in parts(schema):
        whole.of(part)


def test_our_files_are_valid_without_another_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    readings = list(read_documents(find_files([ROOT / "examples" / "rehab-hospital"]), Schemas()))
    assert sum(len(reading.documents) for reading in readings) >= 3
    assert not [error for reading in readings for error in reading.errors]
