"""Pack folders to packs: headers first, clauses only of the packs that are needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path as FilePath

from wicheck.cache import Cache
from wicheck.errors import InputError, PackError
from wicheck.model import (
    Clause,
    Pack,
    PackStatus,
    Text,
)
from wicheck.model.tuples import NamedTuple
from wicheck.packs.bind import SQL
from wicheck.packs.build import clauses_of, pack
from wicheck.packs.kept import Origin, Shelf
from wicheck.packs.source import Source, source
from wicheck.packs.validate import Validator
from wicheck.yamlio import decode, read_text

NO_CACHE = Cache()
HEADER = "pack.yaml"


class PackFolder(NamedTuple):
    """A folder with a pack, its header read and its clauses not yet.

    ``names`` are the words a user may call it by: its id and its region's names.
    """

    folder: FilePath
    header: Origin

    @property
    def id(self) -> str:
        return str(self.header.data["id"])

    @property
    def names(self) -> tuple[str, ...]:
        name = self.header.data["name"]
        return (self.id, name["zh"], name["en"])

    @property
    def division(self) -> str | None:
        division: str | None = self.header.data.get("division")
        return division

    @property
    def status(self) -> PackStatus:
        return PackStatus(self.header.data["status"])


class LoadedPack(NamedTuple):
    """``keep`` notes for later runs that all of it was verified; it is None where an earlier one noted that."""

    pack: Pack
    keep: Callable[[], None] | None


def find(root: FilePath, validator: Validator, cache: Cache = NO_CACHE) -> list[PackFolder]:
    """The packs in the folders below ``root``, by id. Raises PackError on a faulty header."""
    shelf = Shelf(root, sorted(root.glob(f"*/{HEADER}")), validator.source, cache)
    headers: Sequence[Origin] | None = shelf.kept("headers")
    if headers is None:
        headers = read_now = [read(file, content, root, validator) for file, content in shelf.contents]
        shelf.keep("headers", read_now)
    return [PackFolder(file.parent, header) for (file, _), header in zip(shelf.contents, headers, strict=True)]


def load(found: PackFolder, validator: Validator, cache: Cache = NO_CACHE) -> LoadedPack:
    """The whole pack. Raises PackError with file and line on the first fault."""
    root = found.folder.parent
    shelf = Shelf(root, sorted(found.folder.glob("*.yaml")), validator.source, cache)
    kept = shelf.kept(found.folder.name)
    if kept is not None:
        return LoadedPack(assembled(found, kept, shelf), None)
    sources = [read(file, content, root, validator) for file, content in shelf.contents if file.name != HEADER]
    made = assembled(found, sources, shelf)
    verify(made, validator)
    return LoadedPack(made, partial(shelf.keep, found.folder.name, sources))


def assembled(found: PackFolder, others: Sequence[Origin], shelf: Shelf) -> Pack:
    """The pack of a header and the ``others`` among its files; the header's own clauses come first."""
    clauses = tuple(clause for each in (found.header, *others) for clause in clauses_of(each))
    return pack(found.header.data, clauses, str(found.folder), digest(shelf.contents))


def verify(made: Pack, validator: Validator) -> None:
    """Raises PackError on the first clause that stands twice, argument that is none, or query that is not there."""
    from wicheck.packs.queries import find

    refuse_twice(made.clauses)
    for rule in made.rules:
        validator.arguments(rule)
        if rule.check == SQL:
            find(FilePath(made.folder), rule.arguments["query"], rule)


def read(file: FilePath, content: bytes, root: FilePath, validator: Validator) -> Source:
    """One file of a pack, valid by the pack's schema."""
    shown = f"{root.name}/{file.relative_to(root).as_posix()}"
    try:
        nodes = read_text(decode(content, shown), shown).nodes
    except InputError as error:
        raise PackError(error.message, error.location, error.hint) from error
    if len(nodes) != 1:
        raise PackError(Text(f"{shown}：应当恰有一份文档", f"{shown}: exactly one document is expected"))
    made = source(nodes[0], shown)
    validator.document(made)
    return made


def refuse_twice(clauses: tuple[Clause, ...]) -> None:
    seen: dict[str, Clause] = {}
    for each in clauses:
        first = seen.setdefault(each.id, each)
        if first is not each:
            raise PackError(
                Text(
                    f"条款 {each.id} 已在 {first.location} 出现", f"clause {each.id} stands at {first.location} already"
                ),
                each.location,
            )


def digest(contents: Sequence[tuple[FilePath, bytes]]) -> str:
    """SHA-256 over the pack's files, names included."""
    made = hashlib.sha256()
    for file, content in contents:
        made.update(file.name.encode() + b"\0" + content + b"\0")
    return made.hexdigest()
