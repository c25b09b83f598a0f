"""How fast YAML is read: ours against the parser's bare event loop, ruamel's safe loader and its round-trip loader.

Prints times of one text and, what holds on other machines, their ratios, all from one run; then the memory that the
nodes of a thousand files hold: ``python benchmarks/yaml_reading.py``.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

from _ruamel_yaml import CParser
from institution_files import lines
from ruamel.yaml import YAML

from wicheck.yamlio import read_text

ROUNDS = 300
SLOW_ROUNDS = 10
FILES = 1000


def institution(number: int = 0) -> str:
    return "\n".join(lines(number)) + "\n"


def bare(text: str) -> None:
    next_event = CParser(text).get_event
    while next_event() is not None:
        pass


def ours(text: str) -> None:
    read_text(text, "a.yaml")


def safe(text: str) -> None:
    YAML(typ="safe").load(text)


def round_trip(text: str) -> None:
    YAML(typ="rt").load(text)


def quickest(text: str, readers: dict[Callable[[str], None], int]) -> dict[str, float]:
    """Each reader's best time, the readers taking turns so that a busy machine slows all of them."""
    best = dict.fromkeys(readers, float("inf"))
    for turn in range(max(readers.values())):
        for reader, rounds in readers.items():
            if turn < rounds:
                start = time.perf_counter()
                reader(text)
                best[reader] = min(best[reader], time.perf_counter() - start)
    return {reader.__name__: seconds for reader, seconds in best.items()}


def held_by_files() -> int:
    """The bytes that the nodes of ``FILES`` files hold together."""
    tracemalloc.start()
    kept = [read_text(institution(number), "a.yaml") for number in range(FILES)]
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held


def main() -> None:
    text = institution()
    size = len(text.encode())
    times = quickest(text, {bare: ROUNDS, ours: ROUNDS, safe: SLOW_ROUNDS, round_trip: SLOW_ROUNDS})
    print(f"{len(text.splitlines())} lines, {size} bytes")
    for name, seconds in times.items():
        ratio = seconds / times["ours"]
        print(f"{name:10} {seconds * 1e3:8.3f} ms {size / seconds / 1e6:6.1f} MB/s {ratio:6.2f} x ours")
    print(f"{FILES} files together: {held_by_files() / 2**20:.0f} MiB of nodes")


if __name__ == "__main__":
    main()
