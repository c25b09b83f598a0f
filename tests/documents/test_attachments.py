"""Papers that a document names are looked for, and held against the digest that stands beside them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from wicheck.documents.load import Loaded, load
from wicheck.documents.schemas import Schemas

PAPER = "省级重点专科".encode()
RIGHT, WRONG = hashlib.sha256(PAPER).hexdigest(), hashlib.sha256(b"another").hexdigest()
INSTITUTION = """wicheck: institution/v1
编号: 甲
康复:
  领先水平证明: {文件: 材料/证明.pdf, 校验值: "DIGEST"}
"""


def loaded(folder: Path, content: bytes | None, digest: str = "") -> Loaded:
    (folder / "材料").mkdir()
    if content is not None:
        (folder / "材料" / "证明.pdf").write_bytes(content)
    text = INSTITUTION.replace("DIGEST", digest)
    (folder / "机构.yaml").write_text(text, encoding="utf-8")
    return load([folder], Schemas())


@pytest.mark.parametrize("digest", ["", RIGHT, RIGHT.upper()])
def test_a_paper_that_is_there_needs_no_word(tmp_path: Path, digest: str) -> None:
    found = loaded(tmp_path, PAPER, digest)
    assert (len(found.dossiers), found.errors, found.notices) == (1, (), ())


@pytest.mark.parametrize("content", [None, b""])
def test_one_that_is_not_there_or_empty_is_told_with_its_place(tmp_path: Path, content: bytes | None) -> None:
    found = loaded(tmp_path, content, RIGHT)
    (notice,) = found.notices
    assert (notice.code, notice.location and notice.location.line) == ("attachment_missing", 4)
    assert (len(found.dossiers), found.errors) == (1, ())


@pytest.mark.parametrize("digests", [(RIGHT, WRONG), (WRONG, RIGHT)])
def test_one_named_twice_must_be_what_both_digests_say(tmp_path: Path, digests: tuple[str, str]) -> None:
    (tmp_path / "证明.pdf").write_bytes(PAPER)
    papers = "".join(f'  - {{文件: 证明.pdf, 校验值: "{digest}"}}\n' for digest in digests)
    text = f"wicheck: institution/v1\n编号: 甲\n康复:\n  设备完善证明:\n{papers}"
    (tmp_path / "机构.yaml").write_text(text, encoding="utf-8")
    assert {each.message.zh for each in load([tmp_path], Schemas()).errors} == {"附件的内容与写明的校验值不符"}


def test_one_that_is_not_what_its_digest_says_is_an_error(tmp_path: Path) -> None:
    (error,) = loaded(tmp_path, PAPER, WRONG).errors
    assert "与写明的校验值不符" in error.message.zh
    assert error.location
    assert error.location.line == 4


def test_the_tables_of_claims_are_looked_for_where_they_are_read(tmp_path: Path) -> None:
    text = "wicheck: claims/v1\n编号: 三月\n机构: 甲\n表格: {明细表: [没有.csv]}\n"
    (tmp_path / "a.yaml").write_text("wicheck: institution/v1\n编号: 甲\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    found = load([tmp_path], Schemas())
    assert (found.errors, found.notices) == ((), ())
