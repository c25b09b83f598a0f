"""Parameters that change with time: ``{2021-01-01: 50, 2027-01-01: 60}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotInForceError(Exception):
    """A dated parameter has no value yet on the day that is asked for; ``since`` is its first day."""

    def __init__(self, since: date) -> None:
        super().__init__(since)
        self.since = since


def is_dated(value: Any) -> bool:
    """Whether ``value`` holds a value per first day, and not one value."""
    if not isinstance(value, dict) or not value or not str(next(iter(value)))[:1].isdigit():
        return False
    return all(_DAY.fullmatch(str(key)) for key in value)


def resolved(value: Any, on: date) -> Any:
    """``value`` with every dated parameter in it replaced by the one in force ``on`` that day.

    Raises NotInForceError where the first of its days is still to come.
    """
    if is_dated(value):
        past = [day for day in days(value) if day <= on]
        if not past:
            raise NotInForceError(min(days(value)))
        return resolved(value[max(past).isoformat()], on)
    if isinstance(value, dict):
        return {key: resolved(part, on) for key, part in value.items()}
    if isinstance(value, list):
        return [resolved(part, on) for part in value]
    return value


def changes(value: Any) -> Iterator[date]:
    """Every first day that occurs anywhere in ``value``, in no order: between two of them nothing changes."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if is_dated(part):
                yield from days(part)
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def days(value: Mapping[str, Any]) -> list[date]:
    return [date.fromisoformat(key) for key in value]
