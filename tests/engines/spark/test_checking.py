"""A check with Spark from beginning to end: the examples for newcomers come to the same report as with DuckDB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.engines.spark.conftest import SMALL

EXAMPLES = Path(__file__).parents[3] / "examples"
BATCHES = [str(EXAMPLES / name) for name in ("claims-month", "claims-export")]
ASKED = ["check", *BATCHES, "--pack", "宁夏", "--on", "2026-06-01", "--format", "json"]


def report(*more: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "wicheck", *ASKED, *more],
        env={**os.environ, "JAVA_TOOL_OPTIONS": SMALL},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.needs("java", "pyspark")
def test_the_batches_among_the_examples_come_to_the_same_report() -> None:
    wanted = report()

    assert report("--engine", "spark", "--spark-master", "local[1]") == wanted
    at_risk = {each["record"]["id"] for each in wanted["billing"] if each["amount"]}
    assert len(at_risk) == len(BATCHES)
