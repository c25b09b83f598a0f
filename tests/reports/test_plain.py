"""Values in JSON: figures keep exactly their digits."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.model import Location, Text
from wicheck.reports.plain import location_data, number, plain, show_location

FIGURES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)


@given(FIGURES)
def test_money_comes_back_as_it_was(amount: Decimal) -> None:
    assert json.loads(json.dumps(number(amount)), parse_float=Decimal) == amount


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("0.10"), "0.1"),
        (Decimal("5E+1"), "50"),
        (Decimal("1234567890123456.78"), '"1234567890123456.78"'),
        (date(2026, 3, 10), '"2026-03-10"'),
        (Text("张", "beds"), '{"zh": "张", "en": "beds"}'),
        ((Decimal("0.5"), None, True), "[0.5, null, true]"),
        ({"a": Decimal(1)}, '{"a": 1}'),
    ],
)
def test_values_are_written_plainly(value: object, written: str) -> None:
    assert json.dumps(plain(value), ensure_ascii=False) == written


@pytest.mark.parametrize(
    ("place", "data"),
    [
        (Location("a.yaml", 3, 5), {"file": "a.yaml", "line": 3, "column": 5}),
        (Location("a.yaml"), {"file": "a.yaml"}),
        (Location("a.csv", row=9), {"file": "a.csv", "row": 9}),
        (Location("a.xlsx", sheet="表1", cell="B2"), {"file": "a.xlsx", "sheet": "表1", "cell": "B2"}),
    ],
)
def test_places_hold_only_what_they_have_and_print_as_before(place: Location, data: dict[str, object]) -> None:
    assert location_data(place) == data
    assert show_location(location_data(place)) == str(place)
