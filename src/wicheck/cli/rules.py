"""``wicheck rules``: which rules there are, by pack, topic, stage and kind of document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wicheck.cli.help import Command, option
from wicheck.cli.output import JSON, TERMINAL, put, put_json
from wicheck.cli.setup import format_option, pack_option, policies_option, record_option
from wicheck.cli.shelf import library
from wicheck.cli.values import Word
from wicheck.errors import UsageError
from wicheck.model import Clause, Language, Pack, Rule, Stage, Text
from wicheck.model.tuples import NamedTuple
from wicheck.packs.topics import topics
from wicheck.reports import words
from wicheck.reports.layout import table
from wicheck.reports.plain import location_data

ABOUT = Text(
    "列出规则；可按政策包、主题、阶段和文件种类筛选。用 wicheck explain 编号 看一条规则的解释。",
    "List the rules, all or by pack, topic, stage and kind of document. wicheck explain RULE explains one.",
)
TOPIC = Text("只列这个主题，如 rehab_beds 或 康复床位", "only this topic, such as rehab_beds")
TOPIC_WORD = Text("主题", "TOPIC")
STAGE = Text("只列这个阶段", "only this stage")
HEADINGS = (
    (Text("规则", "rule"), 46),
    (Text("要求", "asks"), 44),
    (Text("主题", "topic"), 20),
    (Text("阶段", "stage"), 11),
)
PACK = Text("{name}（{id}），{count} 条规则", "{name} ({id}), rules: {count}")
NONE = Text("没有这样的规则", "there are no such rules")


class Listed(NamedTuple):
    """A rule with the clause and the pack it stands in."""

    pack: Pack
    clause: Clause
    rule: Rule


class Wanted(NamedTuple):
    """Which rules to list; None and nothing mean all."""

    topic: str | None
    stage: str | None
    records: Sequence[str]

    def suits(self, rule: Rule) -> bool:
        return (
            self.topic in (None, rule.topic)
            and self.stage in (None, rule.stage)
            and (not self.records or rule.record in self.records)
        )


def command(language: Language) -> Command:
    def call(packs: tuple[str, ...], policies: tuple[Path, ...], output: str, **options: Any) -> int:
        shelf = library(policies)
        named = topics(shelf.roots)
        listed = all_rules(shelf.packs(packs))
        wanted = Wanted(**options)
        if wanted.topic:
            wanted = wanted._replace(topic=topic_called(wanted.topic, named, {each.rule.topic for each in listed}))
        found = [each for each in listed if wanted.suits(each.rule)]
        if output == JSON:
            put_json({"rules": [data(each) for each in found]})
        else:
            put(lines(found, named, language))
        return 0

    stages = Word({stage: words.STAGES[stage] for stage in Stage})
    parameters = [
        pack_option(language),
        option(language, "--topic", about=TOPIC, shown=TOPIC_WORD),
        option(language, "--stage", about=STAGE, type=stages),
        record_option(language),
        policies_option(language),
        format_option(language, TERMINAL, JSON),
    ]
    return Command("rules", language, ABOUT, callback=call, params=parameters)


def all_rules(packs: Iterable[Pack]) -> list[Listed]:
    return [Listed(pack, clause, rule) for pack in packs for clause in pack.clauses for rule in clause.rules]


def topic_called(asked: str, named: Mapping[str, Text], used: Iterable[str]) -> str:
    """The topic ``asked`` for, by its word or its title. Raises UsageError where there is none."""
    titled = {name: topic for topic, title in named.items() for name in (topic, *title)}
    known = {topic: topic for topic in used} | titled
    if asked not in known:
        from difflib import get_close_matches

        near = get_close_matches(asked, known, n=3, cutoff=0.5)
        every = Text("用 wicheck rules 看各规则的主题", "wicheck rules shows the topic of every rule")
        raise UsageError(
            Text(f"没有主题“{asked}”", f"there is no topic “{asked}”"),
            hint=Text(f"是不是 {'、'.join(near)}？", f"did you mean {', '.join(near)}?") if near else every,
        )
    return known[asked]


def data(listed: Listed) -> dict[str, Any]:
    pack, clause, rule = listed
    return {
        "rule": rule.id,
        "title": rule.title,
        "pack": pack.id,
        "clause": clause.id,
        "article": clause.article,
        "check": rule.check,
        "topic": rule.topic,
        "stage": rule.stage,
        "binds": rule.binds,
        "record": rule.record,
        "service_kinds": rule.service_kinds,
        "attested_by": rule.attested_by,
        "grounded": rule.grounded,
        "location": location_data(rule.location),
    }


def lines(found: Sequence[Listed], named: Mapping[str, Text], language: Language) -> Iterator[str]:
    by_pack: dict[str, list[Listed]] = {}
    for each in found:
        by_pack.setdefault(each.pack.id, []).append(each)
    for listed in by_pack.values():
        pack = listed[0].pack
        yield PACK.filled({"name": pack.name, "id": pack.id, "count": len(listed)}).of(language)
        yield ""
        yield from table([(title.of(language), most) for title, most in HEADINGS], rows(listed, named, language))
        yield ""
    if not found:
        yield NONE.of(language)


def rows(listed: Iterable[Listed], named: Mapping[str, Text], language: Language) -> Iterator[tuple[str, ...]]:
    for each in listed:
        rule = each.rule
        topic = named[rule.topic].of(language) if rule.topic in named else rule.topic
        yield rule.id, rule.title.of(language), topic, words.STAGES[rule.stage].of(language)
