"""What stands in a list: the values, each with its path, so that a finding can name the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.model import Path, Record


def entries(record: Record, path: Path, key: str | None = None) -> Mapping[Path, Any] | None:
    """The list's values (those at ``key`` where it holds objects) by path; None where no list is written.

    A list that was declared as none has no values; an entry that does not say ``key`` has None.
    """
    found = record.value(path)
    if found is None:
        return None
    if key is None:
        return {(*path, index): value for index, value in enumerate(found or ())}
    return {(*path, index, key): value.get(key) for index, value in enumerate(found or ())}


def at(entry: Any, place: Path, key: str) -> tuple[Path, Any]:
    """The value at a key, or at one inside it (``agency.division_code``), with its path; None where it is unknown."""
    steps = key.split(".")
    for step in steps:
        entry = entry.get(step) if isinstance(entry, Mapping) else None
    return (*place, *steps), entry
