"""Kinds that hold entries of lists against each other, against the calendar or against another list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from tests.checks.nesting import nesting
from wicheck.checks import (
    as_given,
    at_most_at_once,
    at_most_per_year,
    covered_by,
    not_repeated,
    outside_division,
    stated,
    yearly,
)
from wicheck.model import DocumentKind, Outcome, Verdict

PASS, FAIL, UNKNOWN, REVIEW = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW
NOT_APPLICABLE = Verdict.NOT_APPLICABLE


def judged(kind: Any, data: dict[str, Any], on: date = date(2026, 3, 10), **arguments: Any) -> Outcome:
    return deciding(kind, nesting(), **arguments)(record(DocumentKind.REGISTRY, on, registry=data))


def runs(*periods: tuple[str | None, Any]) -> list[dict[str, Any]]:
    keyed = [{"starts_on": starts, "ends_on": ends} for starts, ends in periods]
    return [{key: value for key, value in each.items() if value is not None} for each in keyed]


@pytest.mark.parametrize(
    ("periods", "verdict"),
    [
        ([("2026-01-01", False)] * 3, PASS),
        ([("2026-01-01", False)] * 4, FAIL),
        ([("2026-01-01", False)] * 3 + [("2026-02-01", False)], FAIL),
        ([("2026-01-01", "2026-02-01"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], PASS),
        ([("2026-01-01", "2026-02-02"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], FAIL),
        ([("2026-01-01", None), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], UNKNOWN),
        ([(None, False), *[("2026-01-01", False)] * 3], UNKNOWN),
        ([(None, None)] * 3, PASS),
    ],
)
def test_at_most_three_at_once(periods: list[tuple[str | None, Any]], verdict: Verdict) -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(at_most_at_once.KIND, {"signed": runs(*periods)}, **arguments).verdict is verdict


def test_at_once_a_list_not_written_is_unknown_and_none_is_fine() -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(at_most_at_once.KIND, {}, **arguments).verdict is UNKNOWN
    assert judged(at_most_at_once.KIND, {"signed": False}, **arguments).verdict is PASS


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["2026-01-01"], PASS),
        (["2025-12-31", "2026-01-01"], PASS),
        (["2026-01-01", "2026-12-31"], FAIL),
        (["2026-01-01", None], UNKNOWN),
        ([None], PASS),
        ([], PASS),
    ],
)
def test_at_most_one_per_calendar_year(days: list[str | None], verdict: Verdict) -> None:
    changes = [{"changed_on": day} if day else {"reason": "搬家"} for day in days]
    arguments: dict[str, Any] = {"entries": "registry.changes", "date": "changed_on", "maximum": 1}
    assert judged(at_most_per_year.KIND, {"changes": changes}, **arguments).verdict is verdict


def test_a_vague_word_leaves_the_second_change_to_people() -> None:
    changes = [{"changed_on": "2026-01-01"}, {"changed_on": "2026-05-01"}]
    arguments: dict[str, Any] = {
        "entries": "registry.changes",
        "date": "changed_on",
        "maximum": 1,
        "exceptions_allowed": "一般",
    }
    outcome = judged(at_most_per_year.KIND, {"changes": changes}, **arguments)
    assert (outcome.verdict, outcome.shortfall) == (REVIEW, 1)
    assert judged(at_most_per_year.KIND, {}, **arguments).verdict is UNKNOWN


def agreement(what: str | None, hand: str | None, starts: str = "2026-01-01", ends: str = "2026-12-31") -> Any:
    return {
        **({"uscc": what} if what else {}),
        **({"agency": {"division_code": hand}} if hand else {}),
        "starts_on": starts,
        "ends_on": ends,
    }


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        (agreement("A", "640200"), FAIL),
        (agreement("A", "640100"), PASS),
        (agreement("B", "640200"), PASS),
        (agreement("A", "640200", "2027-01-01", "2027-12-31"), PASS),
        (agreement("A", "640200", "2026-12-30", "2027-12-31"), FAIL),
        (agreement(None, "640200"), UNKNOWN),
        (agreement("A", None), UNKNOWN),
        ({"uscc": "A", "agency": {"division_code": "640200"}, "starts_on": "2026-05-01"}, UNKNOWN),
    ],
)
def test_no_second_hand_at_the_same_time(second: Any, verdict: Verdict) -> None:
    arguments: dict[str, Any] = {
        "entries": "registry.entries",
        "by": "uscc",
        "differing": "agency.division_code",
        "from": "starts_on",
        "until": "ends_on",
    }
    entries = [agreement("A", "640100"), second]
    assert judged(not_repeated.KIND, {"entries": entries}, **arguments).verdict is verdict


def test_one_entry_that_says_little_repeats_nothing() -> None:
    arguments: dict[str, Any] = {
        "entries": "registry.entries",
        "by": "uscc",
        "differing": "agency",
        "from": "a",
        "until": "b",
    }
    assert judged(not_repeated.KIND, {"entries": [{"name": "某"}]}, **arguments).verdict is PASS
    assert judged(not_repeated.KIND, {}, **arguments).verdict is UNKNOWN


SIGNED = {"institution_code": "H1", "institution_name": "甲", "starts_on": "2026-01-01", "ends_on": "2026-06-30"}


@pytest.mark.parametrize(
    ("visit", "verdict"),
    [
        ({"institution_code": "H1", "visited_on": "2026-01-01"}, PASS),
        ({"institution_code": "H1", "visited_on": "2026-06-30"}, PASS),
        ({"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}, FAIL),
        ({"institution_name": "甲", "visited_on": "2026-03-01"}, PASS),
        ({"institution_code": "H2", "visited_on": "2026-03-01", "emergency": False}, FAIL),
        ({"institution_code": "H2", "visited_on": "2026-03-01", "emergency": True}, PASS),
        ({"institution_code": "H2", "visited_on": "2026-03-01"}, UNKNOWN),
        ({"institution_code": "H1", "emergency": False}, UNKNOWN),
        ({"visited_on": "2026-03-01", "emergency": False}, UNKNOWN),
    ],
)
def test_visits_fall_under_a_signed_institution(visit: dict[str, Any], verdict: Verdict) -> None:
    assert covered({"visits": [visit], "signed": [SIGNED]}).verdict is verdict


def test_an_open_period_covers_and_an_unwritten_one_might() -> None:
    visit = {"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}
    assert covered({"visits": [visit], "signed": [{**SIGNED, "ends_on": False}]}).verdict is PASS
    unwritten = {key: value for key, value in SIGNED.items() if key != "ends_on"}
    outcome = covered({"visits": [visit], "signed": [unwritten]})
    assert outcome.missing == (("registry", "signed", 0, "ends_on"),)


def test_visits_without_anything_signed_are_not_covered() -> None:
    visit = {"institution_code": "H1", "visited_on": "2026-07-01", "emergency": False}
    assert covered({"visits": [visit], "signed": False}).verdict is FAIL
    assert covered({"visits": [visit]}).verdict is UNKNOWN
    assert covered({"signed": [SIGNED]}).verdict is UNKNOWN
    assert covered({"visits": False, "signed": [SIGNED]}).verdict is NOT_APPLICABLE


def covered(data: dict[str, Any]) -> Outcome:
    arguments: dict[str, Any] = {
        "entries": "registry.visits",
        "date": "visited_on",
        "by": "registry.signed",
        "same": ["institution_code", "institution_name"],
        "from": "starts_on",
        "until": "ends_on",
        "unless": "emergency",
    }
    return judged(covered_by.KIND, data, **arguments)


@pytest.mark.parametrize(
    ("on", "years", "verdict"),
    [
        (date(2025, 12, 31), [], NOT_APPLICABLE),
        (date(2026, 1, 1), [], FAIL),
        (date(2026, 1, 1), [2025], PASS),
        (date(2026, 12, 31), [2025, 2025], PASS),
        (date(2027, 1, 1), [2025, 2025], FAIL),
        (date(2027, 1, 1), [2025, 2026], PASS),
        (date(2026, 1, 1), [None], UNKNOWN),
    ],
)
def test_one_record_for_each_full_year(on: date, years: list[int | None], verdict: Verdict) -> None:
    entries = [{"kind": "yearly", "year": year} if year else {"kind": "yearly"} for year in years]
    data = {"starts_on": "2025-01-01", "assessments": [{"kind": "daily", "year": 2025}, *entries]}
    assert of_years(data, on).verdict is verdict


def test_an_agreement_of_one_calendar_year_is_a_full_year() -> None:
    data = {"starts_on": "2025-01-01", "ends_on": "2025-12-31", "assessments": []}
    assert of_years(data, date(2028, 1, 1)).shortfall == 1


def test_years_without_a_beginning_or_a_list_are_unknown() -> None:
    assert of_years({"assessments": []}, date(2026, 1, 1)).verdict is UNKNOWN
    assert of_years({"starts_on": "2020-01-01"}, date(2026, 1, 1)).verdict is UNKNOWN


def of_years(data: dict[str, Any], on: date) -> Outcome:
    arguments: dict[str, Any] = {
        "entries": "registry.assessments",
        "year": "year",
        "where": {"kind": "yearly"},
        "from": "registry.starts_on",
        "until": "registry.ends_on",
    }
    return judged(yearly.KIND, data, on, **arguments)


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        ({"months": 6}, PASS),
        ({"days": 180}, PASS),
        ({"months": 6, "days": 30}, FAIL),
        ({"months": 5}, FAIL),
        ({}, UNKNOWN),
    ],
)
def test_every_way_that_is_given_must_hold(data: dict[str, Any], verdict: Verdict) -> None:
    checks = [
        {"check": "at_least", "value": "registry.months", "minimum": 6},
        {"check": "at_least", "value": "registry.days", "minimum": 180},
    ]
    assert judged(as_given.KIND, data, checks=checks).verdict is verdict


@pytest.mark.parametrize(
    ("code", "verdict"),
    [("640104", FAIL), ("640000", FAIL), ("330702", PASS), ("650000", PASS), (None, UNKNOWN)],
)
def test_a_place_outside_the_region(code: str | None, verdict: Verdict) -> None:
    data = {"code": code} if code else {}
    assert judged(outside_division.KIND, data, value="registry.code", division="640000").verdict is verdict


def test_a_code_too_coarse_to_tell_is_unknown() -> None:
    outcome = judged(outside_division.KIND, {"code": "330000"}, value="registry.code", division="330700")
    assert outcome.verdict is UNKNOWN


@pytest.mark.parametrize(("grade", "verdict"), [("八级", PASS), (False, PASS), (None, UNKNOWN)])
def test_a_field_is_answered_with_none_too(grade: Any, verdict: Verdict) -> None:
    data = {} if grade is None else {"grade": grade}
    assert judged(stated.KIND, data, values=["registry.grade"]).verdict is verdict
