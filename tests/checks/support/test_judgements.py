"""attested, exception and lost_text: what a machine must not decide."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks import attested, exception, lost_text
from wicheck.model import Verdict

QUESTION = {"zh": "设备是否较为完善", "en": "whether the equipment is fairly complete"}
EQUIPMENT, PROOF = ("institution", "equipment"), ("institution", "proof")


def test_a_judgement_with_its_evidence_waits_for_a_person() -> None:
    decide = deciding(attested.KIND, question=QUESTION, evidence=["institution.equipment"])
    outcome = decide(record(institution={"equipment": [{"name": "治疗床"}]}))
    assert (outcome.verdict, outcome.evidence) == (Verdict.REVIEW, (EQUIPMENT,))
    assert QUESTION["zh"] in outcome.message.text.filled(outcome.values).zh


def test_a_judgement_without_evidence_asked_for_waits_for_a_person() -> None:
    assert deciding(attested.KIND, question=QUESTION)(record(institution={})).verdict is Verdict.REVIEW


def test_evidence_that_is_not_written_is_unknown_and_named() -> None:
    decide = deciding(attested.KIND, question=QUESTION, evidence=["institution.equipment", "institution.proof"])
    outcome = decide(record(institution={}))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (EQUIPMENT, PROOF))


@pytest.mark.parametrize("none", [False, []])
def test_evidence_that_was_declared_as_none_fails(none: Any) -> None:
    decide = deciding(attested.KIND, question=QUESTION, evidence=["institution.equipment"])
    outcome = decide(record(institution={"equipment": none}))
    assert (outcome.verdict, outcome.evidence) == (Verdict.FAIL, (EQUIPMENT,))


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        ({}, "not_applicable"),
        ({"claimed": False}, "not_applicable"),
        ({"proof": "批复"}, "not_applicable"),
        ({"claimed": True}, "unknown"),
        ({"claimed": True, "proof": False}, "fail"),
        ({"claimed": True, "proof": "批复"}, "review"),
    ],
)
def test_an_exemption_needs_claim_and_proof_and_then_a_person(data: dict[str, Any], verdict: str) -> None:
    decide = deciding(exception.KIND, claimed="institution.claimed", proof=["institution.proof"], question=QUESTION)
    assert decide(record(institution=data)).verdict == verdict


def test_the_missing_proof_is_named() -> None:
    decide = deciding(exception.KIND, claimed="institution.claimed", proof=["institution.proof"], question=QUESTION)
    assert decide(record(institution={"claimed": True})).missing == (PROOF,)


def test_lost_words_are_never_met() -> None:
    outcome = deciding(lost_text.KIND, what={"zh": "第五条", "en": "article 5"})(record(institution={"id": "h"}))
    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.message.text.filled(outcome.values).zh == "原文缺失，不能断言符合：第五条"
