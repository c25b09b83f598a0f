"""What a pack still lacks: wording, topics, rules for its clauses, and examples that would notice a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_BOUNDS = (("at", Text("恰在界限上", "at the boundary")), ("below", Text("界限之外", "beyond the boundary")))


class Lack(NamedTuple):
    """Something a pack lacks, where it should be. ``code`` is stable."""

    code: str
    text: Text
    location: Location


def lacks(pack: Pack, examples: Sequence[Example], topics: Mapping[str, Text]) -> Iterator[Lack]:
    """Everything that ``pack`` lacks, clause by clause."""
    shown: dict[str, list[Example]] = {}
    for example in examples:
        shown.setdefault(example.rule, []).append(example)
    for clause in pack.clauses:
        yield from _of_clause(clause)
        for rule in clause.rules:
            yield from _of_rule(rule, topics)
            yield from _of_examples(rule, shown.pop(rule.id, []))
    for rule_id, orphans in shown.items():
        yield Lack(
            "example_without_rule",
            Text(f"示例对应的规则 {rule_id} 不存在", f"there is no rule {rule_id}"),
            orphans[0].location,
        )


def _of_clause(clause: Clause) -> Iterator[Lack]:
    yield from wording(clause.id, (clause.summary, clause.damage, clause.chapter), clause.location)
    if clause.kind in _WITH_RULES and not clause.rules:
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


def _of_examples(rule: Rule, examples: Sequence[Example]) -> Iterator[Lack]:
    expected = {example.expected.get("expect") for example in examples}
    wanted = (
        ("no_pass", _PASSES, Text("符合", "is met")),
        ("no_objection", _OBJECTS, Text("不符合", "is broken")),
        ("no_missing", _OPEN, Text("缺少资料", "lacks the fact")),
    )
    for code, verdicts, what in wanted:
        if not verdicts & expected and not (code == "no_missing" and _asks_people_alone(rule)):
            said = Text(f"规则 {rule.id} 没有“{what.zh}”的示例", f"no example shows that rule {rule.id} {what.en}")
            yield Lack(code, said, rule.location)
    yield from _of_bounds(rule, {example.shows for example in examples})


def _asks_people_alone(rule: Rule) -> bool:
    """Whether the rule is a question without evidence: then no fact can be missing."""
    return rule.check == "attested" and not rule.arguments.get("evidence")


def _of_bounds(rule: Rule, shows: Iterable[str]) -> Iterator[Lack]:
    if not any(True for _ in figures(rule.arguments)):
        return
    for word, what in _BOUNDS:
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
