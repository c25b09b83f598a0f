"""A new pack to begin with: one clause, one rule and its examples, all of it ready to be run and rewritten."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from wicheck.errors import UsageError
from wicheck.model import Location, Text

_PACK = """\
# 政策包的抬头：文件本身的信息。条款写在旁边的文件里，一条一条照着原文来。
wicheck: pack/v1
id: {id}
name: {{zh: {zh}, en: {en}}}
title: {{zh: {zh}工伤保险协议机构管理办法, en: Rules of {en} on agreement institutions}}
# document_number: 文号
division: "{division}"          # 行政区划代码，加引号
status: draft                   # draft 草案、trial 试行、in_force 现行
# issued_on: 2026-01-01
# effective_from: 2026-03-01
effective_basis: unknown        # stated 原文写明、issue_date 以印发日为准、unknown 不知
service_kinds: [medical, rehabilitation]
"""

_CLAUSES = """\
wicheck: clauses/v1
clauses:
- id: {stem}-1
  article: 第一条
  kind: info
  summary: {{zh: 制定依据, en: legal basis}}
- id: {stem}-2
  article: 第二条
  kind: rule
  record: institution
  service_kinds: [rehabilitation]
  summary: {{zh: 康复床位 50 张以上, en: 50 rehabilitation beds or more}}
  rules:
    beds_min_50:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 50
      topic: rehab_beds
      title: {{zh: 康复床位不少于 50 张, en: at least 50 rehabilitation beds}}
      remedy: {{zh: 增设康复床位, en: add rehabilitation beds}}
"""

_EXAMPLES = """\
# 每条规则的示例：符合的、不符合的、界限两侧的、缺资料的。结论由原文得出，不由程序得出。
wicheck: examples/v1
examples:
- clause: {stem}-2
  given:
    institution: {{康复: {{康复病房: {{床位数: 50}}}}}}
  rules:
    beds_min_50:
    - {{shows: meets, expect: pass}}
    - {{shows: below, set: {{institution.rehabilitation.ward.beds_count: 49}}, expect: fail, shortfall: 1}}
    - {{shows: at, set: {{institution.rehabilitation.ward.beds_count: 50}}, expect: pass, why: 以上包含本数}}
    - {{shows: above, set: {{institution.rehabilitation.ward.beds_count: 51}}, expect: pass}}
    - {{shows: missing, unset: [institution.rehabilitation.ward.beds_count], expect: unknown}}
"""


class NewPack(NamedTuple):
    """What is known of a pack before it is written. ``division`` is a GB/T 2260 code."""

    id: str
    zh: str
    en: str
    division: str

    @property
    def stem(self) -> str:
        """What its clauses' ids begin with: the pack's id without a year at its end."""
        head, dash, tail = self.id.rpartition("-")
        return head if dash and tail.isdigit() else self.id


def scaffold(pack: NewPack, root: Path) -> list[Path]:
    """The files of a new pack, written below ``root``. Raises UsageError where its folder is there already."""
    folder = root / pack.id
    if folder.exists():
        raise UsageError(
            Text("这个文件夹已经存在", "this folder is there already"),
            Location(str(folder)),
            Text("换一个编号，或先移走它", "choose another id, or move it away first"),
        )
    words = {"id": pack.id, "zh": pack.zh, "en": pack.en, "division": pack.division, "stem": pack.stem}
    texts = {"pack.yaml": _PACK, "01-conditions.yaml": _CLAUSES, "examples/01-conditions.yaml": _EXAMPLES}
    made = []
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(**words), encoding="utf-8", newline="\n")
        made.append(file)
    return made
