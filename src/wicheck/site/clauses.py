"""The page of a clause: what it says, and each of its rules on the fixed skeleton of explanations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wicheck import addresses
from wicheck.explaining.decision import nested
from wicheck.explaining.page import Style
from wicheck.explaining.rule import clause_lines
from wicheck.model import Clause, Pack, PackStatus, Text
from wicheck.site import words
from wicheck.site.explained import definitions
from wicheck.site.markdown import Pen, code, escaped, heading, note
from wicheck.site.stock import Standing, Stock, standings


def clause_title(pack: Pack, clause: Clause) -> Text:
    return Text(f"{pack.name.zh} {clause.article}", f"{pack.name.en} {clause.article}")


def clause_page(pack: Pack, clause: Clause, stock: Stock, pen: Pen) -> Iterator[str]:
    yield from heading(1, pen.say(clause_title(pack, clause)))
    if pack.status is PackStatus.DRAFT:
        yield from note("warning", pen.plain(words.DRAFT_BOX))
    for line in clause_lines(pack, clause):
        yield pen.say(line.text) if line.style is Style.PARAGRAPH else f"- {pen.say(line.text)}"
        yield ""
    yield from ways(pack, clause, pen)
    for standing in standings(pack, [clause]):
        yield from rule_section(standing, stock, pen)


def ways(pack: Pack, clause: Clause, pen: Pen) -> Iterator[str]:
    """To the whole text, and to the clauses with rules before and after."""
    with_rules = [each for each in pack.clauses if each.rules]
    at = with_rules.index(clause)
    links = [
        pen.link(words.ALL_OF_REGION.filled({"region": pack.name}), addresses.clause_in_region(pack.id, clause.id))
    ]
    for word, position in ((words.PREVIOUS, at - 1), (words.NEXT, at + 1)):
        if 0 <= position < len(with_rules):
            other = with_rules[position]
            link = pen.link(clause_title(pack, other), addresses.clause(pack.id, other.id))
            links.append(f"{pen.say(word)} {link}")
    yield " · ".join(links)
    yield '{: .wi-ways data-search-exclude="" }'


def rule_section(standing: Standing, stock: Stock, pen: Pen) -> Iterator[str]:
    rule = standing.rule
    yield from heading(2, pen.say(rule.title), rule.demand)
    yield f'{code(rule.id)}{{: .wi-id data-search-exclude="" }}'
    yield from definitions(stock.explained(standing), pen, rule.demand)
    yield f"{pen.say(words.SEE_ALSO)}{words.COLON.of(pen.language)}{' · '.join(related(standing, stock, pen))}"
    yield '{: .wi-ways data-search-exclude="" }'


def related(standing: Standing, stock: Stock, pen: Pen) -> Iterator[str]:
    """The topic in all regions, and the pages of the check kinds and facts that decide."""
    rule = standing.rule
    if standing.pack.division:
        topic = stock.topic(rule.topic)
        yield pen.link(
            Text(f"{topic.zh}：{words.ELSEWHERE.zh}", f"{topic.en}: {words.ELSEWHERE.en}"), addresses.topic(rule.topic)
        )
    arguments = [{"check": rule.check, **rule.arguments}, *([rule.only_if] if rule.only_if else [])]
    vocabulary = stock.shelf.vocabulary
    for name in used(arguments, "check"):
        kind = vocabulary.kind(name)
        yield pen.link(kind.title, addresses.kind(name)) if kind else escaped(name)
    for name in used(arguments, "fact"):
        fact = vocabulary.fact(name)
        yield pen.link(fact.title, addresses.fact(name)) if fact else escaped(name)


def used(arguments: Iterable[Any], key: str) -> list[str]:
    """The names that checks, and checks within them, give under ``key``; each once."""

    def found(checks: Iterable[Any]) -> Iterator[str]:
        for check in checks:
            if key in check:
                yield check[key]
            yield from found(nested(check))

    return list(dict.fromkeys(found(arguments)))
