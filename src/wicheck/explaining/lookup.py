"""Finding what somebody wants explained, by whatever he calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from wicheck.errors import UsageError
from wicheck.explaining.others import explain_clause, explain_fact, explain_kind
from wicheck.explaining.page import Page
from wicheck.explaining.regions import explain_region, explain_topic
from wicheck.explaining.rule import Shelf, explain_rule
from wicheck.library import Library
from wicheck.model import Pack, Rule, Text
from wicheck.packs.topics import topics

Explain = Callable[[], Page]


def explanation(name: str, library: Library) -> Page:
    """The page on a rule, a clause, a region, a topic, a check kind or a fact.

    A rule may be called by its demand or its title alone, a region and a topic by their names in either language.

    Raises UsageError, with the nearest names, where there is no such thing or several.
    """
    packs, shop = library.packs(), library.workshop
    rules = [rule for pack in packs for rule in pack.rules]
    if kind := shop.kind(name):
        return explain_kind(kind, [rule for rule in rules if mentions(rule, "check", name)])
    if fact := shop.fact(name):
        return explain_fact(fact, [rule for rule in rules if mentions(rule, "fact", name)], library.schemas)
    shelf = Shelf(library.schemas, shop, topics(library.roots))
    known = dict((*clause_pages(packs), *rule_pages(packs, shelf), *region_pages(packs)))
    if name not in known and (found := topic_page(name, packs, shelf.topics)):
        return found
    short = [rule.id for rule in rules if name in (rule.id, rule.demand, *rule.title)]
    if name in known or len(short) == 1:
        return known[name if name in known else short[0]]()
    raise several(name, short) if short else unknown(name, (*known, *shop.kinds.places, *shop.facts.places))


def rule_pages(packs: Iterable[Pack], shelf: Shelf) -> Iterator[tuple[str, Explain]]:
    for pack in packs:
        for clause in pack.clauses:
            for rule in clause.rules:
                yield rule.id, partial(explain_rule, pack, clause, rule, shelf)


def clause_pages(packs: Iterable[Pack]) -> Iterator[tuple[str, Explain]]:
    return ((clause.id, partial(explain_clause, pack, clause)) for pack in packs for clause in pack.clauses)


def region_pages(packs: Iterable[Pack]) -> Iterator[tuple[str, Explain]]:
    return ((name, partial(explain_region, pack)) for pack in packs for name in (pack.id, *pack.name))


def topic_page(name: str, packs: Iterable[Pack], known: Mapping[str, Text]) -> Page | None:
    """The page on the topic called ``name``, None where there is none; no rule's demand is hidden by one."""
    called = next((each for each, title in known.items() if name in (each, *title)), None)
    users = [(pack, rule) for pack in packs for rule in pack.rules if rule.topic == called]
    if called is None or any(rule.demand == name for _, rule in users):
        return None
    return explain_topic(called, known[called], users)


def mentions(rule: Rule, key: str, name: str) -> bool:
    """Whether the rule, or a check within it, names a kind or a fact."""

    def found(value: Any) -> bool:
        if isinstance(value, Mapping):
            return value.get(key) == name or any(map(found, value.values()))
        return isinstance(value, list | tuple) and any(map(found, value))

    return found([{"check": rule.check}, rule.arguments, rule.only_if])


def several(name: str, rules: list[str]) -> UsageError:
    said = Text(f"有 {len(rules)} 条规则叫“{name}”", f"{len(rules)} rules are called “{name}”")
    return UsageError(said, hint=Text(f"请写全：{'、'.join(rules)}", f"write one of: {', '.join(rules)}"))


def unknown(name: str, known: Iterable[str]) -> UsageError:
    near = get_close_matches(name, list(known), n=3, cutoff=0.5)
    every = Text("用 wicheck rules 和 wicheck plugins 列出可以解释的", "see wicheck rules and wicheck plugins")
    return UsageError(
        Text(f"没有叫“{name}”的规则、条款或检查方式", f"there is no rule, clause or check kind “{name}”"),
        hint=Text(f"是不是 {'、'.join(near)}？", f"did you mean {', '.join(near)}?") if near else every,
    )
