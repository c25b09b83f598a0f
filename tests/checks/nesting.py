"""A bench binder that knows the built-in kinds and takes numbers in paths for places in a list, as packs' own does."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks import as_given, at_least, each_entry, equals, is_true, present
from wicheck.model import CheckKind, DocumentKind, Outcome, Path

_KINDS = (as_given.KIND, at_least.KIND, each_entry.KIND, equals.KIND, is_true.KIND, present.KIND)


class NestingBinder(BenchBinder):
    def path(self, dotted: str) -> Path:
        return tuple(int(step) if step.isdigit() else step for step in dotted.split("."))


def nesting() -> NestingBinder:
    return NestingBinder(kinds={kind.name: kind for kind in _KINDS})


def judged(kind: CheckKind, data: dict[str, Any], on: date = date(2026, 3, 10), **arguments: Any) -> Outcome:
    """What ``kind`` says of a registry with ``data``."""
    return deciding(kind, nesting(), **arguments)(record(DocumentKind.REGISTRY, on, registry=data))
