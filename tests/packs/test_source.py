"""Unquoted scalars of a pack are typed by their form; quoted ones stay text; everything knows its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wicheck.packs.source import source, typed
from wicheck.yamlio import read_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50", 50),
        ("-3", -3),
        ("0.5", Decimal("0.5")),
        ("20%", Decimal("0.2")),
        ("12.5%", Decimal("0.125")),
        ("true", True),
        ("false", False),
        ("no", "no"),
        ("0123", "0123"),
        ("1e3", "1e3"),
        ("2021-01-01", "2021-01-01"),
        ("左右", "左右"),
        ("", ""),
    ],
)
def test_the_form_of_an_unquoted_scalar_is_its_type(text: str, value: Any) -> None:
    assert typed(text) == value
    assert type(typed(text)) is type(value)


def test_quoted_figures_are_text() -> None:
    (node,) = read_text('division: "330700"\n', "p.yaml").nodes
    assert source(node, "p.yaml").data == {"division": "330700"}


def test_a_place_is_that_of_the_key_or_the_entry() -> None:
    (node,) = read_text("a:\n- b: 1\n- b: 2\n", "p.yaml").nodes
    made = source(node, "p.yaml")
    assert str(made.locate(("a", 1, "b"))) == "p.yaml:3:3"
    assert str(made.locate(("a", 1, "missing"))) == "p.yaml:3:3"
    assert str(made.locate(("missing",))) == "p.yaml:1:1"
