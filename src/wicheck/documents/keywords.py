"""What each keyword of JSON Schema asks of a value: those that our schemas use, in the forms they use them in.

A keyword says nothing of a value of another type than the one it is about.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeAlias

from wicheck.documents.shapes import Fragment

if TYPE_CHECKING:
    from wicheck.documents.deciding import Understanding

Holds: TypeAlias = Callable[[Any], bool]
Make: TypeAlias = "Callable[[Understanding, Any, Fragment], Holds]"


class NotUnderstoodError(Exception):
    """A schema uses a keyword, or a form of one, that is not known here."""


def is_number(value: Any) -> bool:
    """Neither true nor false, and nothing like infinity."""
    if isinstance(value, int):
        return value is not True and value is not False
    return value.is_finite() if isinstance(value, Decimal) else isinstance(value, float) and isfinite(value)


def is_integer(value: Any) -> bool:
    """Also 1.0, as JSON Schema has it."""
    return is_number(value) and (isinstance(value, int) or value == int(value))


TYPES: Mapping[str, Holds] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: value is True or value is False,
    "integer": is_integer,
    "number": is_number,
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "null": lambda value: value is None,
}


def _type(_understanding: Understanding, names: Any, _part: Fragment) -> Holds:
    if isinstance(names, str):
        return TYPES[names]
    types = [TYPES[name] for name in names]
    return lambda value: any(holds(value) for holds in types)


def _enum(_understanding: Understanding, values: Any, _part: Fragment) -> Holds:
    texts = frozenset(each for each in values if isinstance(each, str))
    return lambda value: value in texts if isinstance(value, str) else any(same(value, each) for each in values)


def _const(_understanding: Understanding, wanted: Any, _part: Fragment) -> Holds:
    return lambda value: same(value, wanted)


def same(one: Any, other: Any) -> bool:
    """Equal as JSON values: true is not 1. Lists and objects are compared by nobody's schema here."""
    if isinstance(other, list | dict):
        raise NotUnderstoodError("enum")
    return bool(one == other) and isinstance(one, bool) is isinstance(other, bool)


def _pattern(_understanding: Understanding, pattern: str, _part: Fragment) -> Holds:
    finds = compiled(pattern)
    return lambda value: not isinstance(value, str) or finds(value) is not None


def compiled(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """What a pattern means in JSON Schema: its ``$`` is the very end, its classes hold ASCII only."""
    start = pattern.removesuffix("$")
    if "$" in start or "\\p" in start or start.endswith("\\"):
        raise NotUnderstoodError(pattern)
    return re.compile(pattern if start == pattern else rf"{start}\Z", re.ASCII).search


def _numbers(compare: Callable[[Any, Any], bool]) -> Make:
    def make(_understanding: Understanding, limit: Any, _part: Fragment) -> Holds:
        return lambda value: not is_number(value) or compare(value, limit)

    return make


def _lengths(sort: type[str] | type[list[Any]] | type[dict[str, Any]], compare: Callable[[int, Any], bool]) -> Make:
    def make(_understanding: Understanding, limit: Any, _part: Fragment) -> Holds:
        return lambda value: not isinstance(value, sort) or compare(len(value), limit)

    return make


def _required(_understanding: Understanding, names: Any, _part: Fragment) -> Holds:
    return lambda value: not isinstance(value, dict) or all(map(value.__contains__, names))


def _dependent_required(_understanding: Understanding, needs: Mapping[str, Any], _part: Fragment) -> Holds:
    def holds(value: Any) -> bool:
        given = (names for name, names in needs.items() if isinstance(value, dict) and name in value)
        return all(name in value for names in given for name in names)

    return holds


def _properties(understanding: Understanding, parts: Mapping[str, Any], _part: Fragment) -> Holds:
    known: dict[str, Holds] = {}

    def holds(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for name, each in value.items():
            fits = known.get(name)
            if fits is None:
                if name not in parts:
                    continue
                fits = known[name] = understanding.of(parts[name])
            if not fits(each):
                return False
        return True

    return holds


def _pattern_properties(understanding: Understanding, parts: Mapping[str, Any], _part: Fragment) -> Holds:
    patterns = [(compiled(pattern), understanding.of(each)) for pattern, each in parts.items()]

    def holds(value: Any) -> bool:
        named = value.items() if isinstance(value, dict) else ()
        return all(fits(each) for name, each in named for finds, fits in patterns if finds(name))

    return holds


def _additional_properties(understanding: Understanding, rest: Any, part: Fragment) -> Holds:
    known = part.get("properties", {}).keys()
    patterns = [compiled(pattern) for pattern in part.get("patternProperties", ())]
    fits = understanding.of(rest)

    def holds(value: Any) -> bool:
        if not isinstance(value, dict) or known >= value.keys():
            return True
        more = (name for name in value if name not in known and not any(finds(name) for finds in patterns))
        return all(fits(value[name]) for name in more)

    return holds


def _property_names(understanding: Understanding, part: Any, _part: Fragment) -> Holds:
    fits = understanding.of(part)
    return lambda value: not isinstance(value, dict) or all(map(fits, value))


def _items(understanding: Understanding, part: Any, _part: Fragment) -> Holds:
    made: list[Holds] = []

    def holds(value: Any) -> bool:
        if not isinstance(value, list) or not value:
            return True
        if not made:
            made.append(understanding.of(part))
        return all(map(made[0], value))

    return holds


def _unique_items(_understanding: Understanding, wanted: Any, _part: Fragment) -> Holds:
    def holds(value: Any) -> bool:
        if not wanted or not isinstance(value, list):
            return True
        if not all(isinstance(each, str) for each in value):
            raise NotUnderstoodError("uniqueItems")
        return len(set(value)) == len(value)

    return holds


def _referred(understanding: Understanding, reference: str, _part: Fragment) -> Holds:
    name = reference.removeprefix("#/$defs/")
    made: list[Holds] = []

    def holds(value: Any) -> bool:
        if not made:
            made.append(understanding.referred(name))
        return made[0](value)

    return holds


def _several(decide: Callable[[Iterable[bool]], bool]) -> Make:
    def make(understanding: Understanding, parts: Any, _part: Fragment) -> Holds:
        asked = [understanding.of(part) for part in parts]
        return lambda value: decide(holds(value) for holds in asked)

    return make


def _not(understanding: Understanding, part: Any, _part: Fragment) -> Holds:
    holds = understanding.of(part)
    return lambda value: not holds(value)


KEYWORDS: Mapping[str, Make] = {
    "$ref": _referred,
    "additionalProperties": _additional_properties,
    "allOf": _several(all),
    "anyOf": _several(any),
    "const": _const,
    "dependentRequired": _dependent_required,
    "enum": _enum,
    "exclusiveMinimum": _numbers(operator.gt),
    "items": _items,
    "maxItems": _lengths(list, operator.le),
    "maxLength": _lengths(str, operator.le),
    "maxProperties": _lengths(dict, operator.le),
    "maximum": _numbers(operator.le),
    "minItems": _lengths(list, operator.ge),
    "minLength": _lengths(str, operator.ge),
    "minProperties": _lengths(dict, operator.ge),
    "minimum": _numbers(operator.ge),
    "not": _not,
    "oneOf": _several(lambda given: sum(given) == 1),
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "properties": _properties,
    "propertyNames": _property_names,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique_items,
}
