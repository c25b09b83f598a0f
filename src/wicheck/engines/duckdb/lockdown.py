"""A database that reaches nothing but the files it was given.

The order matters: files are named before access ends, and nothing can be set once the configuration is locked.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any, cast

import duckdb

from wicheck.engines.duckdb.literals import literal
from wicheck.engines.duckdb.remembering import Remembering

_DEEPEST = 500
"""Levels of nested expressions in a query."""
_PROGRESS = "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0"
"""How far a statement is can be asked for, and nothing is printed."""


def connect(settings: dict[str, Any], workspace: Path, inputs: Collection[str]) -> duckdb.DuckDBPyConnection:
    """An empty database in memory that spills into ``workspace``, and will read only that and ``inputs``.

    The connection remembers what it has parsed.
    """
    config: dict[str, Any] = {
        "memory_limit": f"{settings['memory_bytes']}B",
        "temp_directory": str(workspace / "spill"),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_unsigned_extensions": False,
        "allow_persistent_secrets": False,
        "python_enable_replacements": False,
    }
    if settings["threads"]:
        config["threads"] = settings["threads"]
    if settings["temporary_bytes"]:
        config["max_temp_directory_size"] = f"{settings['temporary_bytes']}B"
    connection = duckdb.connect(":memory:", config=config)
    connection.execute(f"SET allowed_paths = [{', '.join(map(literal, inputs))}]")
    connection.execute(f"SET allowed_directories = [{literal(str(workspace))}]")
    if inputs:
        connection.execute(_PROGRESS)
    return cast("duckdb.DuckDBPyConnection", Remembering(connection))


def lock(connection: duckdb.DuckDBPyConnection) -> None:
    """No access beyond the allowed files from now on, and nothing to set but how statements run.

    That only the engine's own text can reach: queries are one SELECT each (``guard``).
    """
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("SET enable_external_access = false")
    connection.execute(f"SET max_expression_depth = {_DEEPEST}")
    connection.execute("SET allowed_configs = ['max_execution_time', 'preserve_insertion_order']")
    connection.execute("SET lock_configuration = true")


def allow_seconds(connection: duckdb.DuckDBPyConnection, seconds: float) -> None:
    """How long a statement may run from now on; 0 is without limit."""
    connection.execute(f"SET max_execution_time = {int(seconds * 1000)}")
