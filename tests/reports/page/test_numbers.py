"""Charts: what is measured, how far it is from what is asked, and in which order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.factory import finding, report
from wicheck.model import Language, Message, Text, Verdict, same
from wicheck.reports.page.numbers import bars, figure, is_measured, message_of, pieces
from wicheck.reports.voice import Voice

VOICE = Voice(Language.ZH)
PERCENT = Text("%", "%")
BEDS = Text("张", "beds")


def measured(observed: Any, required: Any, verdict: Verdict = Verdict.PASS, unit: Text | None = None) -> Any:
    figures = {"observed": observed, "required": required, "unit": unit}
    return report([finding(verdict, outcome_=figures)]).findings[0]


def test_half_of_what_is_asked_reaches_half_way_to_the_mark() -> None:
    (bar,) = bars([measured(25, 50, Verdict.FAIL)], VOICE)
    assert bar.length == "37.5"


def test_much_more_than_is_asked_fills_the_drawing_and_no_more() -> None:
    (bar,) = bars([measured(500, 50)], VOICE)
    assert bar.length == "100.0"


def test_what_falls_short_comes_first_then_what_is_closest() -> None:
    given = [measured(90, 50), measured(51, 50), measured(20, 50, Verdict.FAIL), measured(49, 50, Verdict.REVIEW)]
    assert [bar.said for bar in bars(given, VOICE)] == [
        "实际 49，要求 50",
        "实际 20，要求 50",
        "实际 51，要求 50",
        "实际 90，要求 50",
    ]


@pytest.mark.parametrize(
    ("observed", "required"), [(True, True), ("2026-03-09", "3 月"), (None, None), (5, [5, 6]), (5, 0), (-1, 5)]
)
def test_only_numbers_against_numbers_are_drawn(observed: Any, required: Any) -> None:
    assert not is_measured(measured(observed, required))


@pytest.mark.parametrize("message", ["arithmetic.differ", "arithmetic.agree", "counts_agree.differ"])
def test_of_two_figures_that_must_be_the_same_neither_is_a_mark_to_reach(message: str) -> None:
    figures = {"observed": 31, "required": 30, "message": Message(message, same("一为 31，二为 30"))}
    assert not is_measured(report([finding(Verdict.FAIL, outcome_=figures)]).findings[0])


def test_what_was_not_decided_is_not_drawn() -> None:
    assert not is_measured(measured(5, 6, Verdict.NOT_APPLICABLE))


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("50", BEDS, "50 张"),
        ("0.1111", PERCENT, "11.11%"),
        ("0.2", PERCENT, "20%"),
        ("5.60", None, "5.6"),
        ("9999", BEDS, "9999 张"),
        ("10000", BEDS, "10,000 张"),
        ("1234567.50", None, "1,234,567.5"),
    ],
)
def test_figures_have_their_units_and_shares_are_per_cent(value: str, unit: Text | None, said: str) -> None:
    data = {"zh": unit.zh, "en": unit.en} if unit else None
    assert figure(Decimal(value), data, VOICE) == said  # type: ignore[arg-type]


def test_only_the_figures_of_a_message_are_grouped_not_the_codes_beside_them() -> None:
    words = same("编码 31200000-1 的总额 × 10000为 31200000，应为 30160000.5，相差 1040000。")
    figures = {"observed": 31200000, "required": 30160000.5, "shortfall": 1040000, "message": Message("x", words)}
    made = report([finding(Verdict.FAIL, outcome_=figures)]).findings[0]
    grouped = "编码 31200000-1 的总额 × 10000为 31,200,000，应为 30,160,000.5，相差 1,040,000。"
    assert message_of(made, VOICE) == grouped


@given(st.dictionaries(st.sampled_from([verdict.value for verdict in Verdict]), st.integers(1, 99)))
def test_pieces_lie_side_by_side_and_are_as_long_as_their_counts(counts: dict[str, int]) -> None:
    made = list(pieces(counts))
    assert {piece.verdict: piece.length for piece in made} == counts
    ends = [0, *(piece.start + piece.length for piece in made)]
    assert [piece.start for piece in made] == ends[:-1]
