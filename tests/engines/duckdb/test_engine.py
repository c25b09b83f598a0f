"""A batch is opened, asked, and tells who offends, by which evidence, and where it stands."""

from decimal import Decimal

import pytest

from wicheck.engines.columns import REFERENCES
from wicheck.engines.duckdb.host import DuckdbEngine
from wicheck.engines.interface import Reason
from wicheck.errors import InputError, UsageError
from wicheck.model import Bearer, Figure, Location, Population, Verdict, same
from wicheck.model.billing import UNREAD

from .asking import ON, asked, batch, judge, line, offending, one


def test_offences_are_counted_by_verdict_and_those_that_fail_come_first(engine):
    lines = [line("1", amount="5"), line("2", amount="9"), line("3", amount="7"), line("4")]
    verdict = "CASE WHEN amount IS NULL THEN 'unknown' WHEN amount = 9 THEN 'suspect' ELSE 'fail' END"

    answer = one(engine, batch(lines=lines), asked(offending(verdict=verdict)))

    assert answer.judged == 4
    assert answer.counts == {Verdict.FAIL: 2, Verdict.UNKNOWN: 1, Verdict.SUSPECT: 1}
    assert answer.amounts == {Verdict.FAIL: 12, Verdict.UNKNOWN: 0, Verdict.SUSPECT: 9}
    assert [row.line_number for row in answer.rows] == ["3", "1", "4"]


def test_an_offence_tells_its_place_and_its_evidence_as_text(engine):
    given = batch(lines=[line("1", amount="12.50", service_on="2026-03-01", injury_related="否", quantity="3")])
    evidence = ("service_on", "injury_related", "quantity", "doctor")
    text = f"SELECT claim_id, row AS line_row, 'fail' AS verdict, amount, {', '.join(evidence)} FROM lines"

    (row,) = one(engine, given, asked(text, evidence=evidence)).rows

    assert row.evidence == {"service_on": "2026-03-01", "injury_related": "false", "quantity": "3"}
    assert row.place == Location("batch.yaml", row=10)
    assert (row.claim_id, row.amount, row.bearer) == ("C1", Decimal("12.5"), Bearer.INSTITUTION)


def test_an_offence_of_a_whole_claim_stands_where_the_claim_does(engine):
    text = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, 5 AS amount FROM claims"

    (row,) = one(engine, batch(claims=[{"claim_id": "C1"}]), asked(text, table="claims")).rows

    assert (row.line_number, row.place) == (None, Location("batch.yaml", row=10))


def test_only_the_population_is_counted_and_where_there_is_none_the_query_does_not_run(engine):
    given = batch(lines=[line("1", catalogue_kind="drug"), line("2", catalogue_kind="item")])
    drugs, devices = ("catalogue_kind = 'drug'", "catalogue_kind = 'assistive_device'")

    found = judge(
        engine, given, asked(offending(), "r/d", where=drugs), asked(offending(), "r/n", where=devices)
    ).answers

    assert (found["r/d"].judged, found["r/d"].counts) == (1, {Verdict.FAIL: 2})
    assert (found["r/n"].judged, found["r/n"].counts) == (0, {})


def test_a_query_that_judges_several_tables_runs_where_one_of_them_has_rows(engine):
    given = batch(lines=[line("1", catalogue_kind="item"), line("2")], stays=[])
    question = asked(offending(table="lines"), table="stays")
    both = (*question.query.judges, Population("lines", "catalogue_kind = 'item'"), Population("claims"))

    answer = one(engine, given, question._replace(query=question.query._replace(judges=both)))

    assert (answer.judged, answer.counts) == (1, {Verdict.FAIL: 2})


def test_a_population_that_is_faulty_is_told_beside_one_that_is_not(engine):
    question = asked(offending(), table="lines")
    both = (*question.query.judges, Population("lines", "no_such_column > 0"))

    answer = one(engine, batch(lines=[line("1")]), question._replace(query=question.query._replace(judges=both)))

    assert answer.failure is not None
    assert answer.failure.reason is Reason.REFUSED
    assert "no_such_column" in answer.failure.message.en


def test_a_table_that_is_absent_has_no_rows_and_all_its_columns(engine):
    text = offending(condition="NOT EXISTS (SELECT 1 FROM consents AS c WHERE c.line_number = lines.line_number)")

    found = judge(engine, batch(lines=[line("1")]), asked(text), asked(offending(), "r/b", table="stays")).answers

    assert found["r/a"].counts == {Verdict.FAIL: 1}
    assert found["r/b"].judged == 0


