"""Tables of the metastore, taken in as Parquet: judged as the same rows written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.engines.duckdb.asking import ON, asked, known_tables, offending
from tests.engines.spark.conftest import FOLDER
from wicheck.claims.gathering import Gathering, presets
from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas
from wicheck.engines.interface import Batch
from wicheck.errors import InputError
from wicheck.model import DocumentKind, Verdict
from wicheck.model.loading import Warehouse

pytestmark = pytest.mark.needs("java", "pyspark")

COLUMNS = """
`结算单号` STRING, `明细号` STRING, `金额` DECIMAL(16,2), `数量` DOUBLE, `费用日期` TIMESTAMP_LTZ, `院内备注` ARRAY<INT>
"""
ROWS = """
SELECT '007', '1', 25.00, 2, TIMESTAMP_LTZ '2026-03-31 16:30:00Z', ARRAY(1)
UNION ALL SELECT '007', '2', -12.50, -1, TIMESTAMP_LTZ '2026-04-01 15:59:59Z', NULL
UNION ALL SELECT '008', '3', NULL, NULL, NULL, NULL
"""
LINES = "SELECT claim_id, row AS line_row, 'fail' AS verdict, amount, quantity, service_on FROM lines"


@pytest.fixture
def metastore(spark: Any) -> Iterator[Any]:
    """Two tables, one of them empty."""
    from pyspark.sql import SparkSession

    session = SparkSession.active()
    session.sql("CREATE DATABASE gs")
    for table in ("fees", "nothing"):
        session.sql(f"CREATE TABLE gs.{table} ({COLUMNS}) USING parquet")
    session.sql(f"INSERT INTO gs.fees {ROWS}")
    yield session
    session.sql("DROP DATABASE gs CASCADE")


@pytest.fixture
def taken_in(spark: Any, tmp_path: Path, metastore: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Opens a batch whose lines are those of a table; what Spark writes lies in a folder of an odd name."""
    gatherings = []
    (tmp_path / FOLDER).mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / FOLDER))

    def taken_in(name: str) -> Any:
        text = f"wicheck: claims/v1\nid: b\n表格: {{明细表: ['metastore:{name}']}}\n"
        (tmp_path / "batch.yaml").write_text(text, "utf-8")
        (claims,) = [each for each in load([tmp_path], Schemas()).documents if each.kind is DocumentKind.CLAIMS]
        gatherings.append(Gathering(known_tables(), lambda: presets([], Schemas(), known_tables()), [], lambda: spark))
        gathered = gatherings[-1].gather(claims, [])
        for error in gathered.errors:
            raise error
        return spark.open(Batch(gathered.tables, {}))

    yield taken_in
    for each in gatherings:
        each.close()


def test_spark_reaches_tables(spark: Any) -> None:
    assert isinstance(spark, Warehouse)


def test_a_table_s_rows_are_judged_and_its_times_are_those_of_china(spark: Any, taken_in: Any) -> None:
    loaded = taken_in("gs.fees")

    answer = spark.judge([asked(LINES, evidence=("quantity", "service_on"))], ON).answers["r/a"]

    assert loaded.tables["lines"]["rows"] == 3
    assert [(row.line_number, row.amount, row.evidence) for row in answer.rows] == [
        ("1", Decimal(25), {"quantity": "2", "service_on": "2026-04-01"}),
        ("2", Decimal(0), {"quantity": "-1", "service_on": "2026-04-01"}),
        ("3", None, {}),
    ]
    assert str(answer.rows[0].place).startswith("metastore:gs.fees")


def test_a_table_without_rows_is_given_and_empty(spark: Any, taken_in: Any) -> None:
    loaded = taken_in("gs.nothing")

    assert (loaded.tables["lines"]["given"], loaded.tables["lines"]["rows"]) == (True, 0)
    assert spark.judge([asked(offending())], ON).answers["r/a"].counts.get(Verdict.FAIL, 0) == 0


def test_a_table_that_is_not_there_is_told_where_it_is_named(taken_in: Any) -> None:
    with pytest.raises(InputError, match="TABLE_OR_VIEW_NOT_FOUND") as told:
        taken_in("gs.elsewhere")

    assert told.value.location is not None
    assert told.value.location.line == 3
    assert "SPARK_CONF_DIR" in str(told.value.hint)


def test_no_file_is_read_as_if_it_were_a_table(taken_in: Any) -> None:
    with pytest.raises(InputError, match="csv"):
        taken_in("csv.passwd")
