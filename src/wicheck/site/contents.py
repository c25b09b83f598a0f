"""Every page of the site, and the order in which readers find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from wicheck import addresses
from wicheck.model import Language, Text, same
from wicheck.site import words
from wicheck.site.billing import billing_page
from wicheck.site.clauses import clause_page
from wicheck.site.dictionary import dictionary_page, document_page, kinds_of_document
from wicheck.site.ledger import ledger_page
from wicheck.site.markdown import Pen
from wicheck.site.matrix import matrix_page
from wicheck.site.region import region_page, regions_page
from wicheck.site.stock import Stock
from wicheck.site.vocabulary import fact_page, facts, facts_page, kind_page, kinds, kinds_page

Write = Callable[[Pen], Iterable[str]]
# Who searches asks first what regions want, and where they differ; what things are called inside comes after.
COMPARED, CALLED = 1.5, 0.3


class SitePage(NamedTuple):
    """A page at an address; ``title`` is what the navigation calls it, ``boost`` multiplies its rank in the search."""

    address: str
    title: Text
    write: Write
    boost: float = 1

    def markdown(self, language: Language) -> str:
        wishes = f"---\nsearch: {{boost: {self.boost}}}\n---\n" if self.boost != 1 else ""
        return wishes + "\n".join(self.write(Pen(language, self.address))).lstrip("\n") + "\n"


class Group(NamedTuple):
    """Pages under one title of the navigation."""

    title: Text
    pages: tuple[SitePage, ...]


def contents(stock: Stock) -> Iterator[SitePage | Group]:
    """What the navigation shows, in its order."""
    yield Group(
        words.REGIONS,
        (
            SitePage(addresses.REGIONS, words.OVERVIEW, partial(regions_page, stock)),
            *(
                SitePage(addresses.region(pack.id), pack.name, partial(region_page, pack, stock))
                for pack in stock.packs
            ),
        ),
    )
    yield SitePage(addresses.MATRIX, words.MATRIX, partial(matrix_page, stock), COMPARED)
    yield SitePage(addresses.BILLING, words.BILLING, partial(billing_page, stock))
    schemas = stock.library.schemas
    yield Group(
        words.DATA,
        (
            SitePage(addresses.DATA, words.OVERVIEW, partial(dictionary_page, stock), CALLED),
            *(
                SitePage(
                    addresses.document(kind), schemas.shape(kind).title, partial(document_page, kind, stock), CALLED
                )
                for kind in kinds_of_document(schemas)
            ),
        ),
    )
    yield Group(
        words.METHOD,
        (
            SitePage(addresses.KINDS, words.KINDS, partial(kinds_page, stock), CALLED),
            SitePage(addresses.FACTS, words.FACTS, partial(facts_page, stock), CALLED),
            SitePage(addresses.LEDGER, words.LEDGER, partial(ledger_page, stock), CALLED),
        ),
    )


def listed(parts: Iterable[SitePage | Group]) -> Iterator[SitePage]:
    """The pages that the navigation shows."""
    for part in parts:
        yield from part.pages if isinstance(part, Group) else (part,)


def linked(stock: Stock) -> Iterator[SitePage]:
    """The pages that only others lead to: one for each clause with rules, for each check kind and for each fact."""
    for pack in stock.packs:
        for clause in pack.clauses:
            if clause.rules:
                address = addresses.clause(pack.id, clause.id)
                yield SitePage(address, same(clause.article), partial(clause_page, pack, clause, stock))
    for kind in kinds(stock):
        yield SitePage(addresses.kind(kind.name), kind.title, partial(kind_page, kind, stock), CALLED)
    for fact in facts(stock):
        yield SitePage(addresses.fact(fact.name), fact.title, partial(fact_page, fact, stock), CALLED)
