"""The working days that calendar documents announce.

They lie among the documents that are judged, so they are not taken on trust: a year without a holiday of its own is no
announcement, and of a year that two documents announce differently nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from wicheck.dates import AnnouncedYear
from wicheck.errors import InputError
from wicheck.model import Document, DocumentKind, Location, Text
from wicheck.model.tuples import NamedTuple


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
        if not any(day.year == number for day in year.holidays):
            disputed.add(number)
            errors.append(_no_holiday(number, place))
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


def _no_holiday(number: int, place: Location) -> InputError:
    return InputError(
        Text(f"{number} 年的放假安排里没有这一年的放假日期", f"the calendar of {number} has no day off in that year"),
        place,
        Text("请照公布的安排写全放假日期", "give all days off as they were announced"),
    )


def _otherwise(number: int, first: Location, place: Location) -> InputError:
    return InputError(
        Text(
            f"{number} 年的放假安排与 {first} 写的不一样", f"the calendar of {number} differs from the one at {first}"
        ),
        place,
        Text("请核对公布的安排，只留正确的一份", "compare them with the announcement and keep the right one"),
    )
