"""The files that a document names for a table, made ready for an engine: UTF-8, with a header that is understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from wicheck.claims import csv_heads, spreadsheets
from wicheck.claims.above import check_above
from wicheck.claims.csv_asides import without_asides
from wicheck.claims.day_counts import counts_from_1900
from wicheck.claims.error_cells import NOT_COMPUTED, error_cells
from wicheck.claims.file_kinds import FileKind, file_kind, files_at, more_at, others_at
from wicheck.claims.headers import Header, Headers
from wicheck.claims.metastore import Metastore, is_in_metastore
from wicheck.claims.number_shows import shown_otherwise
from wicheck.claims.parquet_names import parquet_names
from wicheck.claims.sheets import sheets_of
from wicheck.claims.tables import Table
from wicheck.claims.telling import (
    empty,
    no_text,
    not_parquet,
    reserved,
    told_of_asides,
    told_of_doubtful,
    told_of_encoding,
    told_of_formulas,
    told_of_header,
    told_of_joined,
    told_of_more,
    told_of_others,
    told_of_uncomputed,
    told_of_unused,
)
from wicheck.errors import InputError
from wicheck.model import Location, Notice
from wicheck.model.loading import Source
from wicheck.tabular.encodings import Encoding, encoding_of, head, write_utf_8

_FIRST_ROWS = 20
_PLACE = "file_row_number"
"""What a row's place in a Parquet file is called."""
_NO_LETTER = "\0"
"""Stands in other files than text, and in UTF-16 that does not say what it is; one in a text is no reason to refuse."""


