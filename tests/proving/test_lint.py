"""Lint tells what a pack lacks: each lack by itself, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.model import Text
from wicheck.proving.example import examples_of
from wicheck.proving.lint import NONE_SPARED, Spared, lacks

TOPICS = {"rehab_beds": Text("康复床位", "rehabilitation beds")}
EXAMPLES = """\
wicheck: examples/v1
examples:
- clause: example-1
  given: {institution: {康复: {康复病房: {床位数: 50}}}}
  rules:
    beds_min_50:
    - {shows: meets, expect: pass}
    - {shows: below, set: {institution.rehabilitation.ward.beds_count: 49}, expect: fail}
    - {shows: at, set: {institution.rehabilitation.ward.beds_count: 50}, expect: pass}
    - {shows: missing, unset: [institution.rehabilitation.ward.beds_count], expect: unknown}
"""


def codes(root: Path, clauses: str = CLAUSES, examples: str = EXAMPLES, spared: Spared = NONE_SPARED) -> list[str]:
    write_pack(root, header() + clauses)
    folder = root / "example-2026" / "examples"
    folder.mkdir()
    (folder / "beds.yaml").write_text(examples, encoding="utf-8")
    (pack,) = library_of(root).packs(["example-2026"])
    return [lack.code for lack in lacks(pack, list(examples_of(Path(pack.folder))), TOPICS, spared)]


def test_a_whole_pack_lacks_nothing(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("topic: rehab_beds", "topic: no_such_topic", "no_topic"),
        ("en: at least 50 beds", "en: 床位不少于 50 张", "not_english"),
        ("zh: 床位不少于 50 张", "zh: at least 50", "not_chinese"),
    ],
)
def test_wording_and_topics(tmp_path: Path, was: str, now: str, code: str) -> None:
    assert was in CLAUSES
    assert codes(tmp_path, CLAUSES.replace(was, now)) == [code]


@pytest.mark.parametrize(
    ("shows", "expected"),
    [
        ("meets", []),
        ("at", ["no_boundary"]),
        ("below", ["no_objection", "no_boundary"]),
        ("missing", ["no_missing"]),
    ],
)
def test_an_example_that_is_not_there_is_missed(tmp_path: Path, shows: str, expected: list[str]) -> None:
    """Without `meets` the example at the boundary still shows that the rule can be met."""
    left = "\n".join(line for line in EXAMPLES.splitlines() if f"shows: {shows}," not in line)
    assert codes(tmp_path, examples=left) == expected


def test_an_example_of_no_rule_is_told(tmp_path: Path) -> None:
    astray = EXAMPLES + "    beds_min_60:\n    - {shows: meets, expect: pass}\n"
    assert codes(tmp_path, examples=astray) == ["example_without_rule"]


@pytest.mark.parametrize(("kind", "code"), [("rule", "no_rule"), ("duty", "no_rule"), ("gap", "no_damage")])
def test_a_clause_that_asks_needs_a_rule_and_a_gap_says_what_is_lost(tmp_path: Path, kind: str, code: str) -> None:
    clause = f"- id: example-2\n  article: 第二条\n  kind: {kind}\n  summary: {{zh: 说明, en: words}}\n"
    assert codes(tmp_path, CLAUSES + clause) == [code]


def test_a_question_without_evidence_needs_no_example_with_a_missing_fact(tmp_path: Path) -> None:
    clause = """\
- id: example-2
  article: 第二条
  kind: attest
  record: institution
  summary: {zh: 守法, en: keeps the law}
  rules:
    attested:
      check: attested
      question: {zh: 是否守法, en: does it keep the law}
      topic: rehab_beds
      title: {zh: 守法, en: keeps the law}
"""
    shown = """\
- clause: example-2
  given: {institution: {名称: 示例医院}}
  rules:
    attested:
    - {shows: breaks, expect: review}
    - {shows: attested, attest: {capacity: agency, met: true}, expect: pass}
"""
    assert codes(tmp_path, CLAUSES + clause, EXAMPLES + shown) == []


def test_a_duty_that_by_the_inventory_demands_nothing_needs_no_rule(tmp_path: Path) -> None:
    clause = "- id: example-2\n  article: 第二条\n  kind: duty\n  summary: {zh: 说明, en: words}\n"
    assert codes(tmp_path, CLAUSES + clause, spared=Spared(clauses={"example-2"})) == []


def test_a_query_that_never_objects_needs_no_example_that_it_does(tmp_path: Path) -> None:
    met = "\n".join(line for line in EXAMPLES.splitlines() if "shows: below," not in line)
    assert codes(tmp_path, examples=met, spared=Spared(rules={"example-1/beds_min_50"})) == ["no_boundary"]


@pytest.mark.parametrize(
    ("attest", "expected"), [("", []), (", attest: {capacity: agency, met: true}", ["no_missing"])]
)
def test_a_missing_fact_may_go_to_a_person(tmp_path: Path, attest: str, expected: list[str]) -> None:
    asked = EXAMPLES.replace("expect: unknown", "expect: review" + attest)
    assert codes(tmp_path, examples=asked) == expected


def test_below_none_at_all_there_is_nothing_and_the_other_side_is_above(tmp_path: Path) -> None:
    none = CLAUSES.replace("minimum: 50", "minimum: 0")
    assert none != CLAUSES
    assert codes(tmp_path, none) == ["no_boundary"]
    assert codes(tmp_path / "above", none, EXAMPLES.replace("shows: below", "shows: above")) == []
