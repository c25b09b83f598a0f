"""A finding as a test: four results, one mapping for JUnit files and pytest."""

from __future__ import annotations

import pytest

from tests.reports.factory import finding, report, waiver
from wicheck.model import Disposition, Finding, Language, Verdict
from wicheck.reports import Report
from wicheck.reports.cases import Result, details, reason, result, title
from wicheck.reports.data import FindingData
from wicheck.reports.exit_code import unassessed
from wicheck.reports.voice import Voice

ZH, EN = Voice(Language.ZH), Voice(Language.EN)


def shaped(made: Finding) -> FindingData:
    (found,) = report([made]).findings
    return found


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.PASS, Result.PASSED),
        (Verdict.FAIL, Result.FAILED),
        (Verdict.SUSPECT, Result.PASSED),
        (Verdict.REVIEW, Result.SKIPPED),
        (Verdict.UNKNOWN, Result.ERROR),
        (Verdict.NOT_APPLICABLE, Result.SKIPPED),
        (Verdict.ERROR, Result.ERROR),
    ],
)
def test_each_verdict_has_its_result(verdict: Verdict, expected: Result) -> None:
    assert result(shaped(finding(verdict))) is expected


def test_a_waived_failure_is_skipped_and_says_who_let_it_stand_and_why() -> None:
    waived = shaped(finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED))
    assert result(waived) is Result.SKIPPED
    assert reason(waived, ZH) == "已获豁免：新院区在建（结果如此）"


def test_an_attested_failure_is_a_failure() -> None:
    assert result(shaped(finding(Verdict.FAIL, disposition=Disposition.ATTESTED))) is Result.FAILED


def test_a_test_is_named_by_rule_and_title_in_either_language() -> None:
    made = shaped(finding(Verdict.FAIL))
    assert title(made, ZH) == "jinhua-3/beds 康复床位 50 张以上"
    assert title(made, EN).startswith("jinhua-3/beds ")


def test_the_details_name_message_clause_and_place() -> None:
    made = shaped(finding(Verdict.FAIL, outcome_={"evidence": (("institution", "beds"),)}))
    lines = list(details(made, {"zh": "金华", "en": "Jinhua"}, ZH))
    assert lines[0] == "结果如此"
    assert any(line.startswith("依据：金华") and line.endswith("jinhua-3/beds") for line in lines)
    assert lines[-1] == "位置：h1.yaml:11:3"


def answers(made: Report) -> list[tuple[str, str]]:
    return [(dossier["id"], text["zh"]) for dossier, text in unassessed(made)]


def test_an_institution_with_a_decided_condition_was_assessed() -> None:
    assert answers(report([finding(Verdict.PASS)])) == []


def test_an_institution_to_which_nothing_applied_was_not() -> None:
    ((dossier, said),) = answers(report([finding(Verdict.NOT_APPLICABLE)]))
    assert dossier == "h1"
    assert "未作判断" in said
