"""Tables written into a document: taken out before the canonical pass, as texts with their lines.

A batch may hold fifty thousand rows. An engine types them together, as it does those of a file; here only keys are
looked up, and where all rows have the same keys, once.
"""

from __future__ import annotations

from wicheck.documents import faults
from wicheck.documents.scalars import is_empty
from wicheck.documents.shapes import IS_TABLE, Shape
from wicheck.documents.words import EMPTY, NONE
from wicheck.errors import InputError
from wicheck.model import Location, Rows, Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Mapping, Node, Scalar, Sequence

_SINGLE, _SEVERAL, _NESTED = (
    Text("单个内容", "a single value"),
    Text("若干项", "entries with keys"),
    Text("若干项或列表", "a list or entries of its own"),
)


class Split(NamedTuple):
    """A document with its tables left empty, the tables, and what is wrong with them."""

    rest: Mapping
    tables: dict[str, Rows]
    errors: list[InputError]


class Tables:
    """The tables of one kind of document. Most kinds have none."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        entries = shape.entries.items()
        self._names = {key: name for key, (name, child) in entries if child.fragment.get(IS_TABLE) is True}

    def split(self, node: Mapping, file: str) -> Split:
        """Take the tables out of ``node``. One that was left empty is not there."""
        if not self._names:
            return Split(node, {}, [])
        taking = Taking(file, self._shape)
        tables: dict[str, Rows] = {}
        items = dict(node.items)
        for key, child in node.items.items():
            name = self._names.get(key)
            if name is None:
                continue
            rows = taking.rows(child, self._shape.properties[name])
            if rows is not None:
                tables[name] = rows
            # An empty entry keeps its place, which is where a missing column is to be looked for.
            items[key] = Scalar("", child.line, child.column, quoted=False)
        return Split(node._replace(items=items), tables, taking.errors)


class Taking:
    """The tables of one document while they are read."""

    def __init__(self, file: str, root: Shape) -> None:
        self._file = file
        self._root = root
        self.errors: list[InputError] = []

    def fault(self, place: tuple[int, int], fault: faults.Fault) -> None:
        message, hint = fault
        self.errors.append(InputError(message, Location(self._file, *place), hint))

    def rows(self, node: Node, table: Shape) -> Rows | None:
        """The rows of a table; None where nothing was written, or it is no table."""
        if isinstance(node, Sequence):
            return self._sequence(node, table)
        if isinstance(node, Scalar):
            if is_empty(node):
                return None
            if node.text == NONE and not node.quoted:
                return Rows((), [], [])
        self.fault((node.line, node.column), faults.wrong_form(table, _form(node)))
        return None

    def _sequence(self, node: Sequence, table: Shape) -> Rows | None:
        """Most rows have the keys of another before them; then nothing is asked but their texts."""
        row_shape = table.items
        if row_shape is None:
            raise ValueError(f"the schema of the table {table.name!r} does not say what it lists")
        columns: dict[str, int] = {}
        rows: list[list[str | None]] = []
        lines: list[int] = []
        known: dict[tuple[str, ...], list[int]] = {}
        for item in node.items:
            if not isinstance(item, Mapping):
                self._odd_row(item, row_shape)
                continue
            keys = tuple(item.items)
            places = known.get(keys)
            if places is None:
                places = known[keys] = self._places(item, row_shape, columns)
            row: list[str | None] = [None] * len(columns)
            for place, cell in zip(places, item.items.values(), strict=True):
                row[place] = self._text(cell, row_shape)
            rows.append(row)
            lines.append(item.line)
        if not rows:
            return None
        width = len(columns)
        for row in rows:
            if len(row) < width:
                row.extend([None] * (width - len(row)))
        return Rows(tuple(columns), rows, lines)

    def _places(self, item: Mapping, shape: Shape, columns: dict[str, int]) -> list[int]:
        """The place of each key's column; one that is unknown, or means what another does, has none of its own."""
        places: list[int] = []
        first: dict[str, str] = {}
        for key in item.items:
            found = shape.entries.get(key)
            if found is None:
                self.fault(item.keys[key], faults.unknown_key(shape, key, self._root))
            elif first.setdefault(found[0], key) != key:
                earlier = first[found[0]]
                self.fault(item.keys[key], faults.given_twice(found[1], key, earlier, item.keys[earlier][0]))
            name = found[0] if found else next(iter(columns), "")
            places.append(columns.setdefault(name, len(columns)))
        return places

    def _text(self, cell: Node, shape: Shape) -> str | None:
        if cell.__class__ is not Scalar:
            self.fault((cell.line, cell.column), faults.wrong_form(shape, _NESTED))
            return None
        text: str = cell[0]
        return None if not text or (text in EMPTY and not cell[3]) else text

    def _odd_row(self, item: Node, shape: Shape) -> None:
        if not (isinstance(item, Scalar) and is_empty(item)):
            self.fault((item.line, item.column), faults.wrong_form(shape, _form(item)))


def _form(node: Node) -> Text:
    return _SINGLE if isinstance(node, Scalar) else _SEVERAL if isinstance(node, Mapping) else Text("列表", "a list")
