"""What it costs to take in a batch, against the least that it could: ratios of one run, in turn.

    python benchmarks/intake.py [--lines 1000000] [--rows 50000] [--rounds 5]

A CSV export with the national interface's headers, read and typed, against a bare typed scan of the same file by the
database; the same in GB18030 against UTF-8; a claims document against the parser's event loop with a builder; the
example of a month's batch, from a cold start to its report, against the bare interpreter. All data are invented.
Exits 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import duckdb
import processes
from goals import Goal, report

from wicheck.builtin import wicheck_column_mappings
from wicheck.claims.gathering import Gathering, presets
from wicheck.claims.tables import tables
from wicheck.documents.files import SourceFile
from wicheck.documents.reading import Reader
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.loading import load
from wicheck.engines.interface import Limits as EngineLimits
from wicheck.model import Document, DocumentKind, Location
from wicheck.yamlio import Limits
from wicheck.yamlio.builder import build
from wicheck.yamlio.parsers import events_of

MONTH = ("check", str(Path(__file__).parents[1] / "examples" / "claims-month"), "--pack", "ningxia-2025")
SCHEMAS = Schemas()
TABLES = tables(SCHEMAS)
LIMITS = Limits(max_bytes=64 << 20, max_entries=10_000_000)
HEADER = (
    "feedetl_sn,setl_id,mdtrt_id,rx_drord_no,fee_ocur_time,cnt,pric,det_item_fee_sumamt,chrgitm_lv,med_list_codg,"
    "hilist_name,list_type,medins_list_codg,medins_list_name,med_chrgitm_type,spec,bilg_dept_codg,bilg_dr_codg,"
    "fulamt_ownpay_amt,inscp_scp_amt"
)
NUMBERS = {"cnt", "pric", "det_item_fee_sumamt", "fulamt_ownpay_amt", "inscp_scp_amt"}
NAMES = [f"示例注射液第{number}号（口服）" for number in range(800)]


def export_lines(count: int) -> Iterator[str]:
    """Lines as a hospital's system exports them."""
    chance = random.Random(1)
    yield HEADER
    for number in range(count):
        code, quantity, price = chance.randrange(800), chance.randrange(1, 9), chance.randrange(100, 99999)
        claim, amount = number // 60, f"{quantity * price / 100:.2f}"
        yield (
            f"{number},J2026{claim:08},Z2026{claim:08},Y{number // 3:09},2026-03-{1 + number % 28:02} "
            f"{number % 24:02}:30:00,{quantity}.0000,{price / 100:.6f},{amount},0{1 + code % 3},"
            f"XA{code:05}ABA075A0020101{code:05},{NAMES[code]},{(101, 201, 301)[code % 3]},{code:05},{NAMES[code]},"
            f"{code % 14 + 1:02},10mg*{code % 20}片,D{code % 30:03},DR{code % 300:04},0.00,{amount}"
        )


def write_exports(folder: Path, count: int) -> dict[str, Path]:
    made = {name: folder / f"{name}.csv" for name in ("utf_8", "gb18030")}
    with made["utf_8"].open("w", encoding="utf-8") as plain, made["gb18030"].open("w", encoding="gb18030") as chinese:
        for line in export_lines(count):
            plain.write(line + "\n")
            chinese.write(line + "\n")
    return made


def bare_scan(path: Path) -> None:
    """Every cell typed and looked at, nothing kept, nothing checked."""
    types = {name: "DECIMAL(18,6)" if name in NUMBERS else "VARCHAR" for name in HEADER.split(",")}
    types["fee_ocur_time"] = "TIMESTAMP"
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    looked_at = ", ".join(f"max({name})" for name in types)
    duckdb.connect().execute(
        f"SELECT {looked_at} FROM read_csv('{path}', columns = {{{columns}}}, header = true, auto_detect = false)"  # noqa: S608
    ).fetchall()


