"""What other people call our columns: presets, plugins' and users' mapping documents, all of one form (mapping/v1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from unicodedata import normalize

from wicheck.claims.tables import Column, Table
from wicheck.documents.words import BOOLEANS
from wicheck.errors import InputError
from wicheck.model import Document, Text

FLAG = "bkm109"
"""A flag that sites use either way round; a mapping must say what 1 means."""
_FLAGGED = ("lines", "injury_related")
_FLAG_MEANS: Mapping[str, dict[str, str | None]] = {
    "non_injury": {"1": "false", "0": "true"},
    "injury": {"1": "true", "0": "false"},
}
_COLUMNS = "_columns"
_unit_behind = re.compile(r"[((](?:元|天|次|个|人|年|岁)[))]$")


class Meaning(NamedTuple):
    """A column of ours that one of theirs fills, and what the words in theirs stand for there."""

    field: str
    values: Mapping[str, str | None] = {}


Names = Mapping[str, tuple[Meaning, ...]]
"""Their names, as ``plain_name`` makes them, with what they mean in one table."""


class Naming(NamedTuple):
    """One way of naming columns, by table. ``base`` is another that it adds to."""

    id: str
    title: Text
    tables: Mapping[str, Names]
    base: str | None = None

    def of(self, table: str) -> Names:
        return self.tables.get(table, {})


def plain_name(name: str) -> str:
    """A column's name without what does not tell it from others: case, width, blanks, a unit in brackets."""
    plain = "".join(normalize("NFKC", name).casefold().split()).strip("\ufeff\"'")
    return _unit_behind.sub("", plain)


@cache
def own_names(table: Table) -> Names:
    """Our names and Chinese titles. Every row that may be a header is looked up in them, in any number of files."""
    return {plain_name(name): (Meaning(field),) for name, field in table.entries.items()}


def naming_of(document: Document, tables: Mapping[str, Table]) -> tuple[Naming, list[InputError]]:
    """The naming that a mapping document describes, and what is wrong with it."""
    errors: list[InputError] = []
    named: dict[str, dict[str, tuple[Meaning, ...]]] = {}
    for name, table in tables.items():
        names = named.setdefault(name, {})
        for index, entry in enumerate(document.data.get(f"{name}{_COLUMNS}", ())):
            found = _meaning(table, entry)
            if isinstance(found, Meaning):
                plain = plain_name(entry["column"])
                names[plain] = (*names.get(plain, ()), found)
            else:
                message, hint = found
                place = document.locate((document.kind, f"{name}{_COLUMNS}", index))
                errors.append(InputError(message, place, hint))
    _add_flag(named, document)
    title = document.data.get("name", document.id)
    return Naming(document.id, Text(title, title), named, document.data.get("base")), errors


def _add_flag(named: dict[str, dict[str, tuple[Meaning, ...]]], document: Document) -> None:
    """The flag counts where the document says what it means."""
    means = document.data.get("non_injury_flag_means")
    if means:
        table, field = _FLAGGED
        named.setdefault(table, {})[FLAG] = (Meaning(field, _FLAG_MEANS[means]),)


def _meaning(table: Table, entry: Mapping[str, Any]) -> Meaning | tuple[Text, Text]:
    field = table.entries.get(entry["field"])
    if field is None:
        return _no_such_field(table, entry["field"])
    column = table.columns[field]
    values = {each["word"]: each.get("means") for each in entry.get("values", ())}
    known = _words(column)
    for means in values.values():
        if means is not None and means not in known:
            return _no_such_word(column, means)
    return Meaning(field, _as_numbers(values) | values)


def _as_numbers(values: Mapping[str, str | None]) -> dict[str, str | None]:
    """Codes like 01 as a spreadsheet makes numbers of them: it drops what they begin with."""
    return {word.lstrip("0"): means for word, means in values.items() if word.isdecimal() and word.strip("0")}


def _words(column: Column) -> Iterable[str]:
    """The words that a value may be translated to."""
    if column.kind == "boolean":
        return BOOLEANS
    return column.form.get("words", {})


def _no_such_field(table: Table, field: str) -> tuple[Text, Text]:
    message = Text(f"{table.title.zh}表没有标准列“{field}”", f'the table {table.name} has no column "{field}"')
    return message, candidates(similar(field, table.entries), table)


def _no_such_word(column: Column, means: str) -> tuple[Text, Text]:
    message = Text(f"“{column.title.zh}”没有“{means}”这个取值", f'"{means}" is none of the values of {column.name}')
    if column.choices:
        listed = "、".join(label.zh for label in column.choices.values())
        return message, Text(f"可以写：{listed}", f"values: {', '.join(column.choices)}")
    if column.kind == "boolean":
        return message, Text("可以写：是、否", "values: yes, no")
    return message, Text("取值对照只用于选项和是否", "values are for choices and booleans only")


def similar(name: str, known: Iterable[str], cutoff: float = 0.5) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=3, cutoff=cutoff)


def candidates(names: Iterable[str], table: Table) -> Text:
    """Columns that may have been meant; all of them where none is similar."""
    fields = dict.fromkeys(table.entries[name] for name in names) or dict.fromkeys(table.columns)
    columns = [table.columns[field] for field in fields]
    zh = "、".join(f"{column.title.zh}（{column.name}）" for column in columns)
    return Text(f"可以写：{zh}", f"columns: {', '.join(column.name for column in columns)}")


def layers(naming: Naming | None, table: Table, known: Mapping[str, Naming]) -> Iterator[Names]:
    """Where to look a name up, first to last: a naming, what it adds to, and always our own names."""
    while naming is not None:
        yield naming.of(table.name)
        naming = known.get(naming.base) if naming.base else None
    yield own_names(table)
