"""Whose the rows are that were kept aside: of most of them the cells that link rows can still be read.

``aside_keys`` has each such cell: the ``kind`` of key and its value, with the place of its row as ``rejects`` has it.
Of these ``know`` makes ``asides``, a row for each row kept aside, with the ``owner``, the kind of key that tells whose
it is: none where that cannot be read or is not there; and ``aside_reaches``, all keys that hang together with its own:
the claims of its visit, the other claims of that worker, and those of whoever has the same identity number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from wicheck.engines.columns import EARLIER_CLAIMS
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.persons import IDENTITY_KEY
from wicheck.model.loading import LoadResult

DEFINITION = "table_name VARCHAR, file VARCHAR, line BIGINT, kind VARCHAR, value VARCHAR"
LINKS: Mapping[str, str] = {
    "claim_id": "claim",
    "visit_id": "visit",
    "from_visit_id": "visit",
    "to_visit_id": "visit",
    "worker_number": "worker",
    "identity_number": "identity",
    "order_id": "order",
    "code": "code",
    "part_of_code": "code",
}
"""The columns that link rows, with the kind of key that each holds."""
_OWNERS: Mapping[str, tuple[str, ...]] = {
    "claims": ("claim",),
    "lines": ("claim",),
    "stays": ("visit", "claim"),
    "leaves": ("visit",),
    "orders": ("visit",),
    "consents": ("claim", "visit"),
    "workers": ("worker",),
    "signed_institutions": ("worker",),
    "transfers": ("worker",),
    "panels": ("claim",),
    "alerts": ("claim",),
    "requests": ("claim",),
    "entries": ("code",),
}
"""The kinds of which a table's row must tell one, the first by the alphabet: else rules take the row for anybody's."""
_BY_VISIT = ("visit",)
_BESIDE = ".asides"
_number = re.compile(r"\bnumber\b")
_LINKING = ", ".join(map(literal, LINKS))
_PLACE = "{0}.table_name = {1}.table_name AND {0}.file = {1}.file AND {0}.line IS NOT DISTINCT FROM {1}.line"
_ASIDES = f"""
CREATE TABLE asides AS
WITH unread AS (
    SELECT r.table_name, r.file, r.line, first(r.reason) AS reason,
           COALESCE(bool_or(r.column_name IN ({_LINKING})), FALSE) AS unlinked
    FROM rejects AS r GROUP BY r.table_name, r.file, r.line),
lost AS (SELECT table_name, file, line FROM losses WHERE column_name IN ({_LINKING}) GROUP BY ALL),
owned AS (
    SELECT table_name, file, line, min(kind) AS owner FROM aside_keys AS k WHERE {{owned}}
    GROUP BY table_name, file, line)
SELECT row_number() OVER (ORDER BY r.table_name, r.file, r.line) AS aside, r.table_name, r.file, r.line, r.reason,
       CASE WHEN NOT r.unlinked AND l.table_name IS NULL THEN o.owner END AS owner
