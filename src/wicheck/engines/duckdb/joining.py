"""The offences of several batches as one file: streamed from file to file, so that there may be any number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from wicheck.engines.duckdb.literals import literal, one_file

_MEMORY, _THREADS = "256MB", 2
_TEXTS = ("evidence", "alert")
_NUMBERS = {
    r"([0-9]{6}(?:18|19|20))[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx]": r"\1\2" + 10 * "*" + r"\3",
    r"(1[3-9][0-9])[0-9]{4}([0-9]{4})": r"\1\2****\3\4",
    r"[0-9]{15}([0-9]{4})": r"\1" + 15 * "*" + r"\2\3",
}
"""Numbers that are somebody's, and what stays of them."""


class Piece(NamedTuple):
    """A file of offences that ``export`` has made, and whose they are."""

    institution: str
    batch: str
    pack: str
    file: Path


def joined(pieces: Sequence[Piece], path: Path, show_personal: bool) -> Path:
    """Write the rows of ``pieces``, one after the other, to ``path``; each says first whose it is.

    Unless ``show_personal`` texts lose what looks like an identity, mobile or bank-card number.
    """
    selected = " UNION ALL ".join(_selected(each, show_personal) for each in pieces)
    limits: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "threads": _THREADS,
        "temp_directory": str(path.parent),
    }
    with duckdb.connect(config=limits) as connection:
        connection.execute("SET enable_progress_bar = false")  # it would stand among what goes to standard output
        connection.execute(f"COPY ({selected}) TO {literal(str(path))} (FORMAT parquet, COMPRESSION zstd)")
    return path


def _selected(piece: Piece, show_personal: bool) -> str:
    whose = ", ".join(
        f"{literal(value)} AS {name}"
        for name, value in (("institution", piece.institution), ("batch", piece.batch), ("pack", piece.pack))
    )
    replaced = "" if show_personal else f" REPLACE ({', '.join(f'{_scrubbed(each)} AS {each}' for each in _TEXTS)})"
    return f"SELECT {whose}, *{replaced} FROM read_parquet({one_file(piece.file)})"


def _scrubbed(column: str) -> str:
    """``column`` as ``masking.scrubbed`` leaves a text. Two numbers may share the sign between them: once more each."""
    for pattern, shown in _NUMBERS.items():
        found = literal(rf"(^|[^0-9A-Za-z]){pattern}($|[^0-9A-Za-z])")
        for _ in range(2):
            column = f"regexp_replace({column}, {found}, {literal(shown)}, 'g')"
    return column
