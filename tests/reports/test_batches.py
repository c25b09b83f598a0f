"""Batches of claims in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.reports.claims import PRICE, TRACE, VISITS, batch, billed, offence, rule
from wicheck.model import Language, Text
from wicheck.reports.batches import Batches, found_something, grouped, money_by_pack, most
from wicheck.reports.billing_data import BatchData
from wicheck.reports.voice import Voice


def said(of: BatchData, language: Language = Language.ZH) -> Batches:
    return Batches(billed(of), Voice(language))


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0.00"),
        (1234567, "1,234,567.00"),
        (0.1, "0.10"),
        (12.345, "12.345"),
        ("123456789012345678.5", "123,456,789,012,345,678.50"),
    ],
)
def test_money_has_two_decimals_and_loses_none(amount: Any, shown: str) -> None:
    assert grouped(amount) == shown


def test_the_money_its_bearers_and_the_reading_of_the_tables_are_told() -> None:
    made = batch()
    assert list(said(made).about(made)) == [
        "涉及金额 12,345.60 元：结算单 80 张、明细 4214 条",
        "由基金承担 345.10 元、由机构承担 12,000.50 元（同一笔钱不论违反几条规则，合计只算一次）",
        "已读入：明细 10000 行",
        "2 行没有读懂，没有参加判断",
        "1 个单元格的数字被表格软件破坏，按未填写处理",
        "读入时按规则整理：去掉千分位 3 处",
    ]


def test_what_is_clean_is_told_apart_from_what_nobody_could_judge() -> None:
    clean = rule(PRICE, Text("价", "p"), [], 0, {})
    assert said(batch(rules=[clean])).risk(batch(rules=[clean])) == "没有查出确定不符合规定的费用"
    blind = batch(rules=[{**clean, "judged": None}])
    assert said(blind).risk(blind).startswith("读入了费用，但没有一条规则能判断")
    none = {**blind, "tables": []}
    assert said(none).risk(none) == "没有可以判断的费用数据"


def test_a_rule_tells_all_its_rows_their_money_and_who_bears_it() -> None:
    made = batch()
    price = next(each for each in made["rules"] if each["rule"] == PRICE)
    assert said(made).found(price) == "4213 笔不符合，12,345.60 元（机构承担）、2 笔资料不足"
    assert (
        said(made)
        .found({**price, "unpriced": 3})
        .startswith("4213 笔不符合，12,345.60 元（机构承担），其中 3 笔金额不详")
    )
    assert said(made).largest(price, 5) == "金额最大的 5 笔，共 4215 笔"


def test_certain_offences_with_most_money_come_first() -> None:
    made = batch()
    assert [each["rule"] for each in found_something(made)] == [PRICE, TRACE, VISITS]
    assert [each["amount"] for _, each in most(made)] == [999.5, 998.5, 997.5, 996.5, 995.5, 994.5, 993.5, 0]


def test_an_offence_names_its_claim_and_line_and_what_the_institution_is_told() -> None:
    made, price = batch(), rule(PRICE, Text("价", "p"), [], 1, {"fail": 1})
    assert said(made).offence(price, offence(3, 31)) == "31.00 元，结算单 J003 明细 3：单价 131 元，高于限价 100 元"
    assert said(made, Language.EN).offence(price, offence(3, None, line_number=None)) == (
        "amount not known, claim J003: 131 yuan, above the ceiling of 100"
    )
    assert said(made).offence(price, offence(3, 0, alert=None, claim_id=None)) == (
        "不属于某张结算单：单价 131 元、限价 100"
    )


def test_packs_judge_the_same_claims_so_their_money_is_never_added_up() -> None:
    made = billed(batch(), batch("2026-04", amount=0.4), batch(pack="base"))
    assert money_by_pack(made) == {"jinhua": (2, Decimal("12346.0")), "base": (1, Decimal("12345.6"))}
