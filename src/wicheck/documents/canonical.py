"""The schema-guided pass: from keys and texts as people write them to canonical keys and typed values.

Chinese keys, labels, yes and no, 无, shares in percent and dates in the usual forms are resolved here; what was left
empty is dropped. Faults are gathered, not raised. One ``Convert`` is made per shape when a document first needs it.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from itertools import chain, count
from typing import Any

from wicheck.documents import faults
from wicheck.documents.beside import Beside, named_table
from wicheck.documents.notes import Attached, Convert, Notes, Reference
from wicheck.documents.positions import PlaceNames, Spot, WrittenPositions
from wicheck.documents.scalars import is_empty, plain_words, scalar_converter
from wicheck.documents.shapes import Shape, ValueType
from wicheck.documents.words import NONE
from wicheck.errors import InputError
from wicheck.model import Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Mapping, Node, Scalar, Sequence

_SINGLE = Text("单个内容", "a single value")
_SEVERAL = Text("若干项", "entries with keys")
_LIST = Text("列表", "a list")
_MARKS = "“”‘’＂「」\"' "

Entry = tuple[str, Convert, bool, MappingType[str, Any]]
"""A canonical key, its converter, whether the value has places of its own, and the words that need no converter."""


class Canonical(NamedTuple):
    """A document after the pass. Where there are errors, ``data`` lacks what they are about."""

    data: dict[str, Any]
    positions: WrittenPositions
    references: tuple[Reference, ...]
    files: tuple[Attached, ...]
    errors: tuple[InputError, ...]


class CanonicalPass:
    """The pass for documents of one kind."""

    def __init__(self, root: Shape) -> None:
        self._root = root
        self._convert = self.converter(root)

    def read(self, node: Mapping, file: str, beside: Beside | None = None) -> Canonical:
        """The canonical form of a whole document, which ``file`` names in messages; ``beside``: see ``Notes``."""
        notes = Notes(file, beside)
        notes.places.extend((node.line, node.column))
        data = self._convert(node, notes) or {}
        positions = WrittenPositions(file, notes.places, notes.spot or ((), 0, None))
        return Canonical(data, positions, tuple(notes.references), tuple(notes.files), tuple(notes.errors))

    def converter(self, shape: Shape) -> Convert:
        if shape.type is ValueType.OBJECT:
            return self._object(shape)
        if shape.type is ValueType.ARRAY:
            return self._array(shape)
        return scalar_converter(shape)

    def _object(self, shape: Shape) -> Convert:
        table: dict[str, Entry] = {}
        usual: tuple[str, ...] = ()

        def convert(node: Node, notes: Notes) -> Any:
            nonlocal usual
            if not table:
                table.update(self._table(shape))
            if not isinstance(node, Mapping):
                return _instead_of_object(shape, node, table, notes)
            places = notes.places
            start = len(places) // 2
            places.extend(chain.from_iterable(node.keys.values()))
            values: dict[str, Any] = {}
            below: dict[str | int, Spot] = {}
            gaps = False
            for key, child in node.items.items():
                try:
                    name, convert_child, nested, words = table[key]
                except KeyError:
                    continue
                if words and child.__class__ is Scalar and child[0] in words:
                    values[name] = words[child[0]]
                    continue
                value = values[name] = convert_child(child, notes)
                if value is None:
                    gaps = True
                if nested and notes.spot is not None:
                    below[name] = notes.spot
                    notes.spot = None
            names = tuple(values)
            if len(names) < len(node.items):
                names = self._strange_keys(shape, node, table, notes)
            # Most files of a batch and rows of a list have the same keys: they share one tuple.
            names = usual = usual if names == usual else names
            notes.spot = names, start, below or None
            return _given(values) if gaps else values or None

        return convert

    def _array(self, shape: Shape) -> Convert:
        if shape.items is None:
            raise ValueError(f"the schema of the list {shape.name!r} does not say what it lists")
        convert_item = self.converter(shape.items)
        has_entries = shape.items.type is ValueType.OBJECT

        def convert(node: Node, notes: Notes) -> Any:
            if not isinstance(node, Sequence):
                if has_entries and notes.beside and (named := named_table(node)):
                    from wicheck.documents.listed import read_list

                    return read_list(named, shape, node, notes, convert)
                return _instead_of_list(shape, node, notes)
            start = len(notes.places) // 2
            for child in node.items:
                notes.places.extend((child.line, child.column))
            values: list[Any] = []
            below: dict[str | int, Spot] = {}
            for index, child in enumerate(node.items):
                values.append(convert_item(child, notes))
                if notes.spot is not None:
                    below[index] = notes.spot
                    notes.spot = None
            names: PlaceNames = range(len(values))
            if None in values:
                values, names, below = _closed_up(values, below)
            notes.spot = names, start, below or None
            return values or None

        return convert

    def _table(self, shape: Shape) -> MappingType[str, Entry]:
        entries = {
            name: (name, self.converter(child), _nested(child), plain_words(child))
            for name, child in shape.properties.items()
        }
        return {key: entries[name] for key, (name, _) in shape.entries.items()}

    def _strange_keys(
        self, shape: Shape, node: Mapping, table: MappingType[str, Entry], notes: Notes
    ) -> tuple[str, ...]:
        """Note keys that are unknown or mean the same entry; the names of all keys as written."""
        first: dict[str, str] = {}
        for key in node.items:
            if key not in table:
                notes.fault_at(node.keys[key], faults.unknown_key(shape, key, self._root))
                continue
            name = table[key][0]
            earlier = first.setdefault(name, key)
            if earlier != key:
                fault = faults.given_twice(shape.properties[name], key, earlier, node.keys[earlier][0])
                notes.fault_at(node.keys[key], fault)
        return tuple(table[key][0] if key in table else key for key in node.items)


def _closed_up(
    values: list[Any], below: dict[str | int, Spot]
) -> tuple[list[Any], list[int | None], dict[str | int, Spot]]:
    """A list without what was left empty; the places of the others keep their order."""
    numbers = count()
    names = [None if value is None else next(numbers) for value in values]
    moved: dict[str | int, Spot] = {
        new: below[old] for old, new in enumerate(names) if new is not None and old in below
    }
    return [value for value in values if value is not None], names, moved


def _instead_of_object(shape: Shape, node: Node, table: MappingType[str, Entry], notes: Notes) -> Any:
    if not isinstance(node, Scalar):
        return notes.fault(node, faults.wrong_form(shape, _LIST)) if node.items else None
    if is_empty(node):
        return None
    if _says_none(node) and shape.none_allowed:
        return False
    if shape.short:
        return _short(shape.short, node, table, notes)
    fault = faults.none_not_allowed(shape) if _says_none(node) else faults.wrong_form(shape, _SINGLE)
    return notes.fault(node, fault)


def _short(name: str, node: Scalar, table: MappingType[str, Entry], notes: Notes) -> Any:
    """A lone scalar, read as the one property it stands for."""
    start = len(notes.places) // 2
    notes.places.extend((node.line, node.column))
    value = table[name][1](node, notes)
    notes.spot = (name,), start, None
    return None if value is None else {name: value}


def _says_none(node: Scalar) -> bool:
    return node.text == NONE and not node.quoted


def _instead_of_list(shape: Shape, node: Node, notes: Notes) -> Any:
    if not isinstance(node, Scalar):
        return notes.fault(node, faults.wrong_form(shape, _SEVERAL, notes.beside is not None)) if node.items else None
    if is_empty(node):
        return None
    if _says_none(node):
        return []
    if node.text.strip(_MARKS) == NONE:
        return notes.fault(node, faults.quoted_none(shape))
    return notes.fault(node, faults.wrong_form(shape, _SINGLE, notes.beside is not None))


def _nested(shape: Shape) -> bool:
    return shape.type in (ValueType.OBJECT, ValueType.ARRAY)


def _given(values: dict[str, Any]) -> dict[str, Any] | None:
    """``values`` without what was left empty; None where nothing remains."""
    return {name: value for name, value in values.items() if value is not None} or None
