"""Which packs apply: by division prefix, or by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import header, library_of, write_pack
from wicheck.errors import UsageError
from wicheck.packs.select import covers, matching, named


@pytest.mark.parametrize(
    ("division", "code", "held"),
    [
        ("370000", "370100", True),
        ("370000", "370102", True),
        ("330700", "330702", True),
        ("330700", "330800", False),
        ("330700", "330000", False),
        ("640000", "150300", False),
        ("110000", "110101", True),
        ("100000", "110101", False),
        ("200000", "210100", False),
    ],
)
def test_a_division_holds_those_below_it(division: str, code: str, held: bool) -> None:
    assert covers(division, code) is held


def test_a_pack_is_called_by_its_id_or_its_regions_name(tmp_path: Path) -> None:
    folders = library_of(write_pack(tmp_path)).folders
    assert [pack.id for pack in named(["示例市"], folders)] == ["example-2026"]
    assert [pack.id for pack in named(["example-2026", "Exampleton"], folders)] == ["example-2026"]


def test_an_unknown_name_suggests_the_nearest(tmp_path: Path) -> None:
    folders = library_of(write_pack(tmp_path)).folders
    with pytest.raises(UsageError) as raised:
        named(["示列市"], folders)
    assert "示例市" in str(raised.value.hint and raised.value.hint.zh)


def test_an_unknown_name_is_told_all_the_names_there_are(tmp_path: Path) -> None:
    """One whose name looks alike is not the only one to choose from."""
    folders = library_of(write_pack(tmp_path)).folders
    with pytest.raises(UsageError) as raised:
        named(["示列市"], folders)
    hint = raised.value.hint
    assert hint is not None
    assert hint.zh.startswith("可用：示例市（example-2026）、")
    assert all(pack.id in hint.zh for pack in folders)


def test_a_region_written_in_full_is_asked_for_by_the_name_it_has(tmp_path: Path) -> None:
    folders = library_of(write_pack(tmp_path)).folders
    with pytest.raises(UsageError) as raised:
        named(["某省示例市城关区"], folders)
    assert raised.value.hint is not None
    assert raised.value.hint.zh.startswith("是不是 示例市？可用：")


def test_an_unknown_division_calls_for_no_pack(tmp_path: Path) -> None:
    folders = library_of(write_pack(tmp_path, header(division="999900"))).folders
    assert matching(None, folders) == []
    assert matching("998800", folders) == []
    assert [pack.id for pack in matching("999901", folders)] == ["example-2026"]
