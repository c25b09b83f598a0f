"""The files of one call: a document of each kind, and the tables beside it. What is there is never written over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from wicheck.documents.shapes import Shape
from wicheck.errors import UsageError, why
from wicheck.explaining.decision import joined
from wicheck.library import Library
from wicheck.losses import lost_clauses, never_stated
from wicheck.model import DocumentKind, Language, Location, Path, Text, same
from wicheck.plan import PLANNED_BY
from wicheck.reports.words import SERVICE_KINDS
from wicheck.templates import words
from wicheck.templates.asking import OF_ADMISSION, Asked, Wanted, asked
from wicheck.templates.tables import Table, header, tables_of
from wicheck.templates.tree import Rest, grown, leaves
from wicheck.templates.writing import Sheet, written

_ID, _KINDS = "id", "service_kinds"
_TABLE = ".csv"


class Order(NamedTuple):
    """What to write, for whom: ``id`` is the institution's, ``command`` the one that checks what will be written."""

    wanted: Wanted
    id: str
    language: Language
    command: str


class File(NamedTuple):
    """A file to be written. ``empty`` counts the entries that somebody has to fill in."""

    name: str
    text: str
    empty: int = 0

    @property
    def is_document(self) -> bool:
        return not self.name.endswith(_TABLE)


def files(order: Order, library: Library) -> Iterator[File]:
    """The documents in the order in which one fills them in, each followed by its tables."""
    found = asked(order.wanted, library)
    ids: dict[str | None, str] = {
        kind: _id(order, kind) for kind in words.FILES if any(path[0] == kind for path in found)
    }
    for kind in filter(None, ids):
        yield from _files_of(kind, ids, found, order, library.schemas.shape(kind))


def _files_of(kind: str, ids: Mapping[str | None, str], found: Asked, order: Order, shape: Shape) -> Iterator[File]:
    name, language = words.FILES[kind], order.language
    rest = {path[1:]: askers for path, askers in found.items() if path[0] == kind}
    tables = list(tables_of(shape, name, rest))
    given = {**_references(shape, ids), **_kinds(kind, order.wanted), (_ID,): ids[kind]}
    root = grown(shape, _without_tables(rest, tables) | {path: () for path in given if path not in rest})
    text = written(Sheet(root, given, {table.path: table for table in tables}, _heading(shape, order)), language)
    yield File(f"{name.of(language)}.yaml", text, sum(path not in given for path, _ in leaves(root)))
    for table in tables:
        yield File(table.file.of(language), header(table.columns, language))


def _without_tables(rest: Rest, tables: Sequence[Table]) -> dict[Path, Any]:
    """What stands in a table is not written into the document, which names the table's file instead."""
    inline = {table.name for table in tables}
    kept = {path: askers for path, askers in rest.items() if path[0] not in inline}
    return kept | {table.path: table.askers for table in tables}


def _id(order: Order, kind: str) -> str:
    own = kind == DocumentKind.INSTITUTION
    return order.id if own else f"{order.id}-{words.FILES[kind].of(order.language)}"


def _references(shape: Shape, ids: Mapping[str | None, str]) -> dict[Path, Any]:
    """The other documents of this folder that the document refers to, by their ids."""
    found: dict[Path, Any] = {}
    for each in shape.properties.values():
        if each.reference in ids:
            found[each.name,] = ids[each.reference]
        elif each.items and each.items.reference in ids:
            found[each.name,] = [ids[each.items.reference]]
    return found


def _kinds(kind: str, wanted: Wanted) -> dict[Path, Any]:
    """The service kinds are known where the call names them; of an agreement they are its own matter."""
    known = wanted.kinds and (kind, _KINDS) in PLANNED_BY
    return {(_KINDS,): list(wanted.kinds)} if known else {}


def _heading(shape: Shape, order: Order) -> list[Text]:
    regions = joined([pack.name for pack in order.wanted.packs], words.COMMA)
    kinds = joined([SERVICE_KINDS[kind] for kind in order.wanted.kinds], words.COMMA)
    title = words.TITLE_OF_KINDS if order.wanted.kinds else words.TITLE
    first = title.filled({"title": shape.title, "regions": regions, "kinds": kinds})
    about = missing_conditions(order.wanted) if shape.name in OF_ADMISSION else ()
    return [first, *about, *words.GUIDE, words.NEXT.filled({"command": order.command})]


def missing_conditions(wanted: Wanted) -> Iterator[Text]:
    """What no form can ask and nobody can check: conditions lost from a region's text, or never stated in it."""
    for pack in wanted.packs:
        if said := [clause.damage or clause.summary for clause in lost_clauses(pack, wanted.kinds)]:
            yield words.LOST_CONDITIONS.filled({"region": pack.name, "what": joined(said, words.SEMICOLON)})
        for kind, unsaid in never_stated(pack, wanted.kinds):
            yield words.NO_CONDITIONS.filled({"region": pack.name, "kind": SERVICE_KINDS[kind], "what": unsaid})


def put(made: Iterable[File], folder: FilePath) -> None:
    """Write all of the files, or none where one is there already. Raises UsageError."""
    made = list(made)
    if there := [file.name for file in made if (folder / file.name).exists()]:
        raise already_there(folder, there)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in made:
            _put(file, folder / file.name)
    except OSError as broken:
        reason = why(broken)
        raise UsageError(
            Text(f"写不进去：{reason.zh}", f"cannot be written: {reason.en}"),
            Location(str(folder)),
            Text("请检查权限，或换一个文件夹", "check the permissions, or choose another folder"),
        ) from broken


def _put(file: File, path: FilePath) -> None:
    """Documents with the line ends of the system; tables as Excel wants them."""
    encoding, newline = ("utf-8", None) if file.is_document else ("utf-8-sig", "")
    with path.open("x", encoding=encoding, newline=newline) as out:
        out.write(file.text)


def already_there(folder: FilePath, names: Sequence[str]) -> UsageError:
    listed = joined([same(name) for name in names], words.COMMA)
    return UsageError(
        Text(f"文件夹里已经有 {listed.zh}，没有改动", f"{listed.en} is there already: nothing was written"),
        Location(str(folder)),
        Text(
            "换一个文件夹（--output），或者先把它们移走或改名",
            "choose another folder (--output), or move or rename them first",
        ),
    )
