"""The schema-guided pass over whole documents."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.conftest import HEADER
from wicheck.documents.canonical import Canonical, CanonicalPass
from wicheck.documents.schemas import Schemas
from wicheck.model import Path
from wicheck.yamlio import Mapping, Node, Scalar, Sequence

Read = Callable[[str], Canonical]
FaultOf = Callable[[str], tuple[str, str, int, int]]


def line_of(result: Canonical, *path: str | int) -> int | None:
    steps: Path = path
    return result.positions.locate(steps).line


def test_chinese_and_canonical_keys_mean_the_same(canonical: Read) -> None:
    chinese = canonical("名称: 甲院\n人员:\n  医师人数: 10")
    assert chinese.data == canonical("name: 甲院\nstaff:\n  doctors_count: 10").data
    assert chinese.data["staff"] == {"doctors_count": 10}


def test_any_accepted_key_may_be_used(canonical: Read) -> None:
    assert canonical("床位: 5").data["beds_count"] == canonical("床位数: 5").data["beds_count"] == 5


def test_empty_objects_and_lists_are_not_given(canonical: Read) -> None:
    result = canonical("staff:\n  doctors_count:\n  roster:\n    - name:\ndepartments: []\nhead: {}\npermit:")
    assert result.errors == ()
    assert result.data == {"wicheck": "institution/v1", "id": "甲"}


def test_an_empty_value_keeps_its_place(canonical: Read) -> None:
    result = canonical("name:\nstaff:\n  doctors_count:\n")
    assert line_of(result, "name") == 3
    assert line_of(result, "staff", "doctors_count") == 5


def test_none_is_said_of_lists_objects_and_numbers(canonical: Read) -> None:
    result = canonical("科室: 无\n许可证: 无\n床位: 无\n人员:\n  花名册: 无")
    assert result.data["departments"] == []
    assert result.data["permit"] is False
    assert result.data["beds_count"] == 0
    assert result.data["staff"] == {"roster": []}


def test_none_is_refused_where_there_must_be_one(fault: FaultOf) -> None:
    assert fault("负责人: 无") == ("“负责人”（head）不能写“无”", "不知道就留空", 3, 6)


def test_a_lone_word_stands_for_the_property_named_short(canonical: Read) -> None:
    short, long = canonical("申请书: 有"), canonical("申请书:\n  提供: 是")
    assert short.data == long.data
    assert short.data["application_form"] == {"provided": True}
    assert canonical("申请书: 无").data["application_form"] == {"provided": False}
    assert "application_form" not in canonical("申请书:").data
    assert line_of(short, "application_form", "provided") == 3


def test_a_short_form_is_checked_like_the_property(fault: FaultOf) -> None:
    message, _, line, column = fault("申请书: 三份")
    assert message == "“是否提供”（provided）应为“是”或“否”，“三份”不是"
    assert (line, column) == (3, 6)


def test_two_keys_of_one_entry_are_refused_with_both_places(fault: FaultOf) -> None:
    assert fault("床位: 5\nbeds_count: 6") == (
        "“beds_count”与第 3 行的“床位”是同一项：“床位数”（beds_count）",
        "请只保留一处",
        4,
        1,
    )


def test_an_empty_double_is_refused_too(fault: FaultOf) -> None:
    assert fault("床位: 5\nbeds_count:")[2:] == (4, 1)


def test_an_unknown_key_gets_the_nearest_known_one(fault: FaultOf) -> None:
    assert fault("床位总数: 5") == (
        "“机构”（institution）下没有“床位总数”这一项",
        "是不是想写“床位数”（beds_count）？",
        3,
        1,
    )


def test_a_key_in_the_wrong_place_is_told_where_it_belongs(fault: FaultOf) -> None:
    assert fault("职称: 主任医师")[1] == "这一项应写在：人员 → 花名册 → 职称"


def test_a_wholly_unknown_key_is_told_what_is_known(fault: FaultOf) -> None:
    assert fault("人员:\n  食堂: 是")[1] == "可以写：“医师人数”（doctors_count）、“花名册”（roster）"


def test_a_key_that_may_be_a_person_s_name_is_not_repeated(fault: FaultOf) -> None:
    said, hint, line, _ = fault("人员:\n  花名册:\n  - 钱七七: 主任医师")
    assert "钱七七" not in said + hint
    assert (said.endswith("下没有这一项"), line) == (True, 3 + HEADER.count("\n"))
    assert "姓名x" in fault("人员:\n  花名册:\n  - 姓名x: 钱七七")[0]


def test_wrong_forms_are_told_apart(fault: FaultOf) -> None:
    assert fault("人员: 十人")[0] == "“人员”（staff）应为下一行起缩进写出的若干项，这里却是单个内容"
    assert fault("人员: [十人]")[0] == "“人员”（staff）应为下一行起缩进写出的若干项，这里却是列表"
    assert fault("科室: 内科")[0] == "“科室”（departments）应为列表，这里却是单个内容"
    assert fault("科室: 内科")[1] == "请加方括号，如 [甲, 乙]；或另起一行，每项以“- ”开头；没有的写“无”"
    assert fault("科室: {内科: 是}")[0] == "“科室”（departments）应为列表，这里却是若干项"


@pytest.mark.parametrize("none", ['"无"', "“无”", "'无'"])
def test_who_quotes_none_is_told_to_leave_the_marks_out(fault: FaultOf, none: str) -> None:
    said, hint, _, _ = fault(f"科室: {none}")
    assert said == "“科室”（departments）应为列表，这里却是加了引号的“无”"
    assert hint == "没有的直接写 无，不加引号"


def test_all_faults_are_told_in_one_run(canonical: Read) -> None:
    result = canonical("床位: 五十\n公立: 可能\n人员:\n  花名册:\n    - 职务: 院长\n")
    assert [error.location.line for error in result.errors if error.location] == [3, 4, 7]


def test_every_value_knows_its_place(canonical: Read) -> None:
    result = canonical(
        "人员:\n  花名册:\n    - 姓名: 甲\n      职称: 主任\n    - 姓名: 乙\n科室:\n  - 内科\n  - 外科\n"
    )
    assert line_of(result) == 1
    assert line_of(result, "staff", "roster", 0, "rank") == 6
    assert line_of(result, "staff", "roster", 1) == 7
    assert line_of(result, "staff", "roster", 1, "name") == 7
    assert line_of(result, "departments", 1) == 10


def test_what_was_not_written_has_its_nearest_ancestors_place(canonical: Read) -> None:
    result = canonical("人员:\n  医师人数: 3\n")
    assert line_of(result, "staff", "roster", 0, "rank") == 3
    assert line_of(result, "head", "identity_number") == 1
    assert line_of(result, "staff", "doctors_count", "deeper") == 4


def test_empty_items_do_not_shift_the_places_of_others(canonical: Read) -> None:
    result = canonical("科室:\n  - 内科\n  -\n  - 外科\n人员:\n  花名册:\n    - 姓名:\n    - 姓名: 乙\n")
    assert result.data["departments"] == ["内科", "外科"]
    assert line_of(result, "departments", 1) == 6
    assert line_of(result, "staff", "roster", 0, "name") == 10


def test_places_stay_right_beside_faulty_keys(canonical: Read) -> None:
    result = canonical("食堂: 有\n床位: 5\nbeds_count: 6\n名称: 甲\n")
    assert line_of(result, "beds_count") == 4
    assert line_of(result, "name") == 6


def written(value: Any) -> Node:
    """Canonical data written down again, as nodes that say the same."""
    if isinstance(value, dict):
        return mapping({key: written(each) for key, each in value.items()})
    if isinstance(value, list):
        return sequence([written(each) for each in value]) if value else scalar("无", quoted=False)
    if isinstance(value, bool):
        return scalar("是" if value else "无", quoted=False)
    return scalar(f"{value:f}", quoted=False) if isinstance(value, Decimal) else scalar(str(value), quoted=True)


WORDS = st.text(max_size=8) | st.sampled_from(
    [
        "",
        "无",
        "是",
        "否",
        "~",
        "null",
        "三级",
        "甲",
        "50",
        "-3",
        "6.5",
        "20%",
        "1,200",
        "５０",
        "NaN",
        ".inf",
        "1e9",
        "2026-03-05",
        "2026年3月5日",
        "2026-02-30",
        "2026-03-05 08:30",
        "330702",
        "\u3000",
        " 甲 ",
        "0000000000000000000000",
        "99999999999999999999",
    ]
)
KEYS = st.sampled_from(
    [
        "wicheck",
        "编号",
        "id",
        "名称",
        "机构名称",
        "级别",
        "开办日期",
        "开诊时间",
        "公立",
        "床位数",
        "床位",
        "面积",
        "单价",
        "副高占比",
        "事故",
        "停业日期",
        "许可证",
        "证号",
        "负责人",
        "身份证号",
        "科室",
        "人员",
        "医师人数",
        "花名册",
        "姓名",
        "职称",
        "申请书",
        "份数",
        "别的",
    ]
)


def scalar(text: str, quoted: bool) -> Scalar:
    return Scalar(text, 2, 3, quoted)


def mapping(items: dict[str, Node]) -> Mapping:
    return Mapping(items, {key: (line, 1) for line, key in enumerate(items, 1)}, 1, 1)


def sequence(items: list[Node]) -> Sequence:
    return Sequence(items, 1, 1)


NODES = st.recursive(
    st.builds(scalar, WORDS, st.booleans()),
    lambda node: (
        st.builds(sequence, st.lists(node, max_size=4)) | st.builds(mapping, st.dictionaries(KEYS, node, max_size=6))
    ),
    max_leaves=30,
)


@given(st.dictionaries(KEYS, NODES, max_size=12))
@settings(deadline=None)
def test_no_document_crashes_the_pass_and_all_its_places_are_real(schemas: Schemas, items: dict[str, Node]) -> None:
    result = CanonicalPass(schemas.shape("institution")).read(mapping(items), "a.yaml")
    for path in paths_of(result.data):
        assert line_of(result, *path) is not None


@given(st.dictionaries(KEYS, NODES, max_size=12))
@settings(deadline=None)
def test_canonical_data_is_its_own_canonical_form(schemas: Schemas, items: dict[str, Node]) -> None:
    canonical_pass = CanonicalPass(schemas.shape("institution"))
    data = canonical_pass.read(mapping(items), "a.yaml").data
    again = canonical_pass.read(mapping({key: written(each) for key, each in data.items()}), "a.yaml")
    assert again.errors == ()
    assert again.data == data


def paths_of(value: Any) -> list[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(), *((step, *rest) for step, each in below for rest in paths_of(each))]


def test_the_header_is_data_too(canonical: Read) -> None:
    assert HEADER.startswith("wicheck: institution/v1")
    assert canonical("").data == {"wicheck": "institution/v1", "id": "甲"}
