"""Views written for another engine to read, and what it found there read back."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path

import duckdb

from wicheck.engines.duckdb.literals import literal
from wicheck.engines.duckdb.offences import table


def lend(connection: duckdb.DuckDBPyConnection, view: str, mentions: Set[str], path: Path) -> dict[str, str]:
    """Write ``view`` to the Parquet file ``path``: its columns among ``mentions``, or the first, for its rows alone.

    The columns with their types.
    """
    described = connection.execute(f"SELECT * FROM {view} LIMIT 0").description or ()
    columns = {name: str(kind) for name, kind, *_ in described}
    chosen = [name for name in columns if name in mentions] or list(columns)[:1]
    connection.execute(f"COPY (SELECT {', '.join(chosen)} FROM {view}) TO {literal(str(path))} (FORMAT parquet)")
    return {name: columns[name] for name in chosen}


def rows(columns: Mapping[str, str], folder: Path) -> str:
    """A query that reads the Parquet files in ``folder``, with the types that the columns would have here."""
    cells = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in columns.items())
    return f"SELECT {cells} FROM {table(sorted(folder.glob('*.parquet')))}"
