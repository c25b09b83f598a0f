"""Money at risk: within what was billed, and that of a line or claim once, however many queries it fails.

A row's amount is never negative and at most the line's own (net of reversals), or the claim's total, where that is
known. Of a claim the totals count what its failing lines come to (each line the most that one query says), or what one
query says of the whole claim where that is more, and never more than the claim's total. Of a number that stands on
several claims the total is that of all of them, and what a query says of each is added up. What belongs to no claim
counts as if it were one. A line's share is borne by whoever bears the largest amount of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from wicheck.engines.duckdb.literals import literal
from wicheck.engines.duckdb.offences import VERDICTS, table
from wicheck.engines.duckdb.wire import Message
from wicheck.model import Bearer

_SETTLED = """
SELECT o.rule, o.claim_id, o.line_row, l.line_number,
       CASE WHEN o.line_row IS NULL THEN 'claims' ELSE 'lines' END AS of_table,
       CASE WHEN o.line_row IS NULL THEN c.file_number ELSE l.file_number END AS file_number,
       CASE WHEN o.line_row IS NULL THEN c.file_line ELSE l.file_line END AS file_line,
       o.verdict,
       CASE WHEN o.amount IS NULL THEN NULL
            WHEN o.line_row IS NULL THEN greatest(0, least(o.amount, c.total_amount))
            {of_touched_line}
            ELSE greatest(0, least(o.amount, l.amount)) END AS amount,
       o.bearer, o.evidence, c.of_all AS of_claim, c.claims > 1 AS several,
       CASE WHEN o.line_row IS NULL THEN c.settled_on ELSE l.service_on END AS day
FROM {offences} AS o
LEFT JOIN lines AS l ON l.row = o.line_row
{touched_lines}
LEFT JOIN (
    SELECT claim_id, max(total_amount) AS total_amount, min(settled_on) AS settled_on, count(*) AS claims,
           CASE WHEN count(total_amount) = count(*) THEN sum(total_amount) END AS of_all,
           min_by(file_number, row) AS file_number, min_by(file_line, row) AS file_line
    FROM claims WHERE claim_id IN (SELECT claim_id FROM {offences}) GROUP BY claim_id) AS c
    ON c.claim_id = o.claim_id
"""
_OF_TOUCHED_LINE = """
            WHEN t.row IS NOT NULL AND n.row IS NULL THEN 0
            WHEN t.row IS NOT NULL THEN greatest(0, least(o.amount, n.amount))"""
_TOUCHED_LINES = "LEFT JOIN touched AS t ON t.row = o.line_row LEFT JOIN left_over AS n ON n.row = o.line_row"
_AMOUNTS = """
SELECT rule, verdict, sum(amount), count(*) FILTER (WHERE amount IS NULL) FROM settled GROUP BY rule, verdict
"""
_ROW = "rule, claim_id, line_number, of_table, file_number, file_line, verdict, amount, bearer, evidence"
_ORDER = f"list_position([{', '.join(map(literal, VERDICTS))}], verdict), amount DESC NULLS LAST, claim_id, line_row"
_TOP = f"SELECT {_ROW} FROM settled WHERE rule = {{rule}} ORDER BY {_ORDER} LIMIT {{shown}}"
ALL = f"SELECT {_ROW} FROM settled ORDER BY rule, {_ORDER}"
"""Every offence, as those that are shown."""

_BEARERS = tuple(sorted(Bearer))
# The amount in millionths and who bears it in one number (the largest amount fits twice): of numbers, unlike of texts,
# a maximum can spill to disk. A product has the digits of its decimal: those of a column overflow from a million on.
_MOST = f"""
max(CAST(CAST(amount AS DECIMAL(25,6)) * 1000000 AS BIGINT) * 4
    + list_position([{", ".join(map(literal, _BEARERS))}], bearer)) AS most,
max(year(day) * 100 + month(day)) AS month, max(of_claim) AS of_claim
"""
_AMOUNT = "CAST({0}most // 4 AS DECIMAL(38,0)) * 0.000001"
_WHOLE = f"SELECT claim_id, {_MOST} FROM failing WHERE line_row IS NULL GROUP BY claim_id"
_WHOLE_OF_SEVERAL = f"""
SELECT claim_id, max(CASE WHEN several THEN CAST(least(added, of_claim, 1999999999999.999998) * 1000000 AS BIGINT) * 4
                                            + most % 4 ELSE most END) AS most,
       max(month) AS month, max(of_claim) AS of_claim
