"""Which entries of a dossier a rule reads, and how a clerk finds and writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from wicheck.documents.instead import how_to_write
from wicheck.documents.schemas import Schemas
from wicheck.explaining import words
from wicheck.explaining.page import Line, Style
from wicheck.model import Path, Text, dotted
from wicheck.packs.bind import Vocabulary
from wicheck.reports.words import DOCUMENTS

_ENTRY = "entry"


class Reader(NamedTuple):
    """Finds the paths in a rule's arguments, whatever check kind they are for.

    ``entries`` is the list whose entries are asked, where a check stands within ``each_entry`` or its like.
    """

    schemas: Schemas
    vocabulary: Vocabulary
    entries: Path = ()

    def paths(self, *arguments: Mapping[str, Any] | None) -> tuple[Path, ...]:
        """Every entry that is named, in the order of naming; a fact stands for the entries it may read."""
        return tuple(dict.fromkeys(path for each in arguments if each for path in self._in(each)))

    def inside(self, arguments: Mapping[str, Any]) -> Reader:
        """The reader for what is asked of each entry of the list that ``arguments`` name, if they name one."""
        path = self.path(arguments.get("entries"))
        return self._replace(entries=path) if path else self

    def path(self, value: Any) -> Path | None:
        """``value`` as a path: a whole one, one below ``entry.``, or a lone key of the list's entries."""
        if not isinstance(value, str):
            return None
        steps = tuple(step for step in value.split(".") if not step.isdigit())
        if not steps:
            return None
        below = steps[1:] if steps[:1] == (_ENTRY,) else steps
        for path in (steps, (*self.entries, *below) if self.entries else ()):
            if len(path) > 1 and self.schemas.at(path, through_arrays=True):
                return path
        return None

    def _in(self, value: Any) -> Iterator[Path]:
        if isinstance(value, Mapping):
            fact = self.vocabulary.fact(value["fact"]) if "fact" in value else None
            yield from fact.paths if fact else ()
            inner = self.inside(value)
            for part in value.values():
                yield from inner._in(part)
            yield from self._qualities(value)
        elif isinstance(value, list | tuple):
            for part in value:
                yield from self._in(part)
        elif path := self.path(value):
            yield path

    def _qualities(self, arguments: Mapping[str, Any]) -> Iterator[Path]:
        """What a check asks of a paper beside that it is there: ``material: PATH, stamped: true`` reads the stamp."""
        for path in filter(None, map(self.path, arguments.values())):
            shape = self.schemas.at(path, through_arrays=True)
            if shape and shape.short:
                yield from ((*path, key) for key in arguments if key in shape.properties)


def keys(path: Path, schemas: Schemas) -> Text:
    """How one gets there: the Chinese keys from the document down (机构·康复·康复病房·床位数), or the titles."""
    kind = str(path[0])
    shapes = [schemas.at(path[: end + 1], through_arrays=True) for end in range(1, len(path)) if path[end] != 0]
    known = [shape for shape in shapes if shape]
    document = DOCUMENTS[kind].zh.removesuffix("文件") if kind in DOCUMENTS else kind
    zh = "·".join([document, *((shape.keys_zh or [shape.name])[0] for shape in known)])
    return Text(zh, " > ".join([kind, *(shape.title.en for shape in known)]))


def entries(paths: Iterable[Path], schemas: Schemas) -> Iterator[Line]:
    """A line for each entry: its keys in both languages, and what may be written there."""
    for path in paths:
        shape = schemas.at(path, through_arrays=True)
        if shape:
            how = how_to_write(shape)
            if shape.unit:
                how = words.IN_UNIT.filled({"how": how, "unit": shape.unit})
            values = {"keys": keys(path, schemas), "path": dotted(path), "how": how}
            yield Line(words.ENTRY.filled(values), Style.ITEM)