class Nearby:
    """Positions of a document in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = str(folder / "batch.yaml")

    def locate(self, path: object) -> Location:
        return Location(self._file, 1)


def intake(path: Path) -> None:
    """From the file to a table that queries can read, as ``wicheck check`` does it."""
    known = presets(wicheck_column_mappings(), SCHEMAS, TABLES)
    data = {"id": "b", "tables": {"lines": [path.name]}}
    gathering = Gathering(TABLES, lambda: known, [])
    gathered = gathering.gather(Document(DocumentKind.CLAIMS, "b", data, Nearby(path.parent)), [])
    workspace = Path(tempfile.mkdtemp())
    memory = EngineLimits().memory_bytes
    result = load(
        duckdb.connect(), {"tables": dict(gathered.tables), "workspace": str(workspace), "memory_bytes": memory}
    )
    if gathered.errors or result["rejects"]:
        raise RuntimeError(f"not taken in: {gathered.errors} {result}")
    shutil.rmtree(workspace)
    gathering.close()


def claims_document(rows: int) -> str:
    """A batch with its lines written into the document, one a line."""
    lines = [f"  - {{{', '.join(cells)}}}" for cells in map(document_cells, range(rows))]
    return "wicheck: claims/v1\nid: b\nlines:\n" + "\n".join(lines) + "\n"


def document_cells(number: int) -> list[str]:
    return [
        f"结算单号: J2026{number // 60:08}",
        f'明细号: "{number}"',
        f"费用日期: 2026-03-{1 + number % 28:02}",
        f"目录编码: XA{number % 800:05}",
        f"目录类别: {('药品', '诊疗项目')[number % 2]}",
        f"数量: {1 + number % 9}",
        "单价: 12.50",
        f"金额: {(1 + number % 9) * 12.5:.2f}",
    ]


def bare_events(text: str) -> None:
    build(events_of(text), "b.yaml", LIMITS.max_depth, careful=False)


def read_document(path: Path) -> None:
    reading = Reader(SCHEMAS, LIMITS).read(SourceFile(str(path), path.name, named=True))
    if reading.errors:
        raise RuntimeError(f"not read: {reading.errors[0]}")


def timed(steps: Mapping[str, Callable[[], None]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every step; they take turns, so that a busy machine slows all of them. The first round warms up."""
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(rounds + 1):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            if number:
                taken[name].append(time.perf_counter() - start)
    return taken


def ratio(taken: Mapping[str, list[float]], slow: str, fast: str) -> float:
    return statistics.median(a / b for a, b in zip(taken[slow], taken[fast], strict=True))


def measure(folder: Path, lines: int, rows: int, rounds: int) -> list[Goal]:
    exports = write_exports(folder, lines)
    document = folder / "batch.yaml"
    text = claims_document(rows)
    document.write_text(text, encoding="utf-8")
    steps: dict[str, Callable[[], None]] = {
        "bare scan": lambda: bare_scan(exports["utf_8"]),
        "UTF-8": lambda: intake(exports["utf_8"]),
        "GB18030": lambda: intake(exports["gb18030"]),
        "bare events": lambda: bare_events(text),
        "document": lambda: read_document(document),
    }
    taken = timed(steps, rounds)
    for name, seconds in taken.items():
        print(f"{name}: {min(seconds):.2f} s at best")
    return [
        Goal("CSV taken in, against a bare typed scan", ratio(taken, "UTF-8", "bare scan"), 3, at_most=True),
        Goal("GB18030 against UTF-8", ratio(taken, "GB18030", "UTF-8"), 1.5, at_most=True),
        Goal("claims document against bare events", ratio(taken, "document", "bare events"), 1.5, at_most=True),
        Goal("a small batch, cold, against the bare interpreter", small_batch(rounds * 2), 20, at_most=True),
    ]


def small_batch(rounds: int) -> float:
    """Whole processes: packs, documents, the engine's own process, every query, the report."""
    commands = {"check": (sys.executable, "-m", "wicheck", *MONTH), "nothing": (sys.executable, "-c", "pass")}
    runs = processes.compared(commands, rounds)
    for name, each in runs.items():
        print(f"{name}: {min(run.seconds for run in each) * 1000:.0f} ms at best")
    return processes.ratio(runs["check"], runs["nothing"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return report(measure(Path(folder), asked.lines, asked.rows, asked.rounds))


if __name__ == "__main__":
    sys.exit(main())
