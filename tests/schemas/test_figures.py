"""Figures that cannot be negative: a cost below nothing would make wrong sums agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import decider

TOTALS = ("outpatient_total_10k", "inpatient_total_10k", "device_total_10k", "grand_total_10k")


@pytest.mark.parametrize("key", TOTALS)
@pytest.mark.parametrize(("figure", "valid"), [(Decimal("-0.1"), False), (0, True), (Decimal("0.1"), True)])
def test_the_costs_of_a_year_are_never_negative(key: str, figure: Decimal | int, valid: bool) -> None:
    application = {"wicheck": "application/v1", "id": "a1", "form": {"prior_year": {key: figure}}}
    assert decider(Schemas().schema("application"))(application) is valid
