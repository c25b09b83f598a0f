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
