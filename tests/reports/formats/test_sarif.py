"""SARIF 2.1.0, read by sarif-pydantic, which is not ours: no package ships the published schema.

(This writer's output was also held against the schema that OASIS publishes, when it was written.)
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import BaseModel
from sarif_pydantic import Sarif

from tests.reports.factory import (
    DAY,
    LAW,
    PACKS,
    clause,
    dossier,
    finding,
    input_error,
    label,
    lacking,
    record,
    report,
    waiver,
)
from tests.reports.formats.writing import text
from tests.reports.strategies import any_findings
from wicheck.errors import InputError
from wicheck.model import Disposition, Finding, Language, Location, Notice, Text, Verdict, same
from wicheck.reports import FileDigest, Report, RunInfo, WriteOptions, assemble
from wicheck.reports.formats import sarif
from wicheck.reports.shape import fingerprint

# Parts of the standard that sarif-pydantic does not know.
NOT_MODELLED = {"Run.columnKind", "Invocation.toolExecutionNotifications", "Result.suppressions"}


def run(made: Report, language: Language = Language.ZH) -> dict[str, Any]:
    (only,) = json.loads(text("sarif", made, language))["runs"]
    found: dict[str, Any] = only
    return found


def result(made: Finding) -> dict[str, Any]:
    (found,) = run(report([made]))["results"]
    return dict(found)


def unknown_parts(model: BaseModel) -> Iterator[str]:
    """Everything that the standard, as the parser knows it, does not have."""
    yield from (f"{type(model).__name__}.{name}" for name in model.model_extra or ())
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel):
                yield from unknown_parts(each)


def faults(made: Report) -> set[str]:
    return set(unknown_parts(Sarif.model_validate_json(text("sarif", made)))) - NOT_MODELLED


@settings(max_examples=30)
@given(any_findings)
def test_any_report_is_understood_by_others(findings: list[Finding]) -> None:
    notices = [Notice("n", Text("提示", "notice"))]
    errors = [input_error(), InputError(same("x")), InputError(same("y"), Location("a.xlsx", sheet="S", cell="B2"))]
    made = report(findings, notices=notices, errors=errors)
    assert faults(made) == set()
    assert len(run(made)["results"]) == len(findings) + len(errors)


@pytest.mark.parametrize(
    ("verdict", "kind", "level"),
    [
        (Verdict.PASS, "pass", "none"),
        (Verdict.FAIL, "fail", "error"),
        (Verdict.SUSPECT, "review", "none"),
        (Verdict.REVIEW, "review", "none"),
        (Verdict.UNKNOWN, "open", "none"),
        (Verdict.ERROR, "open", "none"),
        (Verdict.NOT_APPLICABLE, "notApplicable", "none"),
    ],
)
def test_each_verdict_has_its_kind_and_only_failures_a_level(verdict: Verdict, kind: str, level: str) -> None:
    found = result(finding(verdict))
    assert (found["kind"], found["level"], found["properties"]["verdict"]) == (kind, level, verdict)


def test_a_rule_that_broke_is_told_of_the_run_as_well() -> None:
    assert run(report([finding()]))["invocations"][0]["executionSuccessful"]
    assert not run(report([finding(Verdict.ERROR)]))["invocations"][0]["executionSuccessful"]


def test_a_place_is_relative_to_the_source_root() -> None:
    found = result(finding(outcome_={"evidence": (("institution", "beds"),)}))
    (place,) = found["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "h1.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 11, "startColumn": 3},
    }


def test_further_places_are_related() -> None:
    found = result(finding(outcome_={"evidence": (("institution", "a"), ("institution", "b", "c"))}))
    assert [each["physicalLocation"]["region"]["startLine"] for each in found["relatedLocations"]] == [21]


def test_a_file_elsewhere_has_its_whole_address() -> None:
    errors = [InputError(same("x"), Location("/elsewhere/a b.yaml", 1, 1))]
    (found,) = run(report(errors=errors))["results"]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///elsewhere/a%20b.yaml"}


def test_a_spreadsheet_s_cell_is_a_logical_place() -> None:
    errors = [InputError(same("x"), Location("a.xlsx", sheet="明细", cell="B2"))]
    (found,) = run(report(errors=errors))["results"]
    (place,) = found["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "明细!B2"}]


def test_a_rule_is_described_once_with_help_in_text_and_markdown() -> None:
    law = LAW._replace(clauses=(clause(damage=Text("尾缺", "cut")),))
    derived = {"grounded": False}
    made = run(report([finding(rule_=derived), finding(rule_=derived, on=record(dossier("h2")))], packs=[law]))
    (rule,) = made["tool"]["driver"]["rules"]
    assert rule["id"] == "jinhua-3/beds"
    assert {each["ruleIndex"] for each in made["results"]} == {0}
    assert rule["shortDescription"]["text"] == "康复床位 50 张以上"
    assert "金华《金华市工伤保险协议机构管理办法》三（二）2" in rule["help"]["text"]
    assert "该条原文残缺：尾缺" in rule["help"]["text"]
    assert "由条文推出" in rule["help"]["text"]
    assert "由经办机构认定" in rule["help"]["markdown"]
    assert "wicheck explain jinhua-3/beds" in rule["help"]["markdown"]


def test_a_waived_failure_stays_a_failure_and_is_suppressed_with_its_reason() -> None:
    found = result(finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED))
    assert (found["kind"], found["level"]) == ("fail", "error")
    (suppression,) = found["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "金华市医疗保障局批准豁免，2026-01-01 至 2026-12-31：新院区在建"


def test_a_finding_keeps_its_fingerprint() -> None:
    made = finding(Verdict.FAIL)
    assert result(made)["partialFingerprints"] == {"wicheck/v1": fingerprint(made)}


def test_input_errors_are_failures_of_a_rule_of_their_own() -> None:
    made = run(report([finding()], errors=[input_error()]))
    found = made["results"][0]
    assert (found["ruleId"], found["kind"], found["level"]) == ("wicheck/input", "fail", "error")
    assert found["message"]["text"] == "床位数应当是整数\n50"
    assert [rule["id"] for rule in made["tool"]["driver"]["rules"]] == ["wicheck/input", "jinhua-3/beds"]


def test_of_too_many_results_the_gravest_are_kept_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST_RESULTS", 4)
    verdicts = [Verdict.PASS, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN]
    made = run(report([finding(each) for each in verdicts], errors=[input_error()]))
    shown = [each.get("properties", {}).get("verdict") for each in made["results"]]
    assert shown == [None, "unknown", "unknown", "fail"]
    (told,) = made["invocations"][0]["toolExecutionNotifications"]
    assert "只列出最要紧的 4 项；未列出：符合 2 项、资料不足 1 项" in told["message"]["text"]
    assert made["properties"]["totals"]["verdict"] == {"pass": 2, "unknown": 3, "fail": 1}


def test_input_errors_alone_may_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_MOST_RESULTS", 2)
    made = run(report([finding(Verdict.FAIL)], errors=[input_error(str(number)) for number in range(5)]))
    assert len(made["results"]) == 2
    (told,) = made["invocations"][0]["toolExecutionNotifications"]
    assert "输入错误 3 处" in told["message"]["text"]
    assert "不符合 1 项" in told["message"]["text"]


def test_at_most_what_github_shows() -> None:
    assert sarif._MOST_RESULTS < 5000


def test_files_have_their_digests() -> None:
    info = RunInfo("0.1", DAY, True, {}, [FileDigest("a/机构.yaml", "a" * 64)])
    (artifact,) = run(assemble([], PACKS, [], [], [], info, label))["artifacts"]
    assert artifact["location"]["uri"] == "a/%E6%9C%BA%E6%9E%84.yaml"
    assert artifact["hashes"] == {"sha-256": "a" * 64}


def test_it_is_written_in_one_language() -> None:
    english = text("sarif", report([lacking("institution.beds")]), Language.EN)
    assert json.loads(english)["runs"][0]["language"] == "en"
    assert english.replace("三（二）2", "").isascii()


def test_a_rule_leads_to_its_page_where_the_criteria_are_published() -> None:
    made = report([finding()])
    (log,) = json.loads(str(sarif.write(made, WriteOptions(site="https://example.org/standards/"))))["runs"]
    (rule,) = log["tool"]["driver"]["rules"]
    page, demand = rule["id"].split("/")
    pack = made.findings[0]["pack"]
    assert rule["helpUri"] == f"https://example.org/standards/rules/{pack}/{page}.html#{demand}"
    assert "helpUri" not in run(made)["tool"]["driver"]["rules"][0]
