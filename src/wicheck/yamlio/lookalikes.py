"""Characters that look right and are not: full-width digits and colons, and escapes that hide control characters.

They leave valid YAML behind, so the finished nodes are looked through, and only where the text has such characters.
Patterns are compiled when first needed: most runs need none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wicheck.errors import InputError
from wicheck.model import Location
from wicheck.yamlio import faults
from wicheck.yamlio.nodes import Mapping, Node, Scalar, Sequence

_WIDE_DIGITS = "０１２３４５６７８９"
SIGNS = _WIDE_DIGITS + "：\\\u3000\u00a0"
"""What only a text with lookalikes has, among others."""
KEY_WITH_WIDE_COLON = r"""[ ]*(?:-[ ]+)*(?P<key>[^\s：:"'#{}\[\],，。；、|>&*!%@`]{1,20})[ ]*："""
"""A line that begins like a key, but with a full-width colon after it."""
WIDE_INDENTATION = r"[ ]*(?:-[ ]+)*[\u3000\u00a0]+"
CONTROL_CHARACTER = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
"""What YAML itself does not allow, and a byte order mark within the text."""

_LIKE_A_NUMBER = r"[+\-－＋]?[0-9０-９][0-9０-９.．,，:：/／\-－]*[%％]?"


def refuse_lookalikes(nodes: list[Node], text: str, file: str) -> None:
    """Raise InputError for the first key or value that is not what it looks like."""
    lines = text.splitlines()
    found = [fault for key, place in _keys(nodes) for fault in _about_key(key, Location(file, *place))]
    found += [fault for scalar in _scalars(nodes) for fault in _about_value(scalar, file)]
    colons = sorted(_wide_colons(nodes, lines)) if "：" in text else []
    if colons:
        (line, column, key), *others = colons
        more = list(dict.fromkeys(number for number, _, _ in others if number > line))
        found.append(faults.wide_colon(Location(file, line, column), key, more))
    if found:
        raise min(found, key=lambda fault: fault.location or Location(file))


def wide_colon_lines(lines: list[str]) -> dict[int, tuple[int, str]]:
    """Where the key begins, and the key, of each line (from 0) that begins like one with such a colon."""
    found = ((number, re.match(KEY_WITH_WIDE_COLON, line)) for number, line in enumerate(lines))
    return {number: (match.start("key"), match["key"]) for number, match in found if match}


def _wide_colons(nodes: list[Node], lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Line, column and key of each."""
    for key, place in _keys(nodes):
        if "：" in key and (match := re.match(KEY_WITH_WIDE_COLON, key)):
            yield *place, match["key"]
    for scalar in _scalars(nodes):
        if "：" in scalar.text and not scalar.quoted and not _is_wide_number(scalar.text):
            yield from _about_lines(scalar, lines)


def _about_key(key: str, at: Location) -> Iterator[InputError]:
    if key[0] in "\u3000\u00a0":
        yield faults.wide_space(at)
    yield from _about_control(key, at)


def _about_value(scalar: Scalar, file: str) -> Iterator[InputError]:
    at = Location(file, scalar.line, scalar.column)
    if not scalar.quoted and _is_wide_number(scalar.text):
        yield faults.wide_digits(at, scalar.text)
    yield from _about_control(scalar.text, at)


def _is_wide_number(text: str) -> bool:
    return any(map(text.__contains__, _WIDE_DIGITS)) and re.fullmatch(_LIKE_A_NUMBER, text) is not None


def _about_lines(scalar: Scalar, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """A line of an unquoted text that begins like a key. After a key, on its line, a colon is only text."""
    for number in _own_lines(scalar, lines):
        if match := re.match(KEY_WITH_WIDE_COLON, lines[number]):
            yield number + 1, match.start("key") + 1, match["key"]


def _about_control(text: str, at: Location) -> Iterator[InputError]:
    if not text.replace("\n", "").isprintable() and (match := re.search(CONTROL_CHARACTER, text)):
        yield faults.control_character(at, ord(match[0]))


def _own_lines(scalar: Scalar, lines: list[str]) -> Iterator[int]:
    """The lines, from 0, that an unquoted text has to itself: the first only where no key precedes it."""
    number, begin, rest = scalar.line - 1, scalar.column - 1, scalar.text
    while rest and number < len(lines):
        if not lines[number][:begin].strip(" -"):
            yield number
        written = lines[number][begin:].strip()
        if not rest.startswith(written):
            return
        number, begin, rest = number + 1, 0, rest[len(written) :].lstrip(" \n")


def _keys(nodes: list[Node]) -> Iterator[tuple[str, tuple[int, int]]]:
    for node in _collections(nodes):
        if isinstance(node, Mapping):
            yield from node.keys.items()


def _scalars(nodes: list[Node]) -> Iterator[Scalar]:
    yield from (node for node in nodes if isinstance(node, Scalar))
    for node in _collections(nodes):
        yield from (child for child in _children(node) if isinstance(child, Scalar))


def _collections(nodes: list[Node]) -> Iterator[Mapping | Sequence]:
    waiting = [node for node in nodes if not isinstance(node, Scalar)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for child in _children(node) if not isinstance(child, Scalar))


def _children(node: Mapping | Sequence) -> Iterable[Node]:
    return node.items.values() if isinstance(node, Mapping) else node.items
