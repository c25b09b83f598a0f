"""Queries over lines whose quantity times price is a million or more.

The product of two decimals has the digits of one of them: twelve behind the point, so six are left before it. Rounding
a wider product costs twenty times as much, and hardly a batch has such a line; so a query that breaks over one is asked
again, of wider columns.
"""

from __future__ import annotations

from collections.abc import Set

_LINES = ("lines", "net_lines", "drug_lines")
_FACTORS = ("quantity", "unit_price_amount")
_KIND = "DECIMAL(19,6)"
"""From nineteen digits on a product has all that the database knows, thirty-eight."""


def widened(text: str, views: Set[str]) -> str | None:
    """``text``, which reads ``views``, over wider lines; None where it reads none."""
    read = [view for view in _LINES if view in views]
    if not read:
        return None
    cells = ", ".join(f"CAST({column} AS {_KIND}) AS {column}" for column in _FACTORS)
    lines = ", ".join(f"{view} AS NOT MATERIALIZED (SELECT * REPLACE ({cells}) FROM main.{view})" for view in read)
    return f"WITH {lines} SELECT * FROM (\n{text}\n)"
