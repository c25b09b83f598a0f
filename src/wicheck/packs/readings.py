"""An agency's reading of a vague figure, put into the rules it is about."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wicheck.errors import UsageError
from wicheck.model import Clause, Pack, Rule, Text


def with_readings(pack: Pack, readings: Mapping[str, Decimal]) -> Pack:
    """``pack`` with the agency's figures (by rule id) in its rules.

    Raises UsageError where a rule's text is firm: nobody may read another figure into it.
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


def _clause(clause: Clause, readings: Mapping[str, Decimal]) -> Clause:
    rules = tuple(with_reading(rule, readings[rule.id]) if rule.id in readings else rule for rule in clause.rules)
    return clause._replace(rules=rules)
