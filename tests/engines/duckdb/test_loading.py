"""Rows become typed tables; what cannot be read is kept aside with its place, and nothing is lost on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engines.duckdb.loads import Loads, rows
from wicheck.engines.duckdb import few_rows


@pytest.fixture(autouse=True, params=[few_rows.MOST_CELLS, -1], ids=["few rows", "many rows"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are read by ourselves, many by the database: nobody may see which."""
    monkeypatch.setattr(few_rows, "MOST_CELLS", request.param)


def test_values_get_the_types_of_their_columns(tmp_path: Path) -> None:
    fields = ["claim_id", "visit_category", "starts_on", "total_amount", "emergency"]
    loads = Loads(tmp_path, claims=[rows(fields, ["007", "住院", "2026-03-02", "6800.50", "是"])])
    assert [loads.column(name)[0] for name in fields] == [
        "007",
        "inpatient",
        date(2026, 3, 2),
        Decimal("6800.5"),
        True,
    ]


def test_a_column_that_no_source_has_is_null(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["claim_id"], ["1"])])
    assert loads.all("SELECT total_amount, paid_on, paid_on_none FROM claims") == [(None, None, None)]
    assert loads.result["tables"]["claims"]["present"] == ["claim_id"]


def test_none_is_known_and_nothing_written_is_not(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["paid_on"], ["无"], ["2026-05-10"], [None])])
    assert loads.column("paid_on_none") == [True, False, None]
    assert loads.column("paid_on") == [None, date(2026, 5, 10), None]


def test_a_table_without_rows_is_given_and_one_without_sources_is_not(tmp_path: Path) -> None:
    result = Loads(tmp_path, claims=[rows(["claim_id"])], lines=[]).result["tables"]
    assert (result["claims"]["given"], result["claims"]["rows"]) == (True, 0)
    assert not result["lines"]["given"]


def test_rows_are_numbered_through_the_batch_and_know_their_lines(tmp_path: Path) -> None:
    """Lines first: of a large file the number of a row is its place there."""
    loads = Loads(
        tmp_path,
        claims=[rows(["claim_id"], ["a"], ["b"])],
        lines=[rows(["claim_id"], ["a"]), rows(["claim_id"], ["b"])],
    )
    assert loads.all("SELECT row, file_number, file_line FROM claims ORDER BY row") == [(2, 1, 11), (3, 1, 12)]
    assert loads.all("SELECT row, file_number, file_line FROM lines ORDER BY row") == [(0, 1, 11), (1, 2, 11)]


def test_sources_with_different_columns_fill_one_table(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["claim_id", "quantity"], ["a", "2"]), rows(["unit", "claim_id"], ["盒", "b"])])
    assert loads.all("SELECT claim_id, quantity, unit FROM lines ORDER BY row") == [
        ("a", Decimal(2), None),
        ("b", None, "盒"),
    ]


def test_a_constant_stands_in_every_row(tmp_path: Path) -> None:
    loads = Loads(tmp_path, entries=[rows(["code"], ["A"], ["B"], constants={"catalogue_id": "省药品目录-2026"})])
    assert loads.column("catalogue_id", "entries") == ["省药品目录-2026"] * 2


def test_a_row_that_cannot_be_read_is_kept_aside_with_its_place(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["claim_id", "amount"], ["a", "12.50"], ["b", "十二元五"], ["c", "1"])])
    assert loads.column("claim_id", "lines") == ["a", "c"]
    assert loads.rejects == [(12, "amount", "not_a_number")]
    assert loads.result["rejects"] == 1


def test_a_row_with_two_faults_is_one_reject_and_both_are_told(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["service_on", "amount"], ["2026-02-30", "x"])])
    assert loads.rejects == [(11, "service_on", "impossible_date"), (11, "amount", "not_a_number")]
    assert loads.result["rejects"] == 1


def test_money_is_never_rounded(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["amount"], ["0.1234567"], ["0.123456"], ["0.1234560"], ["1e5"])])
    assert loads.column("amount", "lines") == [Decimal("0.123456")] * 2
    assert loads.rejects == [(11, "amount", "too_many_decimals"), (14, "amount", "scientific")]


def test_what_was_cleaned_is_counted_by_rule(tmp_path: Path) -> None:
    cells = [["1,200.50"], ["３００"], ["￥12元"], ["-"], ["5"]]
    loads = Loads(tmp_path, lines=[rows(["amount"], *cells)])
    assert loads.column("amount", "lines") == [Decimal("1200.5"), Decimal(300), Decimal(12), None, Decimal(5)]
    assert loads.result["cleaned"] == {"thousands": 1, "wide": 1, "currency": 1, "not_given": 1}


def test_digits_that_a_spreadsheet_destroyed_are_unknown_and_told(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["claim_id", "identity_number"], ["1", "3.307E+17"])])
    assert loads.column("identity_number") == [None]
    assert loads.all("SELECT line, column_name, value, reason FROM losses") == [
        (11, "identity_number", None, "digits_lost")
    ]
    assert (loads.result["rejects"], loads.result["losses"]) == (0, 1)


