"""The billing rules of all regions in one place, each with what it counts as an offence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wicheck.explaining.billing import BEARERS
from wicheck.model import Bearer, DocumentKind, Pack
from wicheck.packs.bind import SQL
from wicheck.site import words
from wicheck.site.markdown import Pen, heading, table
from wicheck.site.stock import Standing, Stock, standings
from wicheck.site.tables import rule_link

_HEADINGS = (words.RULE, words.OFFENCE, words.BORNE_BY, words.CLAUSE)


def billing_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.BILLING))
    yield pen.say(words.BILLING_ABOUT)
    for pack in stock.packs:
        yield from of_pack(pack, stock, pen)


def of_pack(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    own = billing(pack)
    if own:
        yield from heading(2, pen.say(pack.name), pack.id)
        yield from table([pen.say(each) for each in _HEADINGS], (row(each, stock, pen) for each in own))


def billing(pack: Pack) -> list[Standing]:
    """The rules that are decided from a batch of claims."""
    return [each for each in standings(pack) if each.rule.record is DocumentKind.CLAIMS]


def row(standing: Standing, stock: Stock, pen: Pen) -> Sequence[str]:
    rule, article = standing.rule, pen.say(words.SELF_SAME, it=standing.clause.article)
    if rule.check != SQL:
        return rule_link(standing, pen), "", "", article
    query = stock.shelf.queries.of(rule, standing.pack)
    bearer = BEARERS[Bearer(rule.arguments.get("bearer", query.bearer))]
    return rule_link(standing, pen), pen.say(query.offence), pen.say(bearer), article
