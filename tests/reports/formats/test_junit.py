"""JUnit XML: the mapping of verdicts, and nothing that a parser chokes on."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tests.reports.factory import dossier, finding, input_error, record, report, waiver
from wicheck.errors import InputError
from wicheck.model import Disposition, Finding, Location, Message, Text, Verdict, same
from wicheck.reports import Report, WriteOptions, writer


def xml(made: Report) -> ET.Element:
    written = writer("junit").write(made, WriteOptions())
    assert isinstance(written, bytes)
    return ET.fromstring(written)  # noqa: S314  our own output


def case(made: Finding) -> ET.Element:
    (found,) = xml(report([made])).iter("testcase")
    return found


@pytest.mark.parametrize(
    ("verdict", "tags"),
    [
        (Verdict.PASS, []),
        (Verdict.FAIL, ["failure"]),
        (Verdict.UNKNOWN, ["error"]),
        (Verdict.ERROR, ["error"]),
        (Verdict.REVIEW, ["skipped"]),
        (Verdict.NOT_APPLICABLE, ["skipped"]),
        (Verdict.SUSPECT, ["system-out"]),
    ],
)
def test_each_verdict_has_its_result(verdict: Verdict, tags: list[str]) -> None:
    assert [result.tag for result in case(finding(verdict))] == tags


def test_a_waived_failure_is_skipped_with_its_reason() -> None:
    (result,) = case(finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED))
    assert (result.tag, "新院区在建" in result.attrib["message"]) == ("skipped", True)


def test_a_skipped_case_says_why() -> None:
    (result,) = case(finding(Verdict.NOT_APPLICABLE))
    assert result.attrib["message"] == "不适用（结果如此）"


def test_a_case_is_named_by_rule_and_title_and_has_its_place() -> None:
    found = case(finding(Verdict.FAIL, outcome_={"evidence": (("institution", "beds"),)}))
    assert found.attrib["name"] == "jinhua-3/beds 康复床位 50 张以上"
    assert found.attrib["classname"] == "jinhua.institution.h1"
    assert (found.attrib["file"], found.attrib["line"]) == ("h1.yaml", "11")


def test_input_errors_are_errors() -> None:
    root = xml(report([finding()], errors=[input_error()]))
    (found,) = root.findall("testsuite[@name='输入']/testcase")
    assert (found[0].tag, found[0].attrib["message"], found.attrib["line"]) == ("error", "床位数应当是整数", "7")


def test_an_input_error_without_a_line_has_none() -> None:
    table = InputError(same("bad"), Location("a.csv", row=9))
    nowhere = InputError(same("worse"))
    cases = list(xml(report(errors=[table, nowhere])).iter("testcase"))
    assert [(each.get("file"), each.get("line")) for each in cases] == [("a.csv", "9"), (None, None)]


def test_the_counts_agree_with_the_cases() -> None:
    on = record(dossier("h2"))
    root = xml(report([*map(finding, Verdict), finding(Verdict.FAIL, on=on)], errors=[input_error()]))
    for suite in [root, *root]:
        assert int(suite.attrib["tests"]) == len(list(suite.iter("testcase")))
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
        assert int(suite.attrib["errors"]) == len(list(suite.iter("error")))
        assert int(suite.attrib["skipped"]) == len(list(suite.iter("skipped")))


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    odd = Message("x", Text("坏\x00字\x1b符\ufffe<&>\t好", "x"))
    (result,) = case(finding(Verdict.FAIL, outcome_={"message": odd}))
    assert result.text is not None
    assert result.text.startswith("坏字符<&>\t好")
