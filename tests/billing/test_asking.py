"""A pack's rule becomes a question: what is bound, what is dated, what nobody has set."""

from decimal import Decimal

import pytest

from wicheck.billing.asking import question
from wicheck.errors import PackError
from wicheck.model import Answer, Asked, Bearer, Figure, Location, Population, Query, Rule, Text, Verdict, same

WORD = same("x")
DAYS = Figure(Text("天数", "days"), "integer")


def query(**given):
    made = Query(
        "q", WORD, WORD, None, None, None, Bearer.FUND, (Population("lines"),), {}, Verdict.UNKNOWN, {}, {}, {}, None
    )
    return made._replace(**given)


def rule(**arguments):
    values = dict.fromkeys(Rule._fields)
    return Rule(
        **{**values, "id": "c-1/d", "arguments": {"query": "q", **arguments}, "location": Location("c.yaml", 3)}
    )


def test_parameters_are_bound_as_the_rule_gives_them():
    asked = question(rule(parameters={"days": 30}), query(parameters={"days": DAYS}), {})

    assert isinstance(asked, Asked)
    assert (asked.rule, dict(asked.values), asked.dated) == ("c-1/d", {"days": 30}, ())


@pytest.mark.parametrize(
    "parameters", [{}, {"days": 30, "weeks": 2}, {"days": "30"}, {"days": True}, {"days": Decimal("1.5")}]
)
def test_other_parameters_than_the_query_wants_stop_the_pack(parameters):
    with pytest.raises(PackError) as stopped:
        question(rule(parameters=parameters), query(parameters={"days": DAYS}), {})

    assert stopped.value.location == Location("c.yaml", 3)


def test_a_dated_figure_is_no_bound_value_but_a_row_for_each_stretch():
    dated = {"2021-01-01": 50, "2027-01-01": 60}
    asked = question(rule(parameters={"days": dated}), query(parameters={"days": DAYS}), {})

    assert asked.values == {}
    assert asked.dated == (
        ("days", Decimal(50), "2021-01-01", "2026-12-31"),
        ("days", Decimal(60), "2027-01-01", "9999-12-31"),
    )


def test_the_rule_says_who_bears_the_money_else_the_query():
    assert question(rule(), query(), {}).bearer is Bearer.FUND
    assert question(rule(bearer="worker"), query(), {}).bearer is Bearer.WORKER


def test_a_threshold_that_nobody_has_set_is_named_and_nothing_is_asked():
    answer = question(rule(), query(thresholds={"long_stay_days": DAYS}), {"other": Decimal(1)})

    assert isinstance(answer, Answer)
    assert (answer.thresholds, answer.judged) == (("long_stay_days",), None)


def test_without_an_optional_threshold_the_query_is_asked_and_bound_with_nothing():
    asked = question(rule(), query(thresholds={"most_days": DAYS._replace(optional=True)}), {})

    assert isinstance(asked, Asked)
    assert (dict(asked.values), asked.unset) == ({"most_days": None}, ("most_days",))


def test_what_is_judged_may_hang_on_a_parameter():
    of_a_kind = query(
        judges=(Population("lines", "catalogue_kind = $kind OR $any"), Population("stays")),
        parameters={"kind": Figure(WORD, "text"), "any": Figure(WORD, "boolean")},
    )

    asked = question(rule(parameters={"kind": "it's", "any": False}), of_a_kind, {})

    assert [each.where for each in asked.query.judges] == ["catalogue_kind = 'it''s' OR FALSE", None]


def test_thresholds_come_from_the_settings():
    asked = question(rule(), query(thresholds={"long_stay_days": DAYS}), {"long_stay_days": Decimal("30")})

    assert asked.values == {"long_stay_days": 30}
    assert isinstance(asked.values["long_stay_days"], int)
