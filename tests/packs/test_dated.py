"""Dated parameters: the latest day that has come counts, and before the first there is no figure."""

from __future__ import annotations

from datetime import date

import pytest

from wicheck.packs.dated import NotInForceError, changes, resolved

BEDS = {"minimum": {"2021-01-01": 50, "2027-01-01": 60}}


@pytest.mark.parametrize(
    ("on", "minimum"),
    [
        (date(2021, 1, 1), 50),
        (date(2026, 12, 31), 50),
        (date(2027, 1, 1), 60),
    ],
)
def test_a_figure_holds_from_its_day_on(on: date, minimum: int) -> None:
    assert resolved(BEDS, on) == {"minimum": minimum}


def test_before_the_first_day_there_is_no_figure() -> None:
    with pytest.raises(NotInForceError) as raised:
        resolved(BEDS, date(2020, 12, 31))
    assert raised.value.since == date(2021, 1, 1)


def test_dates_deep_inside_are_resolved_too() -> None:
    nested = {"checks": [{"check": "at_least", **BEDS}]}
    assert resolved(nested, date(2022, 1, 1)) == {"checks": [{"check": "at_least", "minimum": 50}]}


def test_what_is_not_dated_stays_as_it_is() -> None:
    plain = {"minimum": 50, "readings": {"text": 6}, "checks": []}
    assert resolved(plain, date(2000, 1, 1)) == plain


def test_all_days_on_which_something_changes_are_found() -> None:
    assert set(changes([BEDS, {"only_if": {"value": {"2023-06-01": 1}}}])) == {
        date(2021, 1, 1),
        date(2023, 6, 1),
        date(2027, 1, 1),
    }
