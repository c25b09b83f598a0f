"""The command line, called in this process, over invented packs only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packs.region import CLAUSES, header, write_pack
from wicheck.cli.app import run

MORE_CLAUSES = """\
- id: example-2
  article: 第二条
  kind: attest
  record: application
  summary: {zh: 设备较为完善, en: fairly complete equipment}
  damage: {zh: 条尾残缺, en: its end is cut}
  rules:
    equipment:
      check: attested
      question: {zh: 设备是否完善, en: whether the equipment is complete}
      stage: procedure
      topic: equipment
      title: {zh: 设备完善, en: complete equipment}
- id: example-3
  article: 第三条
  kind: gap
  summary: {zh: 原文缺失, en: lost}
"""
EXAMPLES = """\
wicheck: examples/v1
examples:
- clause: example-1
  given: {institution: {名称: 示例医院, 康复: {康复病房: {床位数: 50}}}}
  rules:
    beds_min_50:
    - {shows: meets, expect: pass}
    - {shows: breaks, set: {institution.rehabilitation.ward.beds_count: 49}, expect: fail, shortfall: 1}
"""
TOPICS = "wicheck: topics/v1\ntopics:\n  rehab_beds: {zh: 康复床位, en: rehabilitation beds}\n"
INVENTORY = """\
example:
  clauses:
  - {id: example-1, kind: rule, record: institution, demands: [beds_min_50]}
  - {id: example-2, kind: attest, record: application, demands: [equipment]}
  - {id: example-3, kind: gap}
"""
HOSPITAL = """\
wicheck: institution/v1
编号: sample
名称: 示例医院
行政区划代码: "999901"
服务类别: [康复]
康复:
  康复病房:
    床位数: {beds}
"""


class Called(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls ``wicheck`` with words; a screen of 80 columns, no language in the environment."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("WICHECK_LANG", raising=False)

    def called(*words: object) -> Called:
        capsys.readouterr()
        code = run([str(word) for word in words])
        return Called(code, *capsys.readouterr())

    return called


@pytest.fixture
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one invented pack, its examples, topics and inventory; there is no other pack."""
    root = write_pack(tmp_path / "policies", header() + CLAUSES + MORE_CLAUSES)
    (root / "example-2026" / "examples").mkdir()
    (root / "example-2026" / "examples" / "1.yaml").write_text(EXAMPLES, encoding="utf-8")
    (root / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (root / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
    monkeypatch.setattr("wicheck.builtin.data_folder", lambda name: root if name == "policies" else None)
    return root


@pytest.fixture
def hospital(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Writes an institution with so many beds, in the folder one is in."""
    monkeypatch.chdir(tmp_path)

    def written(beds: int) -> Path:
        file = tmp_path / "hospital.yaml"
        file.write_text(HOSPITAL.format(beds=beds), encoding="utf-8")
        return file

    return written
