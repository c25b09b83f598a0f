"""Views written for another engine to read, and what it found there read back."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path

import duckdb

from wicheck.engines.duckdb.lockdown import literal
from wicheck.engines.duckdb.offences import table


def lend(connection: duckdb.DuckDBPyConnection, view: str, mentions: Set[str], path: Path) -> None:
    """Write ``view`` to the Parquet file ``path``: its columns among ``mentions``, or the first, for its rows alone."""
    columns = [name for name, *_ in connection.execute(f"SELECT * FROM {view} LIMIT 0").description or ()]
    chosen = [name for name in columns if name in mentions] or columns[:1]
    connection.execute(f"COPY (SELECT {', '.join(chosen)} FROM {view}) TO {literal(str(path))} (FORMAT parquet)")


def rows(columns: Mapping[str, str], folder: Path) -> str:
    """A query that reads the Parquet files in ``folder``, with the types that the columns would have here."""
    cells = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in columns.items())
    return f"SELECT {cells} FROM {table(sorted(folder.glob('*.parquet')))}"
