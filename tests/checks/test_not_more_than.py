"""not_more_than: stated figures and dates that exceed their limit are found; nothing to compare is not a fault."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.checks.bench import deciding, record
from wicheck.checks.not_more_than import KIND
from wicheck.model import Outcome, Verdict


def decided(**institution: Any) -> Outcome:
    decide = deciding(KIND, value="institution.part", other="institution.whole")
    return decide(record(institution=institution))


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        (2, 10, Verdict.PASS),
        (10, 10, Verdict.PASS),
        (11, 10, Verdict.FAIL),
        (Decimal("400.5"), 400, Verdict.FAIL),
        ("2026-01-01", "2026-01-01", Verdict.PASS),
        ("2026-01-02", "2026-01-01", Verdict.FAIL),
        (0, 0, Verdict.PASS),
        (["main", "west"], ["main", "west"], Verdict.PASS),
        (["main", "west"], ["west"], Verdict.FAIL),
        (["main"], [], Verdict.FAIL),
    ],
)
def test_the_limit_itself_is_allowed(part: Any, whole: Any, verdict: Verdict) -> None:
    assert decided(part=part, whole=whole).verdict is verdict


@pytest.mark.parametrize("given", [{}, {"part": 2}, {"whole": 2}, {"part": "2026-01-02", "whole": False}])
def test_nothing_to_compare_is_not_applicable(given: dict[str, Any]) -> None:
    assert decided(**given).verdict is Verdict.NOT_APPLICABLE


def test_dates_are_called_late_and_figures_large() -> None:
    assert decided(part=2, whole=1).message.id == "not_more_than.more"
    assert decided(part="2026-01-02", whole="2026-01-01").message.id == "not_more_than.later"


def test_a_figure_held_against_a_date_is_a_fault_of_the_pack() -> None:
    with pytest.raises(TypeError):
        decided(part=2, whole="2026-01-01")