def test_a_code_that_nobody_translated_is_unknown_and_told(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["sex"], ["1"], ["9"], ["9"], values={"sex": {"1": "male"}})])
    assert loads.column("sex") == ["male", None, None]
    assert loads.result["details"] == [
        {"table": "claims", "column": "sex", "reason": "unknown_word", "count": 2, "word": "9"}
    ]


def test_an_unknown_word_that_a_person_typed_is_a_mistake(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["sex"], ["男性"], strict=True)])
    assert loads.rejects == [(11, "sex", "wrong_word")]


def test_what_a_personal_cell_says_is_not_repeated(tmp_path: Path) -> None:
    loads = Loads(tmp_path, claims=[rows(["identity_number", "total_amount"], ["!!!", "x"])])
    values = loads.all("SELECT column_name, value FROM rejects")
    assert values == [("identity_number", None), ("total_amount", "x")]


def test_times_stay_times_and_a_day_alone_is_no_time(tmp_path: Path) -> None:
    loads = Loads(tmp_path, stays=[rows(["starts_at"], ["2026-03-02 10:00:00"], ["2026/3/2 9:05"], ["2026-03-02"])])
    assert [str(at) for at in loads.column("starts_at", "stays")] == [
        "2026-03-02 10:00:00",
        "2026-03-02 09:05:00",
        "None",
    ]
    assert loads.result["cleaned"] == {"date_form": 1, "no_time": 1}


def test_rows_that_tell_their_visit_only_get_its_claim(tmp_path: Path) -> None:
    claims = rows(["claim_id", "visit_id"], ["J1", "Z1"], ["J2", "Z2"], ["J3", "Z2"])
    loads = Loads(tmp_path, claims=[claims], lines=[rows(["visit_id"], ["Z1"], ["Z2"], ["Z9"], [None])])
    assert loads.column("claim_id", "lines") == ["J1", None, None, None]
    assert loads.result["linked"] == ["lines"]
    assert "claim_id" in loads.result["tables"]["lines"]["present"]


def test_a_visit_of_which_one_claim_does_not_tell_its_number_has_none_that_is_certain(tmp_path: Path) -> None:
    claims = rows(["claim_id", "visit_id"], ["J1", "Z1"], [None, "Z1"])
    loads = Loads(tmp_path, claims=[claims], lines=[rows(["visit_id"], ["Z1"])])
    assert loads.column("claim_id", "lines") == [None]


def test_rows_that_tell_their_claim_keep_it(tmp_path: Path) -> None:
    claims = rows(["claim_id", "visit_id"], ["J1", "Z1"])
    loads = Loads(tmp_path, claims=[claims], lines=[rows(["claim_id", "visit_id"], [None, "Z1"])])
    assert loads.column("claim_id", "lines") == [None]
    assert loads.result["linked"] == []


def test_a_line_that_tells_only_its_time_has_the_day_of_that_time(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["service_at"], ["2026-03-02 23:59:00"], [None])])
    assert loads.column("service_on", "lines") == [date(2026, 3, 2), None]
    assert "service_on" in loads.result["tables"]["lines"]["present"]


def test_a_line_that_tells_its_day_keeps_it(tmp_path: Path) -> None:
    fields = ["service_on", "service_at"]
    times = [["2026-03-01", "2026-03-02 08:00:00"], [None, "2026-03-03 08:00:00"], ["2026-03-04", None]]
    loads = Loads(tmp_path, lines=[rows(fields, *times)])
    assert loads.column("service_on", "lines") == [date(2026, 3, 1), date(2026, 3, 3), date(2026, 3, 4)]


def test_a_line_may_get_both_its_day_and_its_claim(tmp_path: Path) -> None:
    claims = rows(["claim_id", "visit_id"], ["J1", "Z1"])
    loads = Loads(tmp_path, claims=[claims], lines=[rows(["visit_id", "service_at"], ["Z1", "2026-03-02 08:00:00"])])
    assert loads.all("SELECT claim_id, service_on FROM lines") == [("J1", date(2026, 3, 2))]


def test_lines_that_tell_no_time_are_left_as_they_are(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[rows(["claim_id"], ["J1"])])
    assert loads.column("service_on", "lines") == [None]
    assert loads.result["tables"]["lines"]["present"] == ["claim_id"]


CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(["12.5", "1,000", "２", "-", "无", "2026-03-05", "20260305", "3.3E+17", "是", "inpatient", "住院"]),
)
FIELDS = ["claim_id", "visit_category", "starts_on", "paid_on", "total_amount", "emergency", "department", "birth_on"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, min_size=len(FIELDS), max_size=len(FIELDS)), max_size=6))
def test_rows_in_are_rows_typed_and_rows_kept_aside(cells: list[list[str | None]]) -> None:
    loads = Loads(Path(), claims=[rows(FIELDS, *cells)])
    kept = {line for (line,) in loads.all("SELECT DISTINCT line FROM rejects")}
    typed = {line for (line,) in loads.all("SELECT file_line FROM claims")}
    assert kept | typed == set(range(11, 11 + len(cells)))
    assert not kept & typed
    assert (loads.result["rejects"], loads.result["tables"]["claims"]["rows"]) == (len(kept), len(typed))
