"""All ways of reading give the same nodes, and what was written is what is read."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamlio.conftest import never
from wicheck.errors import InputError
from wicheck.yamlio import Mapping, Node, Reading, Scalar, read_text, reader
from wicheck.yamlio.parsers import NextEvent, events_of, pure_events_of

ROOT = Path(__file__).parents[2]
CORPUS = sorted(path for path in ROOT.rglob("*.y*ml") if ".git" not in path.parts)
WORDS = st.text(st.sampled_from("床位数一二abcXYZ019. _/()（）《》，"), min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and text[0] not in "_/()." and text not in ("-", "?")
)
_READ_OTHERWISE = "\u2028\u2029\ufeff\ufffe\uffff\u200b\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u00ad"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=_READ_OTHERWISE))
TREES: st.SearchStrategy[Any] = st.recursive(
    WORDS | TEXTS.map(lambda text: ("quoted", text)),
    lambda children: (
        st.lists(children, min_size=1, max_size=4) | st.dictionaries(WORDS, children, min_size=1, max_size=4)
    ),
    max_leaves=15,
)
# fmt: off
FRAGMENTS = st.sampled_from([
    "a", "床位", "：", "５", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "\t",
    " ", "? ", "!", "&", "*", "@", "%", "\\", "\\n", "\n---\n", "<<", "\u2028", "\x85", "\r\n", "\r", "\ufeff",
    "\u3000", " # c", "😀", "|\n  x\n", ">-\n  x\n\n   y\n", "x: y\n", "- x\n", "\n  b: c", "''",
    "http://x", "12:30", "\x07",
])
# fmt: on
_LONE_BLOCK_TEXT = re.compile(r"(?m)^(--- *)? *[|>]|[|>]-?#")


def read_by(parser: Any, text: str) -> Reading | InputError:
    """What ``parser`` makes of ``text``, however ordinary it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "ordinary", never)
        patch.setattr(reader, "events_of", parser)
        return read_as_usual(text)


def read_as_usual(text: str) -> Reading | InputError:
    try:
        return read_text(text, "a.yaml")
    except InputError as error:
        return error


def written(tree: Any, indent: int = 0) -> str:
    """``tree`` as block YAML, to stand after a key or a dash."""
    start = "\n" + " " * indent
    if isinstance(tree, tuple):
        return '"' + str(tree[1]).replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(tree, list):
        return "".join(f"{start}- {written(item, indent + 2)}" for item in tree)
    if isinstance(tree, dict):
        return "".join(f"{start}{key}: {written(value, indent + 2)}" for key, value in tree.items())
    return str(tree)


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return ("quoted", node.text) if node.quoted else node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    return [plain(item) for item in node.items]


@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_what_was_written_is_what_all_ways_read(tree: dict[str, Any]) -> None:
    text = written(tree)
    reading = read_by(events_of, text)
    assert reading == read_by(pure_events_of, text) == read_as_usual(text)
    assert isinstance(reading, Reading)
    assert [plain(node) for node in reading.nodes] == [tree]


@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_every_key_and_plain_text_stands_where_its_place_says(tree: dict[str, Any]) -> None:
    text = written(tree)
    lines = text.splitlines()
    waiting: list[Node] = list(read_text(text, "a.yaml").nodes)
    while waiting:
        node = waiting.pop()
        rest = lines[node.line - 1][node.column - 1 :]
        if isinstance(node, Scalar):
            assert rest.startswith('"' if node.quoted else node.text)
        elif isinstance(node, Mapping):
            assert all(lines[line - 1].startswith(f"{key}:", column - 1) for key, (line, column) in node.keys.items())
            assert (node.line, node.column) == next(iter(node.keys.values()))
            waiting.extend(node.items.values())
        else:
            assert rest.startswith("- ")
            waiting.extend(node.items)


@given(st.lists(FRAGMENTS, max_size=14).map("".join))
@settings(max_examples=400)
def test_both_parsers_accept_and_refuse_alike(text: str) -> None:
    """Left out: a document that is a lone block text, and a comment right behind ``|``. libyaml is odd there."""
    text = "k: 1\n" + text
    if _LONE_BLOCK_TEXT.search(text.replace("\r", "\n")):
        return
    fast, pure = read_by(events_of, text), read_by(pure_events_of, text)
    if isinstance(fast, InputError) or isinstance(pure, InputError):
        assert type(fast) is type(pure), (fast, pure)
    else:
        assert fast == pure == read_as_usual(text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: str(path.relative_to(ROOT)))
def test_both_parsers_agree_on_every_yaml_file_of_the_repository(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, pure = read_by(events_of, text), read_by(pure_events_of, text)
    if isinstance(fast, InputError):
        assert isinstance(pure, InputError)
        assert (fast.message, fast.location) == (pure.message, pure.location)
    else:
        assert fast == pure == read_as_usual(text)


def test_the_pure_parser_takes_over_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    monkeypatch.setattr(reader, "ordinary", never)
    events: NextEvent = events_of("a: 1")
    assert type(getattr(events(), "start_mark")).__module__ == "ruamel.yaml.error"  # noqa: B009
    assert read_text("a: 1", "a.yaml") == Reading(
        [Mapping({"a": Scalar("1", 1, 4, quoted=False)}, {"a": (1, 1)}, 1, 1)], []
    )
