"""A list whose entries stand in a table beside the document: each row goes the way of an entry written in YAML.

Nothing may be lost in silence: a shorter list would be another institution. What cannot be read for certain is an
error at its cell, and nothing is left out but empty rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from string import ascii_uppercase
from typing import Any

from wicheck.documents import table_faults as faults
from wicheck.documents.beside import Beside, Named
from wicheck.documents.faults import Fault
from wicheck.documents.notes import Convert, Notes
from wicheck.documents.positions import TablePositions, table_location
from wicheck.documents.shapes import Shape
from wicheck.documents.table_cells import CellNode
from wicheck.documents.table_columns import may_stand
from wicheck.documents.table_files import opened
from wicheck.errors import InputError
from wicheck.model import Location, Notice
from wicheck.tabular.asides import is_remark, is_total, plain
from wicheck.tabular.cells import Cell, CellKind, Grid
from wicheck.yamlio import Mapping as MappingNode
from wicheck.yamlio import Node
from wicheck.yamlio import Sequence as SequenceNode

Row = Mapping[int, Cell]
_MOST = 50
"""So many faults of one table are shown; a column that is wrong throughout has thousands."""
_NUMBERING = frozenset({"序号", "行号", "no", "no.", "#"})
"""Columns that number the rows, which say nothing of their entries."""
_DIGITS = 5
"""No row has a longer number: that would be the number of a certificate or a person."""


def read_list(named: Named, shape: Shape, node: Node, notes: Notes, convert: Convert) -> Any:
    """The entries of the list ``shape`` from the table that ``node`` names; None where there are none, or faults.

    ``convert`` is the list's converter, for which the table is put into the form that YAML has.
    """
    if notes.beside is None or shape.items is None:
        raise ValueError("only a list of entries in a file has tables beside it")
    try:
        file, grid = opened(notes.beside, named, shape.items, notes.at(node.line, node.column))
    except InputError as error:
        notes.errors.append(error)
        return None
    table = _Table(file, grid, shape.items)
    values = convert(table.node, table.notes)
    _hand_over(table, notes)
    _tell(table, notes.beside)
    notes.spot = TablePositions(file, table.notes.places, table.notes.spot or ((), 0, None), grid.name)
    return values


def _hand_over(table: _Table, notes: Notes) -> None:
    found = sorted(table.notes.errors, key=_row)
    notes.errors += found[:_MOST]
    if len(found) > _MOST:
        notes.errors.append(faults.more(table.file, len(found) - _MOST))
    notes.references += table.notes.references
    notes.files += table.notes.files


def _row(error: InputError) -> int:
    place = error.location
    return 0 if place is None else place.row or int((place.cell or "0").lstrip(ascii_uppercase))


def _tell(table: _Table, beside: Beside) -> None:
    if table.grid.hidden:
        beside.notices.append(Notice("table_hidden", faults.HIDDEN, Location(table.file)))
    if not table.node.items and not table.notes.errors:
        beside.notices.append(Notice("table_empty", faults.NO_ENTRIES, Location(table.file)))


class _TableNotes(Notes):
    """The notes of a table, whose places are rows and columns."""

    __slots__ = ("sheet",)

    def __init__(self, file: str, sheet: str | None) -> None:
        super().__init__(file)
        self.sheet = sheet

    def at(self, line: int, column: int) -> Location:
        return table_location(self.file, self.sheet, line, column)


class _Table:
    """A table as a list of entries; its faults are among the notes."""

    def __init__(self, file: str, grid: Grid, shape: Shape) -> None:
        self.file = file
        self.grid = grid
        self.notes = _TableNotes(file, grid.name)
        self._shape = shape
        self._head = next(iter(grid.rows))
        self._names = {column: plain(cell.text).casefold() for column, cell in grid.rows[self._head].items()}
        self._columns = self._understood()
        self._merged()
        self.notes.places.extend((self._head, 1))
        self.node = SequenceNode(list(self._entries()), self._head, 1)

    def _fault(self, row: int, column: int, fault: Fault) -> None:
        self.notes.fault_at((row, column), fault)

    def _understood(self) -> dict[int, Shape]:
        """The entries that columns are, by column."""
        known = {plain(key).casefold(): child for key, (_, child) in self._shape.entries.items()}
        header = self.grid.rows[self._head]
        if not any(name in known for name in self._names.values()):
            self._fault(self._head, min(header), faults.no_header(self._shape))
            return {}
        columns: dict[int, Shape] = {}
        unknown: dict[int, str] = {}
        for column, name in self._names.items():
            child = known.get(name)
            if child is None and name in _NUMBERING:
                continue
            if child is None:
                unknown[column] = header[column].text.strip()
            elif child in columns.values():
                self._fault(self._head, column, faults.column_twice(child))
            elif not may_stand(child):
                self._fault(self._head, column, faults.nested_column(child))
            else:
                columns[column] = child
        for column, fault in zip(unknown, faults.unknown_columns(self._shape, list(unknown.values())), strict=True):
            self._fault(self._head, column, fault)
        return columns

    def _merged(self) -> None:
        below = (place for place in self.grid.merged if place[0] >= self._head)
        for row, column in islice(below, _MOST):  # one is enough to refuse the table
            self._fault(row, column, faults.MERGED)

    def _entries(self) -> Iterator[Node]:
        if not self._columns:
            return
        unnamed: set[int] = set()
        for row, cells in self._rows():
            texts = [cell.text for cell in cells.values() if cell.kind is CellKind.TEXT]
            if odd := self._no_entry(cells, texts):
                self._fault(row, min(cells), odd)
                continue
            for column in cells.keys() - self._columns.keys() - unnamed:
                unnamed.add(column)
                if (name := self._names.get(column)) is None:
                    self._fault(row, column, faults.NO_NAME)
                elif name in _NUMBERING:
                    self._fault(row, column, faults.NO_NUMBER)
            yield self._entry(row, cells)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        """What stands below the header, without the numbers of rows: a row that has nothing else is empty."""
        numbering = {column for column, name in self._names.items() if name in _NUMBERING} - self._columns.keys()
        for row, cells in self.grid.rows.items():
            rest = {
                column: cell for column, cell in cells.items() if column not in numbering or not _numbers_a_row(cell)
            }
            if row != self._head and rest:
                yield row, rest

    def _no_entry(self, cells: Row, texts: Sequence[str]) -> Fault | None:
        """What a row is that is none: people add totals and remarks for people."""
        if any(map(is_total, texts)):
            return faults.TOTAL
        if texts and all(map(is_remark, texts)) and len(texts) == len(cells):
            return faults.REMARK
        again = {column: plain(cell.text).casefold() for column, cell in cells.items()}
        return faults.HEADER_AGAIN if again == self._names else None

    def _entry(self, row: int, cells: Row) -> Node:
        items: dict[str, Node] = {}
        for column, child in self._columns.items():
            cell = CellNode(cells.get(column), child, row, column)
            if fault := cell.fault():
                self._fault(row, column, fault)
            items[child.name] = cell.node(empty=fault is not None)
        places = ((row, column) for column in self._columns)
        return MappingNode(items, dict(zip(items, places, strict=True)), row, min(chain(self._columns, cells)))


def _numbers_a_row(cell: Cell) -> bool:
    return cell.text.isdecimal() and len(cell.text) <= _DIGITS
