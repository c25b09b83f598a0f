"""One engine for all tests with Spark: it takes seconds to start. Its Java compiles fast rather than well.

It works in a folder whose name means something else in an address: every test goes through it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

from wicheck.engines.interface import Limits

SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
LIMITS = Limits(threads=1)
FOLDER = "费用 100%25 #1"


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    from wicheck.engines.spark.host import SparkEngine

    before = os.environ.get("JAVA_TOOL_OPTIONS")
    os.environ["JAVA_TOOL_OPTIONS"] = SMALL
    folder, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("spark") / FOLDER)
    os.mkdir(tempfile.tempdir)  # noqa: PTH102
    try:
        engine = SparkEngine(LIMITS)
    finally:
        tempfile.tempdir = folder
        os.environ.pop("JAVA_TOOL_OPTIONS")
        if before is not None:
            os.environ["JAVA_TOOL_OPTIONS"] = before
    with engine:
        yield engine
