"""The HTML report of 10 000 findings: how large it is, and how long it takes beside writing their JSON; and what the
JSON report adds to a check of 1 000 dossiers.

    python benchmarks/reports.py [--findings 10000] [--dossiers 1000] [--rounds 5]

Judges invented institutions of 200 lines by one pack, then writes the same report in both formats, in turn: once as a
run has it, where findings are shaped while they are written, and once as read back from its JSON, where writing is all
there is; and all findings once more as if they were of one dossier. Peak memory is of a process of its own that reads
the report back and writes it. What JSON adds is processor time of whole checks in turn, with the report and without it.
Exits 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import Any

from goals import Goal, report
from institution_files import write_files
from processes import compared, cpu_ratio, peak

from wicheck.checking import Inputs, check
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.plugins import workshop
from wicheck.reporting import reported
from wicheck.reports import Report, WriteOptions, writer
from wicheck.reports.output import pieces
from wicheck.reports.reading import report_of
from wicheck.session import Request

PACK = "ningxia-2025"
MEBIBYTE = 2**20
WRITE = """\
import json, sys
from pathlib import Path
from wicheck.reports import WriteOptions, writer
from wicheck.reports.output import to_file
from wicheck.reports.reading import report_of
data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
to_file(writer(sys.argv[2]).write(report_of(data), WriteOptions()), Path(sys.argv[3]))
"""


Made = Callable[[], Report]
"""Gives the same report, as if nobody had looked into it before: what one writer has put together serves the next."""


def judged(folder: Path, institutions: int) -> Made:
    write_files(folder, institutions)
    library = Library(Schemas(), workshop())
    done = check(library, Inputs((folder,)), Request((PACK,)), date(2026, 3, 10))
    return lambda: reported(done, library.schemas)


def of_findings(wanted: int) -> Made:
    """A report of at least ``wanted`` findings and no institution more than that takes; files are named from here."""
    each = judged(Path("one"), 1)().totals["findings"]
    return judged(Path("institutions"), -(-wanted // each))


def read_back(file: Path) -> Report:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report_of(data)


def of_one_dossier(made: Report) -> Report:
    first, *_ = made.dossiers
    counts = dict(Counter(finding["verdict"] for finding in made.findings))
    return made._replace(dossiers=[{**first, "counts": counts}])


def written(made: Report, name: str) -> int:
    """Bytes of the whole report."""
    return sum(map(len, pieces(writer(name).write(made, WriteOptions()))))


def seconds(made: Made, name: str) -> float:
    report = made()
    start = time.process_time()
    written(report, name)
    return time.process_time() - start


def slower(made: Made, rounds: int) -> float:
    """How many times as long HTML takes as JSON: the median of ratios, each of two writings in turn."""
    ratios = [seconds(made, "html") / seconds(made, "json") for _ in range(rounds)]
    return statistics.median(ratios)


def memory(file: Path, rounds: int) -> float:
    """Peak MiB beyond what reading the report and writing it as JSON takes."""
    commands = {
        name: [sys.executable, "-c", WRITE, str(file), name, str(file.with_suffix(f".again.{name}"))]
        for name in ("json", "html")
    }
    runs = compared(commands, rounds)
    return peak(runs["html"]) - peak(runs["json"])


def with_report(folder: Path, dossiers: int, rounds: int) -> float:
    """How many times the processor time of a check (``-q``) one takes that writes its JSON report too."""
    write_files(folder, dossiers)
    check = [sys.executable, "-m", "wicheck", "check", str(folder), "--pack", PACK, "-q"]
    target = folder.with_suffix(".json")
    runs = compared({"none": check, "json": [*check, "--report", f"json={target}"]}, rounds)
    print(f"JSON of {dossiers} dossiers: {target.stat().st_size / MEBIBYTE:.0f} MiB")
    return cpu_ratio(runs["json"], runs["none"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--dossiers", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        with chdir(name):
            run = of_findings(asked.findings)
        file = Path(name) / "report.json"
        file.write_bytes(b"".join(pieces(writer("json").write(run(), WriteOptions()))))
        again = read_back(file)
        extra = memory(file, 1)
        added = with_report(Path(name) / "dossiers", asked.dossiers, asked.rounds)
    one = of_one_dossier(again)
    gc.disable()  # as the program itself does
    sizes = {each: written(again, each) / MEBIBYTE for each in ("json", "html")}
    print(f"{len(again.findings)} findings of {len(again.dossiers)} institutions, in MiB:", rounded(sizes))
    return report(
        [
            Goal("size of the HTML", sizes["html"], 5, at_most=True, unit="MiB"),
            Goal("size of the HTML, one dossier", written(one, "html") / MEBIBYTE, 5, at_most=True, unit="MiB"),
            Goal("HTML against JSON, from a run", slower(run, asked.rounds), 3, at_most=True),
            Goal("HTML against JSON, read back", slower(lambda: again, asked.rounds), 3, at_most=True),
            Goal("HTML against JSON, one dossier", slower(lambda: one, asked.rounds), 3, at_most=True),
            Goal("check with its JSON report against the check alone", added, 1.2, at_most=True),
            Goal("memory beyond writing the JSON", extra, 40, at_most=True, unit="MiB"),
        ]
    )


def rounded(sizes: dict[str, float]) -> dict[str, float]:
    return {name: round(size, 2) for name, size in sizes.items()}


if __name__ == "__main__":
    sys.exit(main())
