"""What is lost from a law's text, or was never stated, and keeps anybody from saying that its conditions are met."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wicheck.checks import lost_text
from wicheck.model import (
    Binds,
    BoundRule,
    Clause,
    ClauseKind,
    Decide,
    DocumentKind,
    Location,
    Pack,
    Rule,
    ServiceKind,
    Stage,
    Text,
)
from wicheck.plan import Hearing

LOST_CONDITIONS, UNSTATED = lost_text.KIND.name, lost_text.UNSTATED


def lost_conditions(pack: Pack, hearing: Hearing) -> Iterator[BoundRule]:
    """What keeps anybody from saying 符合: lost conditions of admission, kinds without conditions of their own."""
    if hearing.batch or hearing.dossier.root.kind is not DocumentKind.INSTITUTION:
        return  # only an institution is admitted
    if not pack.in_force(hearing.judged_on):
        return  # by this law it is not
    for clause in lost_clauses(pack, hearing.service_kinds):
        yield _lost(clause, lost_text.always_lost(clause.damage or clause.summary))
    for kind, why in never_stated(pack, hearing.service_kinds):
        yield _lost(_unconditioned(pack, kind, why), lost_text.never_stated(why))


def lost_clauses(pack: Pack, asked: Collection[ServiceKind] | None) -> Iterator[Clause]:
    """The clauses of which conditions are lost for any of the kinds ``asked``; none asked means all."""
    kinds = set(asked or pack.service_kinds)
    for clause in pack.clauses:
        if clause.lost_conditions and (not clause.service_kinds or kinds & set(clause.service_kinds)):
            yield clause


def never_stated(pack: Pack, asked: Collection[ServiceKind] | None) -> Iterator[tuple[ServiceKind, Text]]:
    """The kinds, among those ``asked``, for which the text has no conditions of their own, and why."""
    kinds = set(asked or pack.service_kinds)
    yield from ((kind, why) for kind, why in pack.unconditioned.items() if kind in kinds)


def _unconditioned(pack: Pack, kind: ServiceKind, why: Text) -> Clause:
    return Clause(
        id=f"{pack.id}-{kind.value.replace('_', '-')}",
        article="",
        chapter=None,
        kind=ClauseKind.GAP,
        record=None,
        service_kinds=(kind,),
        summary=why,
        damage=None,
        lost_conditions=True,
        rules=(),
        location=Location(f"{pack.id}/pack.yaml"),
    )


def _lost(clause: Clause, decide: Decide) -> BoundRule:
    """One finding that is always unknown, and that no document can mend."""
    rule = Rule(
        id=f"{clause.id}/{LOST_CONDITIONS}",
        clause=clause.id,
        demand=LOST_CONDITIONS,
        check=LOST_CONDITIONS,
        arguments={},
        only_if=None,
        record=DocumentKind.INSTITUTION,
        service_kinds=clause.service_kinds,
        topic=LOST_CONDITIONS,
        stage=Stage.ADMISSION,
        binds=Binds.INSTITUTION,
        title=clause.summary,
        remedy=None,
        attested_by=(),
        grounded=True,
        location=clause.location,
    )
    return BoundRule(rule, decide, None)
