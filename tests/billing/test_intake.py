"""Rows that could not be read are told one by one; many with the same fault, once."""

from __future__ import annotations

from wicheck.billing.intake import told
from wicheck.engines.interface import Loaded, Reject
from wicheck.model import Text

LABELS = {("lines", "service_on"): Text("费用日期", "service date"), ("lines", "quantity"): Text("数量", "quantity")}


def rejects(*rows: int, column: str = "service_on") -> tuple[Reject, ...]:
    return tuple(Reject("lines", "a.csv", row, column, "46083", "bare_serial") for row in rows)


def messages(found: tuple[Reject, ...], count: int) -> list[str]:
    errors = told(Loaded({}, found, count), 0, LABELS).errors
    assert all(error.hint and error.location for error in errors)
    return [f"{error.location}: {error.message.zh}" for error in errors]


def test_a_row_is_told_once_with_all_its_faults() -> None:
    both = (*rejects(2), Reject("lines", "a.csv", 2, "quantity", "两", "not_a_number"))
    assert messages(both, 1) == [
        "a.csv#2: 费用日期“46083”：不是日期，像是 Excel 的日期序号；请先把这一列设为日期格式；"
        "数量“两”：不是数字，这一行没有参加判断"
    ]


def test_of_many_rows_with_the_same_fault_the_rest_are_told_together() -> None:
    said = messages((*rejects(2, 3, 4, 5, 6), *rejects(7, column="quantity")), 6)
    assert [line.partition(":")[0] for line in said] == ["a.csv#2", "a.csv#3", "a.csv#4", "a.csv#5", "a.csv#7"]
    assert said[3] == "a.csv#5: 费用日期：还有 2 行也是这样（第 5、6 行），都没有参加判断"


def test_rows_beyond_those_that_are_listed_are_counted() -> None:
    assert messages(rejects(2, 3), 9)[-1] == "a.csv#3: 另有 7 行没有读懂，没有参加判断"
