"""Calendars among the documents: what they announce, and what nobody may take on trust."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import Nowhere
from wicheck.announcements import Announcements, announcements
from wicheck.dates import AnnouncedYear
from wicheck.model import Document, DocumentKind

BY_THE_SUN = ["2095-01-01", "2095-05-01", "2095-10-01", "2095-10-02", "2095-10-03"]
DAYS_OFF = [*BY_THE_SUN, *(f"2095-02-{day:02}" for day in range(5, 22))]
NEW_YEAR = {"year": 2095, "holidays": DAYS_OFF, "working_weekends": []}


def announced(*years: dict[str, Any]) -> Announcements:
    """Each year by a document of its own."""
    return announcements([Document(DocumentKind.CALENDAR, "c", {"years": [year]}, Nowhere()) for year in years])


def test_a_year_is_announced_by_its_days_off_and_the_weekends_worked_instead() -> None:
    made = announced({**NEW_YEAR, "working_weekends": ["2095-01-08"]})
    assert made == Announcements(
        {2095: AnnouncedYear(frozenset(map(date.fromisoformat, DAYS_OFF)), frozenset({date(2095, 1, 8)}))}, ()
    )


def test_other_documents_announce_nothing() -> None:
    assert announcements([Document(DocumentKind.CATALOGUE, "c", {}, Nowhere())]) == Announcements({}, ())


@pytest.mark.parametrize(
    ("holidays", "told"),
    [
        ([], "没有法定节日 2095-01-01, 2095-05-01"),
        ([day.replace("2095", "2094") for day in DAYS_OFF], "没有法定节日 2095-01-01"),
        ([day for day in DAYS_OFF if day != "2095-10-02"], "没有法定节日 2095-10-02"),
        (BY_THE_SUN, "有 5 天"),
        ([*DAYS_OFF, *(f"2095-{month:02}-{day:02}" for month in (3, 4, 6, 7) for day in range(1, 11))], "有 62 天"),
    ],
)
def test_what_no_year_can_be_like_is_not_announced(holidays: list[str], told: str) -> None:
    made = announced({**NEW_YEAR, "holidays": holidays})
    assert made.years == {}
    assert [told in error.message.zh for error in made.errors] == [True]


def test_of_a_year_announced_in_two_ways_nothing_is_known() -> None:
    made = announced(NEW_YEAR, {**NEW_YEAR, "holidays": [*DAYS_OFF, "2095-01-04"]})
    assert made.years == {}
    assert [error.message.zh.partition("与")[0] for error in made.errors] == ["2095 年的放假安排"]


def test_the_same_announcement_twice_is_one() -> None:
    assert announced(NEW_YEAR, NEW_YEAR) == announced(NEW_YEAR)
