"""Each planting has numbers of its own, and what the law reads stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.model import DocumentKind
from wicheck.synth.placing import grouped, plant
from wicheck.synth.template import Spot, Template


def template(rule: str = "x-1/beds", verdict: str | None = "fail", **changes: Any) -> Template:
    claim = {"claim_id": "J1", "worker_number": "W1", "institution_code": "H1", "starts_on": "2026-03-01"}
    tables: Mapping[str, Any] = {"claims": [claim], "workers": [{"worker_number": "W1", "name": "王某"}]}
    made = Template(rule, verdict, "pack/examples/a.yaml:1", tables, None, {}, {}, {}, (Spot("J1", "1"),), None, False)
    return made._replace(**changes)


def test_a_planting_has_its_own_claims_people_and_institutions() -> None:
    made = plant(template(), "-7")
    assert made.tables["claims"][0] == {
        "claim_id": "J1-7",
        "worker_number": "W1-7",
        "institution_code": "H1-7",
        "starts_on": "2026-03-01",
    }
    assert made.tables["workers"][0] == {"worker_number": "W1-7", "name": "王某"}
    assert made.spots == (Spot("J1-7", "1"),)


def test_the_batchs_own_institution_is_the_same_for_all_its_plantings() -> None:
    codes = {plant(template(), mark, "-batch-2").tables["claims"][0]["institution_code"] for mark in ("-1", "-2")}
    assert codes == {"H1-batch-2"}


def test_goods_are_renamed_in_lines_and_catalogue_alike() -> None:
    lines = {"lines": [{"claim_id": "J1", "catalogue_code": "YP1"}]}
    listed = {"id": "c", "issued_by": "province", "entries": [{"code": "YP1", "kind": "drug"}]}
    made = plant(template(tables=lines, catalogue=listed), "-7")
    assert made.entries == [{"code": made.tables["lines"][0]["catalogue_code"], "kind": "drug"}]
    assert made.listed_in == {"issued_by": "province"}


def test_what_asks_for_a_header_gets_a_batch_of_its_own() -> None:
    easy, dated = template(), template("x-2/late", head={"paid_on": "2026-04-28"})
    grouping = grouped([easy, dated], {"x-1/beds", "x-2/late"})
    assert [(group.head, group.templates) for group in grouping.groups] == [({}, [easy]), (dated.head, [dated])]


def test_a_rule_that_reads_the_batch_is_kept_from_the_hospitals_header() -> None:
    reads = template("x-3/ceiling")
    first, second = grouped([template(), reads], {"x-1/beds"}).groups
    assert reads not in first.templates
    assert second.templates == [reads]


def test_a_batch_that_brings_no_new_rule_is_left_out() -> None:
    own = {DocumentKind.INSTITUTION: {"level": "level_2"}}
    again = template(others=own)
    grouping = grouped([template(), again], {"x-1/beds"})
    assert len(grouping.groups) == 1
    assert grouping.left == [again]


def test_months_are_judged_apart() -> None:
    months = template("x-4/screens", spots=(Spot(None),), alone=True)
    assert [group.templates for group in grouped([months], {"x-4/screens"}).groups] == [[], [months]]
