"""Tables have the columns that rules read, in the schema's order, named as wicheck knows them."""

from __future__ import annotations

import pytest

from wicheck.claims.naming import own_names, plain_name
from wicheck.claims.tables import tables as known_tables
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Text
from wicheck.templates.tables import Table, header, tables_of
from wicheck.templates.tree import Rest

SCHEMAS = Schemas()
READ: Rest = {
    ("lines", "amount"): (),
    ("lines", "claim_id"): (),
    ("stays", "visit_id"): (),
    ("period", "starts_on"): (),
}


def tables(kind: str, rest: Rest) -> list[Table]:
    return list(tables_of(SCHEMAS.shape(kind), Text("费用", "claims"), rest))


def test_only_tables_of_which_a_column_is_read_are_there() -> None:
    lines, stays = tables("claims", READ)
    assert [column.name for column in lines.columns] == ["claim_id", "amount"]
    assert (lines.file, lines.path) == (("费用-明细.csv", "claims-lines.csv"), ("tables", "lines"))
    assert (stays.name, stays.path) == ("stays", ("tables", "stays"))


def test_the_only_table_of_a_catalogue_is_named_by_the_document_itself() -> None:
    (entries,) = tables("catalogue", {("entries", "code"): ()})
    assert entries.path == ("tables",)


@pytest.mark.parametrize("language", Language)
def test_the_names_of_columns_are_known_when_the_table_is_read(language: Language) -> None:
    for name, table in known_tables(SCHEMAS).items():
        kind = "claims" if name in SCHEMAS.shape("claims").properties else "catalogue"
        rest = {(name, column): () for column in table.columns}
        for made in tables(kind, rest):
            names = header(made.columns, language).strip().split(",")
            meant = [own_names(table)[plain_name(each)][0].field for each in names]
            assert meant == [column.name for column in made.columns]
