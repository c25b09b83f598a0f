"""A pack's YAML as plain data that remembers where everything stands.

Unquoted scalars are typed by their form: `50`, `0.5`, `20%` (a share, 0.2), `true`, `false`; all else,
and everything quoted, is text. Shares and decimals are `Decimal`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from wicheck.model import Location, Path
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Mapping, Node, Scalar, Sequence

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_PERCENT = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?%")
_WORDS = {"true": True, "false": False}


class Source(NamedTuple):
    """One YAML document of a pack: its data, and the nodes that know the places."""

    file: str
    node: Node
    data: Any

    def locate(self, path: Path) -> Location:
        """The place of the key or entry at ``path``, or of the nearest ancestor that exists."""
        node, line, column = self.node, 1, 1
        for step in path:
            if isinstance(node, Mapping) and step in node.items:
                line, column = node.keys[str(step)]
                node = node.items[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                line, column = node.line, node.column
            else:
                break
        return Location(self.file, line, column)


def source(node: Node, file: str) -> Source:
    return Source(file, node, plain(node))


def plain(node: Node) -> Any:
    """The node's data without positions."""
    if isinstance(node, Scalar):
        return node.text if node.quoted else typed(node.text)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}


def typed(text: str) -> str | int | Decimal | bool:
    """What an unquoted scalar means in a pack."""
    if not text or text[0] not in "-0123456789":
        return _WORDS.get(text, text)
    for form, make in _FORMS:
        if form.fullmatch(text):
            return make(text)
    return text


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], int | Decimal]], ...] = (
    (_WHOLE, int),
    (_DECIMAL, Decimal),
    (_PERCENT, lambda text: Decimal(text[:-1]) / 100),
)
