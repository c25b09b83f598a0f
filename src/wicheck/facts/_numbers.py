"""Reading single numbers."""

from __future__ import annotations

from decimal import Decimal

from wicheck.model import Path, Record


def number(record: Record, path: Path) -> Decimal | int | None:
    """The number at ``path``; zero below something declared as none, None where it is not written."""
    value: Decimal | int | None = record.value(path)
    return 0 if value is False else value
