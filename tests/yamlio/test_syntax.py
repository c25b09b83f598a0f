"""Syntax errors are told as what to type instead, at the line that is wrong and not where the parser gave up."""

from __future__ import annotations

import pytest

from tests.yamlio.refusing import place, refusal

pytestmark = pytest.mark.usefixtures("parser")


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("a: 1\n床位：50\nb: 2\n", (2, 1), "全角冒号"),
        ("a:\n  床位：50\n  b: 2\n", (2, 3), "全角冒号"),
        ("a:\n  - 姓名：张\n    b: 2\n", (2, 5), "全角冒号"),
        ("a:\n  床位：50\n\n  # 面积\n  b: 2\n", (2, 3), "全角冒号"),
        ("a: 1\n床位:50\nb: 2\n", (2, 3), "「床位:」后面少一个空格"),
        ("a:\n  床位:50\n  b: 2\n", (2, 5), "「床位:」后面少一个空格"),
        ("a: 1\n床位:\u300050\nb: 2\n", (2, 3), "「床位:」后面少一个空格"),
        ("a: 1\n床位:\u00a050\nb: 2\n", (2, 3), "「床位:」后面少一个空格"),
        ("a:\n-康复\nb: 1\n", (2, 1), "短横线加一个空格"),
        ("a:\n－ 康复\nb: 1\n", (2, 1), "短横线加一个空格"),
        ("a:\n• 康复\nb: 1\n", (2, 1), "短横线加一个空格"),
        ("a: @x\n", (1, 4), "@"),
        ("a: `x`\n", (1, 4), "`"),
        ("a: %x\n", (1, 4), "%"),
        ("- @x\n", (1, 3), "@"),
        ("a: x: y\n", (1, 5), "两个「冒号加空格」"),
        ("a:\n  b: 1\n   c: 2\n", (3, 4), "缩进"),
        ("a:\n    b: 1\n  c: 2\n", (3, 3), "缩进"),
        ("a: 1\n- b\n", (2, 1), "缩进"),
        ("a: 1\n\u3000b: 2\n c: 3\n", (2, 1), "全角空格"),
        ("a: 1\nhello\nb: 2\n", (2, 1), "没有冒号"),
        ('a: "x\nb: 1\n', (1, 4), "没有收尾"),
        ("a: 'x\nb: 1\n", (1, 4), "没有收尾"),
        ('a: "C:\\dir"\n', (1, 4), "反斜杠"),
        ("a: 'it's'\n", (1, 8), "接不上"),
        ('a: "x" y\n', (1, 8), "接不上"),
        ("a: }\n", (1, 4), "接不上"),
        ('a: "x\nb: "1"\n', (1, 4), "没有收尾"),
        ("a: 'x\n# 说明\nb: '1'\n", (1, 4), "没有收尾"),
        ("a: 无\n  b:\n  c:\n", (2, 3), "第 1 行的「a」已经写了值"),
        ("许可证: 无\n  # 说明\n  状态: 有效\n", (3, 3), "第 1 行的「许可证」已经写了值"),
        ("- a: 否\n    b: 1\n", (2, 5), "第 1 行的「a」已经写了值"),
        ("a: [1, 2\nb: 3\n", (1, 4), "括号"),
        ("a: {b: 1\nc: 3\n", (1, 4), "括号"),
        ("a: [1，2】\nb: 3\n", (1, 4), "括号"),
        ("a: [\n\n", (1, 5), "括号"),
        ("a: | x\n  b\n", (1, 6), "「|」"),
    ],
)
def test_the_mistake_is_named_at_its_place(text: str, where: tuple[int, int], says: str) -> None:
    error = refusal(text)
    assert (place(error), says in error.message.zh) == (where, True), (error.location, error.message.zh)


def test_a_value_above_entries_of_its_own_is_told_with_all_ways_out() -> None:
    hint = refusal("许可证: 无\n  状态:\n").hint
    assert hint is not None
    assert "删去它下面缩进的各行" in hint.zh
    assert "删去「许可证:」后面的值" in hint.zh


def test_the_hint_for_a_wide_colon_shows_what_to_type() -> None:
    hint = refusal("a: 1\n床位：50\nb: 2\n").hint
    assert hint is not None
    assert "「床位: 」" in hint.zh
    assert "`床位: `" in hint.en


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\n床位：50\nb: 2\n康复:\n  - 面积：30\nc: 地址：银川\n# 人数：3\n人员：4\n", "第 5、8 行看起来也是这样"),
        ("床位：50\n面积：30\nb: |\n  说明\n", "第 2 行看起来也是这样"),
        ("床位：50\n" + "面积：30\n" * 21 + "b: 1\n", "、21 等 21 行看起来也是这样"),
    ],
)
def test_further_wide_colons_are_told_at_once(text: str, told: str) -> None:
    hint = refusal(text).hint
    assert hint is not None
    assert told in hint.zh


def test_a_time_in_the_line_before_is_not_taken_for_a_missing_space() -> None:
    assert "缩进" in refusal("- 12:30\n  b: 1\n").message.zh


@pytest.mark.parametrize("text", ["a: 'x\n", "a: 1\n张三\nb: 2\n", "a: [张三\n", "a: x: 张三\n", "姓名: 张三: 李四\n"])
def test_no_message_repeats_a_value(text: str) -> None:
    error = refusal(text)
    assert error.hint is not None
    assert not any("张三" in words for words in (*error.message, *error.hint))
