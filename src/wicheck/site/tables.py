"""Tables of rules that several pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wicheck import addresses
from wicheck.site import words
from wicheck.site.markdown import Pen, table
from wicheck.site.stock import Standing, Stock


def rule_link(standing: Standing, pen: Pen) -> str:
    return pen.link(standing.rule.title, addresses.rule(standing.pack.id, standing.rule.id))


def figures(standing: Standing, stock: Stock, pen: Pen) -> str:
    return pen.listed(pen.say(each) for each in stock.figures(standing))


def rule_table(standings: Sequence[Standing], stock: Stock, pen: Pen) -> Iterator[str]:
    """What is asked, its figure and its clause; nothing where there are no rules."""
    if standings:
        headings = [pen.say(each) for each in (words.RULE, words.FIGURE, words.CLAUSE)]
        yield from table(headings, rule_rows(standings, stock, pen))


def rule_rows(standings: Iterable[Standing], stock: Stock, pen: Pen) -> Iterator[Sequence[str]]:
    for each in standings:
        yield rule_link(each, pen), figures(each, stock, pen), pen.say(words.SELF_SAME, it=each.clause.article)
