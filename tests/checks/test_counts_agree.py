"""counts_agree: what was stated against what the roster says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.counts_agree import KIND
from wicheck.facts.rehab_doctors_count import FACT
from wicheck.model import Outcome, Verdict

STATED = ("institution", "staff", "rehab_doctors_count")
DOCTOR, OTHER = ({"name": name, "role": "rehab_doctor"} for name in "甲乙")
NURSE = {"role": "nurse"}


def asking(**staff: Any) -> Outcome:
    decide = deciding(
        KIND,
        BenchBinder(facts={FACT.name: FACT.measure}),
        fact=FACT.name,
        roster="institution.staff.roster",
        stated=".".join(STATED),
    )
    return decide(record(institution={"staff": staff}))


@pytest.mark.parametrize(("stated", "verdict"), [(1, "fail"), (2, "pass"), (3, "fail"), (0, "fail")])
def test_only_equal_counts_agree(stated: int, verdict: str) -> None:
    outcome = asking(roster=[DOCTOR, NURSE, OTHER], rehab_doctors_count=stated)
    assert (outcome.verdict, outcome.observed, outcome.required) == (verdict, 2, stated)


@pytest.mark.parametrize(
    "staff", [{}, {"roster": [DOCTOR]}, {"rehab_doctors_count": 1}, {"roster": [], "rehab_doctors_count": 1}]
)
def test_without_both_there_is_nothing_to_compare(staff: dict[str, Any]) -> None:
    assert asking(**staff).verdict is Verdict.NOT_APPLICABLE


def test_an_open_entry_leaves_the_comparison_open() -> None:
    outcome = asking(roster=[DOCTOR, {"name": "某"}], rehab_doctors_count=2)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "staff", "roster", 1, "role"),))


def test_a_roster_that_contradicts_itself_agrees_with_no_count() -> None:
    number = {"identity_number": "999999199001010010"}
    outcome = asking(
        roster=[{**DOCTOR, **number}, {"name": "甲", "role": "rehab_therapist", **number}], rehab_doctors_count=1
    )
    assert (outcome.verdict, len(outcome.evidence)) == (Verdict.FAIL, 2)


def test_the_stated_count_and_the_entries_are_the_evidence() -> None:
    outcome = asking(roster=[NURSE, DOCTOR], rehab_doctors_count=2)
    assert outcome.evidence == (STATED, ("institution", "staff", "roster", 1))


def test_the_length_of_a_list_can_be_compared() -> None:
    decide = deciding(KIND, value="institution.roster", roster="institution.roster", stated="institution.total")
    assert decide(record(institution={"roster": [DOCTOR, NURSE], "total": 2})).verdict is Verdict.PASS
    assert decide(record(institution={"roster": [DOCTOR, NURSE], "total": 3})).verdict is Verdict.FAIL
