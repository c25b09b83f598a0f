"""What the pages are made from: packs, and all that explains them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from wicheck.explaining.page import Page
from wicheck.explaining.rule import Shelf, explain_rule
from wicheck.library import Library
from wicheck.model import Clause, Pack, Rule, Text, same
from wicheck.packs.figures import stated_figures
from wicheck.packs.topics import topics
from wicheck.proving.coverage import Entry, ledger
from wicheck.proving.inventory import inventories, placed


class Standing(NamedTuple):
    """A rule with where it stands."""

    pack: Pack
    clause: Clause
    rule: Rule


class Stock:
    """Made once for a build, of the packs called ``names`` or all.

    Packs that are law come first. ``on`` is the day whose figures are shown where they change with time.
    """

    def __init__(self, library: Library, on: date, names: Sequence[str] = ()) -> None:
        self.library = library
        self.on = on
        self.packs: Sequence[Pack] = sorted(library.packs(names), key=lambda pack: not pack.division)
        self.shelf = Shelf(library.schemas, library.workshop, topics(library.roots))

    @cached_property
    def regions(self) -> list[Pack]:
        """The packs that are law: those that stand outside it have no division."""
        return [pack for pack in self.packs if pack.division]

    @cached_property
    def rules(self) -> list[Standing]:
        return [Standing(pack, clause, rule) for pack in self.packs for clause in pack.clauses for rule in clause.rules]

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The clause ledger, held against the inventories that come with the packs."""
        owed = placed(inventories(self.library.roots), [pack.id for pack in self.packs])
        return list(ledger(self.packs, owed))

    def topic(self, name: str) -> Text:
        return self.shelf.topics.get(name, same(name))

    def figures(self, standing: Standing) -> tuple[Text, ...]:
        shelf = self.shelf
        return stated_figures(standing.rule, standing.clause, self.on, shelf.schemas, shelf.vocabulary)

    def explained(self, standing: Standing) -> Page:
        return explain_rule(standing.pack, standing.clause, standing.rule, self.shelf)


def standings(pack: Pack, clauses: Iterable[Clause] | None = None) -> list[Standing]:
    """The rules of a pack, or of some of its clauses, in the order of the text."""
    chosen = pack.clauses if clauses is None else clauses
    return [Standing(pack, clause, rule) for clause in chosen for rule in clause.rules]
