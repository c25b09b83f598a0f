"""Months of the year as a filing window: their names and the next day that falls into one of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wicheck.model import Text

# Not from the calendar module: its names follow the locale of the machine.
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def first_day_in(months: Collection[int], day: date) -> date:
    """The first day on or after ``day`` that falls into one of ``months`` (1 to 12, at least one)."""
    while day.month not in months:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day


def month_names(months: Collection[int]) -> Text:
    """``3 月、9 月`` / ``March or September``."""
    ordered = sorted(months)
    return Text("、".join(f"{month} 月" for month in ordered), " or ".join(_ENGLISH[month - 1] for month in ordered))


def month_of(day: date) -> Text:
    """``2028 年 3 月`` / ``March 2028``."""
    return Text(f"{day.year} 年 {day.month} 月", f"{_ENGLISH[day.month - 1]} {day.year}")
