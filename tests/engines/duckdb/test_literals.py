"""A file's name stands for this file alone, whatever signs are in it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.engines.duckdb.loads import Loads
from wicheck.engines.duckdb.literals import literal, one_file
from wicheck.model.loading import Source

NAMED = ["lines[1]", "lines*", "line?1", "li[n-o]es1", "lines[[]1", "it's 100%"]
"""What a browser calls a second download, and worse."""
TAKEN_FOR = ("lines1", "lines2", "lineX1")


def test_a_text_keeps_its_quotes() -> None:
    assert literal("it's") == "'it''s'"


def source(path: Path, kind: str) -> Source:
    made: Source = {"format": "parquet", "shown": path.name, "path": str(path), "names": {"claim_id": "claim_id"}}
    if kind == "csv":
        made = {
            "format": "csv",
            "shown": path.name,
            "path": str(path),
            "strict": True,
            "positions": {"claim_id": 0},
            "width": 1,
            "delimiter": ",",
            "header_line": 1,
        }
    return made


def write(path: Path, claim: str) -> None:
    if path.suffix == ".csv":
        path.write_text(f"claim_id\n{claim}\n", "utf-8")
    else:
        duckdb.execute(f"COPY (SELECT {literal(claim)} AS claim_id) TO {literal(str(path))} (FORMAT parquet)")


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("name", NAMED)
def test_only_the_file_itself_is_read(tmp_path: Path, name: str, kind: str) -> None:
    for other in TAKEN_FOR:
        write(tmp_path / f"{other}.{kind}", "other")
    own = tmp_path / f"{name}.{kind}"
    write(own, "own")
    assert Loads(tmp_path, claims=[source(own, kind)]).column("claim_id") == ["own"]


def test_a_folder_may_be_called_so_too(tmp_path: Path) -> None:
    folder = tmp_path / "a[b]"
    folder.mkdir()
    write(folder / "x.parquet", "own")
    assert duckdb.execute(f"FROM read_parquet({one_file(folder / 'x.parquet')})").fetchall() == [("own",)]
