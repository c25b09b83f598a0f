"""How the time of ten billing queries grows with the batch: whole processes over ever larger Parquet files.

    python benchmarks/growth.py [--lines 1e5 --lines 1e7 --lines 1e8] [--memory 2000] [--rounds 3]

Each size is a batch of its own and a multiple of the one before. The goal is that the largest takes no more than its
multiple of the smallest; what each step costs against its multiple, and the same for the bare scan, is printed beside
it, since a batch of 1e5 lines is mostly the start of a process. Exits 1 where the goal is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from goals import Goal, report
from processes import Run, compared, ratio

BILLING = str(Path(__file__).with_name("billing.py"))


def measured(folder: Path, lines: int, memory: int, rounds: int) -> dict[str, list[Run]]:
    """The runs over a batch of so many lines, by the bare scan and by the engine; the batch is gone afterwards."""
    here = [sys.executable, BILLING, "--memory", str(memory), "--folder", str(folder)]
    subprocess.run([*here, "--one", "batch", "--lines", str(lines)], check=True)
    runs = compared({name: [*here, "--one", name] for name in ("scan", "engine")}, rounds)
    if any(each.code for made in runs.values() for each in made):
        sys.exit("a run failed")
    return runs


def against_linear(runs: Mapping[int, Mapping[str, Sequence[Run]]], name: str, small: int, large: int) -> float:
    """How much longer than its multiple of the lines the larger batch takes."""
    return ratio(runs[large][name], runs[small][name]) / (large / small)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=float, action="append")
    parser.add_argument("--memory", type=int, default=2000, help="MiB")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    sizes = sorted(map(int, asked.lines or (1e5, 1e6, 1e7, 1e8)))
    runs: dict[int, dict[str, list[Run]]] = {}
    for lines in sizes:
        with tempfile.TemporaryDirectory() as folder:
            runs[lines] = measured(Path(folder), lines, asked.memory, asked.rounds)
        print(f"{lines:.0e} lines: {ratio(runs[lines]['engine'], runs[lines]['scan']):.1f} x the bare scan", flush=True)
    for small, large in pairwise(sizes):
        steps = (f"{name} {against_linear(runs, name, small, large):.2f} x linear" for name in ("scan", "engine"))
        print(f"from {small:.0e} to {large:.0e}: {', '.join(steps)}")
    whole = against_linear(runs, "engine", sizes[0], sizes[-1])
    what = f"growth from {sizes[0]:.0e} to {sizes[-1]:.0e} lines, against linear"
    return report([Goal(what, whole, 1, at_most=True)])


if __name__ == "__main__":
    sys.exit(main())
