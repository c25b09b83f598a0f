"""A query with a second text for Spark: both texts find the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest

from tests.engines.duckdb.asking import ON, batch
from tests.engines.spark.comparing import differences, judged
from tests.engines.spark.conftest import LIMITS
from tests.engines.spark.weaving import Woven
from wicheck.documents.data import data_folder
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Engine
from wicheck.model import Asked, Bearer, Query, Verdict
from wicheck.packs.queries import Queries

TEXTS = sorted(data_folder("policies").glob("*/sql/*.spark.sql"))

MIDDLES = {
    "odd": ["100.01", "100.02", "100.03", "100.04", "9000.07"],
    "even": ["100.01", "100.02", "100.05", "100.08", "100.11", "9000.07"],
    "ties": ["50", "50", "50", "60", "70.5", "70.50", "3000"],
    "all_alike": ["80"] * 5 + ["80.01"],
    "fine": ["1.000001", "1.000002", "1.000003", "1.000004", "1.000006", "7.000001"],
    "large": ["900000000.000001", "900000000.000002", "900000000.000004", "900000000.000009", "999999999.999999"],
    "refunds": ["-5.000003", "-5.000002", "-0.000002", "-0.000001", "3", "4000"],
    "too_few": ["1", "1", "1", "99999"],
}
"""Totals by diagnosis group; the middle of an even number lies between two, of ``fine`` and ``refunds`` within the last
digit."""
LARGE_GROUP = 1001
OUTLIERS = {"odd", "even", "ties", "fine", "refunds"}
TIMES = {"times": Decimal(5), "minimum_size": 5, "cost_outlier_times": None}


def claims() -> Iterator[dict[str, str]]:
    amounts = {**MIDDLES, "many": [str(Decimal(each * each % 7919) / 100) for each in range(LARGE_GROUP)]}
    for group, totals in amounts.items():
        for number, total in enumerate(totals):
            yield {
                "claim_id": f"{group}-{number}",
                "visit_category": "inpatient",
                "diagnosis_group": group,
                "total_amount": total,
            }
    yield {"claim_id": "no total", "visit_category": "inpatient", "diagnosis_group": "odd"}
    yield {"claim_id": "no group", "visit_category": "inpatient", "total_amount": "5"}
    yield {"claim_id": "of a code", "visit_category": "outpatient", "diagnosis_code": "S52.501", "total_amount": "5"}


def outlier() -> Query:
    (own,) = TEXTS
    return Queries(Schemas()).read(own.with_name("cost_outlier.sql"))


def given(rows: Sequence[dict[str, str]], times: str) -> Woven:
    asked = Asked("p/outliers", outlier(), {**TIMES, "times": Decimal(times)}, Bearer.INSTITUTION, ())
    return Woven(batch(claims=rows), (asked,), ON)


@pytest.mark.needs("java", "pyspark")
@pytest.mark.parametrize("times", ["5", "1", "0.5"])
def test_costs_far_above_the_median_are_the_same(spark: Engine, times: str) -> None:
    one = given(list(claims()), times)

    with DuckdbEngine(LIMITS) as database:
        wanted = judged(database, one)

    assert list(differences(spark, one, wanted)) == []
    suspected = {str(row.claim_id).partition("-")[0] for row in wanted[1] if row.verdict is Verdict.SUSPECT}
    assert suspected >= OUTLIERS
    assert {row.claim_id for row in wanted[1] if row.verdict is Verdict.UNKNOWN} >= {"no total", "no group"}


@pytest.mark.needs("java", "pyspark")
def test_without_a_group_of_the_least_size_nothing_can_be_said(spark: Engine) -> None:
    one = given([row for row in claims() if row.get("diagnosis_group") == "too_few"], "5")

    with DuckdbEngine(LIMITS) as database:
        wanted = judged(database, one)

    assert [row.verdict for row in wanted[1]] == [Verdict.UNKNOWN]
    assert list(differences(spark, one, wanted)) == []


def test_nothing_else_has_a_second_text() -> None:
    """One that comes needs a test of its own here, of what differs."""
    assert [file.name for file in TEXTS] == ["cost_outlier.spark.sql"]
