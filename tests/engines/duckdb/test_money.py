"""Money at risk: within what was billed, and that of a line or claim once."""

from decimal import Decimal

import pytest

from wicheck.engines.interface import Totals
from wicheck.model import Bearer, Verdict

from .asking import asked, batch, judge, line, offending, one


def claim(total=None, **cells):
    return {"claim_id": "C1", **({"total_amount": total} if total else {}), **cells}


def totals(engine, given, *questions):
    return judge(engine, given, *questions).totals


def of_claims(amount):
    return f"SELECT claim_id, NULL AS line_row, 'fail' AS verdict, {amount} AS amount FROM claims"


def test_money_is_within_the_line_and_never_below_zero(engine):
    given = batch(lines=[line("1", amount="5"), line("2", amount="5"), line("3")])
    amount = "CASE line_number WHEN '1' THEN 99 WHEN '2' THEN -1 ELSE 3 END"

    answer = one(engine, given, asked(offending(amount)))

    assert [(row.line_number, row.amount) for row in answer.rows] == [("1", 5), ("3", 3), ("2", 0)]


def test_money_is_within_what_reversals_left_of_the_line(engine):
    lines = [
        line("1", amount="30", quantity="3", unit_price_amount="10"),
        line("2", amount="-10", quantity="-1", unit_price_amount="10", reversed_line_number="1"),
    ]

    answer = one(engine, batch(lines=lines), asked(offending(condition="line_number = '1'")))

    assert answer.amounts == {Verdict.FAIL: 20}


def test_money_is_not_taken_for_none_where_what_reversals_left_is_unknown(engine):
    """A price mistyped so that no column holds what is left: the line keeps the money that the query says."""
    slip = {"unit_price_amount": "999999999999"}
    lines = [line("1", quantity="10", **slip), line("2", quantity="-3", reversed_line_number="1", **slip)]

    answer = one(engine, batch(lines=lines), asked(offending("5", "line_number = '1'", table="net_lines")))

    assert answer.amounts == {Verdict.FAIL: 5}


def test_more_money_than_a_column_holds_is_unknown_and_no_error(engine):
    amount = "CASE line_number WHEN '1' THEN CAST(999999999999 AS DECIMAL(25,6)) * 10 ELSE 2 END"

    answer = one(engine, batch(lines=[line("1"), line("2")]), asked(offending(amount)))

    assert [(row.line_number, row.amount) for row in answer.rows] == [("2", 2), ("1", None)]


def test_unknown_money_is_counted_and_no_zero(engine):
    answer = one(engine, batch(lines=[line("1", amount="5")]), asked(offending("NULL")))

    assert (answer.unpriced, answer.rows[0].amount) == (1, None)


def test_a_lines_money_counts_once_and_the_larger_share_says_who_bears_it(engine):
    given = batch(
        lines=[line("1", amount="10", service_on="2026-03-05"), line("2", amount="8", service_on="2026-04-01")]
    )
    questions = (
        asked(offending("6"), "r/a", bearer=Bearer.FUND),
        asked(offending("9", "line_number = '1'"), "r/b", bearer=Bearer.WORKER),
    )

    assert totals(engine, given, *questions) == Totals(
        Decimal(15),
        {Bearer.FUND: Decimal(6), Bearer.WORKER: Decimal(9)},
        {"2026-03": Decimal(9), "2026-04": Decimal(6)},
        1,
        2,
    )


@pytest.mark.parametrize("amount", ["1000000", "999999999999.999999"])
def test_money_may_be_as_much_as_a_column_holds(engine, amount):
    given = batch(claims=[claim(amount)], lines=[line("1", amount=amount)])

    found = totals(engine, given, asked(offending(amount), bearer=Bearer.WORKER))

    assert found.bearers == {Bearer.WORKER: Decimal(amount)}


def test_a_row_may_say_itself_who_bears_its_money(engine):
    text = offending().replace(" FROM", ", CASE line_number WHEN '1' THEN 'worker' END AS bearer FROM")

    found = totals(engine, batch(lines=[line("1", amount="1"), line("2", amount="2")]), asked(text))

    assert found.bearers == {Bearer.WORKER: 1, Bearer.INSTITUTION: 2}


