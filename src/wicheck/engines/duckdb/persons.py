"""``worker_persons``: worker numbers that are, or may be, one person's, since they stand with one identity number.

``person`` is the same of those who are one. Each number that is listed has one row where ``sure`` is TRUE: whose it
certainly is. Further rows, where it is FALSE, join all who may be one; they have a ``person`` of their own, so that
what is certain is added up apart. A number that is not listed is nobody else's.

It is not sure where a worker number stands with two identity numbers (whose is it?), and where an identity number ends
as one does that a spreadsheet program cut, differs in its check digit, or has no form that tells one person. What is
masked, one sign repeated, or has no digit or an impossible day of birth is none; nor is what stands with more worker
numbers than a person has: it is filled in for many, and ``identity_of_many_workers`` of the data checks tells so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import duckdb

_MOST = 50
"""Worker numbers of one person. Of n of them a query may compare n times n."""
_NEW = "regexp_full_match(number, '[0-9]{17}[0-9X]')"
_OLD = "regexp_full_match(number, '[0-9]{15}')"
_NEW_BIRTH = "TRY_CAST(concat_ws('-', number[7:10], number[11:12], number[13:14]) AS DATE)"
_OLD_BIRTH = "TRY_CAST(concat_ws('-', concat('19', number[7:8]), number[9:10], number[11:12]) AS DATE)"
IDENTITY_KEY = f"""
    CASE WHEN replace(number, number[1], '') = '' OR NOT regexp_matches(number, '[0-9]') THEN NULL
         WHEN {_NEW} THEN CASE WHEN {_NEW_BIRTH} IS NOT NULL THEN number[1:17] END
         WHEN {_OLD} THEN CASE WHEN {_OLD_BIRTH} IS NOT NULL THEN concat(number[1:6], '19', number[7:15]) END
         ELSE number END"""
"""Of a resident what the old number of 15 digits and the new one of 18 have in common."""
_SOUND = f"CASE WHEN {_NEW} THEN NOT suffix(number, '000') ELSE {_OLD} OR regexp_matches(number, '[A-Z]') END"
_STATED = """
    SELECT worker_number, upper(trim(identity_number)) AS number, {kind} AS kind FROM {table}
    WHERE worker_number IS NOT NULL AND NOT contains(identity_number, '*')"""
_NOBODY = "SELECT CAST(NULL AS VARCHAR) AS worker_number, '' AS number, CAST(NULL AS VARCHAR) AS kind WHERE false"
_UNTOLD = "CAST(NULL AS VARCHAR)"


def know(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Collection[str]]) -> None:
    """Make the view; ``tables`` are those that tell identity numbers, with the columns that there are."""
    stated = [
        _STATED.format(table=table, kind="identity_type" if "identity_type" in columns else _UNTOLD)
        for table, columns in tables.items()
        if {"worker_number", "identity_number"} <= {*columns}
    ]
    connection.execute(f"CREATE TABLE worker_persons AS {_persons(' UNION ALL '.join(stated) or _NOBODY)}")


def _persons(stated: str) -> str:
    return f"""
WITH told AS (SELECT worker_number, number, kind FROM ({stated}) GROUP BY ALL),
keyed AS (
    SELECT worker_number, number, {IDENTITY_KEY} AS key, {_SOUND} AS sound,
           CASE WHEN NOT ({_NEW} OR {_OLD}) THEN kind END AS type
    FROM told
),
shared AS (
    SELECT key, dense_rank() OVER (ORDER BY key) AS place,
           bool_and(sound) AND count(DISTINCT CASE WHEN length(number) = 18 THEN number END) < 2
               AND count(DISTINCT type) < 2 AS sound
    FROM keyed WHERE key IS NOT NULL
    GROUP BY key HAVING count(DISTINCT worker_number) BETWEEN 2 AND {_MOST}
),
alone AS (
    SELECT worker_number, count(DISTINCT key) = 1 AS one FROM keyed
    WHERE worker_number IN (SELECT k.worker_number FROM keyed AS k JOIN shared USING (key)) GROUP BY worker_number
),
members AS (
    SELECT worker_number, s.place, bool_and(s.sound AND a.one) AS sure
    FROM keyed AS k JOIN shared AS s USING (key) JOIN alone AS a USING (worker_number)
    GROUP BY worker_number, s.place
)
SELECT worker_number, CASE WHEN bool_or(sure) THEN concat(' ', min(place)) ELSE worker_number END AS person,
       TRUE AS sure
FROM members GROUP BY worker_number
UNION ALL
SELECT worker_number, concat(' ', place, '?') AS person, FALSE AS sure FROM members
WHERE place IN (SELECT place FROM members GROUP BY place HAVING NOT bool_and(sure))
"""
