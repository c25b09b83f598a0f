"""Money at risk: within what was billed, and that of a line or claim once, however many queries it fails.

A row's amount is never negative and at most the line's own (net of reversals), or the claim's total, where that is
known. Of a claim the totals count what its failing lines come to (each line the most that one query says), or what one
query says of the whole claim where that is more, and never more than the claim's total. What belongs to no claim counts
as if it were one. A line's share is borne by whoever bears the largest amount of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from wicheck.engines.duckdb.lockdown import literal
from wicheck.engines.duckdb.offences import VERDICTS, table
from wicheck.engines.duckdb.wire import Message

_CLAIMS = """
CREATE OR REPLACE TABLE offended_claims AS
    SELECT o.claim_id, c.total_amount, c.settled_on, c.file_number, c.file_line
    FROM (SELECT DISTINCT claim_id FROM {offences} WHERE claim_id IS NOT NULL) AS o
    LEFT JOIN (
        SELECT claim_id, max(total_amount) AS total_amount, min(settled_on) AS settled_on,
               min_by(file_number, row) AS file_number, min_by(file_line, row) AS file_line
        FROM claims GROUP BY claim_id) AS c ON c.claim_id = o.claim_id;
"""
_TOTALS_OF_LINES = """
CREATE OR REPLACE TABLE lines_of_claims AS
    SELECT claim_id, sum(amount) AS total_amount FROM net_lines
    WHERE claim_id IN (SELECT claim_id FROM offended_claims WHERE total_amount IS NULL) GROUP BY claim_id;
UPDATE offended_claims SET total_amount = l.total_amount FROM lines_of_claims AS l
    WHERE l.claim_id = offended_claims.claim_id AND offended_claims.total_amount IS NULL;
"""
_SETTLED = """
COPY (
    SELECT o.rule, COALESCE(l.claim_id, o.claim_id) AS claim_id, o.line_row, l.line_number,
           CASE WHEN o.line_row IS NULL THEN c.file_number ELSE l.file_number END AS file_number,
           CASE WHEN o.line_row IS NULL THEN c.file_line ELSE l.file_line END AS file_line,
           o.verdict,
           CASE WHEN o.amount IS NULL THEN NULL
                WHEN o.line_row IS NULL THEN greatest(0, least(o.amount, c.total_amount))
                WHEN t.row IS NOT NULL THEN greatest(0, least(o.amount, COALESCE(n.amount, 0)))
                ELSE greatest(0, least(o.amount, l.amount)) END AS amount,
           o.bearer, o.evidence,
           COALESCE(strftime(
               CASE WHEN o.line_row IS NULL THEN c.settled_on ELSE l.service_on END, '%Y-%m'), '') AS month
    FROM {offences} AS o
    LEFT JOIN lines AS l ON l.row = o.line_row
    LEFT JOIN touched AS t ON t.row = o.line_row
    LEFT JOIN left_over AS n ON n.row = o.line_row
    LEFT JOIN offended_claims AS c ON c.claim_id = o.claim_id
) TO {settled} (FORMAT parquet)
"""
_AMOUNTS = """
SELECT rule, verdict, sum(amount), count(*) FILTER (WHERE amount IS NULL) FROM {settled} GROUP BY rule, verdict
"""
_TOP = """
SELECT rule, claim_id, line_number, CASE WHEN line_row IS NULL THEN 'claims' ELSE 'lines' END,
       file_number, file_line, verdict, amount, bearer, evidence
FROM (SELECT *, row_number() OVER (PARTITION BY rule
          ORDER BY list_position({verdicts}, verdict), amount DESC NULLS LAST, claim_id, line_row) AS place
      FROM {settled})
WHERE place <= {shown} ORDER BY rule, place
"""
_TOTALS = """
WITH failing AS (SELECT * FROM {settled} WHERE verdict = 'fail' AND amount > 0),
per_line AS (
    SELECT claim_id, line_row, max(struct_pack(amount := amount, bearer := bearer, month := month)) AS most
    FROM failing WHERE line_row IS NOT NULL GROUP BY claim_id, line_row),
whole AS (
    SELECT claim_id, max(struct_pack(amount := amount, bearer := bearer, month := month)) AS most
    FROM failing WHERE line_row IS NULL GROUP BY claim_id),
stacked AS (
    SELECT claim_id, line_row, most, sum(most.amount) OVER (PARTITION BY claim_id) AS of_claim,
           sum(most.amount) OVER (PARTITION BY claim_id ORDER BY most.amount DESC, line_row) - most.amount AS before
    FROM per_line),
counted AS (
    SELECT w.most.bearer AS bearer, w.most.month AS month, w.most.amount AS amount
    FROM whole AS w
    LEFT JOIN (SELECT DISTINCT claim_id, of_claim FROM stacked) AS s ON s.claim_id IS NOT DISTINCT FROM w.claim_id
    WHERE w.most.amount >= COALESCE(s.of_claim, 0)
    UNION ALL
    SELECT s.most.bearer, s.most.month, greatest(0, least(s.most.amount, c.total_amount - s.before))
    FROM stacked AS s
    LEFT JOIN whole AS w ON w.claim_id IS NOT DISTINCT FROM s.claim_id
    LEFT JOIN offended_claims AS c ON c.claim_id = s.claim_id
    WHERE (w.most.amount >= s.of_claim) IS NOT TRUE)
SELECT bearer, month, sum(amount) FROM counted GROUP BY bearer, month ORDER BY bearer, month
"""
_COUNTS = """
SELECT count(DISTINCT claim_id), count(DISTINCT line_row) FROM {settled} WHERE verdict = 'fail'
"""


def settle(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], settled: Path, shown: int) -> Message:
    """Put the offences of ``files`` into the file ``settled``, with their places and amounts; what they come to."""
    if not files:
        return {"amounts": [], "rows": [], "totals": [], "counts": [0, 0]}
    names = {
        "offences": table(files),
        "settled": table([settled]),
        "shown": shown,
        "verdicts": f"[{', '.join(map(literal, VERDICTS))}]",
    }
    connection.execute(_CLAIMS.format(**names))
    unpriced = connection.execute("SELECT 1 FROM offended_claims WHERE total_amount IS NULL LIMIT 1").fetchone()
    if unpriced:
        connection.execute(_TOTALS_OF_LINES)
    connection.execute(_SETTLED.format(**{**names, "settled": literal(str(settled))}))

    def rows(text: str) -> list[Any]:
        return [list(row) for row in connection.execute(text.format(**names)).fetchall()]

    return {"amounts": rows(_AMOUNTS), "rows": rows(_TOP), "totals": rows(_TOTALS), "counts": rows(_COUNTS)[0]}
