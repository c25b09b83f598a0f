"""Dates and times as people write them, into ISO text.

A date is a year of four digits, a month and a day, in this order, written with one kind of separator: ``2026-03-05``,
``2026/3/5``, ``2026.3.5`` or ``2026年3月5日``. A time is a date, a blank or ``T``, hours and minutes, perhaps seconds,
in the one time that China keeps; ``+08:00`` behind it says no more than that.
"""

from __future__ import annotations

import re
from datetime import date, time

# Texts, not compiled: most files have no other form than ISO, and compiling these takes a start-up longer.
_DATE = r"([0-9]{4})(?:年|(?P<mark>[-/.]))([0-9]{1,2})(?(mark)(?P=mark)|月)([0-9]{1,2})(?(mark)|日)"
_TIME = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\+08:00)?"


class NotADateError(ValueError):
    """The text is no date or time in any form we read."""


class ImpossibleDateError(ValueError):
    """The text has the form of a date or time, but no calendar or clock ever shows it."""


def iso_date(text: str) -> str:
    """``text`` as ``2026-03-05``. Raises NotADateError or ImpossibleDateError."""
    match = re.fullmatch(_DATE, text)
    if match is None:
        raise NotADateError(text)
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        raise ImpossibleDateError(text) from None


def iso_date_time(text: str) -> str:
    """``text`` as ``2026-03-05T08:30:00``. Raises NotADateError or ImpossibleDateError."""
    day, _, clock = text.replace("T", " ", 1).partition(" ")
    match = re.fullmatch(_TIME, clock.strip())
    if match is None:
        raise NotADateError(text)
    return f"{iso_date(day)}T{_iso_time(match)}"


def _iso_time(match: re.Match[str]) -> str:
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0)).isoformat()
    except ValueError:
        raise ImpossibleDateError(match[0]) from None
