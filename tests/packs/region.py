"""An invented region for tests: a pack folder written where a test wants it."""

from __future__ import annotations

from pathlib import Path

from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import Pack
from wicheck.plugins import workshop

HEADER = """\
wicheck: pack/v1
id: {id}
name: {{zh: 示例市, en: Exampleton}}
title: {{zh: 示例市办法, en: Rules of Exampleton}}
division: "{division}"
status: {status}
effective_basis: unknown
service_kinds: [medical, rehabilitation]
"""

CLAUSES = """\
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: institution
  service_kinds: [rehabilitation]
  summary: {zh: 床位 50 张以上, en: 50 beds or more}
  rules:
    beds_min_50:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 50
      topic: rehab_beds
      title: {zh: 床位不少于 50 张, en: at least 50 beds}
"""


def header(name: str = "example-2026", division: str = "999900", status: str = "in_force") -> str:
    return HEADER.format(id=name, division=division, status=status)


def write_pack(root: Path, text: str = header() + CLAUSES, name: str = "example-2026") -> Path:
    """A folder of packs that holds one."""
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return root


def library_of(root: Path) -> Library:
    return Library(Schemas(), workshop(), [root])


def loaded(root: Path, text: str = header() + CLAUSES) -> Pack:
    (pack,) = library_of(write_pack(root, text)).packs(["example-2026"])
    return pack
