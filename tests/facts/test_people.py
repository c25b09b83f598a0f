"""Facts on people in a procedure: the same person twice counts once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.facts.bench import measured_on_application
from wicheck.facts.distinct_reviewers_count import FACT as REVIEWERS
from wicheck.facts.evaluation_group_count import FACT as GROUP
from wicheck.model import Path, Quantity

LIST: Path = ("application", "review", "reviewers")


def reviewers(*people: dict[str, str]) -> Quantity:
    return measured_on_application(REVIEWERS, review={"reviewers": list(people)})


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({"name": "李示例", "organisation": "社保中心"}, 2),
        ({"name": "王示例", "organisation": "社保中心"}, 1),
        ({"name": "王示例"}, 1),
        ({"name": "王示例", "organisation": "医保局"}, 2),
        ({"name": "王 示例", "organisation": "社保中心"}, 1),
        ({"name": "王\u3000示例", "organisation": "社保 中心"}, 1),
    ],
)
def test_a_name_twice_is_one_person_unless_the_organisations_differ(second: dict[str, str], count: int) -> None:
    assert reviewers({"name": "王示例", "organisation": "社保中心"}, second).part == count


def test_nobody_reviewed() -> None:
    assert reviewers().part == 0


def test_no_list_is_unknown() -> None:
    assert measured_on_application(REVIEWERS) == Quantity(None, missing=(LIST,))


def test_a_reviewer_without_a_name_is_unknown_and_named() -> None:
    assert reviewers({"name": "王示例"}, {"organisation": "社保中心"}) == Quantity(None, missing=((*LIST, 1, "name"),))


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ({"leader": {"name": "王示例"}, "members": [{"name": "李示例"}, {"name": "王示例"}]}, 2),
        ({"leader": {"name": "王示例"}, "members": []}, 1),
        ({"members": [{"name": "李示例"}]}, None),
        (False, 0),
    ],
)
def test_the_group_counts_its_leader_once(group: Any, count: int | None) -> None:
    assert measured_on_application(GROUP, evaluation_group=group).part == count