def test_what_would_fail_is_unknown_where_rows_are_lost_of_the_tables_in_which_something_was_not_found(engine):
    text = (
        "SELECT l.claim_id, l.row AS line_row, l.amount, l.quantity, "
        "CASE WHEN l.amount > 5 THEN 'fail' ELSE 'review' END AS verdict "
        "FROM lines AS l LEFT JOIN consents AS c ON c.line_number = l.line_number WHERE c.row IS NULL"
    )
    given = batch(lines=[line("1", amount="9", quantity="1.50"), line("2", amount="5")], consents=[])
    evidence = ("quantity", UNREAD)

    whole = one(engine, given, asked(text, evidence=evidence))
    lacking = one(engine, given, asked(text, evidence=evidence)._replace(unread=3))

    assert whole.counts == {Verdict.FAIL: 1, Verdict.REVIEW: 1}
    assert [row.evidence for row in whole.rows] == [{"quantity": "1.5"}, {}]
    assert lacking.counts == {Verdict.UNKNOWN: 1, Verdict.REVIEW: 1}
    assert [row.evidence for row in lacking.rows] == [{"quantity": "1.5", UNREAD: "3"}, {}]


def test_a_batch_may_leave_out_the_tables_that_nobody_asks_for(engine):
    whole = batch(claims=[{"claim_id": "C1"}])
    text = "SELECT claim_id, NULL AS line_row, 'fail' AS verdict, 5 AS amount FROM claims"

    answer = one(engine, whole._replace(tables={"claims": whole.tables["claims"]}), asked(text, table="claims"))

    assert answer.amounts == {Verdict.FAIL: 5}


def test_values_are_bound_dates_by_their_figure_and_the_rule_and_the_day_by_name(engine):
    text = offending(
        condition="amount > $least AND service_on >= $since AND $rule = 'r/a' AND $judged_on = DATE '2026-06-01'"
    )
    given = batch(
        lines=[line("1", amount="5", service_on="2026-03-01"), line("2", amount="4", service_on="2026-03-01")]
    )
    since = {"since": Figure(same("since"), "date")}

    answer = one(engine, given, asked(text, parameters=since, least=Decimal("4.5"), since="2026-03-01"))

    assert answer.counts == {Verdict.FAIL: 1}


def test_dated_figures_are_rows_of_parameters_and_each_judgement_has_its_own(engine):
    text = (
        "SELECT l.claim_id, l.row AS line_row, 'fail' AS verdict, p.number AS amount FROM lines AS l "
        "JOIN parameters AS p ON p.rule = $rule AND p.name = 'most' AND l.service_on BETWEEN p.starts_on AND p.ends_on"
    )
    days = [("most", Decimal(3), "2026-01-01", "2026-03-31"), ("most", Decimal(4), "2026-04-01", "9999-12-31")]
    engine.open(batch(lines=[line("1", service_on="2026-03-31"), line("2", service_on="2026-04-01")]))

    first = engine.judge([asked(text, dated=tuple(days))], ON)
    second = engine.judge([asked(text)], ON)

    assert first.answers["r/a"].amounts == {Verdict.FAIL: 7}
    assert second.answers["r/a"].counts == {}


def test_the_catalogue_has_what_its_document_says_of_all_entries(engine):
    text = (
        "SELECT 'x' AS claim_id, NULL AS line_row, 'suspect' AS verdict, 0 AS amount, "
        "code, kind, issued_by, valid_from, valid_until FROM catalogue"
    )
    entries = [
        {"catalogue_id": "D", "code": "own", "kind": "item", "valid_from": "2026-05-01", "valid_until": "无"},
        {"catalogue_id": "D", "code": "whole"},
        {"catalogue_id": "E", "code": "lost"},
    ]
    documents = [("D", "drug", "state", None, None, "2026-01-01", "2026-12-31")]
    evidence = ("code", "kind", "issued_by", "valid_from", "valid_until")
    given = batch({"catalogues": documents}, lines=[line("1")], entries=entries)

    rows = one(engine, given, asked(text, evidence=evidence)).rows

    assert sorted(tuple(row.evidence.get(name) for name in evidence) for row in rows) == [
        ("lost", None, None, None, "9999-12-31"),
        ("own", "item", "state", "2026-05-01", "9999-12-31"),
        ("whole", "drug", "state", "2026-01-01", "2026-12-31"),
    ]


def test_every_reference_view_holds_the_rows_that_it_is_given(engine):
    rows = {
        "institutions": [("H1", "h", "医院", "330700", "level_3", True, None, False, True, "2026-03-05")],
        "agreements": [("H1", "2026-01-01", "2026-12-31", True, False, None, True)],
        "suspensions": [("H1", "2026-02-01", "9999-12-31")],
        "batch": [("b", "H1", "330700", "2026-01-01", "2026-01-31", None, True, *[None] * 6)],
    }
    engine.open(batch(rows, lines=[line("1")]))
    for view, (row,) in rows.items():
        wanted = " AND ".join(
            f"{column} IS NULL"
            if value is None
            else f"CAST({column} AS VARCHAR) = '{str(value).lower() if value in (True, False) else value}'"
            for column, value in zip(REFERENCES[view], row, strict=True)
        )
        text = f"SELECT 'x' AS claim_id, NULL AS line_row, 'fail' AS verdict, 0 AS amount FROM {view} WHERE {wanted}"

        assert engine.judge([asked(text)], ON).answers["r/a"].counts == {Verdict.FAIL: 1}, view


