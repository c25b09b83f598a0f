"""The entries of one document as a tree, in the order and nesting of its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wicheck.documents.shapes import Shape
from wicheck.model import Path
from wicheck.templates.asking import Asker

Rest = Mapping[Path, Sequence[Asker]]
"""Askers by what is left of a path below a place."""


class Node(NamedTuple):
    """An entry to be filled in, or (with ``children``) the place of several. ``askers`` read the entry itself."""

    shape: Shape
    askers: tuple[Asker, ...]
    children: tuple[Node, ...] = ()


def grown(shape: Shape, rest: Rest) -> Node:
    """The tree below ``shape`` of the entries ``rest``.

    A list is one entry, whatever is read in it. A paper of which only is asked whether it is there is one too, and
    an object that is asked for as a whole has all its entries.
    """
    inner, own = _by_first_step(rest), tuple(rest.get((), ()))
    if shape.properties and shape.short is None and not inner:
        inner = {name: {(): ()} for name in shape.properties}
    if not inner.keys() & shape.properties.keys() - {shape.short}:
        return Node(shape, tuple(_each_once(rest.values())))
    if shape.short:
        inner.setdefault(shape.short, {(): own})
    children = (grown(child, inner[name]) for name, child in shape.properties.items() if name in inner)
    return Node(shape, own, tuple(children))


def leaves(node: Node, above: Path = ()) -> Iterator[tuple[Path, Node]]:
    """The entries to fill in with their paths below the document."""
    for child in node.children:
        path = (*above, child.shape.name)
        yield from leaves(child, path) if child.children else ((path, child),)


def common(node: Node) -> list[Asker]:
    """The askers of everything at and below ``node``: they are told once, above all of it."""
    if not node.children:
        return list(node.askers)
    first, *others = (common(child) for child in node.children)
    return [asker for asker in first if all(asker in other for other in others)]


def _by_first_step(rest: Rest) -> dict[str, dict[Path, Sequence[Asker]]]:
    inner: dict[str, dict[Path, Sequence[Asker]]] = {}
    for path, askers in rest.items():
        if path:
            inner.setdefault(str(path[0]), {})[path[1:]] = askers
    return inner


def _each_once(groups: Iterable[Sequence[Asker]]) -> Iterator[Asker]:
    seen = {asker.rule.id: asker for group in groups for asker in group}
    yield from seen.values()
