"""Hearings: one for each application, on its date, for its service kinds, under its agency's division."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.checks.bench import EveryWeekday, Nowhere
from tests.packs.region import CLAUSES, header, loaded
from wicheck.model import Document, DocumentKind, Dossier, Finding, ServiceKind, Verdict
from wicheck.packs.bind import bound
from wicheck.plan import Docket, Hearing, concerning, hearings
from wicheck.plugins import workshop
from wicheck.run import Statements, judge

TODAY = date(2026, 11, 21)
CALENDAR = EveryWeekday()

GAP = """\
- id: example-2
  article: 第二条
  kind: gap
  summary: {zh: 条件缺失, en: lost conditions}
  damage: {zh: 原文缺失, en: the text is lost}
  lost_conditions: true
"""

FORM = """\
- id: example-3
  article: 第三条
  kind: rule
  record: application
  summary: {zh: 申请书, en: form}
  rules:
    form:
      check: documents
      material: application.materials.application_form
      topic: form
      title: {zh: 申请书, en: application form}
    decided:
      check: present
      value: application.events.decision_issued_on
      stage: procedure
      binds: agency
      topic: decision
      title: {zh: 审查认定, en: decision}
"""


def document(kind: str, name: str, data: Mapping[str, Any]) -> Document:
    return Document(DocumentKind(kind), name, data, Nowhere())


def dossier(institution: Mapping[str, Any], *applications: Mapping[str, Any]) -> Dossier:
    root = document("institution", "h", institution)
    made = tuple(document("application", f"a{number}", data) for number, data in enumerate(applications))
    return Dossier("h", root, {DocumentKind.INSTITUTION: (root,), **({DocumentKind.APPLICATION: made} if made else {})})


def heard(case_file: Dossier, fixed: date | None = None, asked: tuple[ServiceKind, ...] = ()) -> list[Hearing]:
    return list(hearings(case_file, fixed, TODAY, asked, CALENDAR))


def findings(root: Path, text: str, hearing: Hearing) -> list[Finding]:
    pack = loaded(root, text)
    from wicheck.documents.schemas import Schemas

    rules = [
        bound(rule, clause, hearing.judged_on, Schemas(), workshop())
        for clause in pack.clauses
        for rule in clause.rules
    ]
    return list(
        judge(Docket(hearing, CALENDAR), pack, concerning(rules, hearing.service_kinds), Statements.of(TODAY, (), ()))
    )


def test_without_an_application_the_institution_is_heard_today() -> None:
    (hearing,) = heard(dossier({"division_code": "999901", "service_kinds": ["medical"]}))
    assert hearing == Hearing(hearing.dossier, TODAY, TODAY, (ServiceKind.MEDICAL,), "999901")


def test_each_application_is_heard_by_itself() -> None:
    first, second = heard(
        dossier(
            {"division_code": "999901"},
            {"applied_on": "2026-03-02", "agency": {"division_code": "640000"}, "service_kinds": ["rehabilitation"]},
            {"applied_on": "2026-04-01"},
        )
    )
    assert (first.dossier.id, first.judged_on, first.division) == ("h/a0", date(2026, 3, 2), "640000")
    assert first.service_kinds == (ServiceKind.REHABILITATION,)
    assert (second.dossier.id, second.judged_on, second.division) == ("h/a1", date(2026, 4, 1), "999901")
    assert [each.id for each in first.dossier.of_kind(DocumentKind.APPLICATION)] == ["a0"]
    assert [[each.id for each in hearing.dossier.beside] for hearing in (first, second)] == [["a1"], ["a0"]]


def test_a_fixed_date_and_asked_kinds_override_the_documents() -> None:
    (hearing,) = heard(
        dossier({"service_kinds": ["medical"]}, {"applied_on": "2026-03-02"}),
        date(2025, 1, 1),
        (ServiceKind.REHABILITATION,),
    )
    assert (hearing.judged_on, hearing.service_kinds) == (date(2025, 1, 1), (ServiceKind.REHABILITATION,))


def test_deadlines_are_seen_on_the_day_of_the_run_and_agreements_judged_on_it(tmp_path: Path) -> None:
    """An application of March is judged by March's law; whether a term has passed, today tells."""
    whole = dossier({"service_kinds": ["medical"]}, {"applied_on": "2026-03-02"})
    agreement = (document("agreement", "g", {}),)
    (hearing,) = heard(whole._replace(documents={**whole.documents, DocumentKind.AGREEMENT: agreement}))
    docket = Docket(hearing, CALENDAR)
    days = {kind: (record.judged_on, record.as_of) for kind in DocumentKind for record in docket.records(kind)}
    march = date(2026, 3, 2)
    assert days == {
        DocumentKind.INSTITUTION: (march, TODAY),
        DocumentKind.APPLICATION: (march, TODAY),
        DocumentKind.AGREEMENT: (TODAY, TODAY),
    }


