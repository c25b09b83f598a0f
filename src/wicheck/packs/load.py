"""Pack folders to packs: headers first, clauses only of the packs that are needed."""

from __future__ import annotations

import hashlib
from pathlib import Path as FilePath
from typing import NamedTuple

from wicheck.errors import InputError, PackError
from wicheck.model import (
    Clause,
    Pack,
    PackStatus,
    Text,
)
from wicheck.packs.bind import SQL
from wicheck.packs.build import clauses_of, pack
from wicheck.packs.queries import find as find_query
from wicheck.packs.source import Source, source
from wicheck.packs.validate import Validator
from wicheck.yamlio import decode, read_text


class PackFolder(NamedTuple):
    """A folder with a pack, its header read and its clauses not yet.

    ``names`` are the words a user may call it by: its id and its region's names.
    """

    folder: FilePath
    header: Source

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


def find(root: FilePath, validator: Validator) -> list[PackFolder]:
    """The packs in the folders below ``root``, by id. Raises PackError on a faulty header."""
    folders = sorted(path.parent for path in root.glob("*/pack.yaml"))
    return [PackFolder(folder, read(folder / "pack.yaml", root, validator)) for folder in folders]


def load(found: PackFolder, validator: Validator) -> Pack:
    """The whole pack. Raises PackError with file and line on the first fault."""
    files = sorted(found.folder.glob("*.yaml"))
    sources = [found.header] + [
        read(file, found.folder.parent, validator) for file in files if file.name != "pack.yaml"
    ]
    clauses = tuple(clause for each in sources for clause in clauses_of(each))
    refuse_twice(clauses)
    for each in clauses:
        for rule in each.rules:
            validator.arguments(rule)
            if rule.check == SQL:
                find_query(found.folder, rule.arguments["query"], rule)
    return pack(found.header.data, clauses, str(found.folder), digest(files))


def read(file: FilePath, root: FilePath, validator: Validator) -> Source:
    """One file of a pack, valid by the pack's schema."""
    shown = f"{root.name}/{file.relative_to(root).as_posix()}"
    try:
        nodes = read_text(decode(file.read_bytes(), shown), shown).nodes
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


def digest(files: list[FilePath]) -> str:
    """SHA-256 over the pack's files, names included."""
    made = hashlib.sha256()
    for file in files:
        made.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return made.hexdigest()
