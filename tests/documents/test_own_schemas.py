"""Our own schemas and the canonical pass fit together: every example, under its Chinese key, is read and valid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wicheck.documents.canonical import CanonicalPass
from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape
from wicheck.documents.validate import Validation
from wicheck.model import DocumentKind
from wicheck.yamlio import Mapping, Node, Scalar, Sequence


def written(shape: Shape, value: Any) -> Node:
    """``value`` as a clerk would write it: Chinese keys and labels, 是 and 无."""
    if isinstance(value, dict):
        items = {shape.properties[key].keys_zh[0]: written(shape.properties[key], each) for key, each in value.items()}
        return Mapping(items, dict.fromkeys(items, (1, 1)), 1, 1)
    if isinstance(value, list) and value and shape.items:
        return Sequence([written(shape.items, each) for each in value], 1, 1)
    if isinstance(value, str):
        return Scalar(shape.choices[value].zh if value in shape.choices else value, 1, 1, quoted=True)
    words = {True: "是", False: "无"}
    text = words.get(value, str(value)) if isinstance(value, bool) else "无" if value == [] else str(value)
    return Scalar(text, 1, 1, quoted=False)


def whole(shape: Shape) -> Mapping:
    """A document with the first example of every entry."""
    examples = {name: child.fragment["examples"][0] for name, child in shape.properties.items()}
    node = written(shape, examples)
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_example_is_read_and_valid(kind: DocumentKind) -> None:
    schemas = Schemas()
    read = CanonicalPass(schemas.shape(kind)).read(whole(schemas.shape(kind)), "a.yaml")
    assert [str(error) for error in read.errors] == []
    assert [str(error) for error in Validation(schemas).errors(kind, read.data, read.positions)] == []


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_numbers_are_never_floats(kind: DocumentKind) -> None:
    schemas = Schemas()
    data = CanonicalPass(schemas.shape(kind)).read(whole(schemas.shape(kind)), "a.yaml").data
    assert {type(value) for value in leaves(data)} <= {str, bool, int, Decimal}


def leaves(value: Any) -> list[Any]:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if below is None else [leaf for each in below for leaf in leaves(each)]
