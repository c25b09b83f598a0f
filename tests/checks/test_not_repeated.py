"""not_repeated: two hands on one thing side by side."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.nesting import judged
from wicheck.checks.not_repeated import KIND
from wicheck.model import Verdict


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
        (agreement("A", "640200"), Verdict.FAIL),
        (agreement("A", "640100"), Verdict.PASS),
        (agreement("B", "640200"), Verdict.PASS),
        (agreement("A", "640200", "2027-01-01", "2027-12-31"), Verdict.PASS),
        (agreement("A", "640200", "2026-12-30", "2027-12-31"), Verdict.FAIL),
        (agreement(None, "640200"), Verdict.UNKNOWN),
        (agreement("A", None), Verdict.UNKNOWN),
        (agreement("A", "640200", "2026-12-31", "2026-01-01"), Verdict.UNKNOWN),
        ({"uscc": "A", "agency": {"division_code": "640200"}, "starts_on": "2026-05-01"}, Verdict.UNKNOWN),
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
    assert judged(KIND, {"entries": entries}, **arguments).verdict is verdict


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ({**agreement("B", "640200"), "code": "H1"}, Verdict.UNKNOWN),
        ({**agreement("B", "640200"), "code": "H2", "name": "甲"}, Verdict.UNKNOWN),
        ({**agreement("B", "640100"), "code": "H1"}, Verdict.PASS),
        ({**agreement("B", "640200", "2027-01-01", "2027-12-31"), "code": "H1"}, Verdict.PASS),
        ({**agreement("B", "640200"), "code": "H2", "name": "乙"}, Verdict.PASS),
        ({**agreement("A", "640200"), "code": "H2", "name": "乙"}, Verdict.FAIL),
    ],
)
def test_two_codes_with_one_name_may_be_one(second: Any, verdict: Verdict) -> None:
    arguments: dict[str, Any] = {
        "entries": "registry.entries",
        "by": "uscc",
        "differing": "agency.division_code",
        "alike": ["code", "name"],
        "from": "starts_on",
        "until": "ends_on",
    }
    entries = [{**agreement("A", "640100"), "code": "H1", "name": "甲"}, second]
    assert judged(KIND, {"entries": entries}, **arguments).verdict is verdict


def test_one_entry_that_says_little_repeats_nothing() -> None:
    arguments: dict[str, Any] = {
        "entries": "registry.entries",
        "by": "uscc",
        "differing": "agency",
        "from": "a",
        "until": "b",
    }
    assert judged(KIND, {"entries": [{"name": "某"}]}, **arguments).verdict is Verdict.PASS
    assert judged(KIND, {}, **arguments).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("none", [[], False])
def test_an_empty_list_has_nothing_to_repeat(none: Any) -> None:
    arguments: dict[str, Any] = {
        "entries": "registry.entries",
        "by": "uscc",
        "differing": "agency",
        "from": "a",
        "until": "b",
    }
    assert judged(KIND, {"entries": none}, **arguments).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("scope", "verdict"),
    [("640000", Verdict.PASS), ("640100", Verdict.UNKNOWN), (None, Verdict.UNKNOWN)],
)
def test_a_list_of_one_city_does_not_show_what_others_signed(scope: str | None, verdict: Verdict) -> None:
    arguments: dict[str, Any] = {"entries": "registry.entries", "by": "uscc", "differing": "agency"}
    arguments |= {"from": "starts_on", "until": "ends_on", "scope": "registry.code", "within": "640000"}
    data = {"entries": [agreement("A", "640100")], **({"code": scope} if scope else {})}
    assert judged(KIND, data, **arguments).verdict is verdict


def test_a_repetition_within_one_city_fails_all_the_same() -> None:
    arguments: dict[str, Any] = {"entries": "registry.entries", "by": "uscc", "differing": "agency.division_code"}
    arguments |= {"from": "starts_on", "until": "ends_on", "scope": "registry.code", "within": "640000"}
    data = {"code": "640100", "entries": [agreement("A", "640100"), agreement("A", "640200")]}
    assert judged(KIND, data, **arguments).verdict is Verdict.FAIL
