"""Workflow commands, undone here the way GitHub's runner undoes them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.reports.factory import finding, input_error, lacking, report, waiver
from tests.reports.formats.writing import text
from wicheck.errors import InputError
from wicheck.model import Disposition, Location, Message, Text, Verdict, same
from wicheck.reports import Report

COMMAND = re.compile("::(?P<level>[a-z]+) (?P<properties>.*?)::(?P<data>.*)")


class Command(NamedTuple):
    level: str
    properties: dict[str, str]
    text: str


def decoded(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(made: Report) -> list[Command]:
    found = []
    for line in text("github", made).splitlines():
        command = COMMAND.fullmatch(line)
        assert command, line
        pairs = (pair.partition("=") for pair in command["properties"].split(","))
        found.append(Command(command["level"], {k: decoded(v) for k, _, v in pairs}, decoded(command["data"])))
    return found


@pytest.mark.parametrize(
    ("verdict", "levels"),
    [
        (Verdict.FAIL, ["error"]),
        (Verdict.ERROR, ["error"]),
        (Verdict.UNKNOWN, ["warning"]),
        (Verdict.REVIEW, ["notice"]),
        (Verdict.SUSPECT, ["notice"]),
        (Verdict.PASS, []),
        (Verdict.NOT_APPLICABLE, []),
    ],
)
def test_each_verdict_has_its_level(verdict: Verdict, levels: list[str]) -> None:
    *annotations, summary = commands(report([finding(verdict)]))
    assert [each.level for each in annotations] == levels
    assert summary.level == "notice"


def test_an_annotation_has_its_place_title_and_what_to_do() -> None:
    told = {"evidence": (("institution", "beds"),), "remedy": Text("扩建", "build")}
    first, _ = commands(report([finding(Verdict.FAIL, outcome_=told)]))
    assert first.properties == {
        "file": "h1.yaml",
        "line": "11",
        "col": "3",
        "title": "jinhua-3/beds 康复床位 50 张以上",
    }
    assert first.text.splitlines() == [
        "结果如此",
        "办法：扩建",
        "依据：金华 三（二）2，jinhua-3/beds",
        "位置：h1.yaml:11:3",
    ]


def test_whatever_is_written_in_a_document_stays_within_its_annotation() -> None:
    hostile = "100%，a,b:c\r\n::error file=x::y%0A"
    told = {"message": Message("x", same(hostile))}
    made = finding(Verdict.FAIL, rule_={"title": same(hostile)}, outcome_=told)
    first, _ = commands(report([made]))
    assert first.properties["title"] == f"jinhua-3/beds {hostile}"
    assert first.text.startswith(hostile)


def test_input_errors_are_errors_with_their_hint() -> None:
    first, _ = commands(report(errors=[input_error()]))
    assert (first.level, first.properties["line"], first.text) == ("error", "7", "床位数应当是整数\n50")


def test_a_row_counts_as_a_line_and_nowhere_is_nowhere() -> None:
    errors = [InputError(same("x"), Location("a.csv", row=9)), InputError(same("y"))]
    first, second, _ = commands(report(errors=errors))
    assert (first.properties["file"], first.properties["line"], "col" in first.properties) == ("a.csv", "9", False)
    assert set(second.properties) == {"title"}


def test_a_waived_failure_is_a_notice() -> None:
    first, _ = commands(report([finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED)]))
    assert first.level == "notice"


def test_the_last_notice_has_the_totals() -> None:
    *_, last = commands(report([finding(Verdict.FAIL), finding()], errors=[input_error()]))
    assert last.text.splitlines() == ["合计 2 项检查：符合 1 项、不符合 1 项", "输入错误 1 处"]


def test_no_more_than_github_shows_and_the_rest_is_counted() -> None:
    verdicts = [Verdict.FAIL] * 12 + [Verdict.UNKNOWN] * 11 + [Verdict.REVIEW] * 10
    made = commands(report([finding(verdict) for verdict in verdicts]))
    levels = [each.level for each in made]
    assert {level: levels.count(level) for level in levels} == {"error": 10, "warning": 10, "notice": 10}
    assert made[-1].text.splitlines()[-1] == "未能全部标注，另有：error 2 条、notice 1 条、warning 1 条"


def test_exactly_as_many_as_github_shows_leave_nothing_out() -> None:
    made = commands(report([finding(Verdict.FAIL)] * 10 + [lacking("institution.beds")] * 10))
    assert (len(made), "另有" in made[-1].text) == (21, False)
