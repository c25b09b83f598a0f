"""Topics are read from every folder of packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.errors import PackError
from wicheck.model import Text
from wicheck.packs.topics import topics


def folder(root: Path, text: str) -> Path:
    root.mkdir()
    (root / "topics.yaml").write_text(text, encoding="utf-8")
    return root


def test_folders_add_up_and_one_without_topics_is_fine(tmp_path: Path) -> None:
    first = folder(tmp_path / "a", "topics: {beds: {zh: 床位, en: beds}}\n")
    second = folder(tmp_path / "b", "topics: {rooms: {zh: 用房, en: rooms}}\n")
    assert topics([first, tmp_path, second]) == {"beds": Text("床位", "beds"), "rooms": Text("用房", "rooms")}


@pytest.mark.parametrize(
    "text", ["", "topics: [beds]\n", "topics: {beds: 床位}\n", "topics: {beds: {zh: 床位}}\n", "a: [\n"]
)
def test_a_faulty_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(PackError, match=r"topics\.yaml"):
        topics([folder(tmp_path / "a", text)])