@pytest.mark.parametrize(
    "text",
    [
        offending(verdict="'guilty'"),
        offending(verdict="NULL"),
        offending().replace(" FROM", ", 'nobody' AS bearer FROM"),
        "SELECT claim_id, 'fail' AS verdict, 1 AS amount FROM lines",
        "SELECT claim_id, row AS line_row, 'fail' AS verdict, 'much' AS amount FROM lines",
        "SELECT nothing AS claim_id, row AS line_row, 'fail' AS verdict, amount FROM lines",
    ],
)
def test_a_query_that_breaks_its_contract_is_an_error_and_the_others_go_on(engine, text):
    found = judge(engine, batch(lines=[line("1", amount="5")]), asked(text), asked(offending(), "r/b"))

    assert found.answers["r/a"].failure.reason is Reason.ERROR
    assert found.answers["r/a"].counts == {}
    assert found.answers["r/b"].counts == {Verdict.FAIL: 1}
    assert found.totals.amount == 5


@pytest.mark.parametrize("table", ["lines", "net_lines"])
@pytest.mark.parametrize("price", ["10", "999999999999"])
def test_a_quantity_times_a_price_may_have_all_digits_that_there_are(engine, table, price):
    """The database gives products of decimals six digits before the point."""
    given = batch(
        lines=[line("1", quantity="2", unit_price_amount="3"), line("2", quantity="100000", unit_price_amount=price)]
    )
    dear = asked(offending("5", "quantity * unit_price_amount > 6", table=table), "r/a", table)
    counted = asked(
        offending("5", "line_number = '2'", table=table), "r/b", table, where="quantity * unit_price_amount > 6"
    )

    found = judge(engine, given, dear, counted).answers

    assert (found["r/a"].failure, found["r/b"].failure) == (None, None)
    assert [row.line_number for row in found["r/a"].rows] == ["2"]
    assert found["r/b"].judged == 1


def test_evidence_that_a_query_does_not_return_is_an_error(engine):
    answer = one(engine, batch(lines=[line("1")]), asked(offending(), evidence=["ceiling"]))

    assert "ceiling" in answer.failure.message.zh


def test_a_faulty_population_is_its_own_rules_fault(engine):
    given = batch(lines=[line("1", amount="5")])

    found = judge(engine, given, asked(offending(), where="amount >"), asked(offending(), "r/b", where="amount > 1"))

    assert found.answers["r/a"].failure.reason is Reason.REFUSED
    assert found.answers["r/b"].judged == 1


def test_a_batch_that_cannot_be_loaded_is_an_input_error(engine, tmp_path):
    given = batch(lines=[line("1")])
    given.tables["lines"]["sources"].append(
        {"format": "parquet", "shown": "x.parquet", "path": str(tmp_path / "x"), "names": {}}
    )

    with pytest.raises(InputError):
        engine.open(given)
    assert one(engine, batch(lines=[line("1")]), asked(offending())).counts == {Verdict.FAIL: 1}


def test_progress_is_told_by_rule(engine):
    told = []
    engine.open(batch(lines=[line("1")]), told.append)
    engine.judge([asked(offending(), "r/a"), asked(offending(), "r/b")], ON, told.append)

    assert [(each.step, each.done, each.total) for each in told if each.share == 0] == [
        ("load", 0, 1),
        ("r/a", 0, 2),
        ("r/b", 1, 2),
    ]


def test_small_batches_that_name_what_they_will_be_asked_give_the_same_answers(engine):
    lines = [
        line("1", catalogue_code="X", amount="10", quantity="1", unit_price_amount="10"),
        line("2", catalogue_code="X", amount="-10", quantity="-1", unit_price_amount="10"),
    ]
    text = offending(table="net_lines", condition="doctor IS NULL")
    given = batch(lines=[*lines, line("3", amount="4")])

    narrow = one(engine, given._replace(mentions={"doctor"}), asked(text, table="net_lines"))

    assert narrow.counts == one(engine, given, asked(text, table="net_lines")).counts == {Verdict.FAIL: 1}


def test_without_duckdb_one_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr("wicheck.engines.duckdb.host.find_spec", lambda name: None)

    with pytest.raises(UsageError) as told:
        DuckdbEngine()

    assert "wicheck[billing]" in told.value.hint.zh


def test_an_engine_that_does_not_start_leaves_nothing_behind(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with pytest.raises(FileNotFoundError):
        DuckdbEngine(command=[str(tmp_path / "no such program")])

    assert list(tmp_path.iterdir()) == []
