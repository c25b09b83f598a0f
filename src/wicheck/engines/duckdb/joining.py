"""The offences of several batches as one file: streamed from file to file, so that there may be any number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.lockdown import literal

_MEMORY, _THREADS = "256MB", 2


class Piece(NamedTuple):
    """A file of offences that ``export`` has made, and whose they are."""

    institution: str
    batch: str
    pack: str
    file: Path


def joined(pieces: Sequence[Piece], path: Path) -> Path:
    """Write the rows of ``pieces``, one after the other, to ``path``; each says first whose it is."""
    selected = " UNION ALL ".join(map(_selected, pieces))
    limits: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "threads": _THREADS,
        "temp_directory": str(path.parent),
    }
    with duckdb.connect(config=limits) as connection:
        connection.execute("SET enable_progress_bar = false")  # it would stand among what goes to standard output
        connection.execute(f"COPY ({selected}) TO {literal(str(path))} (FORMAT parquet, COMPRESSION zstd)")
    return path


def _selected(piece: Piece) -> str:
    whose = ", ".join(
        f"{literal(value)} AS {name}"
        for name, value in (("institution", piece.institution), ("batch", piece.batch), ("pack", piece.pack))
    )
    return f"SELECT {whose}, * FROM read_parquet({literal(str(piece.file))})"
