"""Tables without the columns that nobody asks for: most of a small batch's time goes into naming what is absent."""

from __future__ import annotations

from collections.abc import Set

from wicheck.engines.duckdb.selecting import provided
from wicheck.model.loading import TableRequest

OWN_COLUMNS = frozenset(
    {
        "amount",
        "catalogue_code",
        "catalogue_id",
        "catalogue_name",
        "claim_id",
        "institution_item_code",
        "institution_item_name",
        "kind",
        "line_number",
        "quantity",
        "reversed_line_number",
        "service_on",
        "settled_on",
        "total_amount",
        "unit_price_amount",
        "valid_from",
        "valid_until",
        "valid_until_none",
    }
)
"""What the engine itself needs: to net, to place, to sum up, to make the catalogue."""


def narrowed(table: TableRequest, wanted: Set[str]) -> TableRequest:
    """``table`` with the ``wanted`` columns and those that some source gives."""
    given = {name for source in table["sources"] for name in provided(source)}
    columns = {
        name: kind
        for name, kind in table["columns"].items()
        if name in wanted or name in given or name.removesuffix("_none") in given
    }
    return {**table, "columns": columns}
