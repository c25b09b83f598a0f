"""What reading gives: texts, lists and mappings with their places.

Lines and columns count from 1, columns in code points, as editors show them. Named tuples, because thousands are made.
"""

from __future__ import annotations

from typing import TypeAlias

from wicheck.model import Notice
from wicheck.model.tuples import NamedTuple


class Scalar(NamedTuple):
    """A text as written, escapes and folding resolved. It stands where it begins, its quote or ``|`` included.

    ``quoted`` is true for quotes and for block text (``|``, ``>``): the writer means a text. A key with nothing after
    it has the empty text, not quoted.
    """

    text: str
    line: int
    column: int
    quoted: bool


class Sequence(NamedTuple):
    """A list; it stands at its first dash or its bracket."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with values; it stands at its first key or its brace. ``keys`` says where each key stands, in order."""

    items: dict[str, Node]
    keys: dict[str, tuple[int, int]]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


class Reading(NamedTuple):
    """One node for each YAML document that says something, and what a person should know of the text."""

    nodes: list[Node]
    notices: list[Notice]


class Limits(NamedTuple):
    """How much one text may ask of us.

    ``max_bytes`` counts UTF-8; ``max_depth`` is how many lists and mappings may enclose each other; ``max_entries``
    bounds the memory of a text that fits ``max_bytes`` but is all commas: an entry costs up to 350 bytes.
    """

    max_bytes: int = 10 * 1024 * 1024
    max_depth: int = 64
    max_entries: int = 1_000_000
