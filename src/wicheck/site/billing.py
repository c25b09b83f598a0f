"""The billing rules of all regions in one place."""

from __future__ import annotations

from collections.abc import Iterator

from wicheck.model import DocumentKind
from wicheck.site import words
from wicheck.site.markdown import Pen, heading
from wicheck.site.stock import Stock, standings
from wicheck.site.tables import rule_table


def billing_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.BILLING))
    for pack in stock.packs:
        own = [each for each in standings(pack) if each.rule.record is DocumentKind.CLAIMS]
        if own:
            yield from heading(2, pen.say(pack.name), pack.id)
            yield from rule_table(own, stock, pen)
