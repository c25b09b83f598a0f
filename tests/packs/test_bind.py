"""Binding verifies every path, fact and sibling, and resolves figures for a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.checks.bench import record
from tests.packs.region import CLAUSES, header, loaded
from wicheck.documents.schemas import Schemas
from wicheck.errors import PackError
from wicheck.model import BoundRule, Verdict
from wicheck.packs.bind import bound
from wicheck.plugins import workshop

DAY = date(2026, 3, 10)
PATH = "value: institution.rehabilitation.ward.beds_count"


def bound_rule(root: Path, clauses: str, on: date = DAY) -> BoundRule:
    (clause,) = loaded(root, header() + clauses).clauses
    return bound(clause.rules[0], clause, on, Schemas(), workshop())


def test_a_bound_rule_decides(tmp_path: Path) -> None:
    rule = bound_rule(tmp_path, CLAUSES)
    ward = {"rehabilitation": {"ward": {"beds_count": 49}}}
    assert rule.decide(record(institution=ward)).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ("value: institution.rehabilitation.ward.bed_count", "beds_count"),
        ("value: institution.name", "institution.name"),
        ("value: agreement.violations", "agreement.violations"),
        ("fact: no_such_fact", "no_such_fact"),
    ],
)
def test_a_typo_stops_at_the_rules_line(tmp_path: Path, instead: str, said: str) -> None:
    with pytest.raises(PackError) as raised:
        bound_rule(tmp_path, CLAUSES.replace(PATH, instead))
    assert said in str(raised.value)
    assert raised.value.location is not None
    assert raised.value.location.line == 17


def test_the_application_of_a_hearing_is_the_only_one_and_any_rule_may_ask_it(tmp_path: Path) -> None:
    rule = bound_rule(tmp_path, CLAUSES.replace(PATH, "value: application.form.approved_beds_count"))
    assert (
        rule.decide(record(institution={}, application={"form": {"approved_beds_count": 50}})).verdict is Verdict.PASS
    )


def test_a_dated_figure_holds_from_its_day(tmp_path: Path) -> None:
    clauses = CLAUSES.replace("minimum: 50", "minimum: {2021-01-01: 50, 2027-01-01: 60}")
    ward = record(institution={"rehabilitation": {"ward": {"beds_count": 55}}})
    assert bound_rule(tmp_path / "a", clauses, date(2026, 12, 31)).decide(ward).verdict is Verdict.PASS
    assert bound_rule(tmp_path / "b", clauses, date(2027, 1, 1)).decide(ward).verdict is Verdict.FAIL


def test_before_a_figures_first_day_nothing_is_decided(tmp_path: Path) -> None:
    clauses = CLAUSES.replace("minimum: 50", "minimum: {2027-01-01: 60}")
    outcome = bound_rule(tmp_path, clauses).decide(record(institution={}))
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.values["since"] == date(2027, 1, 1)
