"""consistent: data that contradict each other fail; data that are not all there are not compared."""

from __future__ import annotations

import pytest

from tests.checks.bench import BenchBinder, deciding, record
from wicheck.checks.consistent import KIND
from wicheck.model import Quantity, Verdict

AREA = ("institution", "area")


@pytest.mark.parametrize(
    ("quantity", "verdict"),
    [
        (Quantity(6, evidence=(AREA,)), Verdict.PASS),
        (Quantity(None, evidence=(AREA,)), Verdict.FAIL),
        (Quantity(None, missing=(AREA,)), Verdict.NOT_APPLICABLE),
    ],
)
def test_only_a_contradiction_fails(quantity: Quantity, verdict: Verdict) -> None:
    binder = BenchBinder(facts={"area": lambda _: quantity})
    assert deciding(KIND, binder, fact="area")(record(institution={})).verdict is verdict
