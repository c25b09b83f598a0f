"""One engine for the tests that break nothing: its child takes a second to start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits


@pytest.fixture(scope="session")
def engine() -> Iterator[DuckdbEngine]:
    with DuckdbEngine(Limits(threads=1, shown=3)) as engine:
        yield engine
