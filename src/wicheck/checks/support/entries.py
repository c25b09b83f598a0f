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
