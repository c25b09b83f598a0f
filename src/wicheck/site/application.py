"""What an application goes through and takes: its steps with their terms, and its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.explaining.decision import joined
from wicheck.model import DocumentKind, Pack, Text
from wicheck.packs.figures import TERMS
from wicheck.site import words
from wicheck.site.decided_by import checks_of
from wicheck.site.markdown import Pen
from wicheck.site.stock import Standing, Stock, standings
from wicheck.site.tables import rule_link

_PAPERS = "application.materials."
_STEPS = (
    "application.applied_on",
    "application.events.",
    "application.publicity.",
    "application.signing.",
    "application.system.",
)


class Way(NamedTuple):
    """From one step to the next, by a rule. ``term`` is how long it may or must take; None where only order counts."""

    start: str
    end: str
    term: Text | None
    standing: Standing


class Steps(NamedTuple):
    """``order`` are the steps as dotted paths, first to last; ``months`` those in which one may apply."""

    order: tuple[str, ...]
    ways: tuple[Way, ...]
    months: Mapping[str, tuple[int, ...]]


def steps_of(pack: Pack) -> Steps:
    """What the rules on applications say of dates and their order."""
    asked = [each for each in standings(pack) if each.rule.record is DocumentKind.APPLICATION]
    ways = tuple(way for each in asked for way in ways_of(each))
    months: dict[str, tuple[int, ...]] = {}
    for each in asked:
        for check in checks_of(each.rule):
            if check["check"] == "in_months" and is_step(check["value"]):
                months[check["value"]] = tuple(check["months"])
    named = dict.fromkeys([*months, *(step for way in ways for step in (way.start, way.end))])
    return Steps(tuple(in_order(named, ways)), strongest(ways), months)


def ways_of(standing: Standing) -> Iterator[Way]:
    for check in checks_of(standing.rule):
        match check["check"]:
            case "within" | "lasts" if is_step(check["from"]) and is_step(check["to"]):
                yield Way(check["from"], check["to"], term_of(check), standing)
            case "event_order" if all(map(is_step, check["events"])):
                for start, end in zip(check["events"], check["events"][1:], strict=False):
                    yield Way(start, end, None, standing)


def term_of(check: Mapping[str, Any]) -> Text | None:
    said = words.AT_LEAST if check["check"] == "lasts" else words.AT_MOST
    for name, wording in TERMS.items():
        if isinstance(check.get(name), int):
            return said.filled({"n": wording.filled({"n": check[name]})})
    return None


def is_step(path: Any) -> bool:
    return isinstance(path, str) and path.startswith(_STEPS)


def strongest(ways: Iterable[Way]) -> tuple[Way, ...]:
    """One for each pair of steps: the first with a term, else the first."""
    kept: dict[tuple[str, str], Way] = {}
    for way in ways:
        known = kept.get((way.start, way.end))
        if known is None or (known.term is None and way.term is not None):
            kept[way.start, way.end] = way
    return tuple(kept.values())


def in_order(steps: Iterable[str], ways: Sequence[Way]) -> Iterator[str]:
    """Each step after those that must come before it; where the text leaves it open, as an application goes."""
    left = sorted(steps, key=usual)
    while left:
        ready = [step for step in left if not any(way.end == step and way.start in left for way in ways)]
        yield (ready or left)[0]
        left.remove((ready or left)[0])


def usual(step: str) -> int:
    return next(place for place, beginning in enumerate(_STEPS) if step.startswith(beginning))


def paper_rows(pack: Pack, stock: Stock, pen: Pen) -> Iterator[Sequence[str]]:
    """A line for each paper, in the order of the text: a box, the paper, its form, rules, clauses."""
    for path, asking in papers_of(pack).items():
        title = stock.library.schemas.titles(tuple(path.split(".")))[-1]
        rules = {each.rule.id: each for each, _ in asking}.values()
        articles = dict.fromkeys(each.clause.article for each in rules)
        form = pen.say(form_of([check for _, check in asking]))
        links = pen.listed(rule_link(each, pen) for each in rules)
        yield "☐", pen.say(title), form, links, pen.listed(pen.say(words.SELF_SAME, it=article) for article in articles)


def papers_of(pack: Pack) -> dict[str, list[tuple[Standing, Mapping[str, Any]]]]:
    """By the paper's path, the rules that ask for it with the check that does."""
    found: dict[str, list[tuple[Standing, Mapping[str, Any]]]] = {}
    for each in standings(pack):
        for check in checks_of(each.rule):
            path = check.get("material")
            if check["check"] == "documents" and isinstance(path, str) and path.startswith(_PAPERS):
                found.setdefault(path, []).append((each, check))
    return found


def form_of(checks: Sequence[Mapping[str, Any]]) -> Text:
    """The original, so many copies, stamped: whatever any of the checks asks for."""
    parts = []
    if any(check.get("original") for check in checks):
        parts.append(words.ORIGINAL)
    copies = [check["copies_count"] for check in checks if isinstance(check.get("copies_count"), int)]
    if copies:
        parts.append(words.COPIES.filled({"n": max(copies)}))
    if any(check.get("stamped") for check in checks):
        parts.append(words.STAMPED)
    return joined(parts, words.COMMA)
