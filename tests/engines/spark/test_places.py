"""How Spark is told of a path: as it stands, on this machine, and of no other file."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from wicheck.engines.spark.places import to_read, to_write


@pytest.mark.parametrize(
    ("path", "written", "read"),
    [
        (PurePosixPath("/tmp/a"), "file:///tmp/a", "file:///tmp/a"),  # noqa: S108
        (PurePosixPath("/费 用#1%20"), "file:///费 用#1%20", "file:///费 用#1%20"),
        (PurePosixPath("/a[1]{b}*"), "file:///a[1]{b}*", r"file:///a\[1\]\{b\}\*"),
        (PureWindowsPath(r"C:\Temp\a b"), "file:///C:/Temp/a b", "file:///C:/Temp/a b"),
    ],
)
def test_a_path_stands_for_itself(path: Any, written: str, read: str) -> None:
    assert (to_write(path), to_read(path)) == (written, read)


@pytest.mark.needs("java", "pyspark")
def test_spark_finds_what_it_wrote(spark: Any, tmp_path: Path) -> None:
    from pyspark.sql import SparkSession

    session = SparkSession.active()
    for name in ("费用 #1%20", "[a]{b,c}", "a*"):
        session.range(3).write.parquet(to_write(tmp_path / name))
        assert list((tmp_path / name).glob("*.parquet"))
        assert session.read.parquet(to_read(tmp_path / name)).count() == 3
