"""Ordinary texts read by lines: the same nodes as from a YAML parser, and nothing where there is any doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wicheck.errors import InputError
from wicheck.yamlio import Limits, Mapping, Node, Scalar, Sequence
from wicheck.yamlio.builder import build
from wicheck.yamlio.lines import ordinary
from wicheck.yamlio.parsers import events_of

ROOT = Path(__file__).parents[2]
DEPTH = Limits().max_depth
# Pieces that people put together in lines, and some that change what a line is.
PIECES = st.sampled_from(
    [
        *(
            "床位数: 50",
            "name: 示例",
            "a:",
            "- 平行杠",
            "- name: x",
            "- b:",
            "k: [a, b]",
            "k: {a: 1, b: [c]}",
            "zh: >-",
        ),
        *(
            "c: 'x y'",
            'd: "9: #"',
            "e: -5",
            "f: 08:30",
            "# 说明",
            "g: 1 # 说明",
            "",
            "h: ~",
            "更多的话",
            "- - 1",
            "i: []",
        ),
        *(
            "j: a: b",
            "l: [a",
            "m: {a}",
            "n: &x 1",
            "o: |",
            "p: !t 1",
            "q: *x",
            "---",
            "a",
            "r: 'it''s'",
            's: "\\n"',
            "-",
        ),
        *("t: [a, ]", "u: {a: 1, a: 2}", "v: x ", "w: a#b", "x:y", "y: 一　二", "z: [a: 1]", "'a': 1", "? a", "- a: 1"),
    ]
)
LINES = st.tuples(st.integers(0, 3).map(lambda depth: "  " * depth), PIECES).map("".join)


def by_events(text: str, max_depth: int = DEPTH) -> list[Node]:
    return build(events_of(text), "a.yaml", max_depth, careful=True)


@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join), st.sampled_from([1, 2, 3, DEPTH]))
@settings(max_examples=1500)
def test_what_lines_give_a_parser_gives(text: str, max_depth: int) -> None:
    node = ordinary(text, max_depth)
    if node is not None:
        assert [node] == by_events(text, max_depth)


@pytest.mark.parametrize("folder", ["examples", "policies"])
def test_nearly_all_of_our_own_files_are_ordinary(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.yaml")]
    assert sum(ordinary(text, DEPTH) is not None for text in texts) >= 0.8 * len(texts)


def test_mappings_lists_and_values_stand_where_they_were_written() -> None:
    text = "# 说明\n康复:\n  床位: 50 # 张\n  设备:\n  - 名称: '平行杠'\n    数量: \"2\"\n"
    device = Mapping(
        {"名称": Scalar("平行杠", 5, 9, quoted=True), "数量": Scalar("2", 6, 9, quoted=True)},
        {"名称": (5, 5), "数量": (6, 5)},
        5,
        5,
    )
    inner = Mapping(
        {"床位": Scalar("50", 3, 7, quoted=False), "设备": Sequence([device], 5, 3)},
        {"床位": (3, 3), "设备": (4, 3)},
        3,
        3,
    )
    assert ordinary(text, DEPTH) == Mapping({"康复": inner}, {"康复": (2, 1)}, 2, 1)


def test_brackets_may_hold_each_other() -> None:
    node = ordinary("k: {a: [1, '二'], b: {}}", DEPTH)
    inner = Mapping(
        {
            "a": Sequence([Scalar("1", 1, 9, quoted=False), Scalar("二", 1, 12, quoted=True)], 1, 8),
            "b": Mapping({}, {}, 1, 21),
        },
        {"a": (1, 5), "b": (1, 18)},
        1,
        4,
    )
    assert node == Mapping({"k": inner}, {"k": (1, 1)}, 1, 1)


def test_a_key_without_a_value_has_the_empty_text_where_the_key_stands() -> None:
    for text in ("a:\nb: 1", "b: 1\na:"):
        node = ordinary(text, DEPTH)
        assert isinstance(node, Mapping)
        assert node.items["a"] == Scalar("", *node.keys["a"], quoted=False)


def test_folded_lines_are_joined() -> None:
    node = ordinary("a:\n  zh: >-\n    一行\n    # 二行\n  en: x\n", DEPTH)
    assert isinstance(node, Mapping)
    assert node.items["a"] == Mapping(
        {"zh": Scalar("一行 # 二行", 2, 7, quoted=True), "en": Scalar("x", 5, 7, quoted=False)},
        {"zh": (2, 3), "en": (5, 3)},
        2,
        3,
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: &x 1",
            "a: *x",
            "a: !t 1",
            "<<: {a: 1}",
            "a: |\n  x",
            "a: >\n  x",
            "---\na: 1",
            "a: 1\n...",
            "? a",
            "'a': 1",
        ),
        *(
            "a: 1\n  2",
            "a: [1,\n  2]",
            "a: 'it''s'",
            'a: "\\n"',
            "a: b: c",
            "a: 1\n  b: 2",
            "a: 1\na: 2",
            "{a: 1}",
            "x",
            "",
        ),
        *(
            "a: [1, ]",
            "a: {b}",
            "a: {b: 1, b: 2}",
            "a: [b: 1]",
            "a: [1]]",
            "a: [1",
            "- a\nb: 1",
            "a:\n    b: 1\n  c: 2",
        ),
        *(
            "a:\tb",
            "a: 1\rb: 2",
            "a: \u2028",
            "a: \x07",
            "a: 1\ufeff",
            "a：1",
            "-",
            "- ",
            "a: @b",
            "a: `b",
            "a: %b",
            "a: #b\n x",
        ),
        *("a: >-\n  x\n\n  y", "a: >-\n  x\n    y", "a: >-\n  x\n# y", "a: >-\n  x \n  y", "a: >-\nb: 1", "a: >-"),
    ],
)
def test_what_is_not_ordinary_is_left_to_the_parser(text: str) -> None:
    assert ordinary(text, DEPTH) is None


def test_what_lies_deeper_than_the_limit_is_left_to_the_parser() -> None:
    for text in ("a:\n  b:\n    c: 1", "a: [[1]]", "a:\n- b: 1"):
        assert ordinary(text, 3) is not None
        assert ordinary(text, 2) is None
        with pytest.raises(InputError):
            by_events(text, 2)


def test_a_very_long_text_is_left_to_the_parser() -> None:
    assert ordinary("- 一\n" * 300_000, DEPTH) is None


def test_lines_of_windows_are_lines() -> None:
    assert ordinary("a:\r\n  b: 1\r\n", DEPTH) == ordinary("a:\n  b: 1\n", DEPTH)
