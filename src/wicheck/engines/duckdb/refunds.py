"""Lines that a refund may take back of which nobody knows the claim or the quantity, so that it could not be netted.

``refundable`` has their rows: those that such a refund names by their number, or else of its codes (without any, of its
name) and price, that are its claim's and visit's as far as both tell, and of no more quantity and money than it takes
back. What a query finds of them is not certain: the line may be gone.
"""

from __future__ import annotations

from collections.abc import Collection, Set

import duckdb

from wicheck.engines.duckdb.netting import NAME, NEGATIVE

_NETTED = frozenset({"net_lines", "drug_lines"})
_ALIKE = f"""
l.catalogue_code IS NOT DISTINCT FROM r.catalogue_code
    AND l.institution_item_code IS NOT DISTINCT FROM r.institution_item_code
    AND {NAME.format(t="l.")} IS NOT DISTINCT FROM r.name
    AND COALESCE(r.catalogue_code, r.institution_item_code, r.name) IS NOT NULL
    AND r.reference IS NULL AND l.reversed_line_number IS NULL AND (abs(l.unit_price_amount) <> r.price) IS NOT TRUE"""
_REFUNDABLE = f"""
CREATE TABLE refundable AS
    WITH loose AS (
        SELECT row, claim_id, {{visit}} AS visit_id, reversed_line_number AS reference, catalogue_code,
               institution_item_code, {NAME.format(t="")} AS name, abs(unit_price_amount) AS price,
               abs(quantity) AS quantity, abs(amount) AS amount
        FROM lines
        WHERE ({NEGATIVE} OR reversed_line_number IS NOT NULL) AND (claim_id IS NULL OR quantity IS NULL)),
    taken AS (
        SELECT l.row, l.claim_id, {{of_line}} AS visit_id, l.quantity, l.amount, r.row AS refund
        FROM loose AS r JOIN lines AS l ON l.line_number = r.reference AND l.reversed_line_number IS NULL
        UNION ALL
        SELECT l.row, l.claim_id, {{of_line}}, l.quantity, l.amount, r.row FROM loose AS r JOIN lines AS l ON {_ALIKE})
    SELECT DISTINCT t.row
    FROM taken AS t JOIN loose AS r ON r.row = t.refund
    WHERE (t.quantity < 0 OR t.amount < 0) IS NOT TRUE AND (t.claim_id <> r.claim_id) IS NOT TRUE
        AND (t.visit_id <> r.visit_id) IS NOT TRUE
        AND (t.quantity > r.quantity) IS NOT TRUE AND (t.amount > r.amount) IS NOT TRUE
"""


def know(connection: duckdb.DuckDBPyConnection, columns: Collection[str]) -> bool:
    """Make ``refundable`` of the table ``lines``, which has ``columns``; whether there are any."""
    visits = "visit_id" in columns
    cells = {"visit": "visit_id", "of_line": "l.visit_id"} if visits else dict.fromkeys(("visit", "of_line"), "NULL")
    connection.execute(_REFUNDABLE.format(**cells))
    return connection.execute("SELECT 1 FROM refundable LIMIT 1").fetchone() is not None


def doubted(text: str, views: Set[str]) -> str:
    """``text``, which reads ``views``, where what fails of a line that may be taken back is unknown."""
    if not views & _NETTED:
        return text
    verdict = "CASE WHEN verdict = 'fail' AND line_row IN (SELECT row FROM refundable) THEN 'unknown' ELSE verdict END"
    return f"SELECT * REPLACE ({verdict} AS verdict) FROM (\n{text}\n)"
