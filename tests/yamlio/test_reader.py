"""What is read: texts with their places, nothing interpreted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.yamlio.refusing import place, refusal
from wicheck.errors import InputError
from wicheck.yamlio import Limits, Mapping, Node, Scalar, Sequence, read_file, read_text

pytestmark = pytest.mark.usefixtures("parser")


def only(text: str) -> Node:
    (node,) = read_text(text, "a.yaml").nodes
    return node


def value(text: str) -> Scalar:
    """The value of the only key in ``text``."""
    node = only(text)
    assert isinstance(node, Mapping)
    (scalar,) = node.items.values()
    assert isinstance(scalar, Scalar)
    return scalar


def test_a_mapping_knows_where_its_keys_and_values_stand() -> None:
    assert only("# 说明\n康复:\n  床位: 50\n") == Mapping(
        {"康复": Mapping({"床位": Scalar("50", 3, 7, quoted=False)}, {"床位": (3, 3)}, 3, 3)}, {"康复": (2, 1)}, 2, 1
    )


def test_a_list_stands_at_its_first_dash_and_its_items_after_theirs() -> None:
    node = only("设备:\n- 平行杠\n-   功率车\n")
    assert isinstance(node, Mapping)
    assert node.items["设备"] == Sequence(
        [Scalar("平行杠", 2, 3, quoted=False), Scalar("功率车", 3, 5, quoted=False)], 2, 1
    )


def test_brackets_and_braces_read_like_blocks() -> None:
    assert only("{甲: [1, {乙: 2}]}") == Mapping(
        {
            "甲": Sequence(
                [
                    Scalar("1", 1, 6, quoted=False),
                    Mapping({"乙": Scalar("2", 1, 13, quoted=False)}, {"乙": (1, 10)}, 1, 9),
                ],
                1,
                5,
            )
        },
        {"甲": (1, 2)},
        1,
        1,
    )


@pytest.mark.parametrize(
    "text", ["0123456", "1:30", "no", "null", "~", "2020-01-01", "1e3", ".nan", "是", "12.50", "40%"]
)
def test_no_scalar_is_interpreted(text: str) -> None:
    assert value(f"a: {text}") == Scalar(text, 1, 4, quoted=False)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'it''s'", "it's"),
        (r'"a\tb\u4e2d"', "a\tb中"),
        ("''", ""),
        ('"两行\n  文字"', "两行 文字"),
        ("|\n  一\n   二\n", "一\n 二\n"),
        ("|-\n  一\n", "一"),
        (">\n  一\n  二\n\n  三\n", "一 二\n三\n"),
        ("|2\n   缩进\n", " 缩进\n"),
    ],
)
def test_quoted_and_block_texts_are_meant_as_text_and_stand_where_they_begin(written: str, text: str) -> None:
    assert value(f"a: {written}") == Scalar(text, 1, 4, quoted=True)


def test_a_plain_text_may_run_over_several_lines() -> None:
    assert value("说明: 第一行\n  第二行\n\n  第三行\n") == Scalar("第一行 第二行\n第三行", 1, 5, quoted=False)


@pytest.mark.parametrize(
    "text", ["床位:\n面积: 6\n", "床位: # 以后再填\n面积: 6\n", "{床位: , 面积: 6}", "{床位, 面积: 6}"]
)
def test_a_key_with_nothing_after_it_has_an_empty_text_at_the_key(text: str) -> None:
    node = only(text)
    assert isinstance(node, Mapping)
    assert node.items["床位"] == Scalar("", *node.keys["床位"], quoted=False)


def test_an_empty_list_entry_is_kept() -> None:
    assert only("- a\n-\n- c\n") == Sequence(
        [Scalar("a", 1, 3, quoted=False), Scalar("", 2, 2, quoted=False), Scalar("c", 3, 3, quoted=False)], 1, 1
    )


def test_every_document_of_a_stream_is_read_and_empty_ones_are_left_out() -> None:
    nodes = read_text("---\na: 1\n---\n# nothing\n---\nb: 2\n---\n", "a.yaml").nodes
    assert [(list(node.items), node.line) for node in nodes if isinstance(node, Mapping)] == [(["a"], 2), (["b"], 6)]
    assert len(nodes) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "\ufeff"])
def test_a_text_that_says_nothing_has_no_nodes(text: str) -> None:
    assert read_text(text, "a.yaml").nodes == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    node = only(f"a: 1{end}{end}b: 2{end}")
    assert isinstance(node, Mapping)
    assert node.keys == {"a": (1, 1), "b": (3, 1)}


def test_columns_count_characters_not_bytes_and_the_byte_order_mark_not_at_all() -> None:
    assert value("\ufeff𠮷😀: 好") == Scalar("好", 1, 5, quoted=False)


def test_an_unremarkable_text_gives_no_notices() -> None:
    assert read_text("说明: 地址：银川市（南门）100%！\n", "a.yaml").notices == []


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("a: !!str 1\n", (1, 4), "标签"),
        ("a: ! 1\n", (1, 4), "标签"),
        ("a: !python/object:os.system x\n", (1, 4), "标签"),
        ("a: !map {b: 1}\n", (1, 4), "标签"),
        ("a: &x 1\n", (1, 4), "锚点"),
        ("a: &x [1]\n", (1, 4), "锚点"),
        ("&x a: 1\n", (1, 1), "锚点"),
        ("a: *x\n", (1, 4), "别名"),
        ("a: *甲\n", (1, 4), "别名"),
        ("- *x\n", (1, 3), "别名"),
        ("a:\n  <<: {b: 1}\n", (2, 3), "<<"),
        ("a: 1\nb: 2\na: 3\n", (3, 1), "第一次在第 1 行"),
        ("{a: 1, a: 2}\n", (1, 8), "「a」写了两次"),
        ("a:\n  b: 1\n  'b': 2\n", (3, 3), "「b」写了两次"),
        ("? [a, b]\n: 1\n", (1, 3), "键只能是一个词"),
        ("a: 1\n? {b: 1}\n: 1\n", (2, 3), "键只能是一个词"),
        ("{[a]: 1}\n", (1, 2), "键只能是一个词"),
        (": 1\n", (1, 1), "冒号前面没有键"),
        ("'': 1\n", (1, 1), "冒号前面没有键"),
        ("%YAML 1.2\n---\na: 1\n", (1, 1), "指令"),
        ("a: 1\nb: \x07\n", (2, 4), "U+0007"),
        ("a: x\x00\n", (1, 5), "U+0000"),
        ("a: x\x7f\n", (1, 5), "U+007F"),
        ("a: 中\ufeff\n", (1, 5), "U+FEFF"),
        ("a: \ud800\n", (1, 4), "U+D800"),
        ('a: "x\\0"\n', (1, 4), "U+0000"),
    ],
)
def test_what_yaml_allows_and_we_do_not_is_refused_at_its_place(text: str, where: tuple[int, int], says: str) -> None:
    error = refusal(text)
    assert (place(error), says in error.message.zh) == (where, True), error.message.zh


def test_a_merge_sign_in_quotes_is_an_ordinary_key() -> None:
    assert value("'<<': 1").text == "1"


def test_depth_is_limited_and_the_limit_itself_allowed() -> None:
    assert only("[" * 64 + "]" * 64)
    error = refusal("[" * 65 + "]" * 65)
    assert place(error) == (1, 65)
    assert "64" in error.message.zh


def test_blocks_count_as_depth_too() -> None:
    assert place(refusal("".join(f"{' ' * level}a:\n" for level in range(5)) + "     b: 1\n", Limits(max_depth=3))) == (
        4,
        4,
    )


def test_size_is_counted_in_bytes() -> None:
    limits = Limits(max_bytes=12)
    assert read_text("医: 院院\n", "a.yaml", limits).nodes
    assert "上限" in refusal("医: 院院院\n", limits).message.zh


def test_a_file_over_the_limit_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xff" * 13)
    with pytest.raises(InputError) as raised:
        read_file(file, "a.yaml", Limits(max_bytes=12))
    assert "larger" in raised.value.message.en


def test_a_file_is_read_with_the_name_it_is_shown_as(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeff床位: &x 50\r\n".encode())
    with pytest.raises(InputError) as raised:
        read_file(file, "示例/a.yaml")
    assert raised.value.location == ("示例/a.yaml", 1, 5, None, None, None)


def test_the_parser_is_not_imported_before_something_is_read() -> None:
    code = "import sys, wicheck.yamlio; print([name for name in sys.modules if 'ruamel' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
