"""The working days that calendar documents announce.

They lie among the documents that are judged, so they are not taken on trust: a year without the holidays that fall on
the same days every year, or with far fewer or more days off than any year had, is no announcement, and of a year that
two documents announce differently nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from wicheck.dates import AnnouncedYear
from wicheck.errors import InputError
from wicheck.model import Document, DocumentKind, Location, Text
from wicheck.model.tuples import NamedTuple

_EVERY_YEAR = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
"""Month and day of the holidays by the sun; those by the moon nobody can tell beforehand without its calendar."""
_FEWEST, _MOST = 20, 45
"""The announced years since 2004 have 22 to 33 days off, weekends within them counted."""


class Announcements(NamedTuple):
    """The years that are announced, and what is wrong with the others."""

    years: Mapping[int, AnnouncedYear]
    errors: tuple[InputError, ...]


def announcements(documents: Sequence[Document]) -> Announcements:
    """What the calendars among ``documents`` announce together."""
    years: dict[int, tuple[AnnouncedYear, Location]] = {}
    disputed: set[int] = set()
    errors = []
    for number, year, place in _announced(documents):
        first, stands = years.setdefault(number, (year, place))
        if amiss := _implausible(number, year, place):
            disputed.add(number)
            errors.append(amiss)
        elif first != year:
            disputed.add(number)
            errors.append(_otherwise(number, stands, place))
    return Announcements({number: year for number, (year, _) in years.items() if number not in disputed}, tuple(errors))


def _announced(documents: Sequence[Document]) -> Iterator[tuple[int, AnnouncedYear, Location]]:
    for document in documents:
        if document.kind is DocumentKind.CALENDAR:
            for index, year in enumerate(document.data["years"]):
                place = document.locate((document.kind, "years", index))
                yield year["year"], AnnouncedYear(_days(year, "holidays"), _days(year, "working_weekends")), place


def _days(year: Mapping[str, Any], key: str) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, year[key]))


def _implausible(number: int, year: AnnouncedYear, place: Location) -> InputError | None:
    lacking = [date(number, *day) for day in _EVERY_YEAR if date(number, *day) not in year.holidays]
    if lacking:
        days = ", ".join(day.isoformat() for day in lacking)
        return _unbelievable(
            Text(
                f"{number} 年的放假安排里没有法定节日 {days}",
                f"the calendar of {number} lacks statutory holidays: {days}",
            ),
            place,
        )
    count = sum(day.year == number for day in year.holidays)
    if not _FEWEST <= count <= _MOST:
        return _unbelievable(
            Text(
                f"{number} 年的放假安排有 {count} 天，历年是二十几到三十几天",
                f"the calendar of {number} has {count} days off; every year had some 22 to 33",
            ),
            place,
        )
    return None


def _unbelievable(message: Text, place: Location) -> InputError:
    return InputError(
        message,
        place,
        Text(
            "请照国务院办公厅公布的安排写全放假日期，连同其中的周六、周日",
            "give all days off as they were announced, weekends within them included",
        ),
    )


def _otherwise(number: int, first: Location, place: Location) -> InputError:
    return InputError(
        Text(
            f"{number} 年的放假安排与 {first} 写的不一样", f"the calendar of {number} differs from the one at {first}"
        ),
        place,
        Text("请核对公布的安排，只留正确的一份", "compare them with the announcement and keep the right one"),
    )
