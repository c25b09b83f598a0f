"""Comparing: a row a topic, a column a region; the gravest verdict, every figure, and what differs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.checking import Inputs, check
from wicheck.comparing import Comparison, as_data, comparisons
from wicheck.model import Text
from wicheck.packs.figures import stated_figures
from wicheck.reporting import reported
from wicheck.session import Request

TODAY = date(2026, 3, 10)
TOPICS = {"rehab_beds": Text("康复床位", "rehabilitation beds")}
WARD = """\
    dedicated_ward:
      check: is_true
      value: institution.rehabilitation.ward.dedicated
      topic: rehab_beds
      title: {zh: 专设病房, en: a dedicated ward}
"""
OWN = """\
- id: other-2
  article: 第二条
  kind: rule
  record: institution
  summary: {zh: 名称, en: name}
  rules:
    named:
      check: present
      value: institution.name
      topic: name
      title: {zh: 有名称, en: it has a name}
"""


def other(clauses: str) -> str:
    return (header("other-2026", "998800") + clauses).replace("示例市", "他市").replace("Exampleton", "Elsewhere")


@pytest.fixture
def compared(tmp_path: Path) -> Comparison:
    """A hospital of 55 beds without a dedicated ward, before 50 beds in one region, 60 and a ward in another."""
    packs = write_pack(tmp_path / "packs", header() + CLAUSES)
    stricter = (CLAUSES + WARD + OWN).replace("example-1", "other-1").replace("minimum: 50", "minimum: 60")
    write_pack(packs, other(stricter), "other-2026")
    file = tmp_path / "hospital.yaml"
    file.write_text(
        "wicheck: institution/v1\nid: h\n名称: 示例医院\n服务类别: [康复]\n"
        "康复: {康复病房: {专门设置: 否, 床位数: 55}}\n",
        encoding="utf-8",
    )
    library = library_of(packs)
    done = check(library, Inputs((file,)), Request(("example-2026", "other-2026")), TODAY)
    rules = {rule.id: (rule, clause) for pack in done.packs for clause in pack.clauses for rule in clause.rules}

    def figures(rule_id: str) -> tuple[Text, ...]:
        return stated_figures(*rules[rule_id], TODAY, library.schemas, library.workshop)

    report = reported(done, library.schemas)
    (made,) = comparisons(report, TOPICS, figures, ["other-2026"])
    return made


def test_topics_are_rows_in_the_order_of_the_texts(compared: Comparison) -> None:
    assert [(row.topic, row.title.zh) for row in compared.rows] == [("rehab_beds", "康复床位"), ("name", "name")]


def test_a_cell_has_the_gravest_verdict_and_all_figures(compared: Comparison) -> None:
    beds = compared.rows[0].cells
    assert (beds["example-2026"].verdict, [each.zh for each in beds["example-2026"].figures]) == ("pass", ["50 张"])
    assert (beds["other-2026"].verdict, [each.zh for each in beds["other-2026"].figures]) == ("fail", ["60 张"])
    assert beds["other-2026"].rules == ("other-1/beds_min_50", "other-1/dedicated_ward")


def test_a_region_that_does_not_ask_has_no_cell(compared: Comparison) -> None:
    assert list(compared.rows[1].cells) == ["other-2026"]


def test_differing_figures_are_marked(compared: Comparison) -> None:
    assert [row.differs for row in compared.rows] == [True, False]


def test_packs_outside_the_law_are_no_columns(compared: Comparison) -> None:
    assert [pack["id"] for pack in compared.packs] == ["example-2026", "other-2026"]


def test_damage_stands_once_per_column(compared: Comparison) -> None:
    columns = as_data(compared)["columns"]
    assert [(each["pack"], each["damaged"]) for each in columns] == [("example-2026", False), ("other-2026", True)]


def test_answers_stand_per_region(compared: Comparison) -> None:
    answers = {each["pack"]: [answer["answer"] for answer in each["answers"]] for each in as_data(compared)["columns"]}
    assert answers == {"example-2026": ["met"], "other-2026": ["not_met"]}
