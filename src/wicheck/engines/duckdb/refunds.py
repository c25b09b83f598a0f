"""Lines that a refund may take back of which nobody knows the claim or the quantity, so that it could not be netted.

``refundable`` has their rows: those that such a refund names by their number, or else of its codes (without any, of its
name) and price, that are its claim's and visit's as far as both tell, and of no more quantity and money than it takes
back. What a query finds of them is not certain: the line may be gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set

import duckdb

from wicheck.engines.duckdb.netting import NAME, NEGATIVE

_NETTED = frozenset({"net_lines", "drug_lines"})
_OF_NUMBER = "l.line_number = r.reference"
_ALIKE = f"""
r.reference IS NULL AND COALESCE(r.catalogue_code, r.institution_item_code, r.name) IS NOT NULL
    AND l.catalogue_code IS NOT DISTINCT FROM r.catalogue_code
    AND l.institution_item_code IS NOT DISTINCT FROM r.institution_item_code
    AND {NAME.format(t="l.")} IS NOT DISTINCT FROM r.name"""
_OF_PRICE = "abs(l.unit_price_amount) = r.price"
_WITHOUT_PRICE = "(l.unit_price_amount IS NULL OR r.price IS NULL)"
_OF_CLAIM = "l.claim_id = r.claim_id AND ({visit} <> r.visit_id) IS NOT TRUE"
_OF_VISIT = "{visit} = r.visit_id AND (l.claim_id IS NULL OR r.claim_id IS NULL)"
_OF_ANYBODY = "(l.claim_id IS NULL OR r.of_no_claim) AND ({visit} IS NULL OR r.of_no_visit)"
_LOOSE = f"""
CREATE TABLE loose_refunds AS
    SELECT claim_id, {{visit}} AS visit_id, reversed_line_number AS reference, catalogue_code, institution_item_code,
           {NAME.format(t="l.")} AS name, abs(unit_price_amount) AS price, abs(quantity) AS quantity,
           abs(amount) AS amount
    FROM lines AS l
    WHERE ({NEGATIVE} OR reversed_line_number IS NOT NULL) AND (claim_id IS NULL OR quantity IS NULL)
"""
_SUMMED_UP = """
CREATE TABLE refunds_of_anybody AS
    SELECT claim_id IS NULL AS of_no_claim, visit_id IS NULL AS of_no_visit, reference, catalogue_code,
           institution_item_code, name, price, CASE WHEN count(quantity) = count(*) THEN max(quantity) END AS quantity,
           CASE WHEN count(amount) = count(*) THEN max(amount) END AS amount
    FROM loose_refunds
    GROUP BY of_no_claim, of_no_visit, reference, catalogue_code, institution_item_code, name, price
"""
"""What joins lines of all claims must be few: one refund stands for all that could take back the same lines."""
_TAKEN = """
SELECT l.row
FROM lines AS l JOIN {refunds} AS r ON {whose} AND {which}
WHERE l.reversed_line_number IS NULL AND (l.quantity < 0 OR l.amount < 0) IS NOT TRUE
    AND (l.quantity > r.quantity) IS NOT TRUE AND (l.amount > r.amount) IS NOT TRUE"""


def know(connection: duckdb.DuckDBPyConnection, columns: Collection[str]) -> bool:
    """Make ``refundable`` of the table ``lines``, which has ``columns``; whether there are any."""
    visit = "l.visit_id" if "visit_id" in columns else "CAST(NULL AS VARCHAR)"
    connection.execute(_LOOSE.format(visit=visit))
    if not connection.execute("SELECT 1 FROM loose_refunds LIMIT 1").fetchone():
        return False
    connection.execute(_SUMMED_UP)
    taken = " UNION ".join(_taken(visit))
    connection.execute(f"CREATE TABLE refundable AS SELECT DISTINCT row FROM ({taken})")
    return connection.execute("SELECT 1 FROM refundable LIMIT 1").fetchone() is not None


def _taken(visit: str) -> Iterator[str]:
    """SQL for the lines taken back, each a join by equal values, which costs no more than there are lines."""
    whose = {_OF_CLAIM: "loose_refunds", _OF_VISIT: "loose_refunds", _OF_ANYBODY: "refunds_of_anybody"}
    for condition, refunds in whose.items():
        for which in (_OF_NUMBER, f"{_ALIKE} AND {_OF_PRICE}", f"{_ALIKE} AND {_WITHOUT_PRICE}"):
            yield _TAKEN.format(refunds=refunds, whose=condition.format(visit=visit), which=which)


def doubted(text: str, views: Set[str]) -> str:
    """``text``, which reads ``views``, where what fails of a line that may be taken back is unknown."""
    if not views & _NETTED:
        return text
    verdict = "CASE WHEN verdict = 'fail' AND line_row IN (SELECT row FROM refundable) THEN 'unknown' ELSE verdict END"
    return f"SELECT * REPLACE ({verdict} AS verdict) FROM (\n{text}\n)"
