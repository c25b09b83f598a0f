"""same_division: the agency of the place is due, not just any agency."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.same_division import KIND
from wicheck.model import Outcome, Verdict

AGENCY, PLACE = ("institution", "agency"), ("institution", "place")


def asking(level: str, agency: str | None, place: str | None, territory: list[str] | None = None) -> Outcome:
    data: dict[str, Any] = {"agency": agency, "place": place, "territory": territory}
    decide = deciding(
        KIND, value="institution.agency", other="institution.place", territory="institution.territory", level=level
    )
    return decide(record(institution={key: value for key, value in data.items() if value is not None}))


@pytest.mark.parametrize(
    ("level", "agency", "place", "verdict"),
    [
        ("province", "640000", "640105", "pass"),
        ("province", "640100", "640500", "pass"),
        ("province", "640000", "330702", "fail"),
        ("city", "640100", "640105", "pass"),
        ("city", "640105", "640100", "pass"),
        ("city", "640104", "640105", "pass"),
        ("city", "640200", "640105", "fail"),
        ("city", "640000", "640105", "fail"),
        ("city", "640000", "640000", "pass"),
        ("city", "640100", "640000", "unknown"),
        ("city", "330700", "640000", "fail"),
        ("county", "640105", "640105", "pass"),
        ("county", "640100", "640105", "pass"),
        ("county", "330700", "330720", "pass"),
        ("county", "330701", "330702", "pass"),
        ("county", "330701", "330782", "fail"),
        ("county", "330702", "330701", "fail"),
        ("county", "330700", "330723", "fail"),
        ("county", "330700", "330782", "fail"),
        ("county", "640104", "640105", "fail"),
        ("county", "640105", "640100", "unknown"),
        ("county", "640200", "640100", "fail"),
        ("county", "640000", "640105", "fail"),
    ],
)
def test_whose_agency_is_due(level: str, agency: str, place: str, verdict: str) -> None:
    assert asking(level, agency, place).verdict == verdict


@pytest.mark.parametrize(
    ("level", "place", "territory", "verdict"),
    [
        ("county", "330702", ["330702", "330703"], "pass"),
        ("county", "330702", ["330782"], "fail"),
        ("county", "330702", ["330700"], "pass"),
        ("county", "330782", ["330700"], "unknown"),
        ("county", "330782", ["330700", "330782"], "pass"),
        ("county", "330702", ["330000"], "unknown"),
        ("county", "330702", ["640000"], "fail"),
        ("county", "330700", ["330702"], "unknown"),
        ("county", "330700", ["330700"], "pass"),
        ("city", "330782", ["330700"], "pass"),
        ("city", "330782", ["330702"], "fail"),
        ("city", "330782", ["330000"], "unknown"),
    ],
)
def test_a_stated_territory_decides(level: str, place: str, territory: list[str], verdict: str) -> None:
    assert asking(level, "330700", place, territory).verdict == verdict


def test_a_stated_territory_that_is_too_coarse_is_what_to_fill_in() -> None:
    outcome = asking("county", "330700", "330782", ["330700"])
    assert (outcome.message.id, outcome.missing) == ("same_division.unsure", (("institution", "territory"),))


def test_without_a_stated_territory_the_codes_decide() -> None:
    assert asking("county", "330700", "330702", []).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("agency", "place", "missing"),
    [(None, "640105", (AGENCY,)), ("640100", None, (PLACE,)), (None, None, (AGENCY, PLACE))],
)
def test_a_code_that_is_not_written_is_unknown(agency: str | None, place: str | None, missing: tuple[Any, ...]) -> None:
    outcome = asking("city", agency, place)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, missing)


def test_a_place_too_coarse_to_be_found_is_what_to_fill_in() -> None:
    outcome = asking("city", "640100", "640000")
    assert (outcome.message.id, outcome.missing) == ("same_division.too_coarse", (PLACE,))