FROM unread AS r
LEFT JOIN lost AS l ON {_PLACE.format("l", "r")}
LEFT JOIN owned AS o ON {_PLACE.format("o", "r")}
"""
_REACHES = f"""
CREATE TABLE aside_reaches AS
SELECT a.aside, k.kind, {{value}} AS value FROM aside_keys AS k JOIN asides AS a ON {_PLACE.format("a", "k")}
WHERE a.owner IS NOT NULL AND {{value}} IS NOT NULL GROUP BY ALL;
CREATE TABLE aside_own AS FROM aside_reaches;
CREATE TABLE aside_frontier AS FROM aside_reaches
"""
_SPREAD = """
CREATE OR REPLACE TABLE aside_frontier AS
SELECT aside, kind, value FROM ({found}) WHERE value IS NOT NULL GROUP BY ALL
EXCEPT SELECT aside, kind, value FROM aside_reaches;
INSERT INTO aside_reaches FROM aside_frontier
"""
_OF_ASIDES = """
SELECT f.aside, o.kind, o.value FROM aside_frontier AS f
JOIN aside_own AS s ON s.kind = f.kind AND s.value = f.value JOIN aside_own AS o ON o.aside = s.aside
WHERE f.kind <> 'code'
"""


def key(kind: str, value: str) -> str:
    """SQL for what is compared of a key: the old and the new identity number are one, and codes in any case."""
    if kind == "identity":
        return f"({_number.sub(f'upper(trim({value}))', IDENTITY_KEY)})"
    return f"upper({value})" if kind == "code" else f"CAST({value} AS VARCHAR)"


def gather(
    connection: duckdb.DuckDBPyConnection,
    result: LoadResult,
    given: Mapping[str, Collection[str]],
    earlier: Sequence[Path],
) -> None:
    """Make both tables where rows were kept aside, of this batch or of ``earlier`` ones, where their numbers are.

    ``given`` are the tables that were loaded, with their columns.
    """
    unread = [each for path in earlier if (each := path.with_suffix(_BESIDE)).exists()]
    if result["rejects"] or unread:
        know(connection, given, [name for name, table in result["tables"].items() if table.get("by_visit")])
    if unread:
        _take(connection, unread)


def know(
    connection: duckdb.DuckDBPyConnection, given: Mapping[str, Collection[str]], by_visit: Collection[str]
) -> None:
    """Make both tables. ``given`` are the tables that were loaded, with their columns; those ``by_visit`` have only
    visits in their files, by which they got their claims."""
    owners = {table: _BY_VISIT if table in by_visit else kinds for table, kinds in _OWNERS.items()}
    owned = " OR ".join(
        f"(k.table_name = {literal(table)} AND k.kind IN ({', '.join(map(literal, kinds))}))"
        for table, kinds in owners.items()
    )
    connection.execute(_ASIDES.format(owned=owned))
    cases = " ".join(f"WHEN {literal(kind)} THEN {key(kind, 'k.value')}" for kind in ("identity", "code"))
    connection.execute(_REACHES.format(value=f"CASE k.kind {cases} ELSE k.value END"))
    spread = _SPREAD.format(found=" UNION ALL ".join([*_joins(given), _OF_ASIDES]))
    while connection.execute("SELECT 1 FROM aside_frontier LIMIT 1").fetchone():
        connection.execute(spread)


def _joins(given: Mapping[str, Collection[str]]) -> Iterator[str]:
    """For each column that links rows of a table, the other keys of the rows that the frontier reaches by it."""
    for table, columns in given.items():
        links = {name: kind for name, kind in LINKS.items() if name in columns and kind != "code"}
        if len(links) > 1:
            kinds = ", ".join(map(literal, links.values()))
            keys = ", ".join(key(kind, f"t.{name}") for name, kind in links.items())
            for name, kind in links.items():
                yield (
                    f"SELECT f.aside, unnest([{kinds}]) AS kind, unnest([{keys}]) AS value FROM {table} AS t "
                    f"JOIN aside_frontier AS f ON f.kind = {literal(kind)} AND f.value = {key(kind, f't.{name}')}"
                )


def keep(connection: duckdb.DuckDBPyConnection, table: str, numbers: Path) -> None:
    """Write whose the rows are that were kept aside of ``table``, for batches that are held against this one, beside
    the ``numbers`` of its claims."""
    connection.execute(
        "COPY (SELECT a.file, a.line, a.reason, o.value AS claim_id FROM asides AS a "
        "LEFT JOIN aside_own AS o ON o.aside = a.aside AND o.kind = 'claim' "
        f"WHERE a.table_name = {literal(table)}) TO {literal(str(numbers.with_suffix(_BESIDE)))} (FORMAT parquet)"
    )


def _take(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> None:
    """The rows that were kept aside of earlier batches, beside our own: those of a number touch that number."""
    connection.execute(
        "CREATE TABLE earlier_asides AS SELECT (SELECT count(*) FROM asides) + row_number() OVER () AS aside, * "
        f"FROM read_parquet([{', '.join(map(one_file, paths))}]); "
        f"INSERT INTO asides SELECT aside, {literal(EARLIER_CLAIMS)}, file, line, reason, "
        "CASE WHEN claim_id IS NOT NULL THEN 'claim' END FROM earlier_asides; "
        "INSERT INTO aside_reaches SELECT aside, 'claim', claim_id FROM earlier_asides WHERE claim_id IS NOT NULL"
    )
