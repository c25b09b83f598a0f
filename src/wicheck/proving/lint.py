"""What a pack still lacks: wording, topics, rules for its clauses, and examples that would notice a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from wicheck.model import Clause, ClauseKind, Location, Pack, Rule, Text
from wicheck.proving.example import Example
from wicheck.proving.mutate import figures

_CHINESE = re.compile("[\u4e00-\u9fff]")
_WITH_RULES = (ClauseKind.RULE, ClauseKind.ATTEST, ClauseKind.DUTY)
# What a rule's examples must show: a failure as the law means it, a success, and a fact that is missing.
_PASSES = frozenset(("pass",))
_OBJECTS = frozenset(("fail", "review", "suspect"))
_OPEN = frozenset(("unknown", "not_applicable"))
_AT = ("at", Text("恰在界限上", "at the boundary"))
_BELOW = ("below", Text("界限以下", "below the boundary"))
_ABOVE = ("above", Text("界限以上", "above the boundary"))


class Lack(NamedTuple):
    """Something a pack lacks, where it should be. ``code`` is stable."""

    code: str
    text: Text
    location: Location


class Spared(NamedTuple):
    """What cannot be asked for: rules of ``clauses`` that by the inventory demand nothing, and objections of ``rules``
    whose query has none to make."""

    clauses: Set[str] = frozenset()
    rules: Set[str] = frozenset()


NONE_SPARED = Spared()


def lacks(
    pack: Pack, examples: Sequence[Example], topics: Mapping[str, Text], spared: Spared = NONE_SPARED
) -> Iterator[Lack]:
    """Everything that ``pack`` lacks, clause by clause."""
    shown: dict[str, list[Example]] = {}
    for example in examples:
        shown.setdefault(example.rule, []).append(example)
    for clause in pack.clauses:
        yield from _of_clause(clause, spared)
        for rule in clause.rules:
            yield from _of_rule(rule, topics)
            yield from _of_examples(rule, shown.pop(rule.id, []), spared)
    for rule_id, orphans in shown.items():
        yield Lack(
            "example_without_rule",
            Text(f"示例对应的规则 {rule_id} 不存在", f"there is no rule {rule_id}"),
            orphans[0].location,
        )


def _of_clause(clause: Clause, spared: Spared) -> Iterator[Lack]:
    yield from wording(clause.id, (clause.summary, clause.damage, clause.chapter), clause.location)
    if clause.kind in _WITH_RULES and not clause.rules and clause.id not in spared.clauses:
        yield Lack(
            "no_rule", Text(f"条款 {clause.id} 还没有规则", f"clause {clause.id} has no rule yet"), clause.location
        )
    if clause.kind is ClauseKind.GAP and clause.damage is None:
        said = Text(f"缺失条款 {clause.id} 没有写明缺了什么", f"gap {clause.id} does not say what is lost")
        yield Lack("no_damage", said, clause.location)


def _of_rule(rule: Rule, topics: Mapping[str, Text]) -> Iterator[Lack]:
    yield from wording(rule.id, (rule.title, rule.remedy), rule.location)
    if rule.topic not in topics:
        said = Text(
            f"规则 {rule.id} 的主题 {rule.topic} 不在 topics.yaml 中",
            f"the topic {rule.topic} of rule {rule.id} is not in topics.yaml",
        )
        yield Lack("no_topic", said, rule.location)


def _of_examples(rule: Rule, examples: Sequence[Example], spared: Spared) -> Iterator[Lack]:
    expected = {example.expected.get("expect") for example in examples}
    needless = {
        "no_objection": rule.id in spared.rules,
        "no_missing": _asks_people_alone(rule) or any(map(_goes_to_a_person, examples)),
    }
    wanted = (
        ("no_pass", _PASSES, Text("符合", "is met")),
        ("no_objection", _OBJECTS, Text("不符合", "is broken")),
        ("no_missing", _OPEN, Text("缺少资料", "lacks the fact")),
    )
    for code, verdicts, what in wanted:
        if not verdicts & expected and not needless.get(code):
            said = Text(f"规则 {rule.id} 没有“{what.zh}”的示例", f"no example shows that rule {rule.id} {what.en}")
            yield Lack(code, said, rule.location)
    yield from _of_bounds(rule, {example.shows for example in examples})


def _asks_people_alone(rule: Rule) -> bool:
    """Whether the rule is a question without evidence: then no fact can be missing."""
    return rule.check == "attested" and not rule.arguments.get("evidence")


def _goes_to_a_person(example: Example) -> bool:
    """Whether it shows that without the fact a person has to judge, where the law has the fact from one."""
    return example.shows == "missing" and example.expected.get("expect") == "review" and not example.attest


def _of_bounds(rule: Rule, shows: Iterable[str]) -> Iterator[Lack]:
    """Nothing lies below none at all: where every figure is 0, the other side is above."""
    bounds = [figure for _, figure in figures(rule.arguments)]
    if not bounds:
        return
    for word, what in (_AT, _BELOW if any(bounds) else _ABOVE):
        if word not in shows:
            said = Text(f"规则 {rule.id} 没有{what.zh}的示例（{word}）", f"no example of rule {rule.id} is {what.en}")
            yield Lack("no_boundary", said, rule.location)


def wording(name: str, texts: Iterable[Text | None], location: Location) -> Iterator[Lack]:
    """Texts of ``name`` that are not there in both languages."""
    for text in texts:
        if text and not _CHINESE.search(text.zh):
            yield Lack("not_chinese", Text(f"{name} 的中文没有汉字：{text.zh}", f"no Chinese in: {text.zh}"), location)
        if text and text.en == text.zh:
            yield Lack("not_english", Text(f"{name} 没有英文：{text.en}", f"not translated: {text.en}"), location)
