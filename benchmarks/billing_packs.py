"""Billing: every query that a pack asks of a large Parquet batch, by the engine, by hand, and the bare reading of the
lines, in one run.

``python benchmarks/billing_packs.py --pack ningxia-2025 --lines 1e7 [--memory 256]``

The batch is one of ``wicheck synth``, whose hospital is repeated as other people's claims; what was planted in it is
there once. *By hand* is plain DuckDB: the same texts over the same views, every row fetched. ``--profile`` tells the
processor seconds of each query by hand.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import resource
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from goals import Goal, report
from processes import compared, peak, ratio

SEEN_ON = "2026-04-25"
_ONE_HOSPITAL = 100_000
_PLANTED = r"-\d+\.\d+\.\d+"
_OWN = {
    "bed_number",
    "card_number",
    "claim_id",
    "from_visit_id",
    "inpatient_number",
    "order_id",
    "recognition_number",
    "to_visit_id",
    "trace_code",
    "transfer_id",
    "visit_id",
    "worker_number",
}
"""What must differ from one hospital to the next, beside identity numbers."""
_AT_ONCE = 10_000


def generate(folder: Path, pack: str, lines: int) -> None:
    """Write the batch, and what the pack asks of it: the small batch tells, since it has every kind of row."""
    base = min(lines, _ONE_HOSPITAL)
    synth = [sys.executable, "-m", "wicheck", "synth", "claims", "--pack", pack, "--lines", str(base), "--seed", "1"]
    subprocess.run([*synth, "--output", str(folder / "synth")], check=True, stdout=subprocess.DEVNULL)
    batch = folder / "synth" / "batch"
    document = batch / "claims.yaml"
    document.write_text(document.read_text(encoding="utf-8").replace('.csv"', '.parquet"'), encoding="utf-8")
    enlarge(batch, 1)
    (folder / "asked.json").write_bytes(record(folder, pack))
    enlarge(batch, lines // base)


def enlarge(batch: Path, copies: int) -> None:
    """Each table of the claims as Parquet, its hospital ``copies`` times."""
    import duckdb

    from wicheck.claims.tables import tables
    from wicheck.documents.schemas import Schemas

    connection = duckdb.connect(config={"preserve_insertion_order": "false"})
    known = tables(Schemas())
    for path in sorted(batch.glob("*.csv")):
        if path.stem in known:
            forms = known[path.stem].forms
            read = f"read_csv('{path}', all_varchar = true, header = true)"
            columns = [name for name, *_ in connection.execute(f"DESCRIBE FROM {read}").fetchall()]
            planted = f"regexp_matches(concat_ws(' ', {', '.join(columns)}), '{_PLANTED}')"
            cells = ", ".join(f"{_typed(_own(name), forms[name])} AS {name}" for name in columns)
            rows = f"FROM {read}, range({copies}) AS copy(n) WHERE n = 0 OR NOT {planted}"
            order = " ORDER BY n" if path.stem == "lines" else ""
            connection.execute(f"COPY (SELECT {cells} {rows}{order}) TO '{path.with_suffix('.parquet')}'")


def _own(name: str) -> str:
    if name.endswith("identity_number"):
        return f"CASE WHEN n > 0 THEN lpad(CAST(999999 - n AS VARCHAR), 6, '0') || substr({name}, 7) ELSE {name} END"
    return f"CASE WHEN n > 0 THEN {name} || '-' || n ELSE {name} END" if name in _OWN else name


def _typed(cell: str, form: dict[str, Any]) -> str:
    """A cell as an export to Parquet has it; where 无 may stand, a column of texts."""
    kinds = {"number": "DECIMAL(18,6)", "date": "DATE", "datetime": "TIMESTAMP"}
    if form["kind"] == "boolean":
        return f"{cell} = '是'"
    kind = kinds.get(form["kind"])
    return cell if kind is None or form.get("none") else f"CAST({cell} AS {kind})"


def arguments(folder: Path, pack: str) -> list[str]:
    settings = ["--settings", str(folder / "synth" / "settings.yaml")]
    return ["check", str(folder / "synth" / "batch"), "--pack", pack, "--on", SEEN_ON, *settings]


def record(folder: Path, pack: str) -> bytes:
    """What a check asks of the batch: the queries that run, the tables, what the batch is held against."""
    from wicheck.cli.app import run
    from wicheck.engines.duckdb import answers, wire
    from wicheck.engines.duckdb.host import DuckdbEngine

    made: dict[str, Any] = {"queries": [], "parameters": []}
    judge, take = DuckdbEngine.judge, DuckdbEngine.open

    def opened(self, batch, *rest):
        made["tables"], made["references"] = batch.tables, batch.references
        return take(self, batch, *rest)

    def judged(self, asked, on, *rest, **more):
        found = judge(self, asked, on, *rest, **more)
        ran = [each for each in asked if found.answers[each.rule].judged and not found.answers[each.rule].failure]
        made["parameters"] += [[each.rule, *row] for each in asked for row in each.dated]
        made["queries"] += [[each.rule, each.query.sql, answers.bound(each, on)] for each in ran]
        return found

    DuckdbEngine.open, DuckdbEngine.judge = opened, judged
    try:
        with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
            run(arguments(folder, pack))
    finally:
        DuckdbEngine.open, DuckdbEngine.judge = take, judge
    return wire.line(made)


def by_hand(folder: Path, memory: int, profile: bool) -> None:
    """Plain DuckDB over views; every row is fetched, none is kept."""
    import duckdb

    from wicheck.engines.duckdb import wire
    from wicheck.engines.duckdb.guard import read
    from wicheck.engines.duckdb.loading import load
    from wicheck.engines.duckdb.views import Views

    made = wire.message((folder / "asked.json").read_bytes())
    spill = str(folder / "spill")
    connection = duckdb.connect(config={"memory_limit": f"{memory}MiB", "temp_directory": spill})
    given = {name: table for name, table in made["tables"].items() if table["sources"]}
    with tempfile.TemporaryDirectory() as workspace:
        load(connection, {"tables": given, "workspace": workspace})
        columns = {name: table["columns"] for name, table in made["tables"].items()}
        views = Views(connection, columns, given, {**made["references"], "parameters": made["parameters"]})
        for rule, text, values in made["queries"]:
            reading = read(connection, text, views.names)
            views.need(reading.views)
            before = _processor_seconds()
            found = connection.execute(text, {name: values[name] for name in reading.values})
            count = sum(map(len, iter(partial(found.fetchmany, _AT_ONCE), [])))
            if profile:
                print(f"{_processor_seconds() - before:7.2f} s {count:9} rows  {rule}", file=sys.stderr)


def scan(folder: Path) -> None:
    """Every cell of the lines read once."""
    import duckdb

    path = folder / "synth" / "batch" / "lines.parquet"
    described = duckdb.sql(f"DESCRIBE FROM '{path}'").fetchall()
    cells = [f"max(length({name}))" if kind == "VARCHAR" else f"max({name})" for name, kind, *_ in described]
    duckdb.sql(f"SELECT {', '.join(cells)} FROM '{path}'").fetchall()  # noqa: S608


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pack", default="ningxia-2025")
    options.add_argument("--lines", type=float, default=1e6)
    options.add_argument("--memory", type=int, default=1050, help="MiB")
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--profile", action="store_true", help="processor seconds of each query by hand, nothing else")
    options.add_argument("--one", choices=["batch", "scan", "hand"], help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one == "batch":
        generate(chosen.folder, chosen.pack, int(chosen.lines))
    elif chosen.one == "scan":
        scan(chosen.folder)
    elif chosen.one:
        by_hand(chosen.folder, chosen.memory, chosen.profile)
    else:
        with tempfile.TemporaryDirectory() as folder:
            return compare(Path(folder), chosen)
    return 0


def compare(folder: Path, chosen: argparse.Namespace) -> int:
    here = [sys.executable, __file__, "--memory", str(chosen.memory), "--folder", str(folder), "--one"]
    # By a process of its own: what this one has held in memory would count as that of all it starts.
    batch = [*here, "batch", "--pack", chosen.pack, "--lines", str(chosen.lines)]
    subprocess.run(batch, check=True)
    if chosen.profile:
        by_hand(folder, chosen.memory, profile=True)
        return 0
    engine = [sys.executable, "-m", "wicheck", *arguments(folder, chosen.pack), "--memory", f"{chosen.memory}MB"]
    runs = compared({"scan": [*here, "scan"], "hand": [*here, "hand"], "engine": engine}, chosen.rounds)
    if any(each.code not in {0, 1} for of_kind in runs.values() for each in of_kind):  # 1: something was found
        sys.exit("a run failed")
    rules = len(json.loads((folder / "asked.json").read_text(encoding="utf-8"))["queries"])
    for name, made in runs.items():
        print(f"{name:8} {ratio(made, runs['scan']):6.1f} x the bare scan, {peak(made):5.0f} MiB")
    per_ten = ratio(runs["engine"], runs["scan"]) / rules * 10
    goals = [
        Goal(f"ten of {rules} queries by the engine, against the bare scan", per_ten, 10, at_most=True),
        Goal("all of them, against the queries by hand", ratio(runs["engine"], runs["hand"]), 1.3, at_most=True),
        Goal(
            "largest process",
            peak(runs["engine"]),
            400 if chosen.memory <= 256 else 1.2 * 1024,
            at_most=True,
            unit="MiB",
        ),
    ]
    return report(goals)


if __name__ == "__main__":
    sys.exit(main())
