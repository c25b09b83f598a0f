"""Calendars among the documents: what they announce, and what nobody may take on trust."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.checks.bench import Nowhere
from wicheck.announcements import Announcements, announcements
from wicheck.dates import AnnouncedYear
from wicheck.model import Document, DocumentKind

NEW_YEAR = {"year": 2095, "holidays": ["2095-01-01"], "working_weekends": []}


def announced(*years: dict[str, Any]) -> Announcements:
    """Each year by a document of its own."""
    return announcements([Document(DocumentKind.CALENDAR, "c", {"years": [year]}, Nowhere()) for year in years])


def test_a_year_is_announced_by_its_days_off_and_the_weekends_worked_instead() -> None:
    made = announced({**NEW_YEAR, "working_weekends": ["2095-01-08"]})
    assert made == Announcements(
        {2095: AnnouncedYear(frozenset({date(2095, 1, 1)}), frozenset({date(2095, 1, 8)}))}, ()
    )


def test_other_documents_announce_nothing() -> None:
    assert announcements([Document(DocumentKind.CATALOGUE, "c", {}, Nowhere())]) == Announcements({}, ())


def test_a_year_without_a_holiday_of_its_own_is_not_announced() -> None:
    for holidays in ([], ["2094-01-01"]):
        made = announced({**NEW_YEAR, "holidays": holidays})
        assert (made.years, len(made.errors)) == ({}, 1)


def test_of_a_year_announced_in_two_ways_nothing_is_known() -> None:
    made = announced(NEW_YEAR, {**NEW_YEAR, "holidays": ["2095-01-01", "2095-01-04"]})
    assert made.years == {}
    assert [error.message.zh.partition("与")[0] for error in made.errors] == ["2095 年的放假安排"]


def test_the_same_announcement_twice_is_one() -> None:
    assert announced(NEW_YEAR, NEW_YEAR) == announced(NEW_YEAR)
