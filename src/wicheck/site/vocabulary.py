"""Check kinds and facts: a page each from its docstring, and a list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wicheck import addresses
from wicheck.explaining.lookup import mentions
from wicheck.explaining.others import explain_fact, explain_kind
from wicheck.explaining.page import Page
from wicheck.model import CheckKind, Fact, Text
from wicheck.site import words
from wicheck.site.explained import definitions
from wicheck.site.markdown import Pen, bullets, code, heading, table
from wicheck.site.stock import Standing, Stock
from wicheck.site.tables import rule_link


def kinds(stock: Stock) -> list[CheckKind]:
    found = (stock.library.workshop.kind(name) for name in sorted(stock.library.workshop.kinds.places))
    return [kind for kind in found if kind]


def facts(stock: Stock) -> list[Fact]:
    found = (stock.library.workshop.fact(name) for name in sorted(stock.library.workshop.facts.places))
    return [fact for fact in found if fact]


def kinds_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.KINDS))
    yield pen.say(words.KINDS_ABOUT)
    rows = (
        (each.title, addresses.kind(each.name), each.name, users("check", each.name, stock)) for each in kinds(stock)
    )
    yield from listing(rows, pen)


def facts_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.FACTS))
    yield pen.say(words.FACTS_ABOUT)
    rows = (
        (each.title, addresses.fact(each.name), each.name, users("fact", each.name, stock)) for each in facts(stock)
    )
    yield from listing(rows, pen)


def listing(rows: Iterable[tuple[Text, str, str, list[Standing]]], pen: Pen) -> Iterator[str]:
    headings = [pen.say(words.NAME), pen.say(words.WRITTEN), pen.say(words.COUNT)]
    cells = ((pen.link(title, address), code(name), str(len(using))) for title, address, name, using in rows)
    yield from table(headings, cells)


def kind_page(kind: CheckKind, stock: Stock, pen: Pen) -> Iterator[str]:
    yield from explained(explain_kind(kind, ()), users("check", kind.name, stock), pen)


def fact_page(fact: Fact, stock: Stock, pen: Pen) -> Iterator[str]:
    page = explain_fact(fact, (), stock.library.schemas)
    yield from explained(page, users("fact", fact.name, stock), pen)


def explained(page: Page, using: list[Standing], pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(page.title))
    yield code(page.id)
    yield from definitions(page, pen, page.id)
    if using:
        yield from heading(2, pen.say(words.USED, n=len(using)), "rules")
        yield from bullets(f"{pen.say(each.pack.name)} {rule_link(each, pen)}" for each in using)


def users(key: str, name: str, stock: Stock) -> list[Standing]:
    """The rules that are decided by it."""
    return [each for each in stock.rules if mentions(each.rule, key, name)]
