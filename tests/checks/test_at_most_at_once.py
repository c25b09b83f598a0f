"""at_most_at_once: what runs at the same time is counted, and what is not written never hides one too many."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.at_most_at_once import KIND
from wicheck.model import Verdict


def runs(*periods: tuple[str | None, Any]) -> list[dict[str, Any]]:
    keyed = [{"starts_on": starts, "ends_on": ends} for starts, ends in periods]
    return [{key: value for key, value in each.items() if value is not None} for each in keyed]


@pytest.mark.parametrize(
    ("periods", "verdict"),
    [
        ([("2026-01-01", False)] * 3, Verdict.PASS),
        ([("2026-01-01", False)] * 4, Verdict.FAIL),
        ([("2026-01-01", False)] * 3 + [("2026-02-01", False)], Verdict.FAIL),
        ([("2026-01-01", "2026-02-01"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.PASS),
        ([("2026-01-01", "2026-02-02"), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.FAIL),
        ([("2026-01-01", None), *[("2026-01-01", False)] * 2, ("2026-02-01", False)], Verdict.UNKNOWN),
        ([(None, False), *[("2026-01-01", False)] * 3], Verdict.UNKNOWN),
        ([(None, None)] * 3, Verdict.PASS),
    ],
)
def test_at_most_three_at_once(periods: list[tuple[str | None, Any]], verdict: Verdict) -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(KIND, {"signed": runs(*periods)}, **arguments).verdict is verdict


def test_at_once_a_list_not_written_is_unknown_and_none_is_fine() -> None:
    arguments: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}
    assert judged(KIND, {}, **arguments).verdict is Verdict.UNKNOWN
    assert judged(KIND, {"signed": False}, **arguments).verdict is Verdict.PASS


SIGNED: dict[str, Any] = {"entries": "registry.signed", "from": "starts_on", "until": "ends_on", "maximum": 3}


@pytest.mark.parametrize(
    ("fourth", "verdict"),
    [
        ({"code": "H3"}, Verdict.PASS),
        ({"code": "H4"}, Verdict.FAIL),
        ({"code": "H4", "name": "丙医院"}, Verdict.UNKNOWN),
        ({"code": "H4", "name": "丁医院"}, Verdict.FAIL),
        ({"name": "丙医院"}, Verdict.PASS),
        ({"name": "丁医院"}, Verdict.FAIL),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_one_institution_written_twice_counts_once(fourth: dict[str, str], verdict: Verdict) -> None:
    named = [{"code": f"H{number}", "name": name} for number, name in enumerate(("甲医院", "乙医院", "丙医院"), 1)]
    signed = [{**each, "starts_on": "2026-01-01", "ends_on": False} for each in (*named, fourth)]
    outcome = judged(KIND, {"signed": signed}, same=["code", "name"], **SIGNED)
    assert outcome.verdict is verdict
    assert outcome.missing == ((("registry", "signed", 3, "code"),) if not fourth else ())


def test_days_the_wrong_way_round_hide_no_fourth() -> None:
    signed = runs(*[("2026-01-01", False)] * 3, ("2026-02-01", "2026-01-01"))
    outcome = judged(KIND, {"signed": signed}, **SIGNED)
    assert outcome.missing == (("registry", "signed", 3, "starts_on"), ("registry", "signed", 3, "ends_on"))


def test_one_name_in_two_spellings_is_one_thing() -> None:
    names = ["甲医院", "甲 医院", "乙医院（东院）", "乙医院(东院)", "丙医院"]
    signed = [{"institution_name": name, "starts_on": "2026-01-01", "ends_on": False} for name in names]
    outcome = judged(KIND, {"signed": signed}, **SIGNED, same=["institution_code", "institution_name"])
    assert (outcome.verdict, outcome.observed) == (Verdict.PASS, 3)
