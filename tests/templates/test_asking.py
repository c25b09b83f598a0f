"""A template holds what the wanted rules read, and what decides which rules apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import header, library_of, write_pack
from wicheck.cli.shelf import library
from wicheck.model import ServiceKind, Stage, dotted
from wicheck.templates.asking import Asked, Wanted, asked

CLAUSES = """\
clauses:
- id: example-1
  article: 第一条
  kind: rule
  record: institution
  summary: {zh: 条件, en: conditions}
  rules:
    beds:
      check: at_least
      value: institution.rehabilitation.ward.beds_count
      minimum: 50
      service_kinds: [rehabilitation]
      topic: beds
      title: {zh: 床位, en: beds}
    doctors:
      check: at_least
      fact: rehab_doctors_count
      minimum: 10
      only_if: {check: is_true, value: institution.rehabilitation.ward.dedicated}
      topic: doctors
      title: {zh: 医师, en: doctors}
    training:
      check: present
      value: institution.management.trainings
      stage: performance
      topic: training
      title: {zh: 培训, en: training}
- id: example-2
  article: 第二条
  kind: rule
  record: agreement
  summary: {zh: 协议, en: agreement}
  rules:
    signed:
      check: present
      value: agreement.signed_on
      stage: performance
      topic: signed
      title: {zh: 签订, en: signed}
"""


def entries(root: Path, kinds: tuple[ServiceKind, ...] = (), stages: tuple[Stage, ...] = ()) -> Asked:
    if not root.joinpath("example-2026").exists():
        write_pack(root, header() + CLAUSES)
    shelf = library_of(root)
    return asked(Wanted(shelf.packs(["example-2026"]), kinds, stages), shelf)


def rules(found: Asked, path: str) -> list[str]:
    return [asker.rule.demand for asker in found.get(tuple(path.split(".")), ())]


def test_values_facts_and_guards_are_read(tmp_path: Path) -> None:
    found = entries(tmp_path)
    assert rules(found, "institution.rehabilitation.ward.beds_count") == ["beds"]
    assert rules(found, "institution.staff.rehab_doctors_count") == ["doctors"]
    (guarding,) = found["institution", "rehabilitation", "ward", "dedicated"]
    assert (guarding.rule.demand, guarding.guards) == ("doctors", True)


def test_other_service_kinds_and_stages_are_left_out(tmp_path: Path) -> None:
    medical = entries(tmp_path, kinds=(ServiceKind.MEDICAL,))
    assert not rules(medical, "institution.rehabilitation.ward.beds_count")
    assert rules(medical, "institution.staff.rehab_doctors_count") == ["doctors"]
    performed = entries(tmp_path, stages=(Stage.PERFORMANCE,))
    assert rules(performed, "institution.management.trainings") == ["training"]
    assert not rules(performed, "institution.staff.rehab_doctors_count")


def test_rules_on_agreements_are_not_an_applicants_matter(tmp_path: Path) -> None:
    assert {path[0] for path in entries(tmp_path)} == {"institution", "application"}


@pytest.mark.parametrize(
    "path", ["institution.division_code", "institution.name", "application.applied_on", "application.service_kinds"]
)
def test_what_decides_which_rules_apply_is_always_there(path: str, tmp_path: Path) -> None:
    stages = (Stage.PROCEDURE,)
    assert path in {dotted(each) for each in entries(tmp_path, stages=stages)}


def test_the_union_of_regions_names_the_rules_of_each(tmp_path: Path) -> None:
    write_pack(tmp_path, header() + CLAUSES)
    write_pack(tmp_path, (header("other-2026") + CLAUSES).replace("example-", "other-"), "other-2026")
    shelf = library_of(tmp_path)
    found = asked(Wanted(shelf.packs(["example-2026", "other-2026"])), shelf)
    beds = found["institution", "rehabilitation", "ward", "beds_count"]
    assert [asker.pack.id for asker in beds] == ["example-2026", "other-2026"]


def test_claims_bring_the_columns_that_queries_read_needed_or_not() -> None:
    shelf = library()
    found = asked(Wanted(shelf.packs(["jinhua-2020"]), claims=True), shelf)
    needed, optional = ("claims", "lines", "rehab_norm_met"), ("claims", "lines", "charge_category")
    assert {needed, optional} <= found.keys()
    assert {asker.pack.id for path in found if path[0] == "claims" for asker in found[path]} == {"jinhua-2020", "base"}
