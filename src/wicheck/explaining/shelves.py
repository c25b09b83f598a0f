"""What explanations draw on, put together from a library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from wicheck.engines.interface import DUCKDB, MIB, Limits
from wicheck.explaining.rule import Shelf
from wicheck.library import Library
from wicheck.packs.topics import topics
from wicheck.proving.billing import ExampleBilling

_LIMITS = Limits(memory_bytes=256 * MIB, threads=1, seconds=60)


@contextmanager
def shelf_of(library: Library) -> Iterator[Shelf]:
    """A shelf with an engine for the examples of billing rules, opened for the first of them, where it is installed."""
    shop = library.workshop
    with ExampleBilling(library.schemas, lambda: shop.engine(DUCKDB, _LIMITS)) as billing:
        yield Shelf(library.schemas, shop, topics(library.roots), billing if find_spec(DUCKDB) else None)
