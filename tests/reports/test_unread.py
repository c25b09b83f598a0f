"""Rules that unread rows or files alone keep from a decision: people are told once, for one thing is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reports.factory import finding, report
from tests.reports.formats.writing import text
from wicheck.checks.sql import UNREAD
from wicheck.model import Finding, Message, Stage, Text, Verdict, same
from wicheck.reports import Report

VALUES = {"unread": Text("有 1 行", "1 rows"), "judged": 18, "found": same("没有发现问题")}
LOST = Message("test.lost", Text("原文缺失", "lost text"))


def unread(id_: str, title: str) -> Finding:
    rule = {"title": same(title), "stage": Stage.PERFORMANCE}
    return finding(Verdict.UNKNOWN, id_, rule_=rule, outcome_={"message": UNREAD, "values": VALUES})


def told(*findings: Finding) -> Report:
    return report([*findings, finding(Verdict.UNKNOWN, "jinhua-9/lost", outcome_={"message": LOST})])


THREE: Sequence[Finding] = [
    unread("jinhua-3/a", "甲规则"),
    unread("jinhua-4/b", "乙规则"),
    unread("jinhua-5/c", "丙规则"),
]


def test_the_terminal_makes_one_item_of_them_and_names_them_all() -> None:
    said = text("terminal", told(*THREE))
    assert "尚不能判断的（4）" in said
    assert " 1. 3 条规则不能断定符合：有的行或文件没有读懂" in said
    assert "规则：甲规则、乙规则、丙规则" in said
    assert said.count("所以不能断定符合") == 0
    assert " 2. " in said.partition("丙规则")[2]


def test_so_does_the_page() -> None:
    said = text("html", told(*THREE))
    section, _, all_of_them = said.partition("尚不能判断的（4）")[2].partition("</ol>")
    assert section.count("<li") == 2
    assert "3 条规则不能断定符合：有的行或文件没有读懂" in section
    assert "规则：甲规则、乙规则、丙规则" in section
    assert all_of_them.count("所以不能断定符合") == 3


def test_one_alone_is_told_in_full() -> None:
    said = text("terminal", told(THREE[0]))
    assert "有 1 行没有读懂，没有参加判断，所以不能断定符合" in said.replace("\n     ", "")
    assert "条规则不能断定符合" not in said
