"""rounding: a written figure stands for every value that rounds to it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.rounding import Range, as_written, exact, product, rounded, total

decimals = st.decimals(-1000, 1000, places=3)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("12.5", "12.45", "12.55"), ("12.50", "12.495", "12.505"), ("12", "11.5", "12.5"), ("0", "-0.5", "0.5")],
)
def test_a_figure_stands_for_half_a_unit_of_its_last_place(written: str, low: str, high: str) -> None:
    assert as_written(Decimal(written)) == Range(Decimal(low), Decimal(high))


def test_whole_numbers_are_written_to_the_unit() -> None:
    assert as_written(12) == rounded(12, 0) == Range(Decimal("11.5"), Decimal("12.5"))


@given(decimals, st.integers(0, 2))
def test_the_true_value_lies_in_the_range_of_its_rounding(value: Decimal, places: int) -> None:
    near = rounded(round(value, places), places)
    assert near.low <= value <= near.high


@given(decimals, decimals, st.data())
def test_products_and_sums_hold_every_pair_of_values(one: Decimal, other: Decimal, data: st.DataObject) -> None:
    ranges = [rounded(one, 1), rounded(other, 0)]
    inner = [data.draw(st.sampled_from([each.low, each.high, (each.low + each.high) / 2])) for each in ranges]
    product_range, sum_range = product(ranges), total(ranges)
    assert product_range.low <= inner[0] * inner[1] <= product_range.high
    assert sum_range.low <= inner[0] + inner[1] <= sum_range.high


@pytest.mark.parametrize(("other", "met"), [("10.1", True), ("10.2", False)])
def test_ranges_meet_within_a_tolerance_included(other: str, met: bool) -> None:
    assert exact(10).meets(exact(Decimal(other)), Decimal("0.1")) is met
    assert exact(Decimal(other)).meets(exact(10), Decimal("0.1")) is met


def test_touching_ranges_meet() -> None:
    assert rounded(1, 0).meets(rounded(2, 0))
    assert not rounded(1, 0).meets(rounded(3, 0))
