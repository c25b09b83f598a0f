"""Stretches of a file are its lines, each in one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.tabular.stretches import Stretch, stretches

TEXTS = st.text(alphabet="ab\n中", max_size=40).map(str.encode)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "export.csv"
    path.write_bytes(data)
    return path


def read(stretch: Stretch) -> bytes:
    return b"".join(stretch.pieces())


def test_lines_are_shared_evenly(tmp_path: Path) -> None:
    path = write(tmp_path, b"1\n2\n3\n4\n5\n6\n")
    assert [read(each) for each in stretches(path, 2)] == [b"1\n2\n3\n4\n", b"5\n6\n"]


def test_a_long_line_belongs_to_one(tmp_path: Path) -> None:
    path = write(tmp_path, b"1\n" + b"2" * 300_000 + b"\n3\n")
    assert [read(each) for each in stretches(path, 4)] == [b"1\n" + b"2" * 300_000 + b"\n", b"3\n"]


def test_an_empty_file_is_one_empty_stretch(tmp_path: Path) -> None:
    path = write(tmp_path, b"")
    assert stretches(path, 3) == [Stretch(path, 0, 0)]


@given(TEXTS, st.integers(1, 6))
def test_together_they_are_the_file_and_none_ends_within_a_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, shares: int
) -> None:
    found = [read(each) for each in stretches(write(tmp_path_factory.mktemp("text"), data), shares)]
    assert b"".join(found) == data
    assert all(each.endswith(b"\n") for each in found[:-1])
    assert len(found) <= shares
