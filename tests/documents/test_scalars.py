"""Single values: what is accepted, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

Value = Callable[[str], Any]
FaultOf = Callable[[str], tuple[str, str, int, int]]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("name: 金华市康复医院", "金华市康复医院"),
        ("name: 0123456", "0123456"),
        ("name: 1:30", "1:30"),
        ("name: true", "true"),
        ('name: "无"', "无"),
        ('name: "略"', "略"),
        ("name: 略阳县医院", "略阳县医院"),
        ('name: "~"', "~"),
        ('name: " 金华 "', "金华"),
        ("name: |\n  两行\n  文字\n", "两行\n文字"),
        ("division_code: 330702", "330702"),
        ("level: 三甲", "level_3"),
        ("level: level_2", "level_2"),
        ("level: 二级\u00a0", "level_2"),
        ("level: \u3000二级", "level_2"),
        ("public: 是\u3000", True),
        ("beds_count: 50\u00a0", 50),
        ("founded_on: 2026年3月5日\u3000", "2026-03-05"),
        ("founded_on: 2026-03-05", "2026-03-05"),
        ("founded_on: 2026年3月5日", "2026-03-05"),
        ("opened_at: 2026-03-05 08:30", "2026-03-05T08:30:00"),
        ("public: 是", True),
        ("public: 有", True),
        ("public: yes", True),
        ("public: 否", False),
        ("public: 无", False),
        ("public: no", False),
        ("beds_count: 50", 50),
        ('beds_count: "50"', 50),
        ("beds_count: -1", -1),
        ("beds_count: 无", 0),
        ("accidents: 无", False),
        ("closed_on: 无", False),
        ("closed_on: 2026/3/5", "2026-03-05"),
    ],
)
def test_values_become_canonical(value: Value, entry: str, expected: Any) -> None:
    result = value(entry)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("area_m2: 6.50", "6.50"),
        ("area_m2: 6", "6"),
        ("area_m2: 无", "0"),
        ("price_amount: -0.10", "-0.10"),
        ("senior_share: 20%", "0.20"),
        ("senior_share: 12.5%", "0.125"),
        ("senior_share: 0.4", "0.4"),
    ],
)
def test_measures_are_exact(value: Value, entry: str, expected: str) -> None:
    result = value(entry)
    assert isinstance(result, Decimal)
    assert str(result) == expected


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "''", '"  "', '"　"', "　", "[]", "{}"])
@pytest.mark.parametrize(
    "key", ["name", "level", "founded_on", "opened_at", "public", "beds_count", "area_m2", "senior_share"]
)
def test_an_empty_value_is_not_given(value: Value, key: str, nothing: str) -> None:
    assert value(f"{key}: {nothing}") is None


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (
            "床位: 五十",
            "“床位数”（beds_count）应为整数，“五十”不是",
            "请只写半角数字，例如 50；没有的写“无”；不知道就留空",
        ),
        ("床位: 1,200", "“床位数”（beds_count）应为整数，“1,200”不是", "请写成 1200：半角数字，不加千位分隔符"),
        ('床位: "５０"', "“床位数”（beds_count）应为整数，“５０”不是", "请写成 50：半角数字，不加千位分隔符"),
        ("床位: 50张", "“床位数”（beds_count）应为整数，“50张”不是", "请只写 50：这一项的单位就是张，不必写出"),
        (
            "床位: 6.5",
            "“床位数”（beds_count）应为整数，“6.5”不是",
            "请只写半角数字，例如 50；没有的写“无”；不知道就留空",
        ),
        (
            "床位: 1_000",
            "“床位数”（beds_count）应为整数，“1_000”不是",
            "请只写半角数字，例如 50；没有的写“无”；不知道就留空",
        ),
        ("面积: .nan", "“面积”（area_m2）应为数字，“.nan”不是", "请只写半角数字，例如 6.5；没有的写“无”；不知道就留空"),
        ("面积: NaN", "“面积”（area_m2）应为数字，“NaN”不是", "请只写半角数字，例如 6.5；没有的写“无”；不知道就留空"),
        ("面积: .inf", "“面积”（area_m2）应为数字，“.inf”不是", "请只写半角数字，例如 6.5；没有的写“无”；不知道就留空"),
        ("面积: 1e3", "“面积”（area_m2）应为数字，“1e3”不是", "请只写半角数字，例如 6.5；没有的写“无”；不知道就留空"),
        ("床位: 1200张", "“床位数”（beds_count）应为整数，“1200张”不是", "请只写 1200：这一项的单位就是张，不必写出"),
        (
            "床位: １,２００ 张",
            "“床位数”（beds_count）应为整数，“１,２００ 张”不是",
            "请只写 1200：这一项的单位就是张，不必写出",
        ),
        (
            "面积: 3万㎡",
            "“面积”（area_m2）应为数字，“3万㎡”不是",
            "请只写半角数字，例如 6.5；没有的写“无”；不知道就留空",
        ),
        ("面积: 6㎡", "“面积”（area_m2）应为数字，“6㎡”不是", "请只写 6：这一项的单位就是㎡，不必写出"),
        ("面积: 6.5 平方米", "“面积”（area_m2）应为数字，“6.5 平方米”不是", "请只写 6.5：这一项的单位就是㎡，不必写出"),
        ("面积: 6m2", "“面积”（area_m2）应为数字，“6m2”不是", "请只写 6：这一项的单位就是㎡，不必写出"),
        ("副高占比: 两成", "“副高占比”（senior_share）应为比例，“两成”不是", "请写成 20% 或 0.2；不知道就留空"),
        ("副高占比: 20％", "“副高占比”（senior_share）应为比例，“20％”不是", "请写成 20%：半角数字，不加千位分隔符"),
        ("公立: 可能", "“公立”（public）应为“是”或“否”，“可能”不是", "请写“是”或“否”；不知道就留空"),
        ("级别: 三级医院", "“级别”（level）应为所列词语之一，“三级医院”不是", "是不是“三级”？可以写：三级、二级"),
        (
            "级别: 二级、三级",
            "“级别”（level）应为所列词语之一，“二级、三级”不是",
            "各项之间请用英文逗号加空格，如 [甲, 乙]；可以写：三级、二级",
        ),
        ("床位: “50”", "“床位数”（beds_count）应为整数，““50””不是", "请去掉中文引号，或改用英文引号"),
        ("级别: ‘二级’", "“级别”（level）应为所列词语之一，写的内容（4 个字）不是", "请去掉中文引号，或改用英文引号"),
        (
            "开办日期: 「2026-03-05」",
            "“开办日期”（founded_on）应为日期，“「2026-03-05」”不是",
            "请去掉中文引号，或改用英文引号",
        ),
        ("级别: 一流", "“级别”（level）应为所列词语之一，“一流”不是", "可以写：三级、二级"),
        ("级别: 无", "“级别”（level）不能写“无”", "不知道就留空"),
        ("名称: 无", "“名称”（name）不能写“无”", '不知道就留空；确实是这个字就加引号写 "无"'),
        ("开办日期: 无", "“开办日期”（founded_on）不能写“无”", "不知道就留空"),
        (
            "开办日期: 去年",
            "“开办日期”（founded_on）应为日期，“去年”不是",
            "请写成 2026-03-05 或 2026年3月5日；不知道就留空",
        ),
        (
            "开办日期: 45000",
            "“开办日期”（founded_on）应为日期，“45000”不是",
            "像是 Excel 里日期的序号；是的话就是 2023-03-15，请核对原件后这样写",
        ),
        (
            "开办日期: 2024年3月",
            "“开办日期”（founded_on）应为日期，“2024年3月”不是",
            "只有年月：请补上日，写成 2026-03-05",
        ),
        ("开办日期: 2024.3", "“开办日期”（founded_on）应为日期，“2024.3”不是", "只有年月：请补上日，写成 2026-03-05"),
        ("开办日期: 20240305", "“开办日期”（founded_on）应为日期，“20240305”不是", "请写成 2024-03-05"),
        ("开办日期: 2024年3月5号", "“开办日期”（founded_on）应为日期，“2024年3月5号”不是", "请写成 2024-03-05"),
        (
            "开办日期: 2024-3-5 00:00:00",
            "“开办日期”（founded_on）应为日期，“2024-3-5 00:00:00”不是",
            "请写成 2024-03-05",
        ),
        (
            "开办日期: 20240230",
            "“开办日期”（founded_on）应为日期，“20240230”不是",
            "请写成 2026-03-05 或 2026年3月5日；不知道就留空",
        ),
        ("开办日期: 2026-02-30", "“开办日期”（founded_on）：“2026-02-30”这个时间不存在", "请核对年、月、日"),
        ("开诊时间: 8点", "“开诊时间”（opened_at）应为日期和时间，“8点”不是", "请写成 2026-03-05 08:30；不知道就留空"),
        ("事故: 有", "“事故”（accidents）只写“有”不够", "请写出具体内容；没有的写“无”，不知道就留空"),
        ("事故: 没有", "“事故”（accidents）只写“没有”不够", "请写出具体内容；没有的写“无”，不知道就留空"),
        ("名称: 有", "“名称”（name）只写“有”不够", "请写出具体内容；不知道就留空"),
        ("名称: 没有", "“名称”（name）只写“没有”不够", "请写出具体内容；不知道就留空"),
        ("名称: 暂无", "“名称”（name）只写“暂无”不够", "请写出具体内容；不知道就留空"),
        ("名称: /", "“名称”（name）只写“/”不够", "请写出具体内容；不知道就留空"),
        ("名称: ——", "“名称”（name）只写“——”不够", "请写出具体内容；不知道就留空"),
        (
            "停业日期: 是",
            "“停业日期”（closed_on）应为日期，“是”不是",
            "请写成 2026-03-05 或 2026年3月5日；不知道就留空",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_write(fault: FaultOf, entry: str, message: str, hint: str) -> None:
    column = entry.index(": ") + 3
    assert fault(entry) == (message, hint, 3, column)


@pytest.mark.parametrize("entry", ["名称: [甲, 乙]", "床位: {甲: 乙}", "级别: [三级]", "开办日期: [2026-03-05]"])
def test_a_list_is_no_single_value(fault: FaultOf, entry: str) -> None:
    message, _, line, _ = fault(entry)
    assert "这里却是若干项或列表" in message
    assert line == 3


def test_personal_data_is_not_repeated_in_messages(fault: FaultOf) -> None:
    message, hint, _, _ = fault("负责人:\n  身份证号: 无")
    assert "身份证号" in message
    secret = fault("人员:\n  花名册:\n    - 姓名: [张示例]")
    assert "张示例" not in "".join(map(str, secret)) + message + hint


def test_a_long_value_is_shortened(fault: FaultOf) -> None:
    message, _, _, _ = fault(f"床位: {'9' * 100}")
    assert f"“{'9' * 40}…”" in message
