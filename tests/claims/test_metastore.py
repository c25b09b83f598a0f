"""Tables of a metastore, named where files are named: an engine that has one writes them as Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from wicheck.builtin import wicheck_column_mappings
from wicheck.claims.gathering import Gathered, Gathering, presets
from wicheck.claims.tables import tables
from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError
from wicheck.model import DocumentKind, Text
from wicheck.model.loading import Warehouse

SCHEMAS = Schemas()
TABLES = tables(SCHEMAS)


class Shelf:
    """A warehouse of two tables; it writes two files of each."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def table_columns(self, table: str) -> list[str]:
        if table not in {"gs.fees", "费用.明细"}:
            raise InputError(Text("没有", "none"))
        return ["结算单号", "院内备注", "金额"]

    def export_table(self, table: str, columns: Sequence[str], folder: Path) -> list[Path]:
        self.asked.append((table, tuple(columns)))
        folder.mkdir()
        paths = [folder / "1.parquet", folder / "2.parquet"]
        cells = ", ".join(f"""'7' AS "{name}" """ for name in columns)
        for path in paths:
            duckdb.sql(f"COPY (SELECT {cells}) TO '{path}' (FORMAT parquet)")
        return paths


def gathered(folder: Path, name: str, warehouse: Warehouse | None) -> Gathered:
    (folder / "batch.yaml").write_text(f"wicheck: claims/v1\nid: b\n表格: {{明细表: ['{name}']}}\n", "utf-8")
    documents = load([folder], SCHEMAS).documents
    (claims,) = [each for each in documents if each.kind is DocumentKind.CLAIMS]
    gathering = Gathering(TABLES, lambda: presets(wicheck_column_mappings(), SCHEMAS, TABLES), [], lambda: warehouse)
    try:
        return gathering.gather(claims, [])
    finally:
        gathering.close()


@pytest.mark.parametrize("table", ["gs.fees", "费用.明细"])
def test_the_columns_that_are_known_are_read_as_parquet(tmp_path: Path, table: str) -> None:
    shelf = Shelf()

    found = gathered(tmp_path, f"metastore:{table}", shelf)

    assert shelf.asked == [(table, ("结算单号", "金额"))]
    sources = found.tables["lines"]["sources"]
    assert [each["shown"] for each in sources] == [f"metastore:{table}[1]", f"metastore:{table}[2]"]
    assert {each["format"] for each in sources} == {"parquet"}
    assert sources[0]["names"] == {"claim_id": "结算单号", "amount": "金额"}
    assert ["院内备注" in each.text.zh for each in found.notices] == [True]


def test_an_engine_without_a_metastore_says_what_to_do(tmp_path: Path) -> None:
    (error,) = gathered(tmp_path, "metastore:gs.fees", None).errors

    assert error.location is not None
    assert error.location.line == 3
    assert "metastore:gs.fees" in error.message.zh
    assert error.hint is not None
    assert "--engine spark" in error.hint.zh
    assert "--engine spark" in error.hint.en


@pytest.mark.parametrize("name", ["metastore:", "metastore:a b", "metastore:csv.`/etc/passwd`", "metastore:a.b.c.d"])
def test_what_names_no_table_is_refused(tmp_path: Path, name: str) -> None:
    (error,) = gathered(tmp_path, name, Shelf()).errors

    assert error.hint is not None
    assert "metastore:gs.fee_lines" in error.hint.zh


def test_a_table_that_is_not_there_is_an_error_of_the_document(tmp_path: Path) -> None:
    (error,) = gathered(tmp_path, "metastore:gs.nothing", Shelf()).errors

    assert error.message.zh == "没有"
    assert error.location is not None
    assert error.location.line == 3
