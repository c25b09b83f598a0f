"""The figures that a rule states, as people read them: ``50 张``, ``40%``, ``5 个工作日``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from wicheck.checks.support.figures import shown
from wicheck.documents.schemas import Schemas
from wicheck.model import Clause, Rule, Text, same
from wicheck.packs.bind import RuleBinder, Vocabulary
from wicheck.packs.dated import NotInForceError, resolved

_LIMITS = ("minimum", "maximum")
TERMS = {
    "days": Text("{n} 日", "{n} days"),
    "working_days": Text("{n} 个工作日", "{n} working days"),
    "months": Text("{n} 个月", "{n} months"),
}
_OF_ENTRY = "entry."
_MONTH = Text("{n} 月", "month {n}")


def stated_figures(rule: Rule, clause: Clause, on: date, schemas: Schemas, vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Every figure of the rule as in force ``on`` that day, in the order it states them."""
    try:
        arguments = resolved(rule.arguments, on)
    except NotInForceError:
        return ()
    binder = RuleBinder(rule, clause, on, schemas, vocabulary)
    return tuple(dict.fromkeys(_figures(arguments, binder)))


def _figures(arguments: Any, binder: RuleBinder) -> Iterator[Text]:
    if isinstance(arguments, list):
        for part in arguments:
            yield from _figures(part, binder)
    if not isinstance(arguments, Mapping):
        return
    for key, value in arguments.items():
        if key in _LIMITS and isinstance(value, int | Decimal):
            yield shown(value, _unit(arguments, binder))
        elif key in TERMS and isinstance(value, int):
            yield TERMS[key].filled({"n": value})
        elif key == "months" and isinstance(value, list):
            yield from (_MONTH.filled({"n": month}) for month in value)
        else:
            yield from _figures(value, binder)


def _unit(arguments: Mapping[str, Any], binder: RuleBinder) -> Text:
    """None is named where a check counts by itself, or looks at one entry of a list."""
    if "fact" in arguments or not str(arguments.get("value", _OF_ENTRY)).startswith(_OF_ENTRY):
        return binder.naming(arguments)[1]
    return same("")
