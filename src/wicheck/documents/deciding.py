"""Deciding validity by ourselves: schemas understood part by part, when a value first meets one.

A validator that knows all of JSON Schema takes longer to import than a dossier to judge, and compiles whole schemas of
which a document meets a part. This one knows the keywords of our own schemas; of any other it says that it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wicheck.documents.keywords import KEYWORDS, Holds, NotUnderstoodError
from wicheck.documents.shapes import Fragment

_SAYS_NOTHING = frozenset(("$schema", "$id", "$defs", "title", "description", "examples", "format", "default"))


class Understanding:
    """One schema, its parts understood as they are needed. Raises NotUnderstoodError at one that cannot be."""

    def __init__(self, schema: Fragment) -> None:
        self._definitions = schema.get("$defs", {})
        self._referred: dict[str, Holds] = {}
        self._whole = self.of(schema)

    def is_valid(self, data: Any) -> bool:
        return self._whole(data)

    def of(self, part: Any) -> Holds:
        """Whether a value is as ``part`` of the schema asks."""
        if isinstance(part, bool):
            return lambda _value: part
        asked = [self._keyword(name, value, part) for name, value in part.items() if not says_nothing(name)]
        return all_of(asked)

    def referred(self, name: str) -> Holds:
        if name not in self._referred:
            if name not in self._definitions:
                raise NotUnderstoodError(name)
            self._referred[name] = self.of(self._definitions[name])
        return self._referred[name]

    def _keyword(self, name: str, value: Any, part: Fragment) -> Holds:
        if name not in KEYWORDS:
            raise NotUnderstoodError(name)
        return KEYWORDS[name](self, value, part)


def all_of(asked: Sequence[Holds]) -> Holds:
    """Whether all of ``asked`` hold: one or two, as nearly always, without a loop."""
    if len(asked) == 1:
        return asked[0]
    if len(asked) == 2:
        first, second = asked
        return lambda value: first(value) and second(value)

    def hold(value: Any) -> bool:
        for holds in asked:  # noqa: SIM110  a generator takes three times as long
            if not holds(value):
                return False
        return True

    return hold


def says_nothing(name: str) -> bool:
    return name in _SAYS_NOTHING or name.startswith("x-")
