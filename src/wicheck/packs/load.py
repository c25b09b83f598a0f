"""Pack folders to packs: headers first, clauses only of the packs that are needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from wicheck.errors import InputError, PackError
from wicheck.model import (
    Attestor,
    Binds,
    Clause,
    ClauseKind,
    DocumentKind,
    EffectiveBasis,
    Pack,
    PackStatus,
    Rule,
    ServiceKind,
    Stage,
    Text,
)
from wicheck.packs.source import Source, source
from wicheck.packs.validate import Validator
from wicheck.yamlio import decode, read_text

_OWN_KEYS = frozenset(
    (
        "check",
        "title",
        "topic",
        "stage",
        "binds",
        "record",
        "service_kinds",
        "only_if",
        "remedy",
        "attested_by",
        "grounded",
    )
)


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
    clauses = tuple(
        clause(each, ("clauses", position), each.data["clauses"][position])
        for each in sources
        for position in range(len(each.data.get("clauses", ())))
    )
    refuse_twice(clauses)
    for each in clauses:
        for rule in each.rules:
            validator.arguments(rule)
    return pack(found, clauses, digest(files))


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


def pack(found: PackFolder, clauses: tuple[Clause, ...], pack_digest: str) -> Pack:
    data = found.header.data
    return Pack(
        id=found.id,
        name=Text(**data["name"]),
        title=Text(**data["title"]),
        document_number=data.get("document_number"),
        division=found.division,
        status=found.status,
        issued_on=day(data.get("issued_on")),
        effective_from=day(data.get("effective_from")),
        expires_on=day(data.get("expires_on")),
        effective_basis=EffectiveBasis(data["effective_basis"]),
        service_kinds=kinds(data),
        unconditioned={ServiceKind(kind): Text(**why) for kind, why in data.get("unconditioned", {}).items()},
        notes=tuple(Text(**note) for note in data.get("notes", ())),
        clauses=clauses,
        folder=str(found.folder),
        digest=pack_digest,
    )


def clause(origin: Source, path: tuple[str | int, ...], data: Mapping[str, Any]) -> Clause:
    rules = tuple(
        rule(origin, (*path, "rules", demand), demand, body, data) for demand, body in data.get("rules", {}).items()
    )
    return Clause(
        id=data["id"],
        article=data["article"],
        chapter=text(data.get("chapter")),
        kind=ClauseKind(data["kind"]),
        record=DocumentKind(data["record"]) if "record" in data else None,
        service_kinds=kinds(data),
        summary=Text(**data["summary"]),
        damage=text(data.get("damage")),
        lost_conditions=data.get("lost_conditions", False),
        rules=rules,
        location=origin.locate(path),
    )


def rule(
    origin: Source, path: tuple[str | int, ...], demand: str, body: Mapping[str, Any], of: Mapping[str, Any]
) -> Rule:
    """A rule with what it takes over from its clause ``of`` unless it says otherwise."""
    location = origin.locate(path)
    record = body.get("record", of.get("record"))
    if record is None:
        raise PackError(
            Text(f"规则 {of['id']}/{demand} 没有记录类别", f"rule {of['id']}/{demand} has no record"),
            location,
            Text("在条款或规则下写 record:", "write record: in the clause or the rule"),
        )
    return Rule(
        id=f"{of['id']}/{demand}",
        clause=of["id"],
        demand=demand,
        check=body["check"],
        arguments={key: value for key, value in body.items() if key not in _OWN_KEYS},
        only_if=body.get("only_if"),
        record=DocumentKind(record),
        service_kinds=kinds(body) or kinds(of),
        topic=body["topic"],
        stage=Stage(body.get("stage", of.get("stage", "admission"))),
        binds=Binds(body.get("binds", of.get("binds", "institution"))),
        title=Text(**body["title"]),
        remedy=text(body.get("remedy")),
        attested_by=tuple(Attestor(who) for who in body.get("attested_by", ("agency",))),
        grounded=body.get("grounded", True),
        location=location,
    )


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


def kinds(data: Mapping[str, Any]) -> tuple[ServiceKind, ...]:
    return tuple(ServiceKind(kind) for kind in data.get("service_kinds", ()))


def text(data: Mapping[str, str] | None) -> Text | None:
    return Text(**data) if data else None


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
