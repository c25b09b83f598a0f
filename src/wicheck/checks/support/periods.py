"""Periods of entries in a list: from a first day to a last one, either of which may be unknown.

An end declared as none (`无`) has not come yet. What ends on the day on which another begins does not run beside it.
Days that are the wrong way round say nothing: both are as good as not written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.model import Path
from wicheck.model.tuples import NamedTuple


class Period(NamedTuple):
    """The period of one entry. What is not written makes it uncertain, and ``missing`` names it."""

    starts: date | None
    ends: date | None
    missing: tuple[Path, ...]

    def may_cover(self, day: date) -> bool:
        """Whether ``day`` may lie within it, its first and last day included."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def may_run_on_from(self, day: date) -> bool:
        """Whether it may run on ``day`` and go on: a period ending that day makes room for another."""
        return self.may_cover(day) and self.ends != day

    def may_meet(self, other: Period) -> bool:
        """Whether both may run side by side."""
        later = max(self.starts or date.min, other.starts or date.min)
        return self.may_run_on_from(later) and other.may_run_on_from(later)


def period(entry: Mapping[str, Any], place: Path, starts: str, ends: str) -> Period:
    """The period of ``entry``, which stands at ``place``; its days at the keys ``starts`` and ``ends``."""
    first, last = day_of(entry.get(starts)), day_of(entry.get(ends))
    if first and last and last < first:
        return Period(None, None, ((*place, starts), (*place, ends)))
    missing = tuple((*place, key) for key in (starts, ends) if entry.get(key) is None)
    return Period(first, last, missing)


def day_of(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
