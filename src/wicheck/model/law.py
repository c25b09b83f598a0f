"""Packs: a region's rules as data, clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.model.judgement import Decide
from wicheck.model.place import Location
from wicheck.model.text import Text
from wicheck.model.tuples import NamedTuple
from wicheck.model.words import (
    Attestor,
    Binds,
    ClauseKind,
    DocumentKind,
    EffectiveBasis,
    PackStatus,
    ServiceKind,
    Stage,
)


class Rule(NamedTuple):
    """Decides one demand of one clause. Its id is ``clause/demand``.

    ``arguments`` are the check kind's, dated values still in them; ``only_if`` are the arguments of a
    guarding check: where it does not hold, the rule is not applicable. ``attested_by`` lists whose
    attestation can answer a review; ``exceptions_allowed`` is the vague word that leaves room, if any.
    """

    id: str
    clause: str
    demand: str
    check: str
    arguments: Mapping[str, Any]
    only_if: Mapping[str, Any] | None
    record: DocumentKind
    service_kinds: tuple[ServiceKind, ...]
    topic: str
    stage: Stage
    binds: Binds
    title: Text
    remedy: Text | None
    attested_by: tuple[Attestor, ...]
    grounded: bool
    location: Location


class Clause(NamedTuple):
    """A place in the law. ``summary`` is in our own words; ``damage`` says what of its text is lost."""

    id: str
    article: str
    chapter: Text | None
    kind: ClauseKind
    record: DocumentKind | None
    service_kinds: tuple[ServiceKind, ...]
    summary: Text
    damage: Text | None
    lost_conditions: bool
    rules: tuple[Rule, ...]
    location: Location


class Pack(NamedTuple):
    """A region's text. ``division`` is its GB/T 2260 code, None for packs that stand outside the law.

    ``unconditioned`` maps a service kind that the text covers without stating conditions for it to
    an explanation. ``digest`` is the SHA-256 over the pack's files.
    """

    id: str
    name: Text
    title: Text
    document_number: str | None
    division: str | None
    status: PackStatus
    issued_on: date | None
    effective_from: date | None
    expires_on: date | None
    effective_basis: EffectiveBasis
    service_kinds: tuple[ServiceKind, ...]
    unconditioned: Mapping[ServiceKind, Text]
    notes: tuple[Text, ...]
    clauses: tuple[Clause, ...]
    folder: str
    digest: str

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for clause in self.clauses for rule in clause.rules)

    def in_force(self, on: date) -> bool:
        return (self.effective_from or on) <= on <= (self.expires_on or on)


class BoundRule(NamedTuple):
    """A rule with its figures resolved for a date and its check ready to decide."""

    rule: Rule
    decide: Decide
    guard: Decide | None
