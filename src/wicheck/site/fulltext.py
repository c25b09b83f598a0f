"""A region's text clause by clause: each an anchor, with its rules below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from wicheck.model import Clause, Pack, Text
from wicheck.site import words
from wicheck.site.markdown import Pen, bullets, heading
from wicheck.site.stock import Standing, Stock, standings
from wicheck.site.tables import figures, rule_link


def full_text(pack: Pack, stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(2, pen.say(words.TEXT_BY_CHAPTER), "text")
    for chapter, clauses in groupby(pack.clauses, lambda clause: clause.chapter):
        yield from chapter_heading(chapter, pen)
        for clause in clauses:
            yield from one_clause(pack, clause, stock, pen)


def chapter_heading(chapter: Text | None, pen: Pen) -> Iterator[str]:
    if chapter:
        yield from heading(3, pen.say(chapter))


def one_clause(pack: Pack, clause: Clause, stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(4, pen.say(words.SELF_SAME, it=clause.article), clause.id)
    yield pen.say(clause.summary)
    yield ""
    if clause.damage:
        yield f"*{pen.say(words.DAMAGED_CLAUSE, damage=clause.damage)}*"
    if clause.lost_conditions:
        yield f"**{pen.say(words.LOST_MARK)}**"
    own = standings(pack, [clause])
    yield from bullets(rule_entry(each, stock, pen) for each in own)
    if not own:
        yield f"{pen.say(words.CLAUSE_KINDS[clause.kind])}"
        yield "{: .wi-kind }"


def rule_entry(standing: Standing, stock: Stock, pen: Pen) -> str:
    stated = figures(standing, stock, pen)
    return rule_link(standing, pen) + (f" **{stated}**" if stated else "")
