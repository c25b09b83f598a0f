"""The answer: only what is wholly known, met and free of contradictions is 符合."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.factory import BASE, LAW, dossier, finding, lacking, record, waiver
from tests.reports.strategies import HOSPITAL, any_finding, any_findings
from wicheck.losses import UNSTATED
from wicheck.model import Binds, Disposition, DocumentKind, Finding, Outcome, ServiceKind, Stage, Verdict, same
from wicheck.reports.answers import Answer
from wicheck.reports.headline import Against, answer, headlines

PACKS = {pack.id: pack for pack in (LAW, BASE)}
LOST = {"check": "lost_text"}


def answers(*findings: Finding) -> list[str]:
    return [headline["answer"] for headline in headlines(findings, PACKS)]


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([Verdict.PASS], Answer.MET),
        ([Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.SUSPECT], Answer.MET),
        ([Verdict.PASS, Verdict.REVIEW], Answer.REVIEW),
        ([Verdict.PASS, Verdict.REVIEW, Verdict.UNKNOWN], Answer.INSUFFICIENT),
        ([Verdict.PASS, Verdict.ERROR], Answer.INSUFFICIENT),
        ([Verdict.UNKNOWN, Verdict.REVIEW, Verdict.FAIL], Answer.NOT_MET),
        ([Verdict.NOT_APPLICABLE], Answer.NOT_ASSESSED),
        ([Verdict.SUSPECT], Answer.NOT_ASSESSED),
        ([], Answer.NOT_ASSESSED),
    ],
)
def test_the_weightiest_finding_gives_the_answer(verdicts: list[Verdict], expected: Answer) -> None:
    assert answer(map(finding, verdicts), Against()) is expected


def test_what_was_never_stated_is_not_called_lost() -> None:
    """A rule that has no conditions to read is as open as one whose text is lost; the words differ."""
    lost = finding(Verdict.UNKNOWN, rule_=LOST)
    unstated = lost._replace(outcome=Outcome(Verdict.UNKNOWN, UNSTATED, {"what": same("x")}))
    said = [next(iter(headlines(each, PACKS)))["text"]["zh"] for each in ([lost], [unstated], [lost, unstated])]
    assert ["原文缺失" in each for each in said] == [True, False, True]
    assert ["没有写" in each for each in said] == [False, True, True]
    assert "资料不足" not in "".join(said)


def test_lost_law_outweighs_missing_data_and_yields_to_a_failure() -> None:
    lost = finding(Verdict.UNKNOWN, rule_=LOST)
    assert answers(lost, finding(Verdict.UNKNOWN), finding(Verdict.PASS)) == [Answer.TEXT_LOST]
    assert answers(lost, finding(Verdict.FAIL)) == [Answer.NOT_MET]


def test_contradictory_data_keep_the_answer_from_a_yes() -> None:
    contradiction = finding(Verdict.FAIL, "base-1/roster", "base")
    assert answers(finding(Verdict.PASS), contradiction) == [Answer.CONTRADICTORY]


def test_contradictions_in_a_batch_of_claims_say_nothing_of_the_conditions_of_admission() -> None:
    contradiction = finding(Verdict.FAIL, "base-1/totals", "base", rule_={"record": DocumentKind.CLAIMS})
    assert answers(finding(Verdict.PASS), contradiction) == [Answer.MET]


def test_papers_that_cannot_be_read_keep_the_answer_from_a_yes() -> None:
    half_read = record(dossier()._replace(unreadable=1))
    assert answers(finding(Verdict.PASS, on=half_read)) == [Answer.INSUFFICIENT]
    assert answers(finding(Verdict.FAIL, on=half_read)) == [Answer.NOT_MET]
    (headline,) = headlines([finding(Verdict.PASS, on=half_read)], PACKS)
    assert headline["text"]["zh"] == "金华（康复）：资料不足，尚不能判断（1 份文件因有错误没有读入）"


def test_a_kind_of_service_that_the_law_does_not_cover_is_not_assessed() -> None:
    devices = record(dossier(), (ServiceKind.ASSISTIVE_DEVICE,))
    assert answers(finding(Verdict.PASS, on=devices)) == [Answer.NOT_ASSESSED]
    assert answers(finding(Verdict.FAIL, on=devices)) == [Answer.NOT_ASSESSED]
    (headline,) = headlines([finding(Verdict.PASS, on=devices)], PACKS)
    assert headline["text"]["zh"] == "金华（辅助器具）：未作判断（这份文件只管医疗、康复）"


def test_lost_law_of_a_kind_that_nobody_may_have_applied_for_is_a_matter_of_data() -> None:
    kinds_not_given = lacking("institution.service_kinds", check="lost_text")
    assert answers(kinds_not_given, finding(Verdict.PASS)) == [Answer.INSUFFICIENT]


def test_a_practice_suspicion_does_not_weigh() -> None:
    suspicion = finding(Verdict.SUSPECT, "base-1/roster", "base")
    assert answers(finding(Verdict.PASS), suspicion) == [Answer.MET]


def test_packs_outside_the_law_alone_assess_nothing() -> None:
    assert answers(finding(Verdict.PASS, "base-1/roster", "base")) == [Answer.NOT_ASSESSED]
    assert answers() == [Answer.NOT_ASSESSED]


@pytest.mark.parametrize(
    "of_others",
    [{"binds": Binds.AGENCY}, {"binds": Binds.WORKER}, {"stage": Stage.PROCEDURE}, {"stage": Stage.PERFORMANCE}],
)
def test_what_others_owe_or_what_comes_later_does_not_weigh(of_others: dict[str, object]) -> None:
    assert answers(finding(Verdict.PASS), finding(Verdict.FAIL, rule_=of_others)) == [Answer.MET]


def test_each_service_kind_has_its_own_answer() -> None:
    both = record(dossier(), (ServiceKind.MEDICAL, ServiceKind.REHABILITATION))
    made = headlines(
        [
            finding(Verdict.PASS, on=both),
            finding(Verdict.FAIL, on=both, rule_={"service_kinds": (ServiceKind.REHABILITATION,)}),
        ],
        PACKS,
    )
    assert {each["service_kind"]: each["answer"] for each in made} == {
        "medical": Answer.MET,
        "rehabilitation": Answer.NOT_MET,
    }


def test_a_service_kind_that_no_rule_judged_is_not_assessed() -> None:
    device = record(dossier(), (ServiceKind.ASSISTIVE_DEVICE,))
    medical = finding(Verdict.PASS, on=device, rule_={"service_kinds": (ServiceKind.MEDICAL,)})
    assert answers(medical) == [Answer.NOT_ASSESSED]


def test_while_the_service_kinds_are_unknown_every_rule_weighs() -> None:
    nobody_knows = record(dossier(), ())
    failing = finding(Verdict.FAIL, on=nobody_knows, rule_={"service_kinds": (ServiceKind.MEDICAL,)})
    assert answers(finding(Verdict.PASS, on=nobody_knows), failing) == [Answer.NOT_MET]


def test_a_waived_failure_stays_one_and_is_told() -> None:
    waived = finding(Verdict.FAIL, disposition=Disposition.WAIVED, waiver=waiver())
    (headline,) = headlines([waived, finding(Verdict.PASS)], PACKS)
    assert (headline["answer"], headline["waived"]) == (Answer.NOT_MET, 1)
    assert "已获豁免" in headline["text"]["zh"]


def test_the_failing_demands_are_named() -> None:
    (headline,) = headlines([finding(Verdict.FAIL, "jinhua-3/beds"), finding(Verdict.PASS, "jinhua-3/area")], PACKS)
    assert headline["failing"] == ["jinhua-3/beds"]
    assert headline["text"]["zh"] == "金华（康复）：不符合申请条件（1 项不符合）"


AGAINST = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.ERROR)


@given(any_findings, any_finding(AGAINST))
def test_what_is_open_or_failed_never_turns_an_answer_into_a_yes(findings: list[Finding], more: Finding) -> None:
    assert (Answer.MET in answers(*findings, more)) <= (Answer.MET in answers(*findings))


@given(any_findings, st.sampled_from(AGAINST))
def test_a_condition_that_is_open_or_failed_rules_out_a_yes(findings: list[Finding], verdict: Verdict) -> None:
    assert Answer.MET not in answers(*findings, finding(verdict, on=record(HOSPITAL)))


@given(any_findings)
def test_a_failed_condition_is_always_the_answer(findings: list[Finding]) -> None:
    assert answers(*findings, finding(Verdict.FAIL, on=record(HOSPITAL))) == [Answer.NOT_MET]


@given(st.lists(any_finding((Verdict.UNKNOWN, Verdict.NOT_APPLICABLE, Verdict.SUSPECT)), max_size=6))
def test_missing_data_alone_never_yields_a_yes(findings: list[Finding]) -> None:
    assert Answer.MET not in answers(*findings)


@given(any_findings)
def test_a_yes_needs_a_pass_of_the_law_and_nothing_against_it(findings: list[Finding]) -> None:
    for headline in headlines(findings, PACKS):
        if headline["answer"] == Answer.MET:
            assert headline["counts"].keys() <= {Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.SUSPECT}
            assert headline["counts"][Verdict.PASS] > 0
            assert not headline["contradictions"]


@given(any_findings, st.randoms())
def test_the_order_of_findings_does_not_matter(findings: list[Finding], random: object) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(answers(*findings)) == sorted(answers(*shuffled))
