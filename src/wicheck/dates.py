"""Working days and terms.

The texts do not say how to count, so this is a reading of ours, after the Civil Code: the day on which a term begins
is not counted (201); a term of months ends with the whole of the corresponding day, and where the month has no such
day, on its last (202); a last day for doing something that is no working day rolls on to the next one (203).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from wicheck.model import UnannouncedYearError, WorkingDays
from wicheck.model.tuples import NamedTuple

_SATURDAY = 5
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ONE_DAY = timedelta(days=1)


class AnnouncedYear(NamedTuple):
    """A year's days off and the weekends worked instead, as announced; other days follow the week."""

    holidays: frozenset[date]
    working_weekends: frozenset[date]


NO_YEARS: Mapping[int, AnnouncedYear] = MappingProxyType({})


class WorkingDayCalendar:
    """Statutory working days: of the years that ``chinesecalendar`` knows, and of those that ``announced`` gives.

    A year that the library knows cannot be announced otherwise: the announcement comes with the documents that are
    judged. Beyond both, every question raises UnannouncedYearError, since make-up days cannot be guessed.
    """

    def __init__(self, announced: Mapping[int, AnnouncedYear] = NO_YEARS) -> None:
        self._announced = announced

    def is_working_day(self, day: date) -> bool:
        year = _known_years().get(day.year) or self._announced.get(day.year)
        if year is None:
            raise UnannouncedYearError(day.year)
        return day in year.working_weekends or (day.weekday() < _SATURDAY and day not in year.holidays)

    def after(self, start: date, count: int) -> date:
        """The last day of a term of ``count`` working days; ``start`` is not counted."""
        if count < 0:
            raise ValueError(f"a term cannot have {count} working days")
        day = start
        while count:
            day = _next(day)
            count -= self.is_working_day(day)
        return day


def rolled(day: date, working_days: WorkingDays) -> date:
    """``day``, or the first working day after it: the last day for doing something (Civil Code, 203)."""
    while not working_days.is_working_day(day):
        day = _next(day)
    return day


def months_after(start: date, count: int) -> date:
    """The corresponding day ``count`` months later, or the month's last where it has no such day (202).

    31 January and one month is the last of February; 29 February 2024 and 24 months is 28 February 2026.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = month_end(year, month + 1)
    return last if start.day > last.day else last.replace(day=start.day)


def month_end(year: int, month: int) -> date:
    """The last day of a month. The module ``calendar`` knows it too, and takes two milliseconds to import."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, _MONTHS[month - 1] + (month == 2 and is_leap))


class _Counted:
    """So many of something. Three frozen dataclasses in its place would take two milliseconds of every start."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Counted) and type(other) is type(self) and other.count == self.count

    def __hash__(self) -> int:
        return hash((type(self), self.count))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.count})"


class Days(_Counted):
    """A term of calendar days."""

    __slots__ = ()

    def end(self, start: date, _working_days: WorkingDays) -> date:
        """The last day of the term; what holds during the term still holds on it. It does not roll."""
        return start + timedelta(days=self.count)

    def due(self, start: date, working_days: WorkingDays) -> date:
        """The last day for doing something within the term. Raises UnannouncedYearError."""
        return rolled(self.end(start, working_days), working_days)

    def due_no_sooner(self, start: date, working_days: WorkingDays) -> date:
        """A day before which it is not due, whatever working days will be announced: the term's last."""
        return self.end(start, working_days)


class Months(_Counted):
    """A term of months."""

    __slots__ = ()

    def end(self, start: date, _working_days: WorkingDays) -> date:
        """The last day of the term; what holds during the term still holds on it. It does not roll."""
        return months_after(start, self.count)

    def due(self, start: date, working_days: WorkingDays) -> date:
        """The last day for doing something within the term. Raises UnannouncedYearError."""
        return rolled(self.end(start, working_days), working_days)

    def due_no_sooner(self, start: date, working_days: WorkingDays) -> date:
        """A day before which it is not due, whatever working days will be announced: the term's last."""
        return self.end(start, working_days)


class WorkingDayCount(_Counted):
    """A term of working days. It ends on a working day, so that its last day never rolls."""

    __slots__ = ()

    def end(self, start: date, working_days: WorkingDays) -> date:
        """The last day of the term. Raises UnannouncedYearError."""
        return working_days.after(start, self.count)

    def due(self, start: date, working_days: WorkingDays) -> date:
        """The last day for doing something within the term. Raises UnannouncedYearError."""
        return self.end(start, working_days)

    def due_no_sooner(self, start: date, working_days: WorkingDays) -> date:
        """A day before which it is not due: as if each day of a year that nobody announced were a working day."""
        day, count = start, self.count
        while count:
            day = _next(day)
            count -= _may_work(day, working_days)
        return day


Term: TypeAlias = Days | Months | WorkingDayCount
"""So many days, months or working days: never a bare number, so that they cannot be confused."""


def _next(day: date) -> date:
    return day + _ONE_DAY


def _may_work(day: date, working_days: WorkingDays) -> bool:
    """Whether ``day`` is a working day, or may be one of a year that nobody announced."""
    try:
        return working_days.is_working_day(day)
    except UnannouncedYearError:
        return True


@cache
def _known_years() -> Mapping[int, AnnouncedYear]:
    """What ``chinesecalendar`` knows, by year; imported when a working day is first asked for."""
    from chinese_calendar import holidays, workdays  # type: ignore[import-untyped]

    known = AnnouncedYear(frozenset(holidays), frozenset(workdays))
    return dict.fromkeys(range(min(holidays).year, max(holidays).year + 1), known)
