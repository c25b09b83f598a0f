"""A line of JSON says of a finding what the shaped finding says, to the letter, however it was put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given

from tests.checks.bench import changed
from tests.reports.factory import (
    attestation,
    document,
    dossier,
    finding,
    lacking,
    outcome,
    record,
    report,
    rule,
    waiver,
)
from tests.reports.strategies import any_findings
from wicheck.checking import Inputs, check
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import Disposition, DocumentKind, Finding, Location, Message, Path, Text, Verdict
from wicheck.plugins import workshop
from wicheck.reporting import reported
from wicheck.reports import Report
from wicheck.reports.encoding import InLines, encoded, json_lines
from wicheck.session import Request

EXAMPLES = FilePath(__file__).parents[2] / "examples"
NAMED = Message("test.named", Text("{who}没有资格", "{who} is not qualified"))


def said_alike(made: Report) -> None:
    assert isinstance(made.findings, InLines)
    assert list(json_lines(made.findings)) == [encoded(each) for each in made.findings]


def personal(path: Path) -> str | None:
    return "name" if path[-1] == "director" else None


@given(any_findings)
def test_any_findings(findings: Sequence[Finding]) -> None:
    said_alike(report(findings))


@pytest.mark.parametrize("example", ["rehab-hospital", "community-centre", "first-draft", "general-hospital"])
def test_the_findings_on_examples(example: str) -> None:
    library = Library(Schemas(), workshop())
    done = check(library, Inputs((EXAMPLES / example,)), Request(("ningxia-2025", "jinhua-2020")), date(2026, 3, 10))
    made = reported(done, library.schemas)
    assert len(made.findings) > 0
    said_alike(made)


def test_what_was_signed_and_waived_attested_or_declared() -> None:
    said_alike(
        report(
            [
                finding(Verdict.FAIL, disposition=Disposition.WAIVED, waiver=waiver()),
                finding(Verdict.REVIEW, "jinhua-3/b", attestation=attestation()),
                finding(Verdict.REVIEW, "jinhua-3/c", self_declared=attestation()),
            ]
        )
    )


def test_one_outcome_met_by_several_rules_and_records() -> None:
    """What a rule says is kept by outcome: another rule's remedy, verdict or disposition must not slip in."""
    short = outcome(Verdict.FAIL)
    hospitals = [record(dossier(name)) for name in ("h1", "h2", "h3")]
    remedied = {"remedy": Text("添床位", "add beds")}
    made = [
        finding(Verdict.FAIL, id_, on=each, rule_=changes)._replace(outcome=short, **parts)
        for each in hospitals
        for id_, changes, parts in (
            ("jinhua-3/beds", {}, {}),
            ("jinhua-3/area", remedied, {}),
            ("jinhua-3/beds", {}, {"disposition": Disposition.WAIVED, "waiver": waiver()}),
            ("jinhua-3/beds", {}, {"verdict": Verdict.PASS}),
        )
    ]
    said_alike(report(made))


def test_personal_texts_are_covered_in_lines_too() -> None:
    """The same outcome for two hospitals: what covers one director's name is not kept for the other."""
    outcome_ = {"message": NAMED, "values": {"who": "王小明"}, "evidence": (("institution", "director"),)}
    shared = finding(Verdict.FAIL, outcome_=outcome_)
    of_two = [
        shared._replace(record=record(dossier(name, director=who))) for name, who in (("a", "王小明"), ("b", "赵四"))
    ]
    made = report([*of_two, *of_two], personal=personal)
    said_alike(made)
    assert [("王小明" in line) for line in json_lines(made.findings)] == [False, False, True, True]


FIGURES = [True, False, 1, 0, Decimal("1.0"), Decimal("0.10"), '张\u2028"\\三', [1, "二"], date(2026, 1, 2), {"a": 1}]


@pytest.mark.parametrize("value", FIGURES)
def test_figures_of_every_type(value: Any) -> None:
    said_alike(report([finding(outcome_={"observed": value, "required": value, "due_on": date(2026, 5, 1)})] * 3))


@pytest.mark.parametrize(
    "place",
    [
        Location('a "b".yaml', 3, 4),
        Location("表.xlsx", sheet="人员", cell="B3"),
        Location("t.csv", row=7),
        Location("x.yaml"),
        Location("x.yaml", 3),
        Location("t.csv", 3, 4, row=9),
    ],
)
def test_places_of_every_kind(place: Location) -> None:
    class There:
        def locate(self, _path: Path) -> Location:
            return place

    made = document()._replace(positions=There())
    of = dossier()._replace(root=made, documents={DocumentKind.INSTITUTION: (made,)})
    said_alike(report([lacking("institution.beds", "application", on=record(of)), finding(on=record(of))]))


def test_a_record_on_another_day_is_not_taken_for_the_first() -> None:
    of = dossier()
    said_alike(report([finding(on=changed(record(of), judged_on=date(2026, day, 1))) for day in (1, 2, 1)]))


def test_outcomes_that_are_only_nearly_alike_are_told_apart() -> None:
    """Equal for Python, and not the same in writing: a figure of one hospital must not be said of another."""
    said, one = Message("test.count", Text("共 {count} 人", "{count} people")), rule()
    counts = [1, True, Decimal(1), Decimal("1.0"), "1", Text("1", "1"), ("1", "1"), None, 1]
    outcomes = [{"message": said, "values": {"count": each}, "observed": each} for each in counts]
    said_alike(report([finding(outcome_=each)._replace(rule=one) for each in outcomes]))


def test_room_is_made_where_outcomes_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wicheck.reports.said._KEPT", 2)
    one = rule()
    said_alike(report([finding(outcome_={"observed": each})._replace(rule=one) for each in (1, 2, 1, 3, 4, 1, 2, 2)]))
