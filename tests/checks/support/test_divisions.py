"""Codes of divisions without what says "the whole of it"."""

from __future__ import annotations

import pytest

from wicheck.checks.support.divisions import significant


@pytest.mark.parametrize(
    ("code", "stem"),
    [("640000", "64"), ("640100", "6401"), ("640105", "640105"), ("641000", "6410"), ("640110", "640110")],
)
def test_the_zeros_of_a_whole_province_or_city_go(code: str, stem: str) -> None:
    assert significant(code) == stem
