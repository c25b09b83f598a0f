"""A check kind for tests that breaks on every record."""

from __future__ import annotations

from wicheck.model import CheckKind, Decide, Outcome, Record, Text


def bind(_arguments: object, _binder: object) -> Decide:
    def decide(_record: Record) -> Outcome:
        raise ZeroDivisionError("no beds")

    return decide


KIND = CheckKind("broken", Text("坏的", "broken"), "", {"type": "object"}, (), bind)
