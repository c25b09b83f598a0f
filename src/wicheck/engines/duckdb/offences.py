"""Running one query: its rows go to a file of their own, so that they outlive a child that another query kills.

The file has ``rule`` (the query's number), ``claim_id``, ``line_row``, ``verdict``, ``amount``, ``bearer`` and
``evidence`` (a JSON object of texts), whatever the query's own columns.

Where a number stands on two claims, a query that joins them finds the offence of each line twice: only the gravest is
kept, of equals the first by its texts, never one by chance. Offences of whole claims are those of two claims, each with
its own money; only what is the same in all is told once. That the number stands twice is for a check of the data to
say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.model import Bearer, Text
from wicheck.model.billing import UNREAD

VERDICTS = ("fail", "unknown", "review", "suspect")
_KEYS: Mapping[str, str] = {
    "claim_id": "VARCHAR",
    "line_row": "BIGINT",
    "verdict": "VARCHAR",
    "amount": "DECIMAL(18,6)",
}


_ONCE = f"""
SELECT * EXCLUDE (place) FROM (
    SELECT *, row_number() OVER (PARTITION BY claim_id, line_row,
        CASE WHEN line_row IS NULL THEN concat_ws('|', verdict, amount, bearer, evidence) END ORDER BY
        list_position([{", ".join(map(literal, VERDICTS))}], verdict), amount DESC NULLS LAST, bearer, evidence
    ) AS place
    FROM (\n{{found}}\n))
WHERE place = 1 OR (claim_id IN (
    SELECT claim_id FROM claims WHERE claim_id IS NOT NULL GROUP BY claim_id HAVING count(*) > 1)) IS NOT TRUE
"""


class ContractError(Exception):
    """A query does not return what it must; ``said`` says what."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


class Asking(NamedTuple):
    """One query: ``number`` names it in the files, ``bearer`` bears its money unless a row says otherwise.

    ``unread`` counts what could not be read of the tables in which it looks for what is not there: with that, what
    would have failed is unknown. Rows kept aside of the tables ``touching`` may take an offence back (``touching``).
    """

    number: int
    text: str
    values: Mapping[str, Any]
    bearer: str
    evidence: Sequence[str]
    unread: int = 0
    touching: Sequence[str] = ()


_HEADER = re.compile(r"\A\s*/\*.*?\*/", re.DOTALL)


def may_name_bearer(text: str) -> bool:
    """Whether a query's rows may say who bears the money. Where not, nothing need be known of its columns."""
    return "bearer" in _HEADER.sub("", text).lower()


def columns_of(connection: duckdb.DuckDBPyConnection, asking: Asking) -> dict[str, str]:
    """The columns that a query returns, with their types. Raises ContractError where one is missing."""
    found = connection.execute(f"SELECT * FROM (\n{asking.text}\n) LIMIT 0", asking.values)
    columns = {name: str(kind) for name, kind, *_ in found.description or ()}
    missing = [name for name in (*_KEYS, *asking.evidence) if name not in columns]
    if missing:
        raise ContractError(
            Text(f"查询没有返回 {'、'.join(missing)}", f"the query does not return {', '.join(missing)}")
        )
    return columns


def claims_twice(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a number stands on more than one claim."""
    row = connection.execute("SELECT count(claim_id) > count(DISTINCT claim_id) FROM claims").fetchone()
    return row is not None and bool(row[0])


def keep(
    connection: duckdb.DuckDBPyConnection, asking: Asking, columns: Mapping[str, str] | None, path: Path, *, once: bool
) -> dict[str, int]:
    """Write what ``asking`` finds to ``path``, offences of claims that stand twice ``once``; rows by verdict.

    ``columns`` are what the query returns; None where that is not known, but for certain no bearer.
    """
    connection.execute("BEGIN TRANSACTION READ ONLY")
    try:
        found = f"SELECT {_cells(asking, columns)} FROM (\n{asking.text}\n)"
        found = _ONCE.format(found=found) if once else found
        copied = f"COPY ({found}) TO {literal(str(path))} (FORMAT parquet)"
        written = connection.execute(copied, asking.values).fetchone()
    finally:
        connection.execute("ROLLBACK")
    return {} if written == (0,) else counted(connection, path)


def counted(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, int]:
    """The rows in ``path`` by verdict. Raises ContractError over words that are none of ours."""
    counts: dict[str, int] = {}
    groups = f"SELECT verdict, bearer, count(*) FROM {table([path])} GROUP BY verdict, bearer"
    for verdict, bearer, count in connection.execute(groups).fetchall():
        _verify("verdict", verdict, VERDICTS)
        _verify("bearer", bearer, tuple(Bearer))
        counts[verdict] = counts.get(verdict, 0) + count
    return counts


def _verify(what: str, word: str | None, words: Sequence[str]) -> None:
    if word not in words:
        allowed = ", ".join(words)
        raise ContractError(
            Text(f"{what} 只能是 {allowed}，不能是 {word}", f"a {what} is one of {allowed}, not {word}")
        )


def table(paths: Sequence[Path]) -> str:
    """The offences in ``paths`` as one table."""
    return f"read_parquet([{', '.join(map(one_file, paths))}])"


def _cells(asking: Asking, columns: Mapping[str, str] | None) -> str:
    said = {"verdict": "CASE WHEN verdict = 'fail' THEN 'unknown' ELSE verdict END"} if asking.unread else {}
    keys = [f"{_key(said.get(name, name), kind)} AS {name}" for name, kind in _KEYS.items()]
    bearer = literal(asking.bearer)
    if columns and "bearer" in columns:
        bearer = f"COALESCE(CAST(bearer AS VARCHAR), {bearer})"
    evidence = [f"{literal(name)}, {_as_text(name, columns[name] if columns else None)}" for name in asking.evidence]
    if asking.unread:
        evidence.append(f"{literal(UNREAD)}, CASE WHEN verdict = 'fail' THEN {literal(str(asking.unread))} END")
    return ", ".join(
        [
            f"CAST({asking.number} AS INTEGER) AS rule",
            *keys,
            f"{bearer} AS bearer",
            f"CAST(json_object({', '.join(evidence)}) AS VARCHAR) AS evidence",
        ]
    )


def _key(name: str, kind: str) -> str:
    """More money than the column holds, of a mistyped price, is unknown; what is no money at all is an error."""
    return f"TRY_CAST(CAST({name} AS DECIMAL(38,6)) AS {kind})" if name == "amount" else f"CAST({name} AS {kind})"


def _as_text(column: str, kind: str | None) -> str:
    """A column as text; of a decimal the zeros at its end say nothing. Without a ``kind`` the database knows it."""
    text = f'CAST("{column}" AS VARCHAR)'
    short = f"rtrim(rtrim({text}, '0'), '.')"
    if kind is None:
        found = f'typeof("{column}")'
        return f"CASE WHEN prefix({found}, 'DECIMAL') AND NOT suffix({found}, ',0)') THEN {short} ELSE {text} END"
    return short if kind.startswith("DECIMAL") and not kind.endswith(",0)") else text
