"""Findings that other processes hold behave like a list of them, and are fetched in handfuls."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.parallel.findings import DistantFindings, LinesOf, Stretch

HELD = [list(range(5)), list(range(5, 6)), list(range(6, 12))]
ALL = list(range(12))


def distant() -> DistantFindings:
    made: Any = [Stretch(held.__getitem__, 0, len(held)) for held in HELD]
    return DistantFindings(made)


def test_they_come_in_order() -> None:
    assert list(distant()) == ALL
    assert len(distant()) == 12


@given(st.slices(12).filter(lambda each: each.step in (None, 1)))
def test_a_slice_is_that_of_the_list(wanted: slice) -> None:
    assert list(distant()[wanted]) == ALL[wanted]


@given(st.integers(-12, 11))
def test_one_of_them_is_that_of_the_list(index: int) -> None:
    assert distant()[index] == ALL[index]


@pytest.mark.parametrize("index", [12, -13])
def test_there_are_no_others(index: int) -> None:
    with pytest.raises(IndexError):
        distant()[index]


def test_many_are_never_asked_for_at_once() -> None:
    asked: list[slice] = []

    def ask(wanted: slice) -> Any:
        asked.append(wanted)
        return range(1200)[wanted]

    assert list(DistantFindings([Stretch(ask, 0, 1200)])) == list(range(1200))
    assert max(each.stop - each.start for each in asked) == 500


def test_lines_are_asked_for_in_handfuls_and_made_where_the_findings_are() -> None:
    asked: list[object] = []

    def ask(wanted: slice | LinesOf) -> list[Any]:
        asked.append(wanted)
        assert isinstance(wanted, LinesOf)
        return [f"line {number}" for number in range(1200)[wanted.findings]]

    made = DistantFindings([Stretch(ask, 0, 700), Stretch(ask, 700, 1200)])
    assert list(made[:1000].lines()) == [f"line {number}" for number in range(1000)]
    assert asked == [LinesOf(slice(0, 500)), LinesOf(slice(500, 700)), LinesOf(slice(700, 1000))]
