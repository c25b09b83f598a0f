"""Examples are judged as a clerk's files are, and every disagreement is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.dates import WorkingDayCalendar
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Limits
from wicheck.errors import PackError
from wicheck.library import Library
from wicheck.plugins import workshop
from wicheck.proving.billing import ExampleBilling
from wicheck.proving.example import examples_of
from wicheck.proving.prove import Proof, Prover, put, take

MORE = """\
- id: example-2
  article: 第二条
  kind: attest
  record: institution
  summary: {zh: 设备能够满足需要, en: the equipment serves the need}
  rules:
    equipment:
      check: attested
      question: {zh: 设备能否满足需要, en: does the equipment serve the need}
      attested_by: [agency]
      topic: rehab_equipment
      title: {zh: 设备能够满足需要, en: the equipment serves the need}
    area:
      check: at_least
      fact: rehab_area_per_bed
      minimum: 6
      exceptions_allowed: 左右
      topic: rehab_bed_area
      title: {zh: 每床 6 平方米左右, en: about 6 m² a bed}
"""
BEDS = """\
wicheck: examples/v1
examples:
- clause: example-1
  given: {{institution: {{康复: {{康复病房: {{床位数: 50}}}}}}}}
  rules:
    beds_min_50:
    - {{shows: any, {example}}}
"""
OTHER = """\
wicheck: examples/v1
examples:
- clause: example-2
  given: {{institution: {{康复: {{康复病房: {{床位数: 10, 净使用面积: 55}}}}}}}}
  rules:
    {demand}:
    - {{shows: any, {example}}}
"""


@pytest.fixture
def prove(tmp_path: Path) -> Any:
    def proved(text: str) -> Proof:
        write_pack(tmp_path, header() + CLAUSES + MORE)
        file = tmp_path / "example-2026" / "examples" / "some.yaml"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        library = library_of(tmp_path)
        (pack,) = library.packs(["example-2026"])
        (example,) = examples_of(Path(pack.folder))
        return Prover(library.schemas, library.workshop, WorkingDayCalendar()).prove(pack, example)

    return proved


def problems(proof: Proof) -> list[str]:
    return [problem.en for problem in proof.problems]


BEDS_49 = "set: {institution.rehabilitation.ward.beds_count: 49}"
NO_BEDS = "unset: [institution.rehabilitation.ward.beds_count]"


@pytest.mark.parametrize(
    "example",
    [
        "expect: pass",
        f"{BEDS_49}, expect: fail, shortfall: 1, observed: 49",
        f"{NO_BEDS}, expect: unknown, missing: [institution.rehabilitation.ward.beds_count]",
        "set: {institution.rehabilitation.ward: 无}, expect: fail",
        "set: {institution.rehabilitation.ward.beds_count: }, expect: unknown",
        "unset: [institution.rehabilitation], expect: unknown",
        "unset: [institution], expect: unknown",
    ],
)
def test_an_example_that_says_what_the_rule_finds_agrees(prove: Any, example: str) -> None:
    assert problems(prove(BEDS.format(example=example))) == []


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("expect: fail", "expect should be fail, is pass"),
        (f"{BEDS_49}, expect: fail, shortfall: 2", "shortfall should be 2, is 1"),
        (f"{NO_BEDS}, expect: unknown, missing: []", "missing should be []"),
        ("expect: pass, colour: red", "unknown key colour"),
        ("set: {institution.beds: 3}, expect: pass", "no path institution.beds"),
        ("service_kinds: [medical], expect: pass", "0 findings instead of one"),
    ],
)
def test_every_disagreement_is_told(prove: Any, example: str, said: str) -> None:
    (problem,) = problems(prove(BEDS.format(example=example)))
    assert said in problem


def test_data_that_a_clerk_could_not_write_are_told_and_not_judged(prove: Any) -> None:
    proof = prove(BEDS.format(example="set: {institution.rehabilitation.ward.beds_count: 很多}, expect: unknown"))
    assert proof.finding is None
    assert len(proof.problems) == 1


def test_an_entry_beyond_the_end_of_its_list_is_told(prove: Any) -> None:
    beyond = 'set: {"institution.staff.roster.1.name": 甲}, expect: pass'
    assert "institution.staff.roster[1].name" in problems(prove(BEDS.format(example=beyond)))[0]


def test_an_example_of_a_rule_that_is_not_there_is_told(prove: Any) -> None:
    proof = prove(BEDS.format(example="expect: pass").replace("beds_min_50", "beds_min_60"))
    assert problems(proof) == ["there is no rule example-1/beds_min_60"]


@pytest.mark.parametrize(
    ("demand", "example"),
    [
        ("equipment", "expect: review"),
        ("equipment", "attest: {capacity: agency, met: true}, expect: pass"),
        ("equipment", "attest: {capacity: agency, met: false}, expect: fail"),
        ("equipment", "attest: {capacity: institution, met: true}, expect: review"),
        ("area", "expect: review, reading: text"),
        ("area", "agency_reading: 5.5, expect: pass, reading: agency"),
    ],
)
def test_what_people_say_and_how_an_agency_reads_a_figure_can_be_supposed(
    prove: Any, demand: str, example: str
) -> None:
    assert problems(prove(OTHER.format(demand=demand, example=example))) == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("wicheck: examples/v2\nexamples: []\n", "examples/v1"),
        ("wicheck: examples/v1\nexamples:\n- {clause: example-1, rules: {}}\n", "given"),
        (BEDS.format(example="why: nobody says what is expected"), "expect"),
        ("wicheck: examples/v1\nexamples: [\n", "some.yaml"),
    ],
)
def test_a_file_that_is_no_list_of_examples_is_refused_at_its_line(prove: Any, broken: str, said: str) -> None:
    with pytest.raises(PackError) as refused:
        prove(broken)
    assert refused.value.location is not None
    assert said in f"{refused.value.message.en} {refused.value.location}"


def test_a_value_is_put_where_nothing_was_and_lists_grow_by_one() -> None:
    data: dict[str, Any] = {}
    put(data, ("staff", "roster", 0, "name"), "甲")
    put(data, ("staff", "roster", 1, "name"), "乙")
    assert data == {"staff": {"roster": [{"name": "甲"}, {"name": "乙"}]}}
    put(data, ("staff", "roster", 0, "name"), None)
    assert data == {"staff": {"roster": [{"name": "乙"}]}}


def test_what_is_taken_away_leaves_nothing_empty_behind() -> None:
    data = {"ward": {"beds_count": 3}, "name": "x"}
    take(data, ("ward", "beds_count"))
    take(data, ("nowhere", "at", "all"))
    assert data == {"name": "x"}


def test_an_example_of_a_batch_may_state_whose_the_offence_is() -> None:
    library = Library(Schemas(), workshop())
    (pack,) = library.packs(["ningxia-2025"])
    stating = next(each for each in examples_of(Path(pack.folder)) if each.expected.get("claims") == ["J1"])
    others = replace(stating, expected={**stating.expected, "claims": ["J2"]})
    with ExampleBilling(library.schemas, lambda: DuckdbEngine(Limits(threads=1))) as billing:
        prover = Prover(library.schemas, library.workshop, WorkingDayCalendar(), billing)
        assert problems(prover.prove(pack, stating)) == []
        assert problems(prover.prove(pack, others)) == ["claims should be ['J2'], is ['J1']"]
