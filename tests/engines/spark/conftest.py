"""One engine for all tests with Spark: it takes seconds to start. Its Java compiles fast rather than well."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from wicheck.engines.interface import Limits

SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
LIMITS = Limits(threads=1)


@pytest.fixture(scope="session")
def spark() -> Iterator[object]:
    from wicheck.engines.spark.host import SparkEngine

    before = os.environ.get("JAVA_TOOL_OPTIONS")
    os.environ["JAVA_TOOL_OPTIONS"] = SMALL
    try:
        engine = SparkEngine(LIMITS)
    finally:
        os.environ.pop("JAVA_TOOL_OPTIONS")
        if before is not None:
            os.environ["JAVA_TOOL_OPTIONS"] = before
    with engine:
        yield engine
