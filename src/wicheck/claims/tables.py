"""The tables of a batch, made from the schemas: one truth for YAML keys, table headers, queries and pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape, ValueType
from wicheck.model import DocumentKind, Text
from wicheck.model.loading import CellKind, Form, Source, TableRequest

ENTRIES = "entries"
"""The table of catalogues; what ``entries`` lies in is told by ``CATALOGUE_ID``."""
CATALOGUE_ID = "catalogue_id"

_KINDS: Mapping[ValueType, CellKind] = {
    ValueType.TEXT: "text",
    ValueType.CHOICE: "choice",
    ValueType.DATE: "date",
    ValueType.DATE_TIME: "datetime",
    ValueType.INTEGER: "number",
    ValueType.NUMBER: "number",
    ValueType.BOOLEAN: "boolean",
}
_SQL: Mapping[CellKind, str] = {
    "text": "VARCHAR",
    "code": "VARCHAR",
    "choice": "VARCHAR",
    "date": "DATE",
    "datetime": "TIMESTAMP",
    "number": "DECIMAL(18,6)",
    "boolean": "BOOLEAN",
}
_CODES = ("_id", "_code", "_number", "code")
_NUMBERS_OF_PEOPLE = ("identity", "card", "phone")


class Column(NamedTuple):
    """A column of a table, as its schema describes it."""

    name: str
    shape: Shape

    @property
    def title(self) -> Text:
        return self.shape.title

    @property
    def keys_zh(self) -> list[str]:
        """The Chinese titles that a table's header may use; the first is the one we print."""
        return self.shape.keys_zh

    @property
    def unit(self) -> Text | None:
        return self.shape.unit

    @property
    def personal(self) -> str | None:
        return self.shape.personal

    @property
    def none_allowed(self) -> bool:
        """Whether 无 in a cell says that there certainly is none."""
        return self.shape.none_allowed

    @property
    def choices(self) -> Mapping[str, Text]:
        return self.shape.choices

    @property
    def kind(self) -> CellKind:
        kind = _KINDS[self.shape.type]
        return "code" if kind == "text" and self._is_code else kind

    @property
    def sql_type(self) -> str:
        return _SQL[self.kind]

    @property
    def _is_code(self) -> bool:
        return self.name.endswith(_CODES) or self.personal in _NUMBERS_OF_PEOPLE or "pattern" in self.shape.fragment

    @property
    def form(self) -> Form:
        form: Form = {"kind": self.kind}
        if self.none_allowed:
            form["none"] = True
        if self.kind == "choice":
            form["words"] = dict(self.shape.labels)
        if "pattern" in self.shape.fragment:
            form["pattern"] = self.shape.fragment["pattern"]
        if self.shape.type is ValueType.INTEGER:
            form["whole"] = True
        if self.personal:
            form["personal"] = self.personal
        return form


class Table:
    """A table of claims, or the entries of catalogues."""

    def __init__(self, kind: DocumentKind, shape: Shape) -> None:
        self.kind = kind
        self.shape = shape
        self.name = shape.name

    @property
    def title(self) -> Text:
        return self.shape.title

    @property
    def keys_zh(self) -> list[str]:
        return self.shape.keys_zh

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        row = self.shape.items
        assert row is not None, f"the schema of {self.name} lists nothing"  # noqa: S101 - tests/schemas
        return {name: Column(name, shape) for name, shape in row.properties.items()}

    @cached_property
    def entries(self) -> Mapping[str, str]:
        """Every accepted header, canonical or Chinese, with the column it means."""
        return {key: column.name for column in self.columns.values() for key in (column.name, *column.keys_zh)}

    def request(self, sources: list[Source]) -> TableRequest:
        """What an engine needs to know to load ``sources`` into the table."""
        columns: dict[str, str] = {}
        for column in self.columns.values():
            columns[column.name] = column.sql_type
            if column.none_allowed:
                columns[f"{column.name}_none"] = "BOOLEAN"
        if self.name == ENTRIES:
            columns[CATALOGUE_ID] = "VARCHAR"
        return {"columns": columns, "forms": self.forms, "sources": sources}

    @cached_property
    def forms(self) -> dict[str, Form]:
        forms = {name: column.form for name, column in self.columns.items()}
        return forms | {CATALOGUE_ID: {"kind": "text"}} if self.name == ENTRIES else forms


def tables(schemas: Schemas) -> dict[str, Table]:
    """All tables by name: those of claims, and the entries of catalogues."""
    return {
        shape.name: Table(kind, shape)
        for kind in (DocumentKind.CLAIMS, DocumentKind.CATALOGUE)
        for shape in schemas.shape(kind).properties.values()
        if is_table(shape)
    }


def is_table(shape: Shape) -> bool:
    return shape.fragment.get("x-table") is True
