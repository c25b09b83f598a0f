"""A pack's plain data as the model's pack, clauses and rules; it has been validated before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wicheck.errors import PackError
from wicheck.model import (
    Attestor,
    Binds,
    Clause,
    ClauseKind,
    DocumentKind,
    EffectiveBasis,
    Pack,
    PackStatus,
    Path,
    Rule,
    ServiceKind,
    Stage,
    Text,
)
from wicheck.packs.kept import Origin

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


def pack(data: Mapping[str, Any], clauses: tuple[Clause, ...], folder: str, digest: str) -> Pack:
    """The pack that a header's ``data`` and the clauses of all its files make up."""
    return Pack(
        id=data["id"],
        name=Text(**data["name"]),
        title=Text(**data["title"]),
        document_number=data.get("document_number"),
        division=data.get("division"),
        status=PackStatus(data["status"]),
        issued_on=day(data.get("issued_on")),
        effective_from=day(data.get("effective_from")),
        expires_on=day(data.get("expires_on")),
        effective_basis=EffectiveBasis(data["effective_basis"]),
        service_kinds=kinds(data),
        unconditioned={ServiceKind(kind): Text(**why) for kind, why in data.get("unconditioned", {}).items()},
        notes=tuple(Text(**note) for note in data.get("notes", ())),
        clauses=clauses,
        folder=folder,
        digest=digest,
    )


def clauses_of(origin: Origin) -> Iterator[Clause]:
    """The clauses of one file, in its order. A chapter that the file names holds for all of them."""
    for position, data in enumerate(origin.data.get("clauses", ())):
        yield clause(origin, ("clauses", position), data)


def clause(origin: Origin, path: Path, data: Mapping[str, Any]) -> Clause:
    rules = tuple(
        rule(origin, (*path, "rules", demand), demand, body, data) for demand, body in data.get("rules", {}).items()
    )
    return Clause(
        id=data["id"],
        article=data["article"],
        chapter=text(data.get("chapter", origin.data.get("chapter"))),
        kind=ClauseKind(data["kind"]),
        record=DocumentKind(data["record"]) if "record" in data else None,
        service_kinds=kinds(data),
        summary=Text(**data["summary"]),
        damage=text(data.get("damage")),
        lost_conditions=data.get("lost_conditions", False),
        rules=rules,
        location=origin.locate(path),
    )


def rule(origin: Origin, path: Path, demand: str, body: Mapping[str, Any], of: Mapping[str, Any]) -> Rule:
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


def kinds(data: Mapping[str, Any]) -> tuple[ServiceKind, ...]:
    return tuple(ServiceKind(kind) for kind in data.get("service_kinds", ()))


def text(data: Mapping[str, str] | None) -> Text | None:
    return Text(**data) if data else None


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