FROM (SELECT claim_id, rule, sum(amount) AS added, bool_or(several) AS several, {_MOST}
      FROM failing WHERE line_row IS NULL GROUP BY claim_id, rule)
GROUP BY claim_id
"""
_TOTALS = f"""
WITH failing AS (SELECT * FROM settled WHERE verdict = 'fail' AND amount > 0),
per_line AS (
    SELECT claim_id, line_row, {_MOST} FROM failing WHERE line_row IS NOT NULL GROUP BY claim_id, line_row),
whole AS ({{whole}}),
stacked AS (
    SELECT *, {_AMOUNT.format("")} AS amount, sum(amount) OVER (PARTITION BY claim_id) AS sum_of_lines,
           sum(amount) OVER (PARTITION BY claim_id ORDER BY most DESC, line_row) - amount AS before
    FROM per_line),
counted AS (
    SELECT w.most % 4 AS bearer, w.month, {_AMOUNT.format("w.")} AS amount
    FROM whole AS w
    LEFT JOIN (SELECT claim_id, max(sum_of_lines) AS sum_of_lines FROM stacked GROUP BY claim_id) AS s
        ON s.claim_id IS NOT DISTINCT FROM w.claim_id
    WHERE {_AMOUNT.format("w.")} >= COALESCE(s.sum_of_lines, 0)
    UNION ALL
    SELECT s.most % 4, s.month, greatest(0, least(s.amount, s.of_claim - s.before))
    FROM stacked AS s
    LEFT JOIN whole AS w ON w.claim_id IS NOT DISTINCT FROM s.claim_id
    WHERE ({_AMOUNT.format("w.")} >= s.sum_of_lines) IS NOT TRUE)
SELECT bearer, month, sum(amount) FROM counted GROUP BY bearer, month ORDER BY bearer, month
"""
_COUNTS = """
SELECT count(DISTINCT claim_id), count(DISTINCT line_row) FROM settled WHERE verdict = 'fail'
"""


_IN_MEMORY = 100_000
"""Offences that are kept as a table; more go to a file."""


class Settling(NamedTuple):
    """Which offences to settle: those in ``files``, ``rows_count`` in all; more than fit into memory go to ``into``.

    ``netted``: there are reversals; ``several``: some number stands on several claims; ``totals``: somebody asks what
    it comes to altogether.
    """

    files: Sequence[Path]
    rows_count: int
    into: Path
    netted: bool
    several: bool
    totals: bool


def settle(connection: duckdb.DuckDBPyConnection, settling: Settling, shown: int) -> Message:
    """Make ``settled`` of the offences, with their places and amounts; what they come to."""
    _keep(connection, settling)

    def rows(text: str) -> list[Any]:
        return [list(row) for row in connection.execute(text).fetchall()]

    told: dict[str, Any] = {"amounts": rows(_AMOUNTS), "rows": []}
    for rule in sorted({rule for rule, *_ in told["amounts"]}):
        told["rows"] += rows(_TOP.format(rule=rule, shown=shown))
    return {**told, **(_totals(rows, settling.several) if settling.totals else {})}


def _totals(rows: Callable[[str], list[Any]], several: bool) -> Message:
    whole = _WHOLE_OF_SEVERAL if several else _WHOLE
    totals = [
        [_BEARERS[bearer - 1], f"{month // 100}-{month % 100:02}" if month else "", amount]
        for bearer, month, amount in rows(_TOTALS.format(whole=whole))
    ]
    return {"totals": totals, "counts": rows(_COUNTS)[0]}


def _keep(connection: duckdb.DuckDBPyConnection, settling: Settling) -> None:
    selected = _SETTLED.format(
        offences=table(settling.files),
        of_touched_line=_OF_TOUCHED_LINE if settling.netted else "",
        touched_lines=_TOUCHED_LINES if settling.netted else "",
    )
    connection.execute("DROP VIEW IF EXISTS settled; DROP TABLE IF EXISTS settled_rows")
    if settling.rows_count > _IN_MEMORY:
        connection.execute(f"COPY ({selected}) TO {literal(str(settling.into))} (FORMAT parquet)")
        connection.execute(f"CREATE VIEW settled AS FROM {table([settling.into])}")
    else:
        connection.execute(f"CREATE TABLE settled_rows AS {selected}")
        connection.execute("CREATE VIEW settled AS FROM settled_rows")
