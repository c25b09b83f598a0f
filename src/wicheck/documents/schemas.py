"""The schemas of all kinds: found, read once when asked for, and open to questions about paths."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any

from wicheck.cache import Cache
from wicheck.documents.data import data_folder
from wicheck.documents.shapes import Shape, ValueType
from wicheck.model import Path, Text

_SUFFIX = ".schema.json"
_COMMON = "common"


class Schemas:
    """All schemas of one run. Make one and pass it along; nothing is kept at module level."""

    def __init__(self, folder: FilePath | None = None, cache: Cache | None = None) -> None:
        self.folder = folder or data_folder("schemas")
        self._cache = cache or Cache()
        self._files: dict[str, bytes] = {}
        self._schemas: dict[str, dict[str, Any]] = {}
        self._shapes: dict[str, Shape] = {}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Every kind that has a schema, in alphabetical order."""
        names = (path.name.removesuffix(_SUFFIX) for path in self.folder.glob(f"*{_SUFFIX}"))
        return tuple(sorted(name for name in names if name != _COMMON))

    def schema(self, kind: str) -> dict[str, Any]:
        """The schema of ``kind``, complete in itself: the common definitions it refers to are among its own.

        Raises KeyError where there is no such kind. Fractions are Decimal, so that they compare with our values.
        """
        if kind not in self._schemas:
            self._schemas[kind] = self._bundle(kind)
        return self._schemas[kind]

    def source(self, kind: str) -> bytes:
        """What the schema of ``kind`` is made from."""
        return b"\0".join(self._bytes(each) for each in (kind, _COMMON))

    def shape(self, kind: str) -> Shape:
        """The tree of what a document of ``kind`` may say; raises KeyError where there is no such kind."""
        if kind not in self._shapes:
            schema = self.schema(kind)
            self._shapes[kind] = Shape(kind, schema, schema.get("$defs", {}))
        return self._shapes[kind]

    def at(self, path: Path, through_arrays: bool = False) -> Shape | None:
        """The shape at ``path``, which begins with a kind; None where the schema has no such path.

        A number steps into an array's items. With ``through_arrays`` a key does so too:
        ``institution.staff.roster.rank`` then means the rank of every person.
        """
        shape = self._root(path)
        for step in path[1:]:
            shape = _step(shape, step, through_arrays) if shape else None
        return shape

    def titles(self, path: Path) -> tuple[Text, ...]:
        """What people call each entry on the way to ``path``, the kind left out; numbers are not named."""
        return tuple(shape.title for shape in self.named(path))

    def named(self, path: Path) -> Iterator[Shape]:
        """The shapes of the entries on the way to ``path`` that have keys, the kind left out; unknown ones are none."""
        shape = self._root(path)
        for step in path[1:]:
            shape = _step(shape, step, through_arrays=True) if shape else None
            if shape and isinstance(step, str):
                yield shape

    def nearest(self, path: Path) -> Path | None:
        """``path`` with its first unknown step replaced by the most similar known one; None where none is similar."""
        from difflib import get_close_matches

        for end in range(len(path)):
            if self.at(path[: end + 1], through_arrays=True):
                continue
            close = get_close_matches(str(path[end]), self._known(path[:end]), n=1, cutoff=0.5)
            return (*path[:end], close[0], *path[end + 1 :]) if close else None
        return path

    def _known(self, path: Path) -> list[str]:
        if not path:
            return list(self.kinds)
        shape = self.at(path, through_arrays=True)
        inner = shape.items if shape and shape.items else shape
        return list(inner.properties) if inner else []

    def _root(self, path: Path) -> Shape | None:
        try:
            return self.shape(str(path[0]))
        except (KeyError, IndexError):
            return None

    def _bundle(self, kind: str) -> dict[str, Any]:
        if kind not in self.kinds:
            raise KeyError(kind)
        name, key = f"schema-{self._place}-{kind}", self._cache.key([self.source(kind)])
        schema = self._cache.get(name, key)
        if schema is None:
            schema = self._bundled(kind)
            self._cache.put(name, key, schema)
        whole: dict[str, Any] = schema
        return whole

    def _bundled(self, kind: str) -> dict[str, Any]:
        # Done on the text: references have these two forms only, and copying the trees costs five times more.
        own = self._text(kind).replace(f'"{_COMMON}{_SUFFIX}#/$defs/', f'"#/$defs/{_COMMON}.')
        schema: dict[str, Any] = _read(own)
        schema["$defs"] = self._common | schema.get("$defs", {})
        return schema

    @cached_property
    def _place(self) -> str:
        return sha256(str(self.folder).encode()).hexdigest()[:16]

    @cached_property
    def _common(self) -> dict[str, Any]:
        """The definitions that all kinds share, under the names that they get in a bundle."""
        text = self._text(_COMMON).replace('"#/$defs/', f'"#/$defs/{_COMMON}.')
        shared = _read(text)["$defs"]
        return {f"{_COMMON}.{name}": part for name, part in shared.items()}

    def _text(self, kind: str) -> str:
        return self._bytes(kind).decode("utf-8")

    def _bytes(self, kind: str) -> bytes:
        if kind not in self._files:
            self._files[kind] = (self.folder / f"{kind}{_SUFFIX}").read_bytes()
        return self._files[kind]


def _read(text: str) -> Any:
    """Imported here: most runs find their schemas kept."""
    import json

    return json.loads(text, parse_float=Decimal)


def _step(shape: Shape, step: str | int, through_arrays: bool) -> Shape | None:
    if isinstance(step, int):
        return shape.items
    if through_arrays and shape.type is ValueType.ARRAY and shape.items:
        shape = shape.items
    return shape.properties.get(step)
