"""Parquet with the right types is looked at where it lies; other columns are read as texts are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.engines.duckdb.loads import Loads
from wicheck.model.loading import Source

ROW = (
    "'J1' AS claim_id, DATE '2026-03-02' AS service_on, CAST(12.5 AS DECIMAL(12,4)) AS amount, 'drug' AS catalogue_kind"
)


def parquet(folder: Path, select: str) -> Source:
    """A file with what ``select`` gives, whose columns have our names."""
    path = folder / "lines.parquet"
    connection = duckdb.connect()
    connection.execute(f"COPY (SELECT {select}) TO '{path}' (FORMAT parquet)")
    names = [name for name, *_ in connection.execute(f"DESCRIBE SELECT {select}").fetchall()]
    return {"format": "parquet", "shown": path.name, "path": str(path), "names": {name: name for name in names}}


def staged_tables(loads: Loads) -> list[str]:
    return [name for (name,) in loads.all("SELECT table_name FROM duckdb_tables()") if name.startswith("staged")]


def test_right_types_are_not_written_anew(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, ROW)])
    assert loads.all("SELECT claim_id, service_on, amount, catalogue_kind, row, file_line FROM lines") == [
        ("J1", date(2026, 3, 2), Decimal("12.5"), "drug", 0, 1)
    ]
    assert not staged_tables(loads)


def test_a_word_of_another_system_has_the_file_read(tmp_path: Path) -> None:
    source = parquet(tmp_path, ROW.replace("'drug'", "'101'"))
    loads = Loads(tmp_path, lines=[{**source, "values": {"catalogue_kind": {"101": "drug"}}}])
    assert loads.column("catalogue_kind", "lines") == ["drug"]
    assert loads.column("amount", "lines") == [Decimal("12.5")]


@pytest.mark.parametrize(
    ("written", "column", "value"),
    [
        ("TIMESTAMP '2026-03-02 23:30:00' AS service_on", "service_on", date(2026, 3, 2)),
        ("TIMESTAMPTZ '2026-03-02 20:00:00+00' AS service_on", "service_on", date(2026, 3, 3)),
        ("'2026/3/2' AS service_on", "service_on", date(2026, 3, 2)),
        ("3 AS quantity", "quantity", Decimal(3)),
        ("CAST(3 AS BIGINT) AS quantity", "quantity", Decimal(3)),
        ("CAST(0.1 AS DOUBLE) AS amount", "amount", Decimal("0.1")),
        ("CAST(0.1 AS DOUBLE) + CAST(0.2 AS DOUBLE) AS amount", "amount", Decimal("0.3")),
        ("'1,000.5元' AS amount", "amount", Decimal("1000.5")),
        ("TRUE AS performed", "performed", True),
        ("1 AS performed", "performed", True),
        ("7 AS trace_code", "trace_code", "7"),
    ],
)
def test_every_type_comes_to_the_column_s_own(tmp_path: Path, written: str, column: str, value: object) -> None:
    assert Loads(tmp_path, lines=[parquet(tmp_path, written)]).column(column, "lines") == [value]


def test_binary_numbers_are_told(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, "CAST(0.1 AS DOUBLE) AS amount")])
    assert loads.result["cleaned"] == {"floating": 1}


def test_a_number_that_does_not_fit_is_kept_aside(tmp_path: Path) -> None:
    source = parquet(tmp_path, "unnest([CAST(1234567890123 AS BIGINT), 5]) AS amount")
    loads = Loads(tmp_path, lines=[source])
    assert loads.column("amount", "lines") == [Decimal(5)]
    assert loads.rejects == [(1, "amount", "too_large")]


@pytest.mark.parametrize("text", ["''", "' '", "'-'", "'无'", "'暂无'", "'NULL'", "'#N/A'"])
@pytest.mark.parametrize("column", ["order_id", "catalogue_name"])
def test_a_text_that_says_nothing_says_nothing_here_either(tmp_path: Path, column: str, text: str) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, f"{text} AS {column}")])
    assert loads.column(column, "lines") == [None]


@pytest.mark.parametrize(("text", "number"), [("''", None), ("'-'", None), ("'暂无'", None), ("'Ａ０１'", "A01")])
def test_what_its_file_s_statistics_tell_of_a_line_s_own_number_is_enough(
    tmp_path: Path, text: str, number: str | None
) -> None:
    source = parquet(tmp_path, f"unnest(['7', {text}]) AS line_number")
    assert Loads(tmp_path, lines=[source]).column("line_number", "lines") == ["7", number]


@pytest.mark.parametrize("text", ["' A01 '", "'Ａ０１'", "'=\"A01\"'", "'\ufeffA01'"])
def test_a_code_is_the_same_however_it_was_written(tmp_path: Path, text: str) -> None:
    assert Loads(tmp_path, lines=[parquet(tmp_path, f"{text} AS order_id")]).column("order_id", "lines") == ["A01"]


def test_texts_without_a_type_are_read_as_texts(tmp_path: Path) -> None:
    source = parquet(tmp_path, "encode('张三') AS catalogue_name, encode('药品') AS catalogue_kind")
    loads = Loads(tmp_path, lines=[source])
    assert loads.all("SELECT catalogue_name, catalogue_kind FROM lines") == [("张三", "drug")]


@pytest.mark.parametrize("value", ["['A01']", "{'a': 'A01'}", "MAP {'a': 'A01'}", "CAST('\\xD5\\xC5' AS BLOB)"])
def test_what_is_no_single_text_is_not_known(tmp_path: Path, value: str) -> None:
    source = parquet(tmp_path, f"{value} AS order_id, {value} AS catalogue_name")
    assert Loads(tmp_path, lines=[source]).all("SELECT order_id, catalogue_name FROM lines") == [(None, None)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("service_on", "DATE '0001-01-01'"),
        ("service_on", "DATE '9999-12-31'"),
        ("service_on", "CAST('infinity' AS DATE)"),
        ("service_on", "TIMESTAMP '9999-12-31 00:00:00'"),
        ("service_at", "TIMESTAMP '1899-12-30 08:00:00'"),
        ("service_at", "TIMESTAMPTZ '2200-01-01 08:00:00+00'"),
    ],
)
def test_a_day_that_stands_for_none_is_kept_aside(tmp_path: Path, column: str, value: str) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, f"unnest([{value}, NULL]) AS {column}")])
    assert loads.column(column, "lines") == [None]
    assert [(line, name) for line, name, _ in loads.rejects] == [(1, column)]


def test_a_time_has_whole_seconds_as_in_a_text(tmp_path: Path) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, "TIMESTAMP '2026-03-02 08:00:00.6' AS service_at")])
    assert [str(at) for at in loads.column("service_at", "lines")] == ["2026-03-02 08:00:00"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("12.34", "12.34"), ("1000000", "1000000"), ("0.00005", "0.00005"), ("-250.5", "-250.5"), ("0", "0")],
)
@pytest.mark.parametrize("kind", ["FLOAT", "DOUBLE"])
def test_binary_numbers_are_what_was_written_into_them(tmp_path: Path, kind: str, written: str, value: str) -> None:
    loads = Loads(tmp_path, lines=[parquet(tmp_path, f"CAST({written} AS {kind}) AS amount")])
    assert loads.column("amount", "lines") == [Decimal(value)]


@pytest.mark.parametrize("written", ["123456.78", "1234567.89"])
def test_more_digits_than_a_small_binary_number_holds_are_kept_aside(tmp_path: Path, written: str) -> None:
    source = parquet(tmp_path, f"CAST({written} AS FLOAT) AS amount, CAST({written} AS FLOAT) AS order_id")
    loads = Loads(tmp_path, lines=[source])
    assert loads.rejects == [(1, "amount", "scientific")]


def test_folders_called_like_a_column_and_a_value_tell_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "amount=7"
    folder.mkdir()
    loads = Loads(tmp_path, lines=[parquet(folder, "CAST(5 AS INTEGER) AS amount")])
    assert loads.column("amount", "lines") == [Decimal(5)]


def test_no_value_is_not_the_same_as_none(tmp_path: Path) -> None:
    source = parquet(tmp_path, "unnest([DATE '2026-05-10', NULL]) AS paid_on")
    loads = Loads(tmp_path, claims=[source])
    assert loads.column("paid_on_none") == [False, None]


def test_files_of_several_kinds_make_one_table(tmp_path: Path) -> None:
    right = parquet(tmp_path, ROW)
    rows: Source = {"format": "rows", "shown": "b.yaml", "fields": ["claim_id"], "rows": [["J0"]], "lines": [9]}
    loads = Loads(tmp_path, lines=[rows, right])
    assert loads.all("SELECT claim_id, row, file_number, file_line FROM lines ORDER BY row") == [
        ("J0", 0, 1, 9),
        ("J1", 1, 2, 1),
    ]
