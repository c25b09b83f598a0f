"""A refund of which the claim or the quantity is not known: what it may take back does not fail for certain."""

import pytest

from wicheck.model import Verdict

from .asking import asked, batch, offending, one

DRUG = {"catalogue_code": "X", "catalogue_name": "某药片", "unit_price_amount": "50", "service_on": "2026-03-01"}
BILLED = {**DRUG, "line_number": "1", "claim_id": "C1", "quantity": "2", "amount": "100"}
REFUND = {**DRUG, "line_number": "9", "claim_id": "C1", "quantity": "-2", "amount": "-100"}


def lines(refund, *billed):
    return [dict(BILLED, **each) for each in billed or ({},)] + [{k: v for k, v in refund.items() if v is not None}]


def verdicts(engine, *given, table="net_lines"):
    answer = one(engine, batch(lines=lines(*given)), asked(offending(condition="amount > 0", table=table)))
    return {row.line_number: row.verdict for row in answer.rows}


@pytest.mark.parametrize("untold", [{"claim_id": None}, {"quantity": None}, {"claim_id": None, "quantity": None}])
@pytest.mark.parametrize("also", [{}, {"unit_price_amount": None}, {"amount": "-120"}])
def test_what_it_may_take_back_is_unknown(engine, untold, also):
    assert verdicts(engine, {**REFUND, **untold, **also}) == {"1": Verdict.UNKNOWN}


@pytest.mark.parametrize(
    "otherwise",
    [
        {"catalogue_code": "Y"},
        {"catalogue_code": None},
        {"unit_price_amount": "40"},
        {"amount": "-99"},
        {"claim_id": "C2", "quantity": None},
        {"quantity": "-1", "amount": None},
        {"reversed_line_number": "7"},
    ],
)
def test_what_is_not_its_own_or_more_than_it_takes_back_fails(engine, otherwise):
    assert verdicts(engine, {**REFUND, "claim_id": None, **otherwise}) == {"1": Verdict.FAIL}


def test_it_names_its_line_whatever_the_codes(engine):
    refund = {**REFUND, "claim_id": None, "catalogue_code": None, "reversed_line_number": "2"}

    found = verdicts(engine, refund, {}, {"line_number": "2", "claim_id": "C2"})

    assert found == {"1": Verdict.FAIL, "2": Verdict.UNKNOWN}


def test_whose_visit_it_tells_is_nobody_elses(engine):
    refund = {**REFUND, "claim_id": None, "visit_id": "Z2"}

    found = verdicts(engine, refund, {"visit_id": "Z1"}, {"line_number": "2", "claim_id": "C2", "visit_id": "Z2"})

    assert found == {"1": Verdict.FAIL, "2": Verdict.UNKNOWN}


def test_of_several_the_one_that_takes_most_back_counts(engine):
    small = {**REFUND, "claim_id": None, "quantity": "-1", "amount": "-50", "line_number": "8"}

    assert verdicts(engine, small) == {"1": Verdict.FAIL}
    assert verdicts(engine, {**REFUND, "claim_id": None}, {}, small) == {"1": Verdict.UNKNOWN}


def test_a_line_of_nobody_known_may_be_any_refunds_but_of_its_own_visit(engine):
    refund = {**REFUND, "quantity": None, "visit_id": "Z1"}
    nobodys = {"claim_id": None}

    found = verdicts(engine, refund, {**nobodys, "visit_id": "Z1"}, {**nobodys, "line_number": "2", "visit_id": "Z2"})

    assert found == {"1": Verdict.UNKNOWN, "2": Verdict.FAIL}


def test_a_refund_that_is_netted_leaves_others_certain(engine):
    assert verdicts(engine, REFUND, {}, {"line_number": "2", "claim_id": "C2"}) == {"2": Verdict.FAIL}


def test_lines_as_they_were_billed_fail_all_the_same(engine):
    assert verdicts(engine, {**REFUND, "claim_id": None}, table="lines") == {"1": Verdict.FAIL}
