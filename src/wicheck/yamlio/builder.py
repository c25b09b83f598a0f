"""Parser events to nodes, in one loop and without recursion.

Only the reader imports this module, when there is something to read: the event classes bring all of ruamel.yaml.
"""

from __future__ import annotations

import sys
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from wicheck.errors import InputError
from wicheck.model import Location
from wicheck.yamlio import faults
from wicheck.yamlio.nodes import Mapping, Node, Scalar, Sequence
from wicheck.yamlio.parsers import NextEvent


def build(next_event: NextEvent, file: str, max_depth: int, careful: bool) -> list[Node]:  # noqa: PLR0912, PLR0915
    """The nodes of a stream. ``careful`` looks for anchors, tags and merge keys, whose signs are in the text.

    One long loop, since every call in it would cost a tenth of the whole time. While a mapping is open, ``items`` and
    ``keys`` are its own, else ``items`` is None and ``add`` appends to the open list. ``tuple.__new__`` makes a
    named tuple at half the cost of calling its class. Keys are interned: a thousand files share them.
    """
    scalar, new, intern, plain = ScalarEvent, tuple.__new__, sys.intern, (None, "")
    roots: list[Node] = []
    open_nodes: list[tuple[Any, Any, Any]] = []
    items: Any = None
    keys: dict[str, tuple[int, int]] = {}
    key: str | None = None
    add = roots.append
    while True:
        event = next_event()
        kind = event.__class__
        if kind is scalar:
            if careful:
                _refuse_marked(event, file, is_key=items is not None)
            mark = event.start_mark
            if items is None:
                add(new(Scalar, (event.value, mark.line + 1, mark.column + 1, event.style not in plain)))
                continue
            key = intern(event.value)
            place = (mark.line + 1, mark.column + 1)
            if not key or key in items:
                raise _bad_key(key, keys, file, place)
            keys[key] = place
            event = next_event()
            kind = event.__class__
            if kind is scalar:
                if careful:
                    _refuse_marked(event, file, is_key=False)
                text = event.value
                quoted = event.style not in plain
                if text or quoted:
                    mark = event.start_mark
                    items[key] = new(Scalar, (text, mark.line + 1, mark.column + 1, quoted))
                else:  # The parsers disagree where nothing stands; its key is where a person looks.
                    items[key] = new(Scalar, (text, *place, False))
                key = None
                continue
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            if careful:
                _refuse_marked(event, file, is_key=False)
            if len(open_nodes) >= max_depth:
                raise faults.too_deep(_at(event, file), max_depth)
            if items is not None and key is None:
                raise faults.complex_key(_at(event, file))
            node = _started(event)
            if key is None:
                add(node)
            else:
                items[key] = node
                key = None
            open_nodes.append((items, keys, add))
            if isinstance(node, Mapping):
                items, keys = node.items, node.keys
            else:
                items, add = None, node.items.append
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            items, keys, add = open_nodes.pop()
        elif kind is AliasEvent:
            raise faults.alias(_at(event, file))
        elif kind is StreamEndEvent:
            return roots


def _started(event: Any) -> Mapping | Sequence:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return Mapping({}, {}, line, column) if event.__class__ is MappingStartEvent else Sequence([], line, column)


def _at(event: Any, file: str) -> Location:
    return Location(file, event.start_mark.line + 1, event.start_mark.column + 1)


def _refuse_marked(event: Any, file: str, is_key: bool) -> None:
    """Refuse a node with an anchor or a tag, and a merge key."""
    if event.anchor is not None:
        raise faults.anchor(_at(event, file))
    if event.tag is not None:
        raise faults.tag(_at(event, file))
    if is_key and event.value == "<<" and not event.style:
        raise faults.merge_key(_at(event, file))


def _bad_key(key: str, keys: dict[str, tuple[int, int]], file: str, place: tuple[int, int]) -> InputError:
    if not key:
        return faults.no_key(Location(file, *place))
    return faults.duplicate_key(Location(file, *place), key, keys[key][0])
