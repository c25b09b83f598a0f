"""Empty tables beside a document: a header that a spreadsheet shows and that wicheck knows, and no row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from wicheck.documents.shapes import IS_TABLE, Shape
from wicheck.model import Language, Path, Text
from wicheck.templates import words
from wicheck.templates.asking import Asker
from wicheck.templates.comments import named
from wicheck.templates.tree import Rest
from wicheck.templates.values import key

_NAMES = "tables"


class Table(NamedTuple):
    """``path`` is the entry of the document that names the file; ``askers`` read its columns."""

    name: str
    file: Text
    path: Path
    columns: tuple[Shape, ...]
    askers: tuple[Asker, ...]


def tables_of(document: Shape, file: Text, rest: Rest) -> Iterator[Table]:
    """The tables of which rules read columns; ``rest`` are the paths below the document, called ``file``."""
    for table in document.properties.values():
        if table.fragment.get(IS_TABLE) is True and table.items:
            read = {path[1:2]: askers for path, askers in rest.items() if path[0] == table.name}
            columns = tuple(column for name, column in table.items.properties.items() if (name,) in read)
            askers = tuple(asker for each in read.values() for asker in each)
            if columns:
                called = words.TABLE.filled({"document": file, "table": named(table)})
                yield Table(table.name, called, _naming(document, table.name), columns, askers)


def _naming(document: Shape, table: str) -> Path:
    """Claims name the files of each table, a catalogue those of its only one."""
    names = document.properties[_NAMES]
    return (_NAMES, table) if table in names.properties else (_NAMES,)


def header(columns: Sequence[Shape], language: Language) -> str:
    """The first and only row."""
    row = StringIO()
    csv.writer(row).writerow([key(column, language) for column in columns])
    return row.getvalue()
