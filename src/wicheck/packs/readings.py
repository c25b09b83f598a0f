"""An agency's reading of a vague figure, put into the rules it is about."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wicheck.documents.settings import AgencyReading
from wicheck.errors import UsageError
from wicheck.model import Clause, Pack, Rule, Text

_LIMITS = {"minimum": Text("最低值", "minimum"), "maximum": Text("最高值", "maximum")}


def with_readings(pack: Pack, readings: Mapping[str, AgencyReading]) -> Pack:
    """``pack`` with the agency's figures (by rule id) in its rules.

    Raises UsageError where a rule's text is firm: nobody may read another figure into it. So it does where the reading
    gives a maximum for what the text asks at least, or the other way round.
    """
    if not any(rule.id in readings for rule in pack.rules):
        return pack
    return pack._replace(clauses=tuple(_clause(clause, readings) for clause in pack.clauses))


def with_reading(rule: Rule, figure: Decimal) -> Rule:
    """``rule`` with the agency's ``figure``, which then decides in place of the text's."""
    if "exceptions_allowed" not in rule.arguments:
        raise UsageError(
            Text(
                f"规则 {rule.id} 的标准是确定的，不能另作解读",
                f"the figure of rule {rule.id} is firm: it cannot be read otherwise",
            ),
            hint=Text("从设置文件中删去这一条解读", "take this reading out of the settings"),
        )
    stated = rule.arguments.get("readings", {})
    return rule._replace(arguments={**rule.arguments, "readings": {**stated, "agency": figure}})


def _clause(clause: Clause, readings: Mapping[str, AgencyReading]) -> Clause:
    rules = tuple(_read(rule, readings[rule.id]) if rule.id in readings else rule for rule in clause.rules)
    return clause._replace(rules=rules)


def _read(rule: Rule, reading: AgencyReading) -> Rule:
    contrary = {"minimum": "maximum", "maximum": "minimum"}[reading.limit]
    if contrary in rule.arguments:
        wrong, right = _LIMITS[reading.limit], _LIMITS[contrary]
        raise UsageError(
            Text(
                f"规则 {rule.id} 规定的是{right.zh}，口径写的却是{wrong.zh}",
                f"rule {rule.id} sets a {right.en}, and its reading gives a {wrong.en}",
            ),
            hint=Text(f"在设置文件中改写为“{right.zh}”", f"give the {right.en} in the settings"),
        )
    return with_reading(rule, reading.figure)
