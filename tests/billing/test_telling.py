"""What a batch came to, as the report holds it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wicheck.billing.telling import covering, offence_data
from wicheck.model import Bearer, EvidenceColumn, Location, Offence, Population, Query, Text, Verdict, same
from wicheck.reports.fingerprints import Fingerprints

QUERY = Query(
    name="q",
    title=same("q"),
    offence=same("q"),
    not_an_offence=None,
    unknown=None,
    money=None,
    bearer=Bearer.FUND,
    judges=(Population("lines"),),
    needs={},
    absent=Verdict.UNKNOWN,
    parameters={},
    thresholds={},
    evidence={"price": EvidenceColumn(Text("单价", "price")), "ceiling": EvidenceColumn(Text("限价", "ceiling"))},
    alert=Text("单价 {price} 元，限价 {ceiling} 元", "{price} above {ceiling}"),
)

NAMED = Fingerprints("h1", "march")


def offence(verdict: Verdict, **evidence: str) -> Offence:
    return Offence("c/d", "J1", "1", verdict, Decimal("2.50"), Bearer.FUND, evidence, Location("a.csv", row=3))


def test_the_institution_s_text_is_filled_and_says_what_is_not_known() -> None:
    told = offence_data(offence(Verdict.FAIL, price="12.5"), QUERY, covering({}, show_personal=False), NAMED)

    assert told["alert"] == {"zh": "单价 12.5 元，限价 不详 元", "en": "12.5 above not known"}
    assert (told["amount"], told["location"]) == (2.5, {"file": "a.csv", "row": 3})


def test_a_row_that_lacks_a_fact_accuses_nobody() -> None:
    assert offence_data(offence(Verdict.UNKNOWN), QUERY, covering({}, show_personal=False), NAMED)["alert"] is None


@pytest.mark.parametrize(
    ("column", "text", "shown"),
    [("worker_name", "赵一例", "赵**"), ("note", "找 13800001234", "找 138****1234"), ("price", "12.5", "12.5")],
)
def test_personal_data_is_covered_by_class_and_by_looks(column: str, text: str, shown: str) -> None:
    assert covering({"worker_name": "name"}, show_personal=False)(column, text) == shown
    assert covering({"worker_name": "name"}, show_personal=True)(column, text) == text