class Top(NamedTuple):
    """The first rows of a sheet, and what it is called where something is told of it."""

    sheet: str
    rows: list[list[str]]
    shown: str


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
        self._sheets: dict[str, tuple[tuple[str, ...], set[str]]] = {}
        self._others: dict[str, Notice] = {}
        self._more: list[tuple[Table, Notice]] = []
        self._doubtful: dict[tuple[str, str, str], Table] = {}

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
        if others := others_at(folder, name):
            self._others[name] = told_of_others(others, name, at)
            if more := more_at(folder, name, others):
                self._more.append((table, told_of_more(more, name, table, at)))
        for path, shown in files:
            try:
                yield from self._prepared(table, path, shown)
            except InputError as error:
                yield error

    def left_out(self) -> Iterator[Notice]:
        """What lies in the folders and is no table; of each workbook the sheets that no table was taken from."""
        yield from self._others.values()
        yield from (notice for _, notice in self._more)
        for shown, (filled, used) in self._sheets.items():
            if left := [name for name in filled if name not in used]:
                yield told_of_unused(left, shown)
        yield from (told_of_doubtful(sheet, table, shown) for (shown, sheet), table in self._unread())

    def unread(self) -> Iterator[str]:
        """The tables of which there may be more in a sheet that nothing was taken from, once for each such sheet, or in
        what lies in their folder.
        """
        yield from (table.name for table, _ in self._more)
        yield from (table.name for _, table in self._unread())

    def _unread(self) -> Iterator[tuple[tuple[str, str], Table]]:
        for (shown, sheet, _), table in self._doubtful.items():
            if sheet not in self._sheets[shown][1]:
                yield (shown, sheet), table

    def _prepared(self, table: Table, path: Path, shown: str) -> list[Prepared]:
        kind = file_kind(path, shown)
        if kind is FileKind.WORKBOOK:
            return self._workbook(table, path, shown)
        return [(self._parquet if kind is FileKind.PARQUET else self._text)(table, path, shown)]

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
        check_above(csv_heads.rows_above(text, found), found.names, score, shown)
        if not encoding.is_utf_8:
            utf_8 = self._new_file()
            write_utf_8(path, encoding, utf_8)
            path = utf_8
        records = self._new_file()
        asides = without_asides(path, found, _telling(header, table), records)
        source = _csv(records if asides else path, shown, header, found.delimiter)
        source["width"], source["spare"], source["header_line"] = len(found.names), found.spare, found.line
        told = (*_encoding_notices(encoding, shown), *told_of_header(header, table, shown))
        return Prepared(source, (*told, *told_of_asides(asides, shown)))

    def _workbook(self, table: Table, path: Path, shown: str) -> list[Prepared]:
        workbook = spreadsheets.open_workbook(path, shown)
        score = partial(self._headers.score, table=table)
        tops = {name: spreadsheets.first_rows(workbook, name, _FIRST_ROWS, shown) for name in workbook.sheet_names}
        filled = {name: rows for name, rows in tops.items() if rows}
        if not filled:
            raise empty(shown)
        sheets, doubtful = sheets_of(table, filled, score, shown)
        self._doubtful |= {(shown, name, table.name): table for name in doubtful}
        self._sheets.setdefault(shown, (tuple(filled), set()))[1].update(sheets)
        called = {name: f"{shown}[{name}]" if len(tops) > 1 else shown for name in sheets}
        read = [self._sheet(table, path, workbook, Top(name, filled[name], called[name])) for name in sheets]
        if len(read) > 1:
            read[0] = read[0]._replace(notices=(told_of_joined(sheets, shown), *read[0].notices))
        return read

    def _sheet(self, table: Table, path: Path, workbook: spreadsheets.Workbook, top: Top) -> Prepared:
        score = partial(self._headers.score, table=table)
        place = csv_heads.best_row(top.rows, score)
        names, shown = csv_heads.without_empty_end(top.rows[place]), top.shown
        header = self._headers.read(names, table, Location(shown, row=place + 1))
        check_above(enumerate(top.rows[:place], start=1), names, score, shown)
        csv_file = self._new_file()
        failed = error_cells(path, top.sheet)
        told = (failed or {}, _telling(header, table), *_by_kind(header, table), shown_otherwise(path, top.sheet))
        below = spreadsheets.Below(top.sheet, place + 1, names, *told)
        try:
            asides = spreadsheets.write_csv(workbook, below, csv_file)
        except OverflowError:
            raise spreadsheets.too_many_hours(top.sheet, shown) from None
        source = _csv(csv_file, shown, header, ",")
        source["width"], source["header_line"], source["numbered"] = len(names), 0, True
        source["serials"] = counts_from_1900(path)
        unseen = [told_of_formulas(shown)] if failed is None else told_of_uncomputed(_uncomputed(below), shown)
        return Prepared(source, (*unseen, *told_of_header(header, table, shown), *told_of_asides(asides, shown)))

    def _parquet(self, table: Table, path: Path, shown: str) -> Prepared:
        try:
            names = parquet_names(path)
        except ValueError:
            raise not_parquet(shown) from None
        if _PLACE in map(str.lower, names):
            raise reserved(_PLACE, shown)
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


def _uncomputed(below: spreadsheets.Below) -> list[int]:
    """The rows of a sheet in which a formula has no result."""
    return sorted({row for (row, _), text in below.errors.items() if text == NOT_COMPUTED and row > below.after})


def _telling(header: Header, table: Table) -> set[int]:
    """Where columns stand that tell what a row is: its numbers, codes, days and names, and no sums."""
    return {place for field, place in header.positions.items() if table.columns[field].kind != "number"}


def _by_kind(header: Header, table: Table) -> tuple[set[int], set[int]]:
    """Where columns of codes stand, and of days; a code that must look like something may be a month."""
    forms = {place: table.forms[field] for field, place in header.positions.items()}
    codes = {place for place, form in forms.items() if form["kind"] == "code" and "pattern" not in form}
    days = {place for place, form in forms.items() if form["kind"] in ("date", "datetime") or "pattern" in form}
    return codes, days


def _encoding_notices(encoding: Encoding, shown: str) -> Iterator[Notice]:
    if encoding not in (Encoding.ASCII, Encoding.UTF_8):
        yield told_of_encoding(encoding, shown)
