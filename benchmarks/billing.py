"""Billing: ten queries over a Parquet batch, by the engine, by hand, and the bare reading of the file, in one run.

``python benchmarks/billing.py --lines 1e7 [--memory 256] [--reversals]`` prints how many times longer the ten queries
take than reading the columns once, by hand (plain DuckDB) and by the engine, and the largest process of each.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from goals import Goal, report
from processes import compared, peak, ratio

LINES = """
SELECT CAST(i AS VARCHAR) AS line_number, 'C' || (i // 50) AS claim_id,
       DATE '2026-01-01' + CAST((i // 50) % 300 + i % 10 AS INTEGER) AS service_on,
       'X' || lpad(CAST(hash(i) % 3000 AS VARCHAR), 8, '0') AS catalogue_code,
       CASE hash(i) % 3 WHEN 0 THEN 'drug' WHEN 1 THEN 'item' ELSE 'rehabilitation_item' END AS catalogue_kind,
       CAST({quantity} AS DECIMAL(18,6)) AS quantity, CAST({price} AS DECIMAL(18,6)) AS unit_price_amount,
       CAST({quantity} * {price} + CASE WHEN i % 1000 = 5 THEN 1 ELSE 0 END AS DECIMAL(18,6)) AS amount,
       CAST({quantity} * {price} AS DECIMAL(18,6)) AS fund_amount,
       CAST(0 AS DECIMAL(18,6)) AS personal_amount, i % 5000 <> 7 AS injury_related, {reversed} AS reversed_line_number
FROM range({lines}) AS t(i)
"""
CLAIMS = """
SELECT 'C' || i AS claim_id, DATE '2026-01-01' + CAST(i % 300 AS INTEGER) AS starts_on,
       DATE '2026-01-10' + CAST(i % 300 AS INTEGER) AS ends_on, CAST(20000 AS DECIMAL(18,6)) AS total_amount
FROM range({claims}) AS t(i)
"""
ENTRIES = """
SELECT 'D' AS catalogue_id, 'X' || lpad(CAST(i AS VARCHAR), 8, '0') AS code, DATE '2020-01-01' AS valid_from,
       CAST(250 + i / 50 AS DECIMAL(18,6)) AS ceiling_amount
FROM range(2990) AS t(i)
"""
OF_LINES = "SELECT claim_id, row AS line_row, 'fail' AS verdict, {amount} AS amount FROM net_lines WHERE {condition}"
JOINED = "SELECT l.claim_id, l.row AS line_row, 'fail' AS verdict, {amount} AS amount FROM net_lines AS l {rest}"
TWICE = """
JOIN (SELECT claim_id, catalogue_code, service_on, min(row) AS first FROM net_lines
      GROUP BY claim_id, catalogue_code, service_on HAVING count(*) > 1) AS d
    ON d.claim_id = l.claim_id AND d.catalogue_code = l.catalogue_code AND d.service_on = l.service_on
WHERE l.row > d.first
"""
PRICED = "JOIN catalogue AS c ON c.code = l.catalogue_code AND l.service_on >= c.valid_from"
DURING = "JOIN claims AS c ON c.claim_id = l.claim_id"
QUERIES = {
    "arithmetic": OF_LINES.format(
        amount="abs(amount - quantity * unit_price_amount)",
        condition="(amount = round(quantity * unit_price_amount, 2)) IS NOT TRUE",
    ),
    "negative": OF_LINES.format(amount="0", condition="quantity < 0 OR amount < 0"),
    "parts": OF_LINES.format(
        amount="amount - fund_amount - personal_amount",
        condition="(fund_amount + personal_amount >= amount) IS NOT TRUE",
    ),
    "unrelated": OF_LINES.format(amount="fund_amount", condition="(injury_related OR fund_amount = 0) IS NOT TRUE"),
    "many": OF_LINES.format(amount="amount", condition="(quantity <= 5) IS NOT TRUE"),
    "ceiling": JOINED.format(
        amount="(l.unit_price_amount - c.ceiling_amount) * l.quantity",
        rest=f"{PRICED} WHERE (l.unit_price_amount <= c.ceiling_amount) IS NOT TRUE",
    ),
    "outside_catalogue": JOINED.format(
        amount="l.amount", rest="WHERE NOT EXISTS (SELECT 1 FROM catalogue AS c WHERE c.code = l.catalogue_code)"
    ),
    "twice": JOINED.format(amount="l.amount", rest=TWICE),
    "outside_stay": JOINED.format(
        amount="l.amount",
        rest=f"{DURING} WHERE (l.service_on BETWEEN c.starts_on AND c.ends_on) IS NOT TRUE",
    ),
    "total": """
        SELECT c.claim_id, NULL AS line_row, 'fail' AS verdict, s.amount - c.total_amount AS amount
        FROM claims AS c JOIN (SELECT claim_id, sum(amount) AS amount FROM net_lines GROUP BY claim_id) AS s
            ON s.claim_id = c.claim_id
        WHERE (s.amount <= c.total_amount) IS NOT TRUE""",
}
SCAN = """
SELECT sum(row), max(length(line_number)), max(length(claim_id)), max(service_on + 1), max(length(catalogue_code)),
       max(length(catalogue_kind)), sum(quantity), sum(unit_price_amount), sum(amount), sum(fund_amount),
       sum(personal_amount), sum(CAST(injury_related AS INTEGER)), max(length(reversed_line_number)) FROM lines
"""


def generate(folder: Path, lines: int, reversals: bool) -> None:
    """One hospital's batch: fifty lines a claim, one in five hundred of them a reversal where wanted."""
    import duckdb

    refund = "i % 500 = 499" if reversals else "false"
    quantity = f"(CASE WHEN {refund} THEN -1 ELSE 1 + hash(i + 2) % 5 END)"
    number = f"CASE WHEN {refund} THEN CAST(i - 1 - hash(i) % 40 AS VARCHAR) END"
    texts = {
        "lines": LINES.format(lines=lines, quantity=quantity, price="(1 + (hash(i) % 3000) / 10)", reversed=number),
        "claims": CLAIMS.format(claims=lines // 50),
        "entries": ENTRIES,
    }
    connection = duckdb.connect(config={"preserve_insertion_order": "false"})
    for name, text in texts.items():
        connection.execute(f"COPY ({text}) TO '{folder / name}.parquet' (FORMAT parquet)")


def by_hand(folder: Path, memory: int, texts: list[str]) -> None:
    """Plain DuckDB over views; every row is looked at, none is kept."""
    import duckdb

    connection = duckdb.connect(
        config={
            "memory_limit": f"{memory}MiB",
            "preserve_insertion_order": "false",
            "temp_directory": str(folder / "spill"),
        }
    )
    for name in ("lines", "claims", "entries"):
        read = f"read_parquet('{folder / name}.parquet', file_row_number = true)"
        connection.execute(f"CREATE VIEW {name} AS SELECT *, file_row_number AS row FROM {read}")  # noqa: S608
    connection.execute("CREATE VIEW net_lines AS FROM lines; CREATE TABLE catalogue AS FROM entries")
    for text in texts:
        connection.execute(text).fetchall()


def by_engine(folder: Path, memory: int) -> None:
    from wicheck.claims.tables import tables
    from wicheck.documents.schemas import Schemas
    from wicheck.engines.duckdb.host import DuckdbEngine
    from wicheck.engines.interface import MIB, Batch, Limits

    made = {name: table.request([]) for name, table in tables(Schemas()).items()}
    for name in ("lines", "claims", "entries"):
        made[name]["sources"].append(source(folder / f"{name}.parquet"))
    start = time.perf_counter()
    with DuckdbEngine(Limits(memory_bytes=memory * MIB)) as engine:
        engine.open(Batch(made, {}))
        opened = time.perf_counter()
        found = engine.judge([asked(name, text) for name, text in QUERIES.items()], date(2026, 12, 1))
    print(f"opened {opened - start:.2f} s, judged {time.perf_counter() - opened:.2f} s", file=sys.stderr)
    for name, answer in found.answers.items():
        if answer.failure is not None:
            sys.exit(f"{name}: {answer.failure.message.en}")


def source(path: Path) -> dict:
    from wicheck.claims.parquet_names import parquet_names

    return {
        "format": "parquet",
        "shown": path.name,
        "path": str(path),
        "names": {name: name for name in parquet_names(path)},
    }


def asked(name: str, text: str):
    from wicheck.model import Asked, Bearer, Population, Query, Verdict, same

    view = "claims" if name == "total" else "net_lines"
    none = same(name), None, None, None
    query = Query(
        name, same(name), *none, Bearer.INSTITUTION, (Population(view),), {}, Verdict.UNKNOWN, {}, {}, {}, None, text,
        built_in=True,
    )  # fmt: skip
    return Asked(name, query, {}, Bearer.INSTITUTION)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=float, default=1e6)
    options.add_argument("--memory", type=int, default=1050, help="MiB")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--reversals", action="store_true")
    options.add_argument("--one", choices=["batch", "scan", "hand", "engine"], help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one == "batch":
        generate(chosen.folder, int(chosen.lines), chosen.reversals)
    elif chosen.one == "engine":
        by_engine(chosen.folder, chosen.memory)
    elif chosen.one:
        by_hand(chosen.folder, chosen.memory, [SCAN] if chosen.one == "scan" else list(QUERIES.values()))
    else:
        return compare(int(chosen.lines), chosen.memory, chosen.rounds, chosen.reversals)
    return 0


def compare(lines: int, memory: int, rounds: int, reversals: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        here = [sys.executable, __file__, "--memory", str(memory), "--folder", folder]
        # By a process of its own: what this one has held in memory would count as that of all it starts.
        batch = [*here, "--one", "batch", "--lines", str(lines), *(["--reversals"] if reversals else [])]
        subprocess.run(batch, check=True)
        runs = compared({name: [*here, "--one", name] for name in ("scan", "hand", "engine")}, rounds)
    if any(each.code for of_kind in runs.values() for each in of_kind):
        sys.exit("a run failed")
    for name, made in runs.items():
        print(f"{name:8} {ratio(made, runs['scan']):6.1f} x the bare scan, {peak(made):5.0f} MiB")
    goals = [
        Goal("ten queries by the engine, against the bare scan", ratio(runs["engine"], runs["scan"]), 10, at_most=True),
        Goal("the same, against the queries by hand", ratio(runs["engine"], runs["hand"]), 1.3, at_most=True),
        Goal("largest process", peak(runs["engine"]), 400 if memory <= 256 else 1.2 * 1024, at_most=True, unit="MiB"),
    ]
    return report(goals)


if __name__ == "__main__":
    sys.exit(main())
