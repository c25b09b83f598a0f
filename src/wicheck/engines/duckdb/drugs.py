"""``drug_lines``: those of ``net_lines`` that are charged and are, or may be, drugs.

What a line says of its kind counts; where it says nothing, or "other", its code, if the catalogues know it as a drug's
alone; else its category of charge; else its code, if they know it as no drug's. ``is_drug`` is TRUE where that tells,
and NULL where nothing does: such a line may be a drug, and is judged as one, but it certainly offends nobody's rule.
It is NULL, too, of a drug of quantity 0 whose money is not told: nobody knows whether anything was charged.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

_UNTOLD = "(amount IS NULL AND quantity = 0)"
_CHARGED = f"(COALESCE(NULLIF(amount, 0), quantity, 1) > 0 OR {_UNTOLD})"
_CODES = """
SELECT code,
       min(CASE WHEN kind = 'drug' THEN 1 ELSE 0 END) = 1 AS of_drugs,
       max(CASE WHEN COALESCE(NULLIF(kind, 'other'), 'drug') = 'drug' THEN 1 ELSE 0 END) = 0 AS of_others
FROM catalogue WHERE code IS NOT NULL GROUP BY code
"""


def choose(connection: duckdb.DuckDBPyConnection, lines: Collection[str], entries: Collection[str]) -> None:
    """Make the view; of ``lines`` and ``entries``, the columns that there are, it takes what it can."""
    stated, category, code = (
        f"NULLIF(l.{name}, 'other')" if name in lines else "NULL"
        for name in ("catalogue_kind", "charge_category", "catalogue_code")
    )
    codes = _CODES if {"code", "kind"} <= {*entries} else "SELECT NULL AS code, NULL AS of_drugs, NULL AS of_others"
    is_drug = f"""
        CASE WHEN {stated} IS NOT NULL THEN {stated} = 'drug'
             WHEN k.of_drugs THEN true
             WHEN {category} IS NOT NULL THEN {category} IN ('western_drug', 'chinese_patent_drug', 'herbal_drug')
             WHEN k.of_others THEN false END"""
    known = f"CASE WHEN ({is_drug}) AND {_UNTOLD} THEN NULL ELSE {is_drug} END"
    connection.execute(
        f"CREATE VIEW drug_lines AS SELECT * FROM (SELECT l.*, {known} AS is_drug FROM net_lines AS l "
        f"LEFT JOIN ({codes}) AS k ON k.code = {code}) WHERE is_drug IS NOT FALSE AND {_CHARGED}"
    )
