"""Lists and mappings in brackets that end on their line: ``[medical, rehabilitation]``, ``{zh: 床位, en: beds}``."""

from __future__ import annotations

import re

from wicheck.yamlio.nodes import Mapping, Node, Scalar, Sequence

KEY = r"\w[\w.（）、·-]{0,99}"
QUOTED = r"\"[^\"\\]*\"|'[^']*'"
PLAIN_START = r"(?:-(?=[0-9]))?[^\s\-?:,\[\]{}#&*!|>'\"%@`]"

_TOKEN = re.compile(rf" *(?:([\[{{\]}},])|({KEY}):(?= )|({PLAIN_START}[^,\[\]{{}}:#?]*|{QUOTED}))")


class NotOrdinaryError(Exception):
    """The text has something that only a YAML parser should read."""


class Brackets:
    """One such value: ``text`` without line breaks, beginning at ``line`` and ``column`` of its file."""

    def __init__(self, text: str, line: int, column: int) -> None:
        self._text = text
        self._line = line
        self._column = column
        self._at = 0

    def node(self, max_depth: int) -> Node:
        """The whole value. Raises NotOrdinaryError where it is none, or nested deeper than ``max_depth``."""
        node = self._value(self._next(), max_depth)
        if self._at != len(self._text):
            raise NotOrdinaryError
        return node

    def _next(self) -> re.Match[str]:
        token = _TOKEN.match(self._text, self._at)
        if token is None:
            raise NotOrdinaryError
        self._at = token.end()
        return token

    def _value(self, token: re.Match[str], depth: int) -> Node:
        sign, _, scalar = token.groups()
        if scalar:
            return self._scalar(scalar, self._column + token.start(3))
        column = self._column + token.start(1)
        if depth and sign == "[":
            return self._list(column, depth - 1)
        if depth and sign == "{":
            return self._mapping(column, depth - 1)
        raise NotOrdinaryError

    def _scalar(self, written: str, column: int) -> Scalar:
        if written[0] in "'\"":
            return Scalar(written[1:-1], self._line, column, True)
        return Scalar(written.rstrip(" "), self._line, column, False)

    def _list(self, column: int, depth: int) -> Sequence:
        items: list[Node] = []
        token = self._next()
        if token[1] != "]":
            items.append(self._value(token, depth))
            while self._goes_on("]"):
                items.append(self._value(self._next(), depth))
        return Sequence(items, self._line, column)

    def _mapping(self, column: int, depth: int) -> Mapping:
        node = Mapping({}, {}, self._line, column)
        token = self._next()
        if token[1] != "}":
            self._entry(token, node, depth)
            while self._goes_on("}"):
                self._entry(self._next(), node, depth)
        return node

    def _entry(self, token: re.Match[str], node: Mapping, depth: int) -> None:
        key = token[2]
        if not key or key in node.items:
            raise NotOrdinaryError
        node.keys[key] = (self._line, self._column + token.start(2))
        node.items[key] = self._value(self._next(), depth)

    def _goes_on(self, end: str) -> bool:
        """Whether a comma comes next, and not ``end``."""
        sign = self._next()[1]
        if sign not in (",", end):
            raise NotOrdinaryError
        return sign == ","
