"""A batch judged with Spark: what the engine is asked and what it tells are those of every engine."""

import csv
from decimal import Decimal

import pytest

from tests.engines.duckdb.asking import ON, asked, batch, line, offending, one
from wicheck.engines.interface import Reason
from wicheck.model import Figure, Location, Verdict, same

pytestmark = pytest.mark.needs("java", "pyspark")

LINES = [
    line("1", amount="5", service_on="2026-03-31", quantity="2"),
    line("2", amount="9", service_on="2026-04-01", quantity="1"),
    line("3", quantity="1"),
]


def test_offences_come_with_their_money_their_place_and_their_evidence(spark):
    verdict = "CASE WHEN amount IS NULL THEN 'unknown' ELSE 'fail' END"
    text = f"SELECT claim_id, row AS line_row, {verdict} AS verdict, amount, service_on, quantity FROM net_lines"

    answer = one(spark, batch(lines=LINES), asked(text, evidence=("service_on", "quantity")))

    assert answer.judged == 3
    assert answer.counts == {Verdict.FAIL: 2, Verdict.UNKNOWN: 1}
    assert answer.amounts[Verdict.FAIL] == 14
    assert [(row.line_number, row.amount, row.evidence) for row in answer.rows] == [
        ("2", Decimal(9), {"service_on": "2026-04-01", "quantity": "1"}),
        ("1", Decimal(5), {"service_on": "2026-03-31", "quantity": "2"}),
        ("3", None, {"quantity": "1"}),
    ]
    assert answer.rows[0].place == Location("batch.yaml", row=11)


def test_reversed_lines_are_gone_and_no_offence_is_no_row(spark):
    gone = [*LINES[:1], line("4", quantity="-2", amount="-5", reversed_line_number="1")]
    spark.open(batch(lines=gone))

    found = spark.judge([asked(offending(table="net_lines"), "r/net"), asked(offending(), "r/all")], ON).answers

    assert found["r/net"].counts == {}
    assert found["r/all"].counts == {Verdict.FAIL: 2}


def test_values_are_bound_and_each_judgement_has_its_own_figures(spark):
    text = (
        "SELECT l.claim_id, l.row AS line_row, 'fail' AS verdict, p.number AS amount FROM lines AS l "
        "JOIN parameters AS p ON p.rule = $rule AND p.name = 'most' AND l.service_on BETWEEN p.starts_on AND p.ends_on "
        "WHERE l.service_on >= $since AND l.amount > $least AND ($unset IS NULL OR l.amount > $unset) "
        "AND $judged_on > $since"
    )
    values = {"since": "2026-04-01", "least": Decimal("8.5"), "unset": None}
    figures = {"since": Figure(same("since"), "date")}
    spark.open(batch(lines=LINES))

    def judged(figure):
        dated = (("most", figure, "2026-01-01", "9999-12-31"),)
        return spark.judge([asked(text, dated=dated, parameters=figures, **values)], ON).answers["r/a"]

    assert judged(Decimal(3)).amounts == {Verdict.FAIL: 3}
    assert judged(Decimal(4)).amounts == {Verdict.FAIL: 4}


def test_what_is_found_can_be_exported(spark, tmp_path):
    one(spark, batch(lines=LINES[:2]), asked(offending()))

    assert spark.export(tmp_path / "found.csv") == 2
    with (tmp_path / "found.csv").open(encoding="utf-8") as file:
        assert [row["line_number"] for row in csv.DictReader(file)] == ["1", "2"]


def test_a_query_that_spark_would_take_in_another_sense_is_refused_and_the_others_go_on(spark):
    spark.open(batch(lines=LINES))
    days = asked(offending(condition="dayofweek(service_on) = 1"), "r/days")

    found = spark.judge([days, asked(offending(), "r/plain")], ON).answers

    assert found["r/days"].failure.reason is Reason.REFUSED
    assert "DayOfWeek" in found["r/days"].failure.message.zh
    assert found["r/plain"].counts == {Verdict.FAIL: 3}


def test_a_second_text_runs_in_place_of_the_first(spark):
    question = asked(offending(condition="amount // 1 > $least"), least=8)
    own = offending(condition="floor(amount) > :least")
    question = question._replace(query=question.query._replace(spark_sql=own))

    assert one(spark, batch(lines=LINES), question).counts == {Verdict.FAIL: 1}


def test_a_second_text_of_a_stranger_passes_no_guard_and_does_not_run(spark):
    text = "SELECT claim_id, row AS line_row, 'fail' AS verdict, amount FROM lines"
    question = asked(text, built_in=False)
    question = question._replace(query=question.query._replace(spark_sql="SELECT * FROM csv.`/etc/passwd`"))

    assert one(spark, batch(lines=LINES), question).failure.reason is Reason.REFUSED


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT claim_id, row AS line_row, 'fail' AS verdict, amount FROM elsewhere", Reason.REFUSED),
        ("SELECT claim_id, row AS line_row, 'fail' AS verdict, nothing AS amount FROM lines", Reason.ERROR),
        ("SELECT claim_id, row AS line_row, 'guilty' AS verdict, amount FROM lines", Reason.ERROR),
        ("SELECT claim_id, 'fail' AS verdict, amount FROM lines", Reason.ERROR),
        (offending(amount="CAST(CAST(line_number AS DATE) AS VARCHAR)"), Reason.ERROR),
    ],
)
def test_a_faulty_query_fails_alone(spark, text, reason):
    spark.open(batch(lines=LINES))

    found = spark.judge([asked(text, "r/bad"), asked(offending(), "r/good")], ON).answers

    assert found["r/bad"].failure.reason is reason
    assert found["r/good"].counts == {Verdict.FAIL: 3}
