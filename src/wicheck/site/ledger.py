"""The clause ledger: every clause and demand, and by what it is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wicheck import addresses
from wicheck.model import Pack, Text
from wicheck.proving.coverage import ATTESTATION, OPEN, RULE, Entry
from wicheck.reports.words import DOCUMENTS
from wicheck.site import words
from wicheck.site.markdown import Pen, code, heading, table
from wicheck.site.stock import Stock

_BY = {RULE: words.BY_RULE, ATTESTATION: words.BY_ATTESTATION, OPEN: words.NOT_YET}


def ledger_page(stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(words.LEDGER))
    yield pen.say(words.LEDGER_ABOUT)
    yield from table(
        [pen.say(each) for each in SUMMARY], (summary(pack, own(pack, stock), pen) for pack in stock.regions)
    )
    for pack in stock.regions:
        yield from heading(2, pen.say(pack.name), pack.id)
        yield from table([pen.say(each) for each in HEADINGS], (row(pack, each, pen) for each in own(pack, stock)))


SUMMARY = (words.REGION, words.CLAUSE, words.DEMANDS, words.BY_RULE, words.BY_ATTESTATION, words.NOT_YET)
HEADINGS = (words.CLAUSE, words.SORT, words.JUDGED_ON, words.DEMANDS)


def own(pack: Pack, stock: Stock) -> list[Entry]:
    return [each for each in stock.entries if each.pack == pack.id]


def summary(pack: Pack, entries: Sequence[Entry], pen: Pen) -> Sequence[str]:
    counted = Counter(by for each in entries for by in each.demands.values())
    numbers = [len(entries), counted.total(), counted[RULE], counted[ATTESTATION], counted[OPEN]]
    return f"[{pen.say(pack.name)}](#{pack.id})", *map(str, numbers)


def row(pack: Pack, entry: Entry, pen: Pen) -> Sequence[str]:
    article = pen.say(words.SELF_SAME, it=entry.article or entry.id)
    if entry.standing:
        article = f"[{article}]({pen.path(addresses.clause_in_region(pack.id, entry.id))})"
    record = DOCUMENTS.get(entry.record or "")
    return (
        article,
        pen.say(words.CLAUSE_KINDS[entry.kind]),
        pen.say(record) if record else "",
        demands(pack, entry, pen),
    )


def demands(pack: Pack, entry: Entry, pen: Pen) -> str:
    """Each demand with what decides it; what is decided beside the inventory stands as well."""
    made = []
    for name, by in {**entry.demands, **entry.beyond}.items():
        said = "" if by == RULE else f" ({pen.say(_BY.get(by, Text(by, by)))})"
        made.append(
            (code(name) if by == OPEN else f"[{code(name)}]({pen.path(addresses.rule(pack.id, f'{entry.id}/{name}'))})")
            + said
        )
    return "<br>".join(made)
