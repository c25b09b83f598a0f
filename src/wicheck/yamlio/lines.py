"""Ordinary YAML, read line by line: in a third of the time that events take, and without importing their parser.

Ordinary is a text of ``key: value`` and ``- item`` lines whose values end on their line: plain, in quotes without
escapes, or in brackets; or folded (``>-``) in lines that begin alike. Whatever else it has makes the text as a whole
not ordinary: nothing is guessed here and nothing refused, a YAML parser reads it then.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence as SequenceType
from functools import lru_cache
from typing import Any

from wicheck.model.tuples import NamedTuple
from wicheck.yamlio.brackets import KEY, PLAIN_START, QUOTED, Brackets, NotOrdinaryError
from wicheck.yamlio.nodes import Mapping, Node, Scalar, Sequence

_LONGEST = 1_000_000
_FOLDED = ">-"
_STRANGE = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_line = re.compile(
    rf"( *)(- +)?(?:({KEY}):(?![^ ]))? *"
    rf"({PLAIN_START}[^#:]*(?::[^\s#:][^#:]*)*|{QUOTED}|[\[{{][^#]*[\]}}]|{_FOLDED})?(?: +\#.*| *)"
).fullmatch
_nothing = re.compile(r" *(?:\#.*)?").fullmatch


class Line(NamedTuple):
    """What one line says. ``indent`` is where it begins, ``start`` where its key or its item does, both from 0.

    ``column``, from 1, is the value's. ``quoted`` is None where the value is no scalar: it is nothing, in brackets or
    folded. A line that says nothing at all has a negative ``indent``.
    """

    indent: int
    start: int
    key: str
    column: int
    value: str
    quoted: bool | None


_BLANK = Line(-1, -1, "", 0, "", None)


def ordinary(text: str, max_depth: int) -> Node | None:
    """The node of an ordinary text, exactly as from events; None where the text is not ordinary."""
    if len(text) > _LONGEST:
        return None
    text = text.replace("\r\n", "\n")
    if _has_strange(text):
        return None
    try:
        return _built(text.split("\n"), max_depth)
    except NotOrdinaryError:
        return None


def _has_strange(text: str) -> bool:
    """Most texts are printable throughout. To compile the pattern takes as long as to read one."""
    return not text.replace("\n", "").isprintable() and re.search(_STRANGE, text) is not None


@lru_cache(maxsize=4096)
def understood(text: str) -> Line:
    """One line. The files of a batch, and the entries of a list, have most of theirs in common.

    Raises NotOrdinaryError where it is no line that is read here.
    """
    if _nothing(text):
        return _BLANK
    found = _line(text)
    if found is None or not (found[3] or (found[2] and found[4])):
        raise NotOrdinaryError
    blanks, dash, key, value = found.groups(default="")
    place = len(blanks), len(blanks) + len(dash), sys.intern(key), found.start(4) + 1
    if value[:1] in ("'", '"'):
        return Line(*place, value[1:-1], True)
    return Line(*place, value.rstrip(" "), None if value[:1] in ("", "[", "{", ">") else False)


def _built(lines: SequenceType[str], max_depth: int) -> Node:  # noqa: PLR0912, PLR0915
    """One long loop, as in ``builder``: every call in it would cost a tenth of the whole time.

    ``at`` is the indent of what is open: a mapping with ``items`` and ``keys``, or a list to which ``add`` appends,
    ``items`` being None. ``waiting`` is a key of the open mapping that has no value yet, None where there is none; in
    the beginning it stands for the root.
    """
    scalar, new = Scalar, tuple.__new__
    root: dict[str, Node] = {}
    items: Any = root
    keys: dict[str, tuple[int, int]] = {}
    waiting: str | None = ""
    add: Any = None
    at = -1
    open_nodes: list[tuple[int, Any, dict[str, tuple[int, int]], Any]] = []
    node: Any
    numbered = enumerate(lines, 1)
    for number, text in numbered:
        indent, start, key, column, value, quoted = understood(text)
        if (
            start == at
            and start == indent
            and waiting is None
            and quoted is not None
            and items is not None
            and key not in items
        ):
            # By far the most lines: a further entry of the open mapping, with a value.
            keys[key] = (number, start + 1)
            items[key] = new(scalar, (value, number, column, quoted))
            continue
        if indent < 0:
            continue
        listed = start != indent
        if waiting is not None:
            if indent > at or (listed and indent == at):
                node = Sequence([], number, indent + 1) if listed else Mapping({}, {}, number, indent + 1)
                items[waiting] = node
                open_nodes.append((at, items, keys, add))
                at = indent
                if listed:
                    items, add = None, node.items.append
                else:
                    items, keys = node.items, node.keys
            else:
                items[waiting] = scalar("", *keys[waiting], False)
            waiting = None
        while indent < at or (indent == at and items is None and not listed):
            at, items, keys, add = open_nodes.pop()
        if indent != at or listed is not (items is None):
            raise NotOrdinaryError
        if listed and key:
            node = Mapping({}, {}, number, start + 1)
            add(node)
            open_nodes.append((at, items, keys, add))
            at, items, keys = start, node.items, node.keys
        if len(open_nodes) > max_depth or (key and key in items):
            raise NotOrdinaryError
        if key:
            keys[key] = (number, start + 1)
        if quoted is not None:
            node = new(scalar, (value, number, column, quoted))
        elif not value:
            waiting = key
            continue
        elif value == _FOLDED:
            words = folded(lines, number, at)
            node = scalar(" ".join(words), number, column, True)
            for _ in words:
                next(numbered)
        else:
            node = Brackets(value, number, column).node(max_depth - len(open_nodes))
        if key:
            items[key] = node
        else:
            add(node)
    if waiting:
        items[waiting] = scalar("", *keys[waiting], False)
    if not root:
        raise NotOrdinaryError
    return root[""]


def folded(lines: SequenceType[str], number: int, at: int) -> list[str]:
    """The lines of a folded text that follow line ``number``, of what is open at indent ``at``, without their indent.

    Raises NotOrdinaryError where folding is more than joining them.
    """
    first = lines[number] if number < len(lines) else ""
    depth = len(first) - len(first.lstrip(" "))
    if depth <= at:
        raise NotOrdinaryError
    words = []
    for text in lines[number:]:
        if not text.startswith(first[:depth]):
            break
        words.append(text[depth:])
    rest = [text.strip(" ") for text in lines[number + len(words) :]]
    if any(text != text.strip(" ") or not text for text in words) or not _goes_on(rest):
        raise NotOrdinaryError
    return words


def _goes_on(rest: SequenceType[str]) -> bool:
    """Whether an entry comes next, or nothing at all: blank lines and comments may belong to the folded text."""
    return not any(rest) or (rest[0] != "" and not rest[0].startswith("#"))
