"""Whole processes, timed in turn: ratios of one run, never a single time."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Programs are compared as they run every day: with their bytecode cached.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Run:
    """One finished process: wall and processor seconds, peak memory in MiB of its largest process, exit code."""

    seconds: float
    cpu: float
    peak_mib: float
    code: int


def run(command: Sequence[str]) -> Run:
    """Run ``command`` with its output thrown away."""
    with Path(os.devnull).open("wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, stdin=subprocess.DEVNULL, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def compared(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Each command once a round, in turn, so that a drifting machine slows all of them; the first round warms up."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            done = run(command)
            if number:
                runs[name].append(done)
    return runs


def ratio(slow: Sequence[Run], fast: Sequence[Run]) -> float:
    """How many times faster ``fast`` is: the median of the ratios round by round."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(slow, fast, strict=True))


def cpu_ratio(slow: Sequence[Run], fast: Sequence[Run]) -> float:
    """As ``ratio``, of processor time: what else the machine does matters less."""
    return statistics.median(a.cpu / b.cpu for a, b in zip(slow, fast, strict=True))


def peak(runs: Sequence[Run]) -> float:
    return max(each.peak_mib for each in runs)
