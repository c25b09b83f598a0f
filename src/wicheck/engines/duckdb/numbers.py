"""The numbers of a batch's claims, kept in a file beside those of the batches that come after it.

``claim_numbers`` has one row a number (and institution, which a claim may name itself), ``earlier_claims`` those of
batches opened before. Both are files: a number costs a few bytes on disk, and no memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from wicheck.engines.columns import CLAIM_NUMBERS, EARLIER_CLAIMS
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.views import Views

_CLAIMS, _LINES = "claims", "lines"
_APART = 10**12
"""More rows than a batch has: rows of several batches stay apart."""
_INSTITUTION = {
    _CLAIMS: "COALESCE(declaring_institution_code, institution_code, (SELECT max(institution_code) FROM batch))",
    _LINES: "(SELECT max(institution_code) FROM batch)",
}
_AMOUNT = {_CLAIMS: "total_amount", _LINES: "amount"}
_KEPT = """
SELECT min(row) AS row, claim_id, code AS institution_code,
       CASE WHEN count(amount) = count(*) THEN CAST(sum(amount) AS DECIMAL(38,6)) END AS total_amount,
       {listed} AS listed, (SELECT max(batch_id) FROM batch) AS batch_id,
       list_extract({files}, CAST(min_by(file_number, row) AS BIGINT)) AS file, min_by(file_line, row) AS file_row
FROM (SELECT row, claim_id, {code} AS code, {amount} AS amount, file_number, file_line FROM {table})
WHERE claim_id IS NOT NULL GROUP BY claim_id, code
"""


def table_of(views: Views) -> str:
    """The table that the numbers are from: of the lines where a batch has only those."""
    return _LINES if _LINES in views.given and _CLAIMS not in views.given else _CLAIMS


def keep(connection: duckdb.DuckDBPyConnection, views: Views, files: Mapping[str, Sequence[str]], path: Path) -> None:
    """Write the numbers to ``path``: of the claims, or of the lines where a batch has only those.

    ``files`` are what the file numbers of a table stand for.
    """
    table = table_of(views)
    views.need([table, "batch"])
    selected = _KEPT.format(
        table=table,
        code=_INSTITUTION[table],
        amount=_AMOUNT[table],
        listed="TRUE" if table == _CLAIMS else "FALSE",
        files=f"CAST([{', '.join(map(literal, files.get(table, ())))}] AS VARCHAR[])",
    )
    connection.execute(f"COPY ({selected}) TO {literal(str(path))} (FORMAT parquet)")


def compare(connection: duckdb.DuckDBPyConnection, own: Path, earlier: Sequence[Path]) -> None:
    """Make both views; where nothing is ``earlier``, there is nothing to compare."""
    parts = [
        f"SELECT * REPLACE (row + {place * _APART} AS row) FROM read_parquet({one_file(path)})"
        for place, path in enumerate(earlier)
    ]
    connection.execute(f"CREATE VIEW {EARLIER_CLAIMS} AS {' UNION ALL '.join(parts)}")
    connection.execute(f"CREATE VIEW {CLAIM_NUMBERS} AS FROM read_parquet({one_file(own)})")
