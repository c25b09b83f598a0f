"""What a schema says of each entry: its keys, type, labels, unit and titles, as a tree read on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from wicheck.model import Text

Fragment: TypeAlias = Mapping[str, Any]
"""A piece of a JSON schema."""

IS_TABLE = "x-table"
"""Marks a list of claims/v1 that is a table of the batch."""


_TITLES = ("title", "x-title-en")


class ValueType(StrEnum):
    """What a value is once it is canonical."""

    OBJECT = "object"
    ARRAY = "array"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    DATE_TIME = "date_time"
    INTEGER = "integer"
    NUMBER = "number"
    SHARE = "share"
    BOOLEAN = "boolean"


class Shape:
    """One entry of a document as its schema describes it.

    ``name`` is its canonical key (for the items of an array, the array's), ``fragment`` its schema with a
    ``$ref`` resolved, ``definitions`` what further references point to. Children are read when first asked for:
    a short document needs few of them.
    """

    def __init__(self, name: str, fragment: Fragment, definitions: Fragment) -> None:
        self.name = name
        self.fragment = fragment
        self.definitions = definitions

    @cached_property
    def type(self) -> ValueType:
        return value_type(self.fragment)

    @cached_property
    def title(self) -> Text:
        """What people call the entry."""
        zh = self.fragment.get("title") or (self.keys_zh[0] if self.keys_zh else self.name)
        return Text(zh, self.fragment.get("x-title-en") or self.name)

    @property
    def description(self) -> Text:
        return Text(self.fragment.get("description", ""), self.fragment.get("x-description-en", ""))

    @property
    def unit(self) -> Text | None:
        unit = self.fragment.get("x-unit")
        return Text(unit["zh"], unit["en"]) if unit else None

    @property
    def keys_zh(self) -> list[str]:
        """The Chinese keys a writer may use; the first is the one we print."""
        keys: list[str] = self.fragment.get("x-keys-zh", [])
        return keys

    @property
    def none_allowed(self) -> bool:
        """Whether 无 may stand in the place of a text, a date, a choice or an object."""
        return self.fragment.get("x-none") is True

    @property
    def short(self) -> str | None:
        """The property a lone scalar stands for, in the place of an object."""
        short: str | None = self.fragment.get("x-short")
        return short

    @property
    def reference(self) -> str | None:
        """The kind of document whose id this text is."""
        kind: str | None = self.fragment.get("x-ref")
        return kind

    @property
    def personal(self) -> str | None:
        """What personal data this is (``name``, ``identity`` ...), to be masked in outputs; None where it is none."""
        personal: str | None = self.fragment.get("x-personal")
        return personal

    @property
    def is_file(self) -> bool:
        """Whether the text is a path relative to the document's own file."""
        return self.fragment.get("x-file") is True

    @property
    def is_money(self) -> bool:
        return self.fragment.get("x-money") is True

    @cached_property
    def properties(self) -> Mapping[str, Shape]:
        """The children by canonical key; empty for anything but an object."""
        return {name: self._child(name, part) for name, part in self.fragment.get("properties", {}).items()}

    @cached_property
    def entries(self) -> Mapping[str, tuple[str, Shape]]:
        """Every accepted key, canonical or Chinese, with the canonical key and the child's shape."""
        return {key: (name, child) for name, child in self.properties.items() for key in (name, *child.keys_zh)}

    @cached_property
    def items(self) -> Shape | None:
        """The shape of an array's items; one without a title of its own is called what the list is."""
        part = self.fragment.get("items")
        if part is None:
            return None
        called = {key: self.fragment[key] for key in _TITLES if key in self.fragment}
        return self._child(self.name, {**called, **resolved(part, self.definitions)})

    @cached_property
    def choices(self) -> Mapping[str, Text]:
        """The canonical values of a choice with the words we print for them."""
        zh, en = self.fragment.get("x-labels-zh", {}), self.fragment.get("x-labels-en", {})
        values = [value for value in self.fragment.get("enum", ()) if isinstance(value, str)]
        return {value: Text(zh.get(value, [value])[0], en.get(value, value)) for value in values}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Every word accepted for a choice, with the canonical value it stands for."""
        zh = self.fragment.get("x-labels-zh", {})
        return {word: value for value in self.choices for word in (value, *zh.get(value, ()))}

    def _child(self, name: str, fragment: Fragment) -> Shape:
        return Shape(name, resolved(fragment, self.definitions), self.definitions)


def resolved(fragment: Fragment, definitions: Fragment) -> Fragment:
    """``fragment`` with the definition it refers to; what stands beside the ``$ref`` wins."""
    while "$ref" in fragment:
        target = definitions[fragment["$ref"].removeprefix("#/$defs/")]
        fragment = {**target, **{key: value for key, value in fragment.items() if key != "$ref"}}
    return fragment


def value_type(fragment: Fragment) -> ValueType:
    """The type that ``fragment`` asks for; ``false`` for "there is none" does not count."""
    if any(isinstance(value, str) for value in fragment.get("enum", ())):
        return ValueType.CHOICE
    named = fragment.get("type", "string")
    types = [named] if isinstance(named, str) else [name for name in named if name != "boolean"]
    return _scalar_type(types[0], fragment) if types[0] not in ("object", "array") else ValueType(types[0])


def _scalar_type(name: str, fragment: Fragment) -> ValueType:
    match name, fragment.get("format"):
        case "string", "date":
            return ValueType.DATE
        case "string", "date-time":
            return ValueType.DATE_TIME
        case "string", _:
            return ValueType.TEXT
        case "number", _ if fragment.get("maximum") == 1:
            return ValueType.SHARE
    return ValueType(name)


def walk(shape: Shape, depth: int = 8) -> Iterator[tuple[tuple[Shape, ...], Shape]]:
    """Every named entry below ``shape`` with those it stands under, ``shape`` first; not deeper than ``depth``."""
    for child in (shape.items or shape).properties.values():
        yield (shape,), child
        if depth:
            yield from (((shape, *ancestors), found) for ancestors, found in walk(child, depth - 1))
