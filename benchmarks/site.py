"""The site: how long it takes to build, how that grows with packs, and how heavy its pages are.

    python benchmarks/site.py [--packs 50]

Builds the Chinese site as ``mkdocs build --strict`` does: with the packs there are, with half as many invented packs
beside them, and with all. The invented ones are copies of one region's pack under other names, examples included.
Growth is linear where the second half costs no more than the first. Exits 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from goals import Goal, report

from wicheck.documents.data import data_folder
from wicheck.site import MORE_POLICIES

ROOT = Path(__file__).parent.parent
SOURCE = "jinhua-2020"
KIBIBYTE = 1024


class Built(NamedTuple):
    """One build: seconds of the processor, and the size of every page as it is and as it is sent."""

    seconds: float
    sizes: list[int]
    sent: list[int]


def invented(folder: Path, count: int) -> Path:
    """A folder with ``count`` packs, each with clauses, a region and a division of its own."""
    for number in range(count):
        name = f"place{number}"
        for file in (data_folder("policies") / SOURCE).rglob("*.yaml"):
            text = re.sub(r"\bjinhua-", f"{name}-", file.read_text(encoding="utf-8"))
            if file.name == "pack.yaml":
                text = text.replace("zh: 金华, en: Jinhua", f"zh: 地方{number}, en: Place {number}")
                text = text.replace('"330700"', f'"99{number:02}00"')
            target = folder / f"{name}-2020" / file.relative_to(data_folder("policies") / SOURCE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, count: int) -> Built:
    target = folder / f"site{count}"
    policies = invented(folder / f"packs{count}", count) if count else None
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", MORE_POLICIES: str(policies or "")}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "-f",
        "site/mkdocs.yml",
        "-d",
        str(target),
    ]
    before = processor()
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    seconds = processor() - before
    pages = [page.read_bytes() for page in target.rglob("*.html")]
    return Built(seconds, [len(page) for page in pages], [len(gzip.compress(page)) for page in pages])


def processor() -> float:
    """Processor seconds of all programs run so far: what else the machine does is no finding."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def goals(first: Built, half: Built, whole: Built) -> list[Goal]:
    growth = (whole.seconds - half.seconds) / (half.seconds - first.seconds)
    return [
        Goal("processor time for the packs there are", first.seconds, 30, at_most=True, unit="s"),
        Goal("the second half of the invented packs beside the first", growth, 1.5, at_most=True),
        Goal("the median page, as sent", statistics.median(first.sent) / KIBIBYTE, 15, at_most=True, unit="KiB"),
        Goal("the heaviest page, as sent", max(first.sent) / KIBIBYTE, 60, at_most=True, unit="KiB"),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packs", type=int, default=50)
    count = parser.parse_args().packs
    with tempfile.TemporaryDirectory() as name:
        runs = [built(Path(name), each) for each in (0, count // 2, count)]
    for number, run in zip((0, count // 2, count), runs, strict=True):
        heaviest = max(run.sizes) / KIBIBYTE
        print(f"{number} more packs: {len(run.sizes)} pages in {run.seconds:.1f} s, the heaviest {heaviest:.0f} KiB")
    return report(goals(*runs))


if __name__ == "__main__":
    raise SystemExit(main())
