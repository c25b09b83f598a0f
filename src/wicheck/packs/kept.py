"""A pack's files as they were when they were verified: what they say, and where it stands, without their nodes."""

from __future__ import annotations

from collections.abc import Sequence as SequenceType
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, Protocol

from wicheck.cache import Cache
from wicheck.model import Location, Path
from wicheck.model.tuples import NamedTuple
from wicheck.packs.source import Source
from wicheck.yamlio import Mapping, Node, Sequence

_DEPTH = 4
"""How deep places are kept: ``clauses``, a clause, its ``rules``, a rule. What is verified has no faults below."""


class Origin(Protocol):
    """A file of a pack, read now or before."""

    @property
    def file(self) -> str: ...
    @property
    def data(self) -> Any: ...
    def locate(self, path: Path) -> Location: ...


class Kept(NamedTuple):
    """One that was read before. ``places``: under each key or position its line, its column and what stands below."""

    file: str
    data: Any
    places: Any

    def locate(self, path: Path) -> Location:
        """The place of the key or entry at ``path``, or of the nearest ancestor that exists."""
        below, line, column = self.places, 1, 1
        for step in path:
            if below is None or step not in below:
                break
            line, column, below = below[step]
        return Location(self.file, line, column)


def keepable(origin: Source) -> list[Any]:
    return [origin.file, origin.data, places(origin.node, _DEPTH)]


def places(node: Node, depth: int) -> dict[str | int, Any] | None:
    if not depth or not isinstance(node, Mapping | Sequence):
        return None
    if isinstance(node, Mapping):
        return {key: [*node.keys[key], places(child, depth - 1)] for key, child in node.items.items()}
    return {number: [each.line, each.column, places(each, depth - 1)] for number, each in enumerate(node.items)}


class Shelf:
    """Some files of packs below ``root``, with their contents, and what an earlier run kept of them.

    ``schema`` is what a pack's schema is made of: what is kept was valid by it.
    """

    def __init__(self, root: FilePath, files: SequenceType[FilePath], schema: bytes, cache: Cache) -> None:
        self.contents = tuple((file, file.read_bytes()) for file in files)
        self._cache = cache
        # One entry a place, which is written anew when its files change: what is kept does not grow.
        self._place = sha256(str(root).encode()).hexdigest()[:16]
        names = (str(file.relative_to(root)).encode() for file in files)
        self._key = cache.key([schema, *names, *(content for _, content in self.contents)])

    def kept(self, name: str) -> list[Kept] | None:
        found = self._cache.get(f"packs-{self._place}-{name}", self._key)
        return None if found is None else [Kept(*each) for each in found]

    def keep(self, name: str, origins: SequenceType[Source]) -> None:
        self._cache.put(f"packs-{self._place}-{name}", self._key, [keepable(each) for each in origins])
