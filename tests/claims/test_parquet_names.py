"""The columns of a Parquet file are read from its end, without an engine."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from wicheck.claims.parquet_names import parquet_names


def write(folder: Path, select: str, options: str = "") -> Path:
    path = folder / "t.parquet"
    duckdb.execute(f"COPY (SELECT {select}) TO '{path}' (FORMAT parquet{options})")
    return path


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_names_are_those_of_the_columns(tmp_path: Path, version: str) -> None:
    path = write(tmp_path, "1 AS 结算单号, 'x' AS amount, DATE '2026-03-05' AS d", f", parquet_version {version}")
    assert parquet_names(path) == ["结算单号", "amount", "d"]


def test_what_lies_within_a_column_is_no_column(tmp_path: Path) -> None:
    path = write(tmp_path, "[1, 2] AS l, {'a': 1, 'b': {'c': 2}} AS s, MAP {'k': 1} AS m, 5 AS z")
    assert parquet_names(path) == ["l", "s", "m", "z"]


def test_many_columns(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(300)]
    assert (
        parquet_names(write(tmp_path, ", ".join(f"{number} AS {name}" for number, name in enumerate(names)))) == names
    )


@pytest.mark.parametrize("kept", [0, 10, 100, -1, -9])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    path = write(tmp_path, "1 AS a, 2 AS b")
    path.write_bytes(path.read_bytes()[:kept] if kept >= 0 else path.read_bytes()[:kept] + b"PAR1")
    with pytest.raises(ValueError, match=r"."):
        parquet_names(path)
