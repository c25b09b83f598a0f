"""Pieces of argument schemas that several check kinds share, and the answer they share: not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from wicheck.model import Message, Outcome, Path, Quantity, Text, Verdict

Holds = Callable[[Decimal | int, Decimal | int], bool]
"""Whether a demand is met by a part and a whole."""

PATH: Mapping[str, Any] = {"type": "string", "pattern": r"^[a-z_]+(\.[a-z0-9_]+)+$"}
FACT: Mapping[str, Any] = {"type": "string", "pattern": r"^[a-z0-9_]+$"}
TEXT: Mapping[str, Any] = {
    "type": "object",
    "properties": {"zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
    "required": ["zh", "en"],
    "additionalProperties": False,
}

DEMAND: Mapping[str, Any] = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$"}
PATHS: Mapping[str, Any] = {"type": "array", "items": PATH, "minItems": 1, "uniqueItems": True}
CHOSEN: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True}
KEY: Mapping[str, Any] = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$"}
INNER_KEY: Mapping[str, Any] = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"}
CHECKS: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "properties": {"check": {"type": "string"}}, "required": ["check"]},
}

FIGURE: Mapping[str, Any] = {"type": "number"}
MEASURED: Mapping[str, Any] = {"value": PATH, "fact": FACT}
READINGS: Mapping[str, Any] = {
    "type": "object",
    "properties": {"text": FIGURE, "agency": FIGURE, "assumed": FIGURE},
    "additionalProperties": False,
}

MISSING = Message("missing", Text("资料不足：未填写{missing}", "not enough data: {missing} not given"))
NO_WHOLE = Message(
    "no_whole", Text("{label}无从计算：作为除数的数量为零", "{label} cannot be computed: there is nothing to divide by")
)
CONTRADICTORY = Message(
    "contradictory",
    Text(
        "{label}无从认定：所填的几处数据互相矛盾，请核对",
        "{label} cannot be told: the data given contradict each other; check them",
    ),
)
TOLD_TWICE = Message(
    "told_twice",
    Text(
        "{label}无从认定：{note}，两种算法结论不同，请核对",
        "{label} cannot be told: {note}; the two ways to count do not come to the same, check them",
    ),
)


def dated(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """An argument that is either one value or a value per first day: ``{2021-01-01: 50}``."""
    by_day = {
        "type": "object",
        "patternProperties": {r"^\d{4}-\d{2}-\d{2}$": schema},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [schema, by_day]}


def closed(properties: Mapping[str, Any], required: tuple[str, ...] = (), **more: Any) -> Mapping[str, Any]:
    """The schema of a rule's arguments: these and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def unknown(missing: tuple[Path, ...]) -> Outcome:
    """The answer where data is missing: it names what to fill in, and it never passes."""
    return Outcome(Verdict.UNKNOWN, MISSING, missing=missing)


def unmeasured(quantity: Quantity, label: Text) -> Outcome:
    """The answer for a quantity that is not known: data missing, contradictory, or nothing below the line."""
    if quantity.missing:
        return unknown(quantity.missing)
    message = CONTRADICTORY if quantity.part is None else NO_WHOLE
    return Outcome(Verdict.UNKNOWN, message, {"label": label}, evidence=quantity.evidence)


def told_twice(quantity: Quantity, label: Text, holds: Holds) -> Outcome | None:
    """The answer for a quantity of which another figure is told that would be decided differently, if there is one."""
    if quantity.part is None:
        return None
    decided = holds(quantity.part, quantity.whole)
    other = next((each for each in quantity.told if holds(each.part, each.whole) is not decided), None)
    if other is None:
        return None
    return Outcome(Verdict.UNKNOWN, TOLD_TWICE, {"label": label, "note": other.note}, evidence=quantity.evidence)
