"""arithmetic: two reckonings agree, exactly or as far as the rounding of the stated figures leaves room."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.arithmetic import KIND
from wicheck.model import Outcome, Verdict

DEPOSIT: dict[str, Any] = {
    "left": {"sum": [{"value": "institution.months", "key": "amount"}]},
    "right": {"sum": ["institution.deposit"]},
}
REFUND: dict[str, Any] = {
    "left": {"sum": [{"value": "institution.refund", "rounded": 2}]},
    "right": {"product": ["institution.deposit", "institution.score", Decimal("0.01")]},
}
AVERAGE: dict[str, Any] = {
    "left": {"product": [{"value": "institution.total", "rounded": "as_written"}, 10000]},
    "right": {"product": ["institution.visits", {"value": "institution.average", "rounded": "as_written"}]},
}


def asking(arguments: dict[str, Any], **data: Any) -> Outcome:
    return deciding(KIND, **arguments)(record(institution=data))


def months(*amounts: str | None) -> list[dict[str, Decimal]]:
    return [{"amount": Decimal(amount)} if amount else {} for amount in amounts]


@pytest.mark.parametrize(("deposit", "verdict"), [("0.30", "pass"), ("0.31", "fail"), ("0.29", "fail")])
def test_a_sum_is_exact_to_the_cent(deposit: str, verdict: str) -> None:
    assert asking(DEPOSIT, months=months("0.10", "0.20"), deposit=Decimal(deposit)).verdict == verdict


def test_both_sides_and_their_difference_are_told() -> None:
    outcome = asking(DEPOSIT, months=months("100", "200"), deposit=Decimal("250.5"))
    assert (outcome.observed, outcome.required, outcome.shortfall) == (300, Decimal("250.5"), Decimal("49.5"))
    assert (
        outcome.message.text.filled(outcome.values).zh
        == "institution.months为 300，institution.deposit为 250.5，相差 49.5"
    )


def test_a_month_without_an_amount_is_unknown_and_named() -> None:
    outcome = asking(DEPOSIT, months=months("100", None), deposit=Decimal(100))
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, (("institution", "months", 1, "amount"),))


@pytest.mark.parametrize(
    ("data", "missing"),
    [({}, ["months", "deposit"]), ({"deposit": 1}, ["months"]), ({"months": months("1")}, ["deposit"])],
)
def test_an_operand_that_is_not_written_is_unknown(data: dict[str, Any], missing: list[str]) -> None:
    outcome = asking(DEPOSIT, **data)
    assert (outcome.verdict, outcome.missing) == (Verdict.UNKNOWN, tuple(("institution", name) for name in missing))


@pytest.mark.parametrize("none", [False, []])
def test_what_was_declared_as_none_is_nothing(none: Any) -> None:
    assert asking(DEPOSIT, months=none, deposit=Decimal(0)).verdict is Verdict.PASS
    assert asking(DEPOSIT, months=none, deposit=Decimal(5)).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("deposit", "refund", "verdict"),
    [
        # 95 % of 999.99 are 949.9905
        ("999.99", "949.98", "fail"),
        ("999.99", "949.99", "pass"),
        ("999.99", "950.00", "fail"),
        # 95 % of 100.10 are 95.095, half a cent from either neighbour
        ("100.10", "95.08", "fail"),
        ("100.10", "95.09", "pass"),
        ("100.10", "95.10", "pass"),
        ("100.10", "95.11", "fail"),
    ],
)
def test_a_refund_is_rounded_to_the_cent(deposit: str, refund: str, verdict: str) -> None:
    assert asking(REFUND, deposit=Decimal(deposit), score=95, refund=Decimal(refund)).verdict == verdict


@pytest.mark.parametrize(
    ("total", "visits", "average", "verdict"),
    [
        # two decimals of 10 000 yuan leave 50 yuan either way, two of a yuan leave half a cent a visit
        ("12.50", 100, "1250.50", "pass"),  # 50 apart, 50.5 allowed
        ("12.50", 100, "1250.51", "fail"),  # 51 apart
        ("12.50", 10000, "12.51", "pass"),  # 100 apart, 100 allowed
        ("12.50", 10000, "12.52", "fail"),
        ("12.50", 10000, "12.49", "pass"),
        ("12.50", 10000, "12.48", "fail"),
        # one decimal leaves 500 yuan
        ("12.5", 1000, "125.50", "pass"),  # 500 apart, 505 allowed
        ("12.5", 1000, "125.51", "fail"),  # 510 apart
        # none at all
        ("12", 1000, "125", "pass"),  # 5000 apart, 5500 allowed
        ("12", 1000, "126", "fail"),  # 6000 apart
    ],
)
def test_a_total_in_10_000_yuan_and_an_average(total: str, visits: int, average: str, verdict: str) -> None:
    assert asking(AVERAGE, total=Decimal(total), visits=visits, average=Decimal(average)).verdict == verdict


def test_a_difference_that_rounding_explains_is_told() -> None:
    outcome = asking(AVERAGE, total=Decimal("12.50"), visits=100, average=Decimal("1250.50"))
    assert (outcome.message.id, outcome.shortfall) == ("arithmetic.agree_rounded", 50)


@pytest.mark.parametrize(("second", "verdict"), [("10.1", "pass"), ("10.2", "fail"), ("9.9", "pass")])
def test_a_stated_tolerance_is_allowed(second: str, verdict: str) -> None:
    sides = {"left": {"sum": ["institution.a"]}, "right": {"sum": ["institution.b"]}, "tolerance": Decimal("0.1")}
    assert asking(sides, a=Decimal(10), b=Decimal(second)).verdict == verdict


def test_a_list_of_numbers_counts_as_its_sum() -> None:
    sides = {"left": {"product": ["institution.parts", 2]}, "right": {"sum": ["institution.whole"]}}
    assert asking(sides, parts=[1, 2, 3], whole=12).verdict is Verdict.PASS
