"""The files that a document names for a table, made ready for an engine: UTF-8, with a header that is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from wicheck.claims import csv_heads, spreadsheets
from wicheck.claims.encodings import Encoding, encoding_of, head, write_utf_8
from wicheck.claims.error_cells import error_cells
from wicheck.claims.file_kinds import FileKind, file_kind, files_at
from wicheck.claims.headers import Header, Headers
from wicheck.claims.metastore import Metastore, is_in_metastore
from wicheck.claims.parquet_names import parquet_names
from wicheck.claims.tables import Table
from wicheck.claims.telling import (
    empty,
    no_sheet,
    no_text,
    not_parquet,
    told_of_encoding,
    told_of_formulas,
    told_of_header,
)
from wicheck.errors import InputError
from wicheck.model import Location, Notice
from wicheck.model.loading import Source

_FIRST_ROWS = 20
_NO_LETTER = "\0"
"""Stands in other files than text, and in UTF-16 that does not say what it is; one in a text is no reason to refuse."""


class Prepared(NamedTuple):
    """A file as an engine takes it, and what is to be told of it."""

    source: Source
    notices: tuple[Notice, ...]


class Preparation:
    """Makes the files of a batch ready, and tables of ``metastore``. What must be written goes to ``workspace``."""

    def __init__(self, headers: Headers, workspace: Path, metastore: Metastore) -> None:
        self._headers = headers
        self._workspace = workspace
        self._metastore = metastore
        self._written = 0

    def prepare(self, table: Table, folder: Path, name: str, at: Location) -> Iterator[Prepared | InputError]:
        """Every file that ``name``, which stands at ``at``, means, a folder's all. One fault hides no other."""
        try:
            if is_in_metastore(name):
                yield from self._exported(table, name, at)
                return
            files = files_at(folder, name, at)
        except InputError as error:
            yield error
            return
        for path, shown in files:
            try:
                yield self._prepared(table, path, shown)
            except InputError as error:
                yield error

    def _prepared(self, table: Table, path: Path, shown: str) -> Prepared:
        kind = file_kind(path, shown)
        if kind is FileKind.PARQUET:
            return self._parquet(table, path, shown)
        return (self._workbook if kind is FileKind.WORKBOOK else self._text)(table, path, shown)

    def _text(self, table: Table, path: Path, shown: str) -> Prepared:
        encoding = encoding_of(path)
        score = partial(self._headers.score, table=table)
        text = head(path, encoding)
        found = csv_heads.find_head(text, score)
        if not found.names:
            raise empty(shown)
        if _NO_LETTER in text and not score(found.names):
            raise no_text(shown)
        header = self._headers.read(found.names, table, Location(shown, row=found.line))
        if not encoding.is_utf_8:
            utf_8 = self._new_file()
            write_utf_8(path, encoding, utf_8)
            path = utf_8
        source = _csv(path, shown, header, found.delimiter)
        source["width"], source["header_line"] = len(found.names), found.line
        return Prepared(source, (*_encoding_notices(encoding, shown), *told_of_header(header, table, shown)))

    def _workbook(self, table: Table, path: Path, shown: str) -> Prepared:
        workbook = spreadsheets.open_workbook(path, shown)
        score = partial(self._headers.score, table=table)
        tops = {name: spreadsheets.first_rows(workbook, name, _FIRST_ROWS, shown) for name in workbook.sheet_names}
        filled = {name: rows for name, rows in tops.items() if rows}
        if not filled:
            raise empty(shown)
        sheet = _sheet(table, filled, score, shown)
        place = csv_heads.best_row(tops[sheet], score)
        shown = f"{shown}[{sheet}]" if len(tops) > 1 else shown
        names = tops[sheet][place]
        header = self._headers.read(names, table, Location(shown, row=place + 1))
        csv_file = self._new_file()
        failed = error_cells(path, sheet)
        spreadsheets.write_csv(workbook, spreadsheets.Below(sheet, place + 1, len(names), failed or {}), csv_file)
        source = _csv(csv_file, shown, header, ",")
        source["width"], source["header_line"], source["numbered"] = len(names), 0, True
        unseen = [told_of_formulas(shown)] if failed is None else []
        return Prepared(source, (*unseen, *told_of_header(header, table, shown)))

    def _parquet(self, table: Table, path: Path, shown: str) -> Prepared:
        try:
            names = parquet_names(path)
        except ValueError:
            raise not_parquet(shown) from None
        header = self._headers.read(names, table, Location(shown))
        return Prepared(_parquet_source(path, shown, header, names), tuple(told_of_header(header, table, shown)))

    def _exported(self, table: Table, name: str, at: Location) -> Iterator[Prepared]:
        """A table of the metastore as Parquet files; of several each has a name of its own."""
        names = self._metastore.columns(name, at)
        header = self._headers.read(names, table, Location(name))
        notices = tuple(told_of_header(header, table, name))
        paths = self._metastore.export(name, header, names, at, self._new_file().with_suffix(""))
        for number, path in enumerate(paths, start=1):
            shown = f"{name}[{number}]" if len(paths) > 1 else name
            yield Prepared(_parquet_source(path, shown, header, names), notices if number == 1 else ())

    def _new_file(self) -> Path:
        self._written += 1
        return self._workspace / f"table-{self._written}.csv"


def _parquet_source(path: Path, shown: str, header: Header, names: Sequence[str]) -> Source:
    source: Source = {"format": "parquet", "shown": shown, "path": str(path), "values": _values(header)}
    source["names"] = {field: names[place] for field, place in header.positions.items()}
    return source


def _csv(path: Path, shown: str, header: Header, delimiter: str) -> Source:
    return {
        "format": "csv",
        "shown": shown,
        "path": str(path),
        "positions": dict(header.positions),
        "values": _values(header),
        "delimiter": delimiter,
    }


def _values(header: Header) -> dict[str, dict[str, str | None]]:
    return {field: dict(words) for field, words in header.values.items()}


def _sheet(table: Table, tops: Mapping[str, list[list[str]]], score: csv_heads.Score, shown: str) -> str:
    """The only sheet, the one called like the table, or the one whose header is known best."""
    named = [name for name in tops if name.strip() in (table.name, *table.keys_zh)]
    if len(named) == 1 or len(tops) == 1:
        return (named or list(tops))[0]
    scores = {name: max(map(score, rows)) for name, rows in tops.items()}
    most = max(scores.values(), default=0)
    best = [name for name, count in scores.items() if count == most and most]
    if len(best) != 1:
        raise no_sheet(table, list(tops), shown)
    return best[0]


def _encoding_notices(encoding: Encoding, shown: str) -> Iterator[Notice]:
    if encoding not in (Encoding.ASCII, Encoding.UTF_8):
        yield told_of_encoding(encoding, shown)
