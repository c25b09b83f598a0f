"""An offence that a row kept aside may take back is not certain: what failed is unknown, and says which row it was.

The row that nobody could read may have been the refund of the line, the order of the drug, the consent, the transfer.
It touches the offences of its own claim, visit and worker, and of all that these hang together with (``asides``), an
entry of a catalogue those of its code. Where nobody knows whose the row is, it may touch any; and a row that tells its
visit (or worker) those of a claim that does not tell its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import duckdb

from wicheck.engines.duckdb.asides import LINKS, key
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.engines.duckdb.offences import Asking, counted
from wicheck.model import Verdict
from wicheck.model.billing import UNREAD, UNREAD_REASON, UNREAD_ROW

_CODES = ("catalogue_code", "institution_item_code", "actual_code")
_ENTRIES = "entries"
_DOUBTED = """
WITH offences AS (SELECT *, row_number() OVER () AS place FROM read_parquet({file})),
failing AS (SELECT place, claim_id, line_row, evidence FROM offences WHERE verdict = 'fail'),
mine AS (SELECT * FROM asides WHERE table_name IN ({tables})),
keys AS ({keys}),
told AS (
    SELECT place, bool_or(kind = 'visit') AS by_visit, bool_or(kind = 'worker') AS by_worker
    FROM keys WHERE value IS NOT NULL AND kind IN ('claim', 'visit', 'worker') GROUP BY place),
matched AS (
    SELECT k.place, count(DISTINCT m.aside) AS count, min(m.aside) AS first
    FROM keys AS k JOIN aside_reaches AS r ON r.value = k.value AND (k.kind = r.kind) IS NOT FALSE
    JOIN mine AS m ON m.aside = r.aside GROUP BY k.place),
owners AS (SELECT owner, count(*) AS count, min(aside) AS first FROM mine GROUP BY owner),
strays AS (
    SELECT f.place, sum(o.count) AS count, min(o.first) AS first
    FROM failing AS f LEFT JOIN told AS t ON t.place = f.place
    JOIN owners AS o ON o.owner IS NULL OR t.place IS NULL OR (o.owner = 'visit' AND NOT t.by_visit)
        OR (o.owner = 'worker' AND NOT t.by_worker)
    GROUP BY f.place),
touched AS (
    SELECT place, sum(count) AS count, COALESCE(min(first) FILTER (WHERE sure), min(first)) AS first
    FROM (SELECT *, TRUE AS sure FROM matched UNION ALL SELECT *, FALSE FROM strays) GROUP BY place)
SELECT o.* EXCLUDE (place) REPLACE (
    CASE WHEN m.aside IS NULL THEN o.verdict ELSE 'unknown' END AS verdict,
    CASE WHEN m.aside IS NULL THEN o.evidence ELSE CAST(json_merge_patch(o.evidence, json_object({told})) AS VARCHAR)
    END AS evidence)
FROM offences AS o LEFT JOIN touched AS t ON t.place = o.place LEFT JOIN mine AS m ON m.aside = t.first
"""
_TOLD = (
    f"{literal(UNREAD)}, CAST(t.count AS VARCHAR), {literal(UNREAD_ROW)}, concat(m.file, '#', m.line), "
    f"{literal(UNREAD_REASON)}, m.reason"
)


def doubted(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    asking: Asking,
    counts: dict[str, int],
    given: Mapping[str, Collection[str]],
) -> dict[str, int]:
    """Write the offences in ``path`` anew where some of them may be taken back; their counts by verdict, that were
    ``counts`` before.

    ``given`` are the tables that were loaded, with their columns.
    """
    if not asking.touching or not counts.get(Verdict.FAIL):
        return counts
    into = path.with_suffix(".doubted")
    text = _DOUBTED.format(
        file=one_file(path),
        tables=", ".join(map(literal, sorted(asking.touching))),
        keys=" UNION ALL ".join([*_own_keys(asking.evidence), *_keys(given, _ENTRIES in asking.touching)]),
        told=_TOLD,
    )
    connection.execute(f"COPY ({text}) TO {literal(str(into))} (FORMAT parquet)")
    into.replace(path)
    return counted(connection, path)


def _own_keys(evidence: Collection[str]) -> Iterator[str]:
    """The keys that an offence tells itself: its claim, evidence that is called like a key, and whatever else it says,
    of which nobody knows what it is."""
    yield "SELECT place, 'claim' AS kind, claim_id AS value FROM failing WHERE claim_id IS NOT NULL"
    for name in evidence:
        if kind := LINKS.get(name):
            value = f"json_extract_string(evidence, {literal(f'$.{name}')})"
            yield f"SELECT place, {literal(kind)}, {key(kind, value)} FROM failing"
    told = "json_extract_string(evidence, '$.*')"
    anything = f"list_concat({told}, [upper(t) FOR t IN {told}])"
    yield f"SELECT place, CAST(NULL AS VARCHAR), unnest({anything}) FROM failing"


def _keys(given: Mapping[str, Collection[str]], by_code: bool) -> Iterator[str]:
    """The keys that its line and its claim tell of it."""
    lines = given.get("lines", ())
    coded = dict.fromkeys([name for name in _CODES if name in lines], "code") if by_code else {}
    if links := {name: kind for name, kind in LINKS.items() if name in lines} | coded:
        yield f"SELECT f.place, {_listed(links)} FROM failing AS f JOIN lines AS t ON t.row = f.line_row"
    if coded:
        of_claim = "JOIN lines AS t ON t.claim_id = f.claim_id WHERE f.line_row IS NULL"
        yield f"SELECT f.place, {_listed(coded)} FROM failing AS f {of_claim}"
    claims = given.get("claims", ())
    if links := {name: LINKS[name] for name in ("visit_id", "worker_number") if name in claims}:
        yield f"SELECT f.place, {_listed(links)} FROM failing AS f JOIN claims AS t ON t.claim_id = f.claim_id"


def _listed(cells: Mapping[str, str]) -> str:
    kinds = ", ".join(map(literal, cells.values()))
    return f"unnest([{kinds}]), unnest([{', '.join(key(kind, f't.{name}') for name, kind in cells.items())}])"
