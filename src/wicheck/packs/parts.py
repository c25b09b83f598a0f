"""Parts that billing queries share: tables on the way to the answer, written once in ``sql/parts``.

A line ``-- part: NAME`` of a query stands for the tables of that file; with a comma after the name others follow. What
a part reads of the tables before it, and what it gives, its first lines say. Engines see one plain statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import NamedTuple

from wicheck.documents.data import data_folder
from wicheck.errors import PackError
from wicheck.model import Location, Text
from wicheck.yamlio import decode

PARTS = "parts"
_part = re.compile(r"-- part: (\w+)(,?)").fullmatch


class Whole(NamedTuple):
    """A query's text with its parts; ``file_lines`` tells for each line where it stands in the query's own file."""

    sql: str
    file_lines: tuple[int, ...]


def whole(text: str, file: FilePath) -> Whole:
    """The query ``text`` of ``file``. Raises PackError where a part is missing."""
    lines = list(_lines(text, file))
    return Whole("\n".join(line for _, line in lines), tuple(number for number, _ in lines))


def _lines(text: str, file: FilePath) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _part(line.strip()):
            name, comma = found.groups()
            part = _read(name, file, number) + comma
            yield from ((number, each) for each in part.split("\n"))
        else:
            yield number, line


def _read(name: str, file: FilePath, number: int) -> str:
    """The text of a part: of those beside the query, else of those that all packs share."""
    folders = (file.parent, file.parents[2] / "common" / "sql", data_folder("policies") / "common" / "sql")
    for folder in folders:
        found = folder / PARTS / f"{name}.sql"
        if found.is_file():
            return decode(found.read_bytes(), f"{found.parents[2].name}/sql/{PARTS}/{found.name}").rstrip()
    raise PackError(
        Text(f"查询 {file.stem}：没有共用部分“{name}”", f"query {file.stem}: there is no part “{name}”"),
        Location(f"{file.parents[1].name}/sql/{file.name}", number),
        Text(f"共用部分写在 sql/{PARTS}/{name}.sql", f"write it as sql/{PARTS}/{name}.sql"),
    )
