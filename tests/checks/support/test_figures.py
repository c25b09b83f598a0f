"""figures: short, with their unit, and never rounded across a limit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.checks.support.figures import PERCENT, ceiling, floor, quotient, shown
from wicheck.model import Quantity, Text, same

BEDS = Text("张", "beds")


@pytest.mark.parametrize(
    ("value", "words"),
    [(49, "49 beds"), (Decimal("50.0"), "50 beds"), (Decimal("5E+1"), "50 beds"), (Decimal("5.60"), "5.6 beds")],
)
def test_a_figure_is_written_short_with_its_unit(value: Decimal | int, words: str) -> None:
    assert shown(value, BEDS).en == words


@pytest.mark.parametrize(("value", "words"), [(Decimal("0.4"), "40%"), (1, "100%"), (Decimal("0.3999"), "39.99%")])
def test_a_share_is_written_as_a_percentage(value: Decimal | int, words: str) -> None:
    assert shown(value, PERCENT) == same(words)


def test_without_a_unit_nothing_trails() -> None:
    assert shown(7, same("")) == same("7")


@given(st.decimals(-10000, 10000, places=5))
def test_rounding_never_crosses_the_value(value: Decimal) -> None:
    assert floor(value) <= value <= ceiling(value)
    assert ceiling(value) - floor(value) <= Decimal("0.01")


def test_what_is_not_known_has_no_quotient() -> None:
    with pytest.raises(ValueError, match="no quotient"):
        quotient(Quantity(None))
