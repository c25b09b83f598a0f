"""What wicheck brings along, offered through the hooks that everybody else uses."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from wicheck import checks, facts
from wicheck.documents.data import data_folder
from wicheck.hookspecs import hookimpl

if TYPE_CHECKING:
    from wicheck.engines.interface import Engine, Limits


@hookimpl
def wicheck_policy_dirs() -> Iterable[Path]:
    return [data_folder("policies")]


@hookimpl
def wicheck_check_kinds() -> Iterable[str]:
    return modules(checks)


@hookimpl
def wicheck_facts() -> Iterable[str]:
    return modules(facts)


@hookimpl
def wicheck_column_mappings() -> Iterable[Path]:
    return sorted((data_folder("policies") / "common" / "mappings").glob("*.yaml"))


@hookimpl
def wicheck_open_engine(name: str, limits: Limits) -> Engine | None:
    """The engines of our own are imported when they are asked for: they are large."""
    from wicheck.engines.interface import DUCKDB, SPARK

    if name == DUCKDB:
        from wicheck.engines.duckdb.host import DuckdbEngine

        return DuckdbEngine(limits)
    if name == SPARK:
        from wicheck.engines.spark.host import SparkEngine

        return SparkEngine(limits)
    return None


def modules(package: ModuleType) -> list[str]:
    """The dotted names of a package's own modules; folders and names that begin with ``_`` are what they share."""
    found = (each.name for folder in package.__path__ for each in os.scandir(folder))
    names = {name.partition(".")[0] for name in found if is_module(name)}
    return [f"{package.__name__}.{name}" for name in sorted(names)]


def is_module(file: str) -> bool:
    """``pkgutil`` knows it too: a millisecond of every start is what it takes to ask."""
    return file.endswith((".py", ".pyc")) and not file.startswith("_")
