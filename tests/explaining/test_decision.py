"""How a rule is decided is told from its arguments, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.explaining.data import Reader
from wicheck.explaining.decision import Teller, asks_a_person
from wicheck.plugins import workshop

TELLER = Teller(Reader(Schemas(), workshop()))
BEDS = "institution.rehabilitation.ward.beds_count"


def figures(**arguments: Any) -> list[str]:
    return [text.zh for text in TELLER.figures(arguments)]


def test_a_figure_has_its_unit_and_is_firm_unless_a_word_leaves_room() -> None:
    firm = figures(check="at_least", value=BEDS, minimum=50)
    assert firm == ["不少于 50 张", "原文的数字是确定的，含本数"]
    vague = figures(check="at_least", fact="rehab_area_per_bed", minimum=6, exceptions_allowed="左右")
    assert vague[0] == "不少于 6 ㎡/床"
    assert "“左右”" in vague[1]


def test_a_share_is_told_in_percent() -> None:
    told = figures(check="share_at_least", fact="rehab_doctor_senior_share", minimum=Decimal("0.2"))
    assert told[0] == "不少于 20%"


def test_a_figure_that_changes_is_told_with_its_days() -> None:
    told = figures(check="at_least", value=BEDS, minimum={"2021-01-01": 50, "2027-01-01": 60})
    assert told[0] == "不少于 2021-01-01 起 50 张，2027-01-01 起 60 张"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"days": 30}, "30 天"),
        ({"working_days": 5}, "5 个工作日"),
        ({"months": 24}, "24 个月"),
        ({"months": [3]}, "3 月"),
    ],
)
def test_terms_are_told_with_what_they_count(arguments: dict[str, Any], told: str) -> None:
    assert figures(check="within", **arguments) == [told]


def test_checks_within_checks_are_nested_wherever_they_stand() -> None:
    arguments = {
        "check": "only_where",
        "when": [{"check": "is_true", "value": "institution.rehabilitation.ward.dedicated"}],
        "checks": [{"check": "any_of", "checks": [{"check": "at_least", "value": BEDS, "minimum": 50}]}],
    }
    lines = list(TELLER.steps(arguments))
    assert [line.depth for line in lines] == [0, 1, 1, 2]
    assert lines[-1].text.zh == "不少于（at_least）：康复病房·床位数，不少于 50 张"
    assert lines[-1].text.en.endswith("at least 50 beds")


def test_choices_are_told_by_their_labels() -> None:
    (line,) = TELLER.steps({"check": "one_of", "value": "institution.level", "allowed": ["level_2", "level_3"]})
    assert line.text.zh.endswith("可以是 二级、三级")


def test_what_people_decide_is_seen_at_any_depth() -> None:
    assert asks_a_person([{"checks": [{"check": "attested", "question": {"zh": "?", "en": "?"}}]}, None])
    assert asks_a_person({"exceptions_allowed": "一般"})
    assert not asks_a_person({"check": "at_least", "value": BEDS, "minimum": 1})
