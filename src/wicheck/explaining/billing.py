"""How a billing rule is explained: by its query's definition in words, and the query itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wicheck.explaining.page import Line, Section, code, listed, section
from wicheck.model import Bearer, Figure, Query, Rule, Text, same

OFFENCE = Text("违规：{words}", "An offence: {words}")
NO_OFFENCE = Text("不算违规：{words}", "No offence: {words}")
UNKNOWN = Text("资料不足：{words}", "Unknown: {words}")
NOT_FOUND = Text(
    "没有找到什么才算违规；要找的表里有没读懂的行或文件的，也是资料不足",
    "An offence is that something is not found: unknown too where not all of its table could be read",
)
MONEY = Text("涉及金额：{words}", "Money at risk: {words}")
BORNE_BY = Text("由{who}承担", "borne by {who}")
THRESHOLD = Text(
    "{title}（{name}）：由经办机构在设置里给出，没有给出时须由人认定",
    "{title} ({name}): set by the agency; until then it is for a person",
)
OWN_NUMBER = Text(
    "{title}（{name}）：可以由经办机构在设置里给出；没有给出时用规则或目录里的数字，都没有的须由人认定",
    "{title} ({name}): the agency may set it; else the rule's or catalogue's number, else it is for a person",
)
PARAMETER = Text("{title}：{value}{unit}", "{title}: {value} {unit}")
QUERY = Text("查询语句", "The query")
BEARERS: Mapping[Bearer, Text] = {
    Bearer.FUND: Text("工伤保险基金", "the fund"),
    Bearer.INSTITUTION: Text("协议机构", "the institution"),
    Bearer.WORKER: Text("职工", "the worker"),
}


def definition(rule: Rule, query: Query) -> Iterator[Line]:
    """What is an offence, what is none, what is unknown, which money and whose."""
    told = (
        (OFFENCE, query.offence),
        (NO_OFFENCE, query.not_an_offence),
        (UNKNOWN, query.unknown),
        (MONEY, query.money),
    )
    bearer = Bearer(rule.arguments.get("bearer", query.bearer))
    yield from listed(label.filled({"words": words}) for label, words in told if words)
    if query.absence:
        yield from listed([NOT_FOUND])
    yield from listed([BORNE_BY.filled({"who": BEARERS[bearer]})])


def figures(rule: Rule, query: Query) -> Iterator[Text]:
    """The rule's parameters with their values, and the thresholds that settings must give."""
    given: Mapping[str, Any] = rule.arguments.get("parameters", {})
    for name, figure in query.parameters.items():
        values = {"title": figure.title, "value": stated(given.get(name)), "unit": unit(figure)}
        yield PARAMETER.filled(values)
    for name, figure in query.thresholds.items():
        phrase = OWN_NUMBER if figure.optional else THRESHOLD
        yield phrase.filled({"title": figure.title, "name": name})


def stated(value: Any) -> str:
    """A figure, or each figure of a dated one with its first day."""
    if isinstance(value, Mapping):
        return "；".join(f"{day} {each}" for day, each in sorted(value.items()))
    return str(value)


def unit(figure: Figure) -> Text:
    return figure.unit or same("")


def query_section(query: Query) -> Section:
    return section("query", QUERY, [code(statement(query))])


def statement(query: Query) -> str:
    """The query without its header, whose words stand elsewhere on the page."""
    return query.sql.partition("*/")[2].strip()
