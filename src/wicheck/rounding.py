"""Figures as they were written: which true values they may stand for.

``12.5`` was rounded to one decimal, so it stands for everything from 12.45 to 12.55. Two reckonings with such
figures agree where some true values make them equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from wicheck.model.tuples import NamedTuple

_HALF = Decimal("0.5")


class Range(NamedTuple):
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range, tolerance: Decimal = Decimal(0)) -> bool:
        """Whether a value of this range lies within ``tolerance`` of one of the other."""
        return self.low - other.high <= tolerance and other.low - self.high <= tolerance


def exact(value: Decimal | int) -> Range:
    return Range(Decimal(value), Decimal(value))


def rounded(value: Decimal | int, decimals: int) -> Range:
    """What rounds to ``value`` at ``decimals`` places (half a unit of the last place either way)."""
    half = _HALF.scaleb(-decimals)
    return Range(value - half, value + half)


def as_written(value: Decimal | int) -> Range:
    """What rounds to ``value`` at the last place that was written: 12 stands for 11.5 to 12.5."""
    exponent = Decimal(value).as_tuple().exponent
    return rounded(value, -exponent if isinstance(exponent, int) else 0)


def total(ranges: Iterable[Range]) -> Range:
    ranges = tuple(ranges)
    return Range(sum((each.low for each in ranges), Decimal(0)), sum((each.high for each in ranges), Decimal(0)))


def product(ranges: Iterable[Range]) -> Range:
    result = exact(1)
    for each in ranges:
        ends = [one * other for one in result for other in each]
        result = Range(min(ends), max(ends))
    return result
