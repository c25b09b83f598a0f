"""Given, declared as none, or not written: the three states that kinds asking for something tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wicheck.checks.support.wording import listed
from wicheck.model import Binder, Path, Record, Text
from wicheck.model.tuples import NamedTuple


class Asked(NamedTuple):
    """What was asked for and is not there: not written at all, or declared as none."""

    missing: tuple[Path, ...]
    none: tuple[Path, ...]


def is_missing(value: Any) -> bool:
    """Whether nothing is written: unknown, or a text or an object without content."""
    return value is None or value in ("", {})


def is_none(value: Any) -> bool:
    """Whether ``value`` says that there are none: 无 is false (which equals zero), zero or an empty list."""
    return value in (0, [])


def asked(record: Record, paths: Iterable[Path]) -> Asked:
    """Which of ``paths`` are not written, and which are declared as none."""
    values = [(path, record.value(path)) for path in paths]
    missing = tuple(path for path, value in values if is_missing(value))
    return Asked(missing, tuple(path for path, value in values if is_none(value)))


class Names(dict[Path, Text]):
    """What a clerk calls the entries at some paths, asked for once."""

    @classmethod
    def of(cls, paths: Iterable[Path], binder: Binder) -> Names:
        return cls((path, binder.label(path)) for path in paths)

    def listed(self, paths: Iterable[Path]) -> Text:
        return listed(self[path] for path in paths)
