"""The tables of a batch are what the schemas say, and nothing else."""

from __future__ import annotations

import pytest

from wicheck.claims.tables import CATALOGUE_ID, Table, tables
from wicheck.documents.schemas import Schemas

TABLES = tables(Schemas())


def test_every_table_of_claims_and_catalogues_is_there() -> None:
    assert set(TABLES) >= {"claims", "lines", "stays", "orders", "consents", "workers", "transfers", "entries"}


def test_a_column_knows_its_titles_and_how_it_is_stored() -> None:
    column = TABLES["lines"].columns["unit_price_amount"]
    assert (column.title.zh, column.sql_type, column.unit and column.unit.zh) == ("单价", "DECIMAL(18,6)", "元")


def test_headers_are_canonical_names_and_all_chinese_ones() -> None:
    entries = TABLES["lines"].entries
    assert entries["claim_id"] == entries["结算单号"] == entries["结算号"] == "claim_id"


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("claim_id", "code"),
        ("identity_number", "code"),
        ("insured_division_code", "code"),
        ("worker_name", "text"),
        ("visit_category", "choice"),
        ("emergency", "boolean"),
        ("starts_on", "date"),
        ("total_amount", "number"),
    ],
)
def test_the_kind_of_a_cell_comes_from_the_schema(column: str, kind: str) -> None:
    assert TABLES["claims"].columns[column].kind == kind


def test_what_may_be_none_has_a_second_column_that_says_so() -> None:
    columns = TABLES["claims"].request([])["columns"]
    assert columns["paid_on"] == "DATE"
    assert columns["paid_on_none"] == "BOOLEAN"
    assert "starts_on_none" not in columns


def test_entries_tell_their_catalogue() -> None:
    assert TABLES["entries"].request([])["columns"][CATALOGUE_ID] == "VARCHAR"


def test_a_choice_knows_every_word_that_the_schema_accepts() -> None:
    words = TABLES["claims"].columns["visit_category"].form["words"]
    assert words["住院"] == words["工伤住院"] == words["inpatient"] == "inpatient"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_no_header_means_two_columns(table: Table) -> None:
    keys = [key for column in table.columns.values() for key in {column.name, *column.keys_zh}]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_no_column_is_called_what_the_loader_adds(table: Table) -> None:
    added = {"row", "file_number", "file_line", "odd", "source", "line", "position", "rejected"}
    assert not added & set(table.request([])["columns"])
