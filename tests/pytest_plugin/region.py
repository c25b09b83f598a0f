"""An invented region whose one clause meets with every verdict, and institutions that it judges."""

from __future__ import annotations

from pathlib import Path

PACK = """\
wicheck: pack/v1
id: example-2026
name: {zh: 示例市, en: Exampleton}
title: {zh: 示例市办法, en: Rules of Exampleton}
division: "999900"
status: in_force
effective_basis: unknown
service_kinds: [medical, rehabilitation]
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: institution
  summary: {zh: 床位, en: beds}
  rules:
    met:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 10
      topic: rehab_beds
      title: {zh: 床位不少于十张, en: ten beds}
    short:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 50
      topic: rehab_beds
      title: {zh: 床位不少于五十张, en: fifty beds}
      remedy: {zh: 增设康复床位, en: add beds}
      service_kinds: [rehabilitation]
    waived:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 60
      topic: rehab_beds
      title: {zh: 床位不少于六十张, en: sixty beds}
    lacking:
      check: at_least
      value: institution.rehabilitation.ward.net_area_m2
      minimum: 300
      topic: rehab_beds
      title: {zh: 病房净面积, en: ward area}
    judged:
      check: attested
      question: {zh: 设备是否完善, en: is the equipment complete}
      topic: rehab_beds
      title: {zh: 设备完善, en: equipment}
    guarded:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 10
      only_if: {check: at_least, value: institution.rehabilitation.ward.beds_count, minimum: 100}
      topic: rehab_beds
      title: {zh: 大病房, en: large wards}
"""
APPLICATION_RULE = """\
    filed:
      check: present
      value: application.applied_on
      record: application
      topic: rehab_beds
      title: {zh: 申请日期, en: day of application}
"""
ODD_RULES = """\
    odd:
      check: suspicious
      topic: rehab_beds
      title: {zh: 床位数可疑, en: suspicious}
    crashing:
      check: broken
      topic: rehab_beds
      title: {zh: 规则出错, en: broken}
"""
INSTITUTION = """\
wicheck: institution/v1
编号: {id}
名称: 示例医院
行政区划代码: "{division}"
服务类别: [康复]
康复:
  康复病房:
    床位数: {beds}
"""
APPLICATION = """\
wicheck: application/v1
编号: {id}
机构: {institution}
申请日期: 2026-03-10
"""
WAIVERS = """\
wicheck: waivers/v1
编号: 示例豁免
豁免:
  - 规则: example-1/waived
    对象: {institution}
    理由: 新病房年内交付
    决定机关: 示例市人力资源和社会保障局
    批准人: 张示例
    决定日期: 2026-01-01
    到期日期: 2026-12-31
"""


def write_region(folder: Path, more: str = "") -> Path:
    """The folder of packs, of which one holds the rules above and ``more``."""
    pack = folder / "packs" / "example-2026"
    pack.mkdir(parents=True, exist_ok=True)
    (pack / "pack.yaml").write_text(PACK + more, encoding="utf-8")
    return pack.parent


def write_institution(folder: Path, name: str = "h1", beds: object = 40, division: str = "999901") -> Path:
    return write(folder / f"{name}.yaml", INSTITUTION.format(id=name, beds=beds, division=division))


def write_application(folder: Path, name: str, institution: str = "h1") -> Path:
    return write(folder / f"{name}.yaml", APPLICATION.format(id=name, institution=institution))


def write_waivers(folder: Path, institution: str = "h1") -> Path:
    return write(folder / "waivers.yaml", WAIVERS.format(institution=institution))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
