"""Walks the schema files as they stand, without the product's own reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from wicheck.model import DocumentKind

FOLDER = Path(__file__).parents[2] / "schemas"
KINDS = [str(kind) for kind in DocumentKind]
ENTRY_KINDS = {"waivers", "attestations", "settings", "calendar", "mapping"}
"""Kinds whose entries are decisions or tables, useless when half filled: there ``required`` is used."""

Fragment = dict[str, Any]


class Entry(NamedTuple):
    """A property as written: the dotted place, its name and its fragment."""

    where: str
    name: str
    fragment: Fragment


def read(name: str) -> Fragment:
    fragment: Fragment = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return fragment


FILES = {name: read(name) for name in [*KINDS, "common"]}
REGISTRY: Registry[Fragment] = Registry().with_resources(
    (f"{name}.schema.json", Resource(contents=contents, specification=DRAFT202012)) for name, contents in FILES.items()
)


def objects(file: str) -> Iterator[tuple[str, Fragment]]:
    """Every object of a file that lists properties, definitions included."""
    roots = [(file, FILES[file])] + [(f"{file}#{name}", part) for name, part in FILES[file].get("$defs", {}).items()]
    for where, root in roots:
        yield from _objects(where, root)


def _objects(where: str, fragment: Fragment) -> Iterator[tuple[str, Fragment]]:
    if "properties" in fragment:
        yield where, fragment
    for name, part in fragment.get("properties", {}).items():
        yield from _objects(f"{where}.{name}", part)
    if "items" in fragment:
        yield from _objects(f"{where}[]", fragment["items"])


def entries(file: str) -> Iterator[Entry]:
    for where, owner in objects(file):
        for name, fragment in owner["properties"].items():
            yield Entry(f"{where}.{name}", name, fragment)


def fragments(fragment: Any) -> Iterator[Fragment]:
    """Every JSON object within ``fragment``, itself first; examples are data and left out."""
    if isinstance(fragment, dict):
        yield fragment
        for key, part in fragment.items():
            if key != "examples":
                yield from fragments(part)
    elif isinstance(fragment, list):
        for part in fragment:
            yield from fragments(part)


def resolved(fragment: Fragment, file: str) -> Fragment:
    """``fragment`` with what it refers to; what stands beside the reference wins."""
    while "$ref" in fragment:
        place, name = fragment["$ref"].split("#/$defs/")
        file = place.removesuffix(".schema.json") or file
        own = {key: value for key, value in fragment.items() if key != "$ref"}
        fragment = {**FILES[file]["$defs"][name], **own}
    return fragment
