"""``wicheck rules``, ``packs``, ``plugins`` and ``schema``."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Call
from wicheck.documents.schemas import Schemas
from wicheck.reports.layout import columns

pytestmark = pytest.mark.usefixtures("policies")


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        ((), ["example-1/beds_min_50", "example-2/equipment"]),
        (("--topic", "rehab_beds"), ["example-1/beds_min_50"]),
        (("--topic", "康复床位"), ["example-1/beds_min_50"]),
        (("--topic", "equipment"), ["example-2/equipment"]),
        (("--stage", "procedure"), ["example-2/equipment"]),
        (("--stage", "准入条件"), ["example-1/beds_min_50"]),
        (("--record", "application"), ["example-2/equipment"]),
        (("--record", "机构", "--record", "申请"), ["example-1/beds_min_50", "example-2/equipment"]),
        (("--pack", "示例市", "--stage", "performance"), []),
    ],
)
def test_rules_are_chosen_by_what_they_are(call: Call, asked: tuple[str, ...], rules: list[str]) -> None:
    code, out, _ = call("rules", *asked, "--format", "json")
    assert code == 0
    assert [each["rule"] for each in json.loads(out)["rules"]] == rules


def test_a_rule_in_json_says_where_it_stands(call: Call) -> None:
    rule = json.loads(call("rules", "--topic", "rehab_beds", "--format", "json").out)["rules"][0]
    assert rule["pack"] == "example-2026"
    assert rule["article"] == "第一条"
    assert rule["title"] == {"zh": "床位不少于 50 张", "en": "at least 50 beds"}
    assert rule["location"] == {"file": "policies/example-2026/pack.yaml", "line": 17, "column": 5}


def test_the_table_of_rules_is_aligned(call: Call) -> None:
    out = call("rules").out
    lines = [line for line in out.splitlines() if "example-" in line and "/" in line]
    starts = {columns(line[: line.index(title)]) for line, title in zip(lines, ("床位不少于", "设备完善"), strict=True)}
    assert len(starts) == 1
    assert "示例市（example-2026），2 条规则" in out


def test_an_unknown_topic_suggests_the_nearest(call: Call) -> None:
    code, _, err = call("rules", "--topic", "rehab_bed")
    assert code == 2
    assert "rehab_beds" in err


def test_packs_are_told_with_their_status_and_size(call: Call) -> None:
    row = call("packs").out.splitlines()[2].split()
    assert row == ["example-2026", "示例市", "999900", "现行", "未载明", "3", "2", "示例市办法"]
    (pack,) = json.loads(call("packs", "--format", "json").out)["packs"]
    assert (pack["id"], pack["clauses"], pack["rules"], pack["status"]) == ("example-2026", 3, 2, "in_force")


def test_plugins_tell_what_rules_can_draw_on(call: Call) -> None:
    told = json.loads(call("plugins", "--format", "json").out)
    assert {"name": "at_least", "title": {"zh": "不少于", "en": "at least"}} in told["check_kinds"]
    assert {"json", "junit", "terminal"} <= {each["name"] for each in told["report_formats"]}
    area = next(each for each in told["facts"] if each["name"] == "rehab_area_per_bed")
    assert "institution.rehabilitation.ward.beds_count" in area["paths"]
    assert area["unit"]["zh"] == "㎡/床"
    assert "at_least" in call("plugins").out


@pytest.mark.parametrize("kind", Schemas().kinds)
def test_a_schema_is_complete_in_itself(call: Call, kind: str) -> None:
    code, out, _ = call("schema", kind)
    schema = json.loads(out)
    assert code == 0
    Draft202012Validator.check_schema(schema)
    assert ".schema.json#" not in out
