"""Sentences: filled in both languages, whatever a check kind forgot, and only when somebody reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.model import Deferred, Text

ASKED = Text("{label}须 {n} 张", "{label} must be {n}")


def test_a_value_in_both_languages_gives_each_its_own() -> None:
    assert ASKED.filled({"label": Text("床位", "beds"), "n": 50}) == Text("床位须 50 张", "beds must be 50")


def test_a_value_that_was_forgotten_stays_visible() -> None:
    assert ASKED.filled({"n": 50}) == Text("{label}须 50 张", "{label} must be 50")


def test_deferred_values_are_made_once_and_only_when_read() -> None:
    made: list[None] = []

    def make() -> Mapping[str, Any]:
        made.append(None)
        return {"label": Text("床位", "beds"), "n": 50}

    values = Deferred(make)
    assert not made
    assert ASKED.filled(values) == ASKED.filled(values) == Text("床位须 50 张", "beds must be 50")
    assert {"n": 49, **values}["n"] == 50
    assert (len(values), list(values), len(made)) == (2, ["label", "n"], 1)
