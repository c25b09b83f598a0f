"""Deciding: broken rules, guards, attestations and waivers, and what served nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.bench import record
from wicheck.model import (
    Attestation,
    Attestor,
    Binds,
    BoundRule,
    Disposition,
    DocumentKind,
    Finding,
    Location,
    Message,
    Outcome,
    Record,
    Rule,
    Stage,
    Verdict,
    Waiver,
    same,
)
from wicheck.run import Statements, decided, unread, unused, weighed

DAY = date(2026, 3, 10)
SAID = Message("test.said", same("said"))
HERE = Location("here.yaml", 1, 1)


def rule(attested_by: tuple[Attestor, ...] = (Attestor.AGENCY,)) -> Rule:
    return Rule(
        id="example-1/x",
        clause="example-1",
        demand="x",
        check="attested",
        arguments={},
        only_if=None,
        record=DocumentKind.INSTITUTION,
        service_kinds=(),
        topic="t",
        stage=Stage.ADMISSION,
        binds=Binds.INSTITUTION,
        title=same("x"),
        remedy=None,
        attested_by=attested_by,
        grounded=True,
        location=HERE,
    )


def finding(verdict: Verdict) -> Finding:
    return Finding(rule(), "example-2026", record(institution={}), Outcome(verdict, SAID), verdict)


def attestation(**changes: Any) -> Attestation:
    said = Attestation(
        rule="example-1/x",
        subject="institution",
        met=True,
        by="张示例",
        organisation="示例局",
        capacity=Attestor.AGENCY,
        attested_on=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
        evidence_file="e.pdf",
        evidence_sha256="0" * 64,
        location=HERE,
    )
    return said._replace(**changes)


def waiver(**changes: Any) -> Waiver:
    made = Waiver(
        rule="example-1/x",
        subject="institution",
        reason="r",
        authority="a",
        approver="b",
        issued_on=date(2026, 1, 1),
        expires_on=date(2026, 12, 31),
        location=HERE,
    )
    return made._replace(**changes)


def deciding(outcome: Outcome) -> Any:
    return lambda _record: outcome


def test_a_rule_that_breaks_is_an_error_and_names_what_broke() -> None:
    def broken(_record: Record) -> Outcome:
        raise ZeroDivisionError("no beds")

    outcome = decided(BoundRule(rule(), broken, None), record(institution={}))
    assert outcome.verdict is Verdict.ERROR
    assert re.fullmatch(r"ZeroDivisionError \(test_run\.py:\d+\)", outcome.values["what"])  # no beds may be a name


@pytest.mark.parametrize(
    ("guard", "expected"),
    [
        (Verdict.PASS, Verdict.FAIL),
        (Verdict.FAIL, Verdict.NOT_APPLICABLE),
        (Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE),
        (Verdict.UNKNOWN, Verdict.UNKNOWN),
        (Verdict.REVIEW, Verdict.REVIEW),
    ],
)
def test_a_guard_that_cannot_tell_leaves_the_rule_open(guard: Verdict, expected: Verdict) -> None:
    bound = BoundRule(rule(), deciding(Outcome(Verdict.FAIL, SAID)), deciding(Outcome(guard, SAID)))
    assert decided(bound, record(institution={})).verdict is expected


@pytest.mark.parametrize(("met", "verdict"), [(True, Verdict.PASS), (False, Verdict.FAIL)])
def test_an_agencys_attestation_answers_a_review(met: bool, verdict: Verdict) -> None:
    answered = weighed(finding(Verdict.REVIEW), Statements.of(DAY, [attestation(met=met)], []))
    assert (answered.verdict, answered.disposition) == (verdict, Disposition.ATTESTED)


def test_the_institutions_own_word_is_shown_and_settles_nothing() -> None:
    own = attestation(capacity=Attestor.INSTITUTION)
    answered = weighed(finding(Verdict.REVIEW), Statements.of(DAY, [own], []))
    assert (answered.verdict, answered.disposition) == (Verdict.REVIEW, Disposition.NONE)
    assert answered.self_declared == own


OWN_NAMES = ["城东康复医院", "城东 康复医院", "城东康复医院医务科", "institution"]
"""As the hospital of `named` may call itself; the last is its document's id."""


def named(verdict: Verdict) -> Finding:
    return finding(verdict)._replace(record=record(institution={"name": "城东康复医院"}))


@pytest.mark.parametrize("organisation", OWN_NAMES)
def test_an_institution_that_calls_itself_the_agency_still_speaks_for_itself(organisation: str) -> None:
    own = attestation(organisation=organisation)
    answered = weighed(named(Verdict.REVIEW), Statements.of(DAY, [own], []))
    assert (answered.verdict, answered.self_declared) == (Verdict.REVIEW, own)


@pytest.mark.parametrize("authority", OWN_NAMES)
def test_no_institution_waives_its_own_failures(authority: str) -> None:
    judged = weighed(named(Verdict.FAIL), Statements.of(DAY, [], [waiver(authority=authority)]))
    assert judged.disposition is Disposition.NONE


@pytest.mark.parametrize("body", ["城东区人力资源和社会保障局", "城西康复医院"])
def test_bodies_with_other_names_are_others(body: str) -> None:
    said = Statements.of(DAY, [attestation(organisation=body)], [waiver(authority=body)])
    assert weighed(named(Verdict.REVIEW), said).disposition is Disposition.ATTESTED
    assert weighed(named(Verdict.FAIL), said).disposition is Disposition.WAIVED