@pytest.mark.parametrize(("of_claim", "expected"), [("12", 15), ("16", 16), ("99", 40)])
def test_a_claim_counts_what_its_lines_come_to_or_what_is_said_of_it_where_that_is_more(engine, of_claim, expected):
    given = batch(claims=[claim("40", settled_on="2026-05-02")], lines=[line("1", amount="10"), line("2", amount="5")])

    assert totals(engine, given, asked(offending()), asked(of_claims(of_claim), "r/b", "claims")).amount == expected


def test_lines_together_are_no_more_than_their_claims_total(engine):
    given = batch(claims=[claim("12")], lines=[line("1", amount="10"), line("2", amount="5")])

    assert totals(engine, given, asked(offending())).amount == 12


def test_lines_without_a_claim_count_too(engine):
    lines = [{"line_number": "1", "amount": "3"}, {"line_number": "2", "amount": "4"}]

    assert totals(engine, batch(lines=lines), asked(offending())) == Totals(
        Decimal(7), {Bearer.INSTITUTION: Decimal(7)}, {"": Decimal(7)}, 0, 2
    )


def test_suspicions_are_not_in_the_totals(engine):
    found = totals(engine, batch(lines=[line("1", amount="3")]), asked(offending(verdict="'suspect'")))

    assert found == Totals()


TWICE = [claim("100"), claim("60"), {"claim_id": "C2", "total_amount": "7"}]


def test_each_claim_of_a_number_that_stands_twice_offends_by_itself_and_with_its_own_money(engine):
    verdicts = "CASE WHEN total_amount = 7 THEN 'unknown' ELSE 'fail' END"
    whole = f"SELECT claim_id, NULL AS line_row, {verdicts} AS verdict, total_amount AS amount FROM claims"

    found = judge(engine, batch(claims=TWICE, lines=[]), asked(whole, "r/a", "claims"), asked(whole, "r/b", "claims"))

    assert found.answers["r/a"].counts == {Verdict.FAIL: 2, Verdict.UNKNOWN: 1}
    assert found.answers["r/a"].amounts[Verdict.FAIL] == 160
    assert found.totals.amount == 160


def test_claims_of_one_number_may_each_come_to_as_much_as_a_column_holds(engine):
    most = "999999999999.999999"
    given = batch(claims=[claim(most), {**claim(most), "visit_id": "V2"}], lines=[])
    whole = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, total_amount AS amount, visit_id FROM claims"

    found = totals(engine, given, asked(whole, table="claims", evidence=("visit_id",), bearer=Bearer.WORKER))

    assert found.bearers == {Bearer.WORKER: 2 * Decimal(most)}


def test_a_line_offends_once_though_its_claim_stands_twice_by_its_gravest_row(engine):
    verdict = "CASE WHEN c.total_amount = 60 THEN 'fail' ELSE 'unknown' END"
    joined = (
        f"SELECT l.claim_id, l.row AS line_row, {verdict} AS verdict, l.amount FROM lines AS l "
        "JOIN claims AS c ON c.claim_id = l.claim_id"
    )

    answer = one(engine, batch(claims=TWICE, lines=[line("1", amount="10")]), asked(joined))

    assert (answer.counts, answer.amounts) == ({Verdict.FAIL: 1}, {Verdict.FAIL: 10})


def test_lines_are_within_what_all_claims_of_their_number_come_to(engine):
    lines = [line("1", amount="90"), line("2", amount="60")]

    assert totals(engine, batch(claims=TWICE, lines=lines), asked(offending())).amount == 150


def test_the_very_same_row_twice_is_one_offence(engine):
    whole = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, total_amount AS amount, visit_id FROM claims"

    def found(*visits):
        given = batch(claims=[{**claim("60"), "visit_id": visit} for visit in visits], lines=[])
        answer = one(engine, given, asked(whole, table="claims", evidence=("visit_id",)))
        return sorted(row.evidence["visit_id"] for row in answer.rows), answer.amounts[Verdict.FAIL]

    assert found("V1", "V1") == (["V1"], 60)
    assert found("V1", "V2") == (["V1", "V2"], 120)


def test_what_stands_beside_claims_is_told_row_by_row_though_a_claim_stands_twice(engine):
    requests = [{"claim_id": "C1"}, {"claim_id": "C1"}, {"claim_id": "C2"}, {"claim_id": "C2"}, {}, {}]
    given = batch(claims=[claim(), claim()], requests=requests)
    sql = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, 0 AS amount FROM requests"

    assert one(engine, given, asked(sql, table="requests")).counts == {Verdict.FAIL: 6}