def test_a_planned_application_is_seen_on_its_day_and_nothing_else_is(tmp_path: Path) -> None:
    whole = dossier({}, {"applied_on": "2099-01-01"})
    agreement = (document("agreement", "g", {}),)
    (hearing,) = heard(whole._replace(documents={**whole.documents, DocumentKind.AGREEMENT: agreement}))
    docket = Docket(hearing, CALENDAR)
    days = {kind: (record.judged_on, record.as_of) for kind in DocumentKind for record in docket.records(kind)}
    assert days[DocumentKind.APPLICATION] == days[DocumentKind.INSTITUTION] == (date(2099, 1, 1), date(2099, 1, 1))
    assert days[DocumentKind.AGREEMENT] == (TODAY, TODAY)


def test_a_finding_made_without_its_constructor_is_as_the_constructor_makes_it(tmp_path: Path) -> None:
    (hearing,) = heard(dossier({"service_kinds": ["rehabilitation"]}))
    found = findings(tmp_path, header() + CLAUSES, hearing)
    assert len(Finding._fields) - len(Finding._field_defaults) == 5
    assert found
    assert found == [Finding(each.rule, each.pack, each.record, each.outcome, each.outcome.verdict) for each in found]
    assert {type(each) for each in found} == {Finding}


def test_a_fixed_date_is_the_day_of_the_run_too() -> None:
    (hearing,) = heard(dossier({}, {"applied_on": "2026-03-02"}), date(2026, 4, 1))
    assert (hearing.judged_on, hearing.as_of) == (date(2026, 4, 1), date(2026, 4, 1))


def test_rules_for_other_service_kinds_are_not_judged(tmp_path: Path) -> None:
    (hearing,) = heard(dossier({"service_kinds": ["medical"]}))
    assert findings(tmp_path, header() + CLAUSES, hearing) == []


def test_while_the_service_kinds_are_unknown_their_rules_are_open(tmp_path: Path) -> None:
    (hearing,) = heard(dossier({"rehabilitation": {"ward": {"beds_count": 50}}}))
    (finding,) = findings(tmp_path, header() + CLAUSES, hearing)
    assert finding.verdict is Verdict.UNKNOWN
    assert finding.outcome.missing == (("institution", "service_kinds"),)


def test_lost_conditions_are_unknown_whatever_the_documents_say(tmp_path: Path) -> None:
    (hearing,) = heard(dossier({"service_kinds": ["rehabilitation"], "rehabilitation": {"ward": {"beds_count": 50}}}))
    verdicts = {each.rule.id: each.verdict for each in findings(tmp_path, header() + CLAUSES + GAP, hearing)}
    assert verdicts == {"example-2/lost_text": Verdict.UNKNOWN, "example-1/beds_min_50": Verdict.PASS}


@pytest.mark.parametrize(("kinds", "number"), [(["medical"], 0), (["assistive_device"], 1), ([], 1)])
def test_a_kind_without_conditions_of_its_own_is_unknown(tmp_path: Path, kinds: list[str], number: int) -> None:
    text = header() + "unconditioned: {assistive_device: {zh: 未规定条件, en: no conditions stated}}\n"
    (hearing,) = heard(dossier({"service_kinds": kinds}))
    whole = text.replace("[medical, rehabilitation]", "[medical, rehabilitation, assistive_device]")
    lost = [each for each in findings(tmp_path, whole, hearing) if each.rule.demand == "lost_text"]
    assert [each.verdict for each in lost] == [Verdict.UNKNOWN] * number
    assert all(each.outcome.message.id == "lost_text.unstated" for each in lost if kinds)
    assert all(each.outcome.missing == ((("institution", "service_kinds"),) if not kinds else ()) for each in lost)


def test_without_an_application_its_conditions_are_unknown_and_its_steps_not_reached(tmp_path: Path) -> None:
    (hearing,) = heard(dossier({"service_kinds": ["medical"]}))
    made = {each.rule.demand: each.outcome for each in findings(tmp_path, header() + "clauses:\n" + FORM, hearing)}
    assert (made["form"].verdict, made["form"].missing) == (Verdict.UNKNOWN, (("application",),))
    assert made["decided"].verdict is Verdict.NOT_APPLICABLE


def test_a_rule_judges_every_record_of_its_kind_once(tmp_path: Path) -> None:
    whole = dossier({"service_kinds": ["rehabilitation"]}, {"service_kinds": ["rehabilitation"]})
    (hearing,) = heard(whole)
    made = findings(tmp_path, header() + CLAUSES + FORM, hearing)
    assert sorted(each.rule.demand for each in made) == ["beds_min_50", "decided", "form"]


@pytest.mark.parametrize("data", [{"division_code": "640000"}, {"agency": {"division_code": "640000"}}])
def test_a_registry_is_heard_under_its_own_division_and_applies_for_nothing(
    tmp_path: Path, data: Mapping[str, Any]
) -> None:
    root = document("registry", "r", data)
    (hearing,) = heard(Dossier("r", root, {DocumentKind.REGISTRY: (root,)}))
    assert hearing.division == "640000"
    assert findings(tmp_path, header() + "clauses:\n" + GAP, hearing) == []