@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.REVIEW])
def test_an_attestation_answers_nothing_but_a_review(verdict: Verdict) -> None:
    found = finding(verdict)
    assert weighed(found, Statements.of(DAY, [attestation()], [])) == found


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"valid_until": date(2026, 3, 10)}, Verdict.PASS),
        ({"valid_until": date(2026, 3, 9)}, Verdict.REVIEW),
        ({"attested_on": date(2026, 3, 10)}, Verdict.PASS),
        ({"attested_on": date(2026, 3, 11)}, Verdict.REVIEW),
        ({"rule": "example-1/y"}, Verdict.REVIEW),
        ({"subject": "another"}, Verdict.REVIEW),
        ({"capacity": Attestor.EXPERTS}, Verdict.REVIEW),
    ],
)
def test_an_attestation_counts_in_its_term_for_its_subject_and_from_whom_the_rule_names(
    changes: dict[str, Any], verdict: Verdict
) -> None:
    assert weighed(finding(Verdict.REVIEW), Statements.of(DAY, [attestation(**changes)], [])).verdict is verdict


def test_people_speak_after_what_they_speak_about() -> None:
    """An application of 10 March is assessed on 20 March; the run on 1 April knows of it, one on 19 March does not."""
    said = [attestation(attested_on=date(2026, 3, 20))]
    assert weighed(finding(Verdict.REVIEW), Statements.of(date(2026, 4, 1), said, [])).verdict is Verdict.PASS
    assert weighed(finding(Verdict.REVIEW), Statements.of(date(2026, 3, 19), said, [])).verdict is Verdict.REVIEW


@given(st.permutations([attestation(met=True), attestation(met=False), attestation(met=True, by="李示例")]))
def test_where_two_contradict_each_other_the_one_that_is_not_met_decides(said: list[Attestation]) -> None:
    assert weighed(finding(Verdict.REVIEW), Statements.of(DAY, said, [])).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("changes", "disposition"),
    [
        ({}, Disposition.WAIVED),
        ({"expires_on": date(2026, 3, 10)}, Disposition.WAIVED),
        ({"expires_on": date(2026, 3, 9)}, Disposition.NONE),
        ({"issued_on": date(2026, 3, 11)}, Disposition.NONE),
        ({"subject": "another"}, Disposition.NONE),
    ],
)
def test_a_waived_failure_stays_a_failure(changes: dict[str, Any], disposition: Disposition) -> None:
    judged = weighed(finding(Verdict.FAIL), Statements.of(DAY, [], [waiver(**changes)]))
    assert (judged.verdict, judged.disposition) == (Verdict.FAIL, disposition)


def test_that_data_contradict_themselves_is_nobodys_to_waive() -> None:
    contradiction = finding(Verdict.FAIL)._replace(pack="base")
    assert weighed(contradiction, Statements.of(DAY, [], [waiver()])) is contradiction


def test_only_failures_are_waived() -> None:
    for verdict in Verdict:
        judged = weighed(finding(verdict), Statements.of(DAY, [], [waiver()]))
        assert (judged.disposition is Disposition.WAIVED) is (verdict is Verdict.FAIL)


def test_what_served_nothing_is_told_with_its_reason(tmp_path: Path) -> None:
    from tests.packs.region import loaded

    pack = loaded(tmp_path)
    known = pack.rules[0].id
    said = Statements.of(
        DAY,
        [attestation(rule="nowhere-1/x"), attestation(rule=known, valid_until=date(2026, 3, 9))],
        [waiver(rule=known)],
    )
    codes = [notice.code for notice in unused(said, [], [pack])]
    assert codes == ["statement_unknown", "statement_expired", "statement_unused"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([attestation(attested_on=date(2026, 3, 11))], "2026-03-11 才作出"),
        ([attestation(capacity=Attestor.EXPERTS)], "不由这种身份的人认定"),
        ([attestation(), attestation(met=False)], "以不符合的为准"),
        ([waiver(issued_on=date(2026, 3, 11))], "2026-03-11 才作出"),
        ([waiver(subject="another")], "核对对象的编号"),
    ],
)
def test_the_reason_says_what_to_look_at(tmp_path: Path, said: list[Attestation | Waiver], why: str) -> None:
    from tests.packs.region import loaded

    pack = loaded(tmp_path)
    of_pack = [each._replace(rule=pack.rules[0].id) for each in said]
    attested = [each for each in of_pack if isinstance(each, Attestation)]
    statements = Statements.of(DAY, attested, [each for each in of_pack if isinstance(each, Waiver)])
    assert why in next(unused(statements, [], [pack])).text.zh


def test_a_waiver_of_a_contradiction_is_told_to_be_none(tmp_path: Path) -> None:
    from tests.packs.region import loaded

    base = loaded(tmp_path)._replace(id="base")
    (notice,) = unused(Statements.of(DAY, [], [waiver(rule=base.rules[0].id)]), [], [base])
    assert "资料自相矛盾不能豁免" in notice.text.zh


def test_what_served_is_not_told_of() -> None:
    said = Statements.of(DAY, [attestation()], [])
    assert list(unused(said, [weighed(finding(Verdict.REVIEW), said)], [])) == []


def test_a_reading_of_a_rule_that_no_pack_has_is_told(tmp_path: Path) -> None:
    from tests.packs.region import loaded

    pack = loaded(tmp_path)
    notices = list(unread([(pack.rules[0].id, HERE), ("nowhere-1/x", HERE)], [pack]))
    assert [("nowhere-1/x" in notice.text.zh, notice.location) for notice in notices] == [(True, HERE)]
