"""The clause ledger: every clause and demand of the inventory held against the packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wicheck.model import Clause, ClauseKind, Pack, Text, same

RULE = "rule"
ATTESTATION = "attestation"
OPEN = "open"
_ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class Owed:
    """A clause of the inventory: what it is, which document holds its facts, which demands it makes.

    ``pack`` is the id of the pack that has to hold it; where there is no such pack yet, the region's name.
    """

    id: str
    pack: str
    kind: ClauseKind
    record: str | None
    demands: tuple[str, ...]
    damage: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause in the ledger. ``demands`` says by what each is decided: rule, attestation or open.

    ``beyond`` holds what a pack decides beside the demands that the inventory counts.
    """

    id: str
    pack: str
    kind: ClauseKind
    record: str | None
    damage: Text | None
    chapter: Text | None
    article: str
    summary: Text | None
    demands: Mapping[str, str] = field(default_factory=dict)
    beyond: Mapping[str, str] = field(default_factory=dict)
    standing: bool = True

    @property
    def status(self) -> str:
        """``gap`` and ``info`` ask nothing; else ``covered``, or ``open`` while a demand is."""
        if not self.standing or OPEN in self.demands.values():
            return OPEN
        if self.kind in (ClauseKind.GAP, ClauseKind.INFO):
            return self.kind.value
        return "covered"


def ledger(packs: Sequence[Pack], inventory: Iterable[Owed] | None = None) -> Iterator[Entry]:
    """An entry for each clause: of the inventory where there is one, and of the packs.

    A clause or demand of the inventory that no pack has is open; one that only a pack has stands as it is.
    """
    clauses = {clause.id: (pack, clause) for pack in packs for clause in pack.clauses}
    owed = {each.id: each for each in inventory or ()}
    for clause_id in dict.fromkeys((*owed, *clauses)):
        pack, clause = clauses.get(clause_id, (None, None))
        yield _entry(clause_id, owed.get(clause_id), pack, clause)


def _entry(clause_id: str, owed: Owed | None, pack: Pack | None, clause: Clause | None) -> Entry:
    decided = {rule.demand: ATTESTATION if rule.check == _ATTESTED else RULE for rule in clause.rules} if clause else {}
    counted = owed.demands if owed else tuple(decided)
    demands = {name: decided.pop(name, OPEN) for name in counted}
    noted = same(owed.damage) if owed and owed.damage else None
    return Entry(
        id=clause_id,
        pack=pack.id if pack else (owed.pack if owed else ""),
        kind=owed.kind if owed else (clause.kind if clause else ClauseKind.INFO),
        record=owed.record if owed else (clause.record if clause else None),
        damage=(clause.damage if clause else None) or noted,
        chapter=clause.chapter if clause else None,
        article=clause.article if clause else "",
        summary=clause.summary if clause else None,
        demands=demands,
        beyond=decided,
        standing=clause is not None,
    )
