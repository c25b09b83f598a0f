"""A pack's billing rule as a question for an engine: its query, the values bound, its dated figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from wicheck.errors import PackError
from wicheck.model import Answer, Asked, Bearer, Figure, Population, Query, Rule, Text
from wicheck.packs.dated import days, is_dated

FOREVER = date.max
_VALUE = re.compile(r"\$([a-z][a-z0-9_]*)")
_TYPES: Mapping[str, tuple[type, ...]] = {
    "integer": (int,),
    "number": (int, Decimal),
    "text": (str,),
    "date": (str,),
    "boolean": (bool,),
}


def question(rule: Rule, query: Query, thresholds: Mapping[str, Decimal]) -> Asked | Answer:
    """What to ask; or at once the answer that a threshold is missing.

    ``thresholds`` are those of the settings, by name. Raises PackError where the rule's parameters are not those
    that the query wants.
    """
    given = rule.arguments.get("parameters", {})
    _verify(rule, query, given)
    unset = tuple(name for name in query.thresholds if name not in thresholds)
    if not all(query.thresholds[name].optional for name in unset):
        return Answer(query, thresholds=unset)
    dated = {name: value for name, value in given.items() if is_dated(value)}
    plain = {name: value for name, value in given.items() if name not in dated}
    set_by_agency = {
        name: typed(thresholds[name], figure) if name in thresholds else None
        for name, figure in query.thresholds.items()
    }
    return Asked(
        rule=rule.id,
        query=query._replace(judges=tuple(population(each, plain) for each in query.judges)),
        values={**plain, **set_by_agency},
        bearer=Bearer(rule.arguments.get("bearer", query.bearer)),
        dated=tuple(row for name, value in dated.items() for row in stretches(name, value)),
        unset=unset,
    )


def population(judges: Population, values: Mapping[str, Any]) -> Population:
    """``judges`` with the rule's parameters written out: the populations of all rules are counted in one reading,
    where one name may have several values."""
    if judges.where is None:
        return judges
    return judges._replace(where=_VALUE.sub(lambda found: literal(values[found[1]]), judges.where))


def literal(value: Any) -> str:
    """A parameter as SQL writes it. Its type is verified already."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int | Decimal) else "'" + str(value).replace("'", "''") + "'"


def typed(number: Decimal, figure: Figure) -> int | Decimal:
    """A threshold of whole days or times is a whole number; anything finer would never be reached exactly."""
    return int(number) if figure.type == "integer" and number == number.to_integral_value() else number


def stretches(name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, Decimal, str, str]]:
    """A dated figure as rows: name, figure, first day and last day of each stretch."""
    starts = sorted(days(value))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = following - timedelta(days=1) if following else FOREVER
        yield name, Decimal(value[start.isoformat()]), start.isoformat(), last.isoformat()


def _verify(rule: Rule, query: Query, given: Mapping[str, Any]) -> None:
    if set(given) != set(query.parameters):
        asks, gets = (", ".join(sorted(names)) or "-" for names in (query.parameters, given))
        raise _fault(
            rule,
            Text(
                f"查询 {query.name} 要的参数：{asks}；给的参数：{gets}",
                f"query {query.name} wants the parameters {asks}, and is given {gets}",
            ),
        )
    for name, figure in query.parameters.items():
        values = given[name].values() if is_dated(given[name]) else [given[name]]
        if not all(_fits(value, figure.type) for value in values):
            raise _fault(
                rule, Text(f"参数 {name} 应为 {figure.type}", f"the parameter {name} must be of type {figure.type}")
            )


def _fits(value: Any, wanted: str) -> bool:
    return isinstance(value, _TYPES[wanted]) and (wanted == "boolean" or not isinstance(value, bool))


def _fault(rule: Rule, what: Text) -> PackError:
    return PackError(Text(f"规则 {rule.id}：{what.zh}", f"rule {rule.id}: {what.en}"), rule.location)
