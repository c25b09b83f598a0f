"""listed_in: what one list names, the other one names too."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.listed_in import KIND
from wicheck.model import DocumentKind, Outcome, Verdict


def asking(sites: Any, applied_for: Any) -> Outcome:
    decide = deciding(KIND, entries="institution.sites", by="application.sites", key="name")
    given = {"institution": {"sites": sites}, "application": {"sites": applied_for}}
    held = {kind: {key: value for key, value in data.items() if value is not None} for kind, data in given.items()}
    return decide(record(DocumentKind.APPLICATION, **held))


def named(*names: str) -> list[dict[str, str]]:
    return [{"name": name} for name in names]


@pytest.mark.parametrize("applied_for", [named("east", "west"), named("west", "north", "east")])
def test_entries_that_the_other_list_names_are_listed(applied_for: Any) -> None:
    assert asking(named("east", "west"), applied_for).verdict is Verdict.PASS


@pytest.mark.parametrize("applied_for", [named("east", "north"), named("east", "east"), named("east")])
def test_an_entry_that_the_other_list_does_not_name_contradicts_it(applied_for: Any) -> None:
    outcome = asking(named("east", "west"), applied_for)
    assert (outcome.verdict, outcome.shortfall) == (Verdict.FAIL, 1)
    assert outcome.evidence == (("institution", "sites", 1, "name"),)


@pytest.mark.parametrize(
    ("sites", "applied_for"),
    [
        (None, named("east")),
        (named("east"), None),
        ([], named("east")),
        (False, named("east")),
        (named("east"), []),
        (named("east"), [{}]),
        ([{}], named("east")),
    ],
)
def test_where_one_side_says_nothing_there_is_nothing_to_compare(sites: Any, applied_for: Any) -> None:
    assert asking(sites, applied_for).verdict is Verdict.NOT_APPLICABLE
