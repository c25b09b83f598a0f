"""Steps of a procedure that other steps overtake: what shows that a step must have been taken."""

from __future__ import annotations

from collections.abc import Iterable

from wicheck.checks.support.arguments import PATHS
from wicheck.model import Binder, Path, Record

__all__ = ["PATHS", "any_given", "is_given", "paths_of"]


def paths_of(dotted: Iterable[str], binder: Binder) -> tuple[Path, ...]:
    return tuple(binder.path(one) for one in dotted)


def is_given(record: Record, path: Path) -> bool:
    """Whether ``path`` says that something happened: a date, a yes, a text; not a no, a zero or a none."""
    return bool(record.value(path))


def any_given(record: Record, paths: Iterable[Path]) -> bool:
    return any(is_given(record, path) for path in paths)
