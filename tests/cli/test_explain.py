"""``wicheck explain``: a page on the screen, by whatever name it is asked for."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call
from wicheck.reports.layout import columns

pytestmark = pytest.mark.usefixtures("policies")


@pytest.mark.parametrize("name", ["example-1/beds_min_50", "beds_min_50", "床位不少于 50 张", "at least 50 beds"])
def test_a_rule_is_found_by_its_id_its_demand_or_its_title(call: Call, name: str) -> None:
    code, out, _ = call("explain", name)
    assert code == 0
    assert out.startswith("example-1/beds_min_50  床位不少于 50 张\n===")


def test_the_page_of_a_rule_has_its_headings_in_order(call: Call) -> None:
    out = call("explain", "beds_min_50").out
    headings = [line for line in out.splitlines()[2:] if line and not line.startswith(" ")]
    assert headings == [
        "要求",
        "标准与读法",
        "怎样判断",
        "要填的资料",
        "符合的例子",
        "不符合的例子",
        "条款",
        "适用范围",
    ]
    assert "机构·康复·康复病房·床位数（institution.rehabilitation.ward.beds_count）" in out
    assert "床位数: 49" in out
    assert max(map(columns, out.splitlines())) <= 80


def test_english_pages_show_canonical_keys(call: Call) -> None:
    out = call("explain", "beds_min_50", "--lang", "en").out
    assert "beds_count: 49" in out
    assert "Verdict: not met." in out


@pytest.mark.parametrize(
    ("name", "said"),
    [("example-2", "原文残缺：条尾残缺"), ("at_least", "参数"), ("rehab_area_per_bed", "净使用面积")],
)
def test_clauses_kinds_and_facts_are_explained_too(call: Call, name: str, said: str) -> None:
    code, out, _ = call("explain", name)
    assert code == 0
    assert said in out


@pytest.mark.parametrize(
    ("typo", "meant"),
    [("beds_min_5", "beds_min_50"), ("example1", "example-1"), ("at_lest", "at_least")],
)
def test_a_typo_is_answered_with_the_nearest_names(call: Call, typo: str, meant: str) -> None:
    code, out, err = call("explain", typo)
    assert (code, out) == (2, "")
    assert meant in err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("example-2026", "example-2：第二条，设备较为完善"),
        ("康复床位", "example-1/beds_min_50：床位不少于 50 张"),
        ("rehab_beds", "example-1/beds_min_50"),
    ],
)
def test_regions_and_topics_say_where_to_read_on(call: Call, name: str, said: str) -> None:
    code, out, _ = call("explain", name)
    assert code == 0
    assert said in out
