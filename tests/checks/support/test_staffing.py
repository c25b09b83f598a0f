"""staffing: the shortest way to enough people and to the share, held against trying everything."""

from __future__ import annotations

from fractions import Fraction
from itertools import count, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.checks.support.staffing import Staff, Steps, advice, by_hiring, fewest
from wicheck.model import same

staffs = st.integers(0, 12).flatmap(lambda whole: st.builds(Staff, st.integers(0, whole), st.just(whole)))
minima = st.integers(0, 14)
shares = st.fractions(0, 1, max_denominator=20)


def meets(staff: Staff, minimum: int, share: Fraction) -> bool:
    return staff.whole >= minimum and staff.part >= share * staff.whole


def possible(steps: Steps, staff: Staff) -> bool:
    return steps.seniors <= steps.hires and steps.promotions <= staff.whole - staff.part


def all_ways(staff: Staff, changes: int) -> list[Steps]:
    numbers = range(changes + 1)
    ways = (Steps(*way) for way in product(numbers, repeat=3))
    return [way for way in ways if way.changes == changes and possible(way, staff)]


@given(staffs, minima, shares)
def test_fewest_meets_both_demands_and_nothing_shorter_does(staff: Staff, minimum: int, share: Fraction) -> None:
    best = fewest(staff, minimum, share)
    assert possible(best, staff)
    assert meets(best.after(staff), minimum, share)
    shorter = [way for changes in range(best.changes) for way in all_ways(staff, changes)]
    assert not any(meets(way.after(staff), minimum, share) for way in shorter)


@given(staffs, minima, shares.filter(lambda share: share < Fraction(9, 10)))
def test_hiring_alone_meets_both_demands_with_the_fewest_people(staff: Staff, minimum: int, share: Fraction) -> None:
    found = by_hiring(staff, minimum, share)
    first = next(
        Steps(hires, seniors)
        for hires in count()
        for seniors in range(hires + 1)
        if meets(Steps(hires, seniors).after(staff), minimum, share)
    )
    assert found == first


def test_no_hiring_makes_everybody_count() -> None:
    assert by_hiring(Staff(3, 4), 4, Fraction(1)) is None


def test_a_junior_hired_lowers_the_share() -> None:
    # 2 of 5 is 40 %; ten people at 40 % need four.
    assert fewest(Staff(2, 5), 10, Fraction(2, 5)) == Steps(5, 2)


@pytest.mark.parametrize("staff", [Staff(4, 10), Staff(12, 12)])
def test_what_is_met_needs_no_advice(staff: Staff) -> None:
    assert advice(staff, 10, Fraction(2, 5), same("seniors")) is None


def test_hires_and_promotions_together() -> None:
    text = advice(Staff(0, 9), 10, Fraction(2, 5), same("seniors"))
    assert text is not None
    assert text.en.startswith(
        "hire 1, at least 1 of them seniors, and replace or promote 3 of those present to seniors"
    )
