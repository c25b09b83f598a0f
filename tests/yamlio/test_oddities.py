"""Tabs, odd line ends and misread encodings: refused, or read in one stated way and told."""

from __future__ import annotations

import pytest

from tests.yamlio.refusing import place, refusal
from wicheck.model import Location, Notice
from wicheck.yamlio import Mapping, Scalar, read_text

pytestmark = pytest.mark.usefixtures("parser")


def notice(text: str) -> Notice:
    (only,) = read_text(text, "a.yaml").notices
    return only


@pytest.mark.parametrize(
    ("text", "where"),
    [("\ta: 1\n", (1, 1)), ("a:\n\tb: 1\n", (2, 1)), ("a:\n  \tb: 1\n", (2, 3)), ("a:\n\t- b\n", (2, 1))],
)
def test_tabs_do_not_indent(text: str, where: tuple[int, int]) -> None:
    error = refusal(text)
    assert (place(error), "制表符" in error.message.zh) == (where, True)


@pytest.mark.parametrize("text", ["a:\t1\n", "a: 1\t# note\n", "a: 1\t\n", "a: 1\n\t\n", "a: 1\n\t# note\n"])
def test_other_tabs_are_read_as_a_space_and_told(text: str) -> None:
    reading = read_text(text, "a.yaml")
    (node,) = reading.nodes
    assert isinstance(node, Mapping)
    assert node.items == {"a": Scalar("1", 1, 4, quoted=False)}
    assert [found.code for found in reading.notices] == ["tab_as_space"]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"])
def test_odd_line_ends_are_read_as_a_space_so_that_later_lines_keep_their_numbers(end: str) -> None:
    reading = read_text(f"a: x{end}y\nb: 2\n", "a.yaml")
    (node,) = reading.nodes
    assert isinstance(node, Mapping)
    assert node.items["a"] == Scalar("x y", 1, 4, quoted=False)
    assert node.keys["b"] == (2, 1)
    assert [(found.code, found.location) for found in reading.notices] == [("odd_line_end", Location("a.yaml", 1, 5))]


@pytest.mark.parametrize("character", ["\u200b", "\u200e", "\u202a", "\u2060", "\u00ad"])
def test_what_cannot_be_seen_is_read_as_if_it_were_not_there_and_told(character: str) -> None:
    reading = read_text(f"a: 1\n姓{character}名: 周九例{character}\n", "a.yaml")
    (node,) = reading.nodes
    assert isinstance(node, Mapping)
    assert node.items["姓名"] == Scalar("周九例", 2, 5, quoted=False)
    assert [(found.code, found.location) for found in reading.notices] == [
        ("invisible_character", Location("a.yaml", 2, 2))
    ]


def test_gbk_bytes_that_happen_to_be_utf_8_raise_a_question() -> None:
    misread = "a: 医院\n".encode("gbk").decode("utf-8")
    found = notice(misread)
    assert (found.code, found.location) == ("perhaps_gbk", Location("a.yaml", 1, 4))
    assert "医院" in found.text.zh
    assert misread[3:5] in found.text.en


@pytest.mark.parametrize("text", ["a: Привет\n医: 院\n", "a: café ±2 °C ×\n", "a: plain\n", "a: ǎ\n"])
def test_chinese_or_a_lone_foreign_letter_raises_no_question(text: str) -> None:
    assert read_text(text, "a.yaml").notices == []
