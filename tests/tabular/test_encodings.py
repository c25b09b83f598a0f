"""Exports come in several encodings; what they say stays the same, and what fits none is told by its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.tabular import converting
from wicheck.tabular.encodings import Encoding, encoding_of, head, write_utf_8

TEXT = "结算单号,名称\n007,某药片（进口）㎡\n"


def write(folder: Path, data: bytes) -> Path:
    path = folder / "export.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", Encoding.UTF_8),
        ("utf-8-sig", Encoding.UTF_8_MARKED),
        ("gbk", Encoding.GB18030),
        ("gb18030", Encoding.GB18030),
        ("utf-16", Encoding.UTF_16),
    ],
)
def test_the_encoding_is_found_and_the_text_is_the_same(tmp_path: Path, encoding: str, found: Encoding) -> None:
    path = write(tmp_path, TEXT.encode(encoding))
    assert encoding_of(path) is found
    assert head(path, found) == TEXT
    write_utf_8(path, found, tmp_path / "utf-8.csv")
    if not found.is_utf_8:
        assert (tmp_path / "utf-8.csv").read_text(encoding="utf-8") == TEXT


def test_plain_letters_need_no_encoding(tmp_path: Path) -> None:
    assert encoding_of(write(tmp_path, b"a,b\n1,2\n")) is Encoding.ASCII


def test_chinese_far_down_decides(tmp_path: Path) -> None:
    path = write(tmp_path, b"setl_id,psn_name\n" + b"1,x\n" * 300_000 + "2,赵一例\n".encode("gbk"))
    assert encoding_of(path) is Encoding.GB18030


def test_rare_characters_of_names_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "姓名\n㐂𠮷\n".encode("gb18030"))
    write_utf_8(path, encoding_of(path), tmp_path / "utf-8.csv")
    assert (tmp_path / "utf-8.csv").read_text(encoding="utf-8") == "姓名\n㐂𠮷\n"


def test_words_whose_bytes_happen_to_be_utf_8_are_chinese(tmp_path: Path) -> None:
    assert encoding_of(write(tmp_path, "医院\n".encode("gbk"))) is Encoding.GB18030


def test_one_broken_line_does_not_make_another_encoding(tmp_path: Path) -> None:
    good = "中文,1\n".encode() * 50
    assert encoding_of(write(tmp_path, good + b"\xd6\xd0\xce\xc4,1\n")) is Encoding.UTF_8


def test_a_line_that_is_no_text_stays_a_line_and_none_in_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path, "名称\n".encode("gbk") + b"\x81\xff\n" + "药片\n".encode("gbk"))
    write_utf_8(path, Encoding.GB18030, tmp_path / "utf-8.csv")
    first, broken, last = (tmp_path / "utf-8.csv").read_bytes().splitlines()
    assert (first.decode(), last.decode()) == ("名称", "药片")
    with pytest.raises(UnicodeDecodeError):
        broken.decode("utf-8")


def test_a_large_file_is_shared_between_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "_SHARED_BYTES", 100)
    monkeypatch.setattr(converting.os, "cpu_count", lambda: 3)
    text = "".join(f"{number},示例医院第{number}号\n" for number in range(200))
    write_utf_8(write(tmp_path, text.encode("gbk")), Encoding.GB18030, tmp_path / "utf-8.csv")
    assert (tmp_path / "utf-8.csv").read_text(encoding="utf-8") == text
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["export.csv", "utf-8.csv"]


@given(st.text(st.characters(codec="gb18030", exclude_characters="\r")))
def test_whatever_gb18030_can_write_becomes_the_same_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("text")
    write_utf_8(write(folder, text.encode("gb18030")), Encoding.GB18030, folder / "utf-8.csv")
    assert (folder / "utf-8.csv").read_bytes().decode("utf-8") == text
