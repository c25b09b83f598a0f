"""Documents full of invented personal data, each piece unlike any other, so that one can look for it in outputs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape, ValueType
from wicheck.yamlio import read_text
from wicheck.yamlio.nodes import Mapping as MappingNode
from wicheck.yamlio.nodes import Node, Scalar, Sequence

SAMPLES = Path(__file__).parent / "data" / "samples"
SCHEMAS = Schemas()
_PLAIN = re.compile(r"""[^\s\[\]{},:#"'&*!|>%@`-][^\[\]{},:#"']*""")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class Secret(NamedTuple):
    """What is written, and the part of it that no mask leaves in sight."""

    written: str
    hidden: str


class Planted(NamedTuple):
    """A document's text and the secrets in it, by where they are."""

    text: str
    secrets: Mapping[str, Secret]


def name(number: int) -> Secret:
    rare = "".join(chr(0x9E00 + (number * 3 + each) % 0x180) for each in range(3))
    return Secret(f"张{rare}", rare)


def identity(number: int) -> Secret:
    """A valid number of a division that does not exist."""
    digits = f"999999{1930 + number // 12}{number % 12 + 1:02d}17{number:03d}"
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11
    return Secret(f"{digits}{'10X98765432'[rest]}", digits[8:])


def phone(number: int) -> Secret:
    digits = f"139{number + 2300:04d}{number + 7700:04d}"
    return Secret(digits, digits[2:8])


def card(number: int) -> Secret:
    digits = f"99999900000{number + 31000000:08d}"
    return Secret(digits, digits[:15])


def address(number: int) -> Secret:
    return Secret(f"云州市云岭区密语路{number}号密室", f"密语路{number}号")


def birth_date(number: int) -> Secret:
    return Secret(f"{1801 + number}-07-19", f"{1801 + number}-07")


MAKERS: Mapping[str, Callable[[int], Secret]] = {
    "name": name,
    "identity": identity,
    "phone": phone,
    "card": card,
    "address": address,
    "birth_date": birth_date,
}


Put = Callable[[dict[str, Any], str, str], None]
"""Writes a secret text at a key of a mapping, well or badly."""


def well(tree: dict[str, Any], key: str, secret: str) -> None:
    tree[key] = quoted(secret)


def quoted(text: str) -> tuple[str, bool]:
    return text, True


class Garden:
    """Plants into samples, every time another secret. ``put`` is how it is written."""

    def __init__(self, put: Put = well) -> None:
        self._put = put
        self._numbers = count(1)

    def planted(self, sample: str) -> Planted:
        """The sample with a secret in every place for personal data, whether or not the sample had something there."""
        text = (SAMPLES / f"{sample}.yaml").read_text(encoding="utf-8")
        (node,) = read_text(text, sample).nodes
        tree = _tree(node)
        kind = tree["wicheck"][0].partition("/")[0]
        secrets = dict(self._plant(tree, SCHEMAS.shape(kind), kind))
        return Planted("".join(f"{key}: {_flow(value)}\n" for key, value in tree.items()), secrets)

    def _plant(self, tree: dict[str, Any], shape: Shape, path: str) -> Iterator[tuple[str, Secret]]:
        for child in shape.properties.values():
            here = f"{path}.{child.name}"
            key = next((key for key in tree if shape.entries.get(key, ("",))[0] == child.name), child.name)
            if child.personal:
                secret = MAKERS[child.personal](next(self._numbers))
                self._put(tree, key, secret.written)
                yield here, secret
            elif _has_personal(child):
                yield from self._plant_below(tree, key, child, here)

    def _plant_below(self, tree: dict[str, Any], key: str, child: Shape, here: str) -> Iterator[tuple[str, Secret]]:
        if child.type is ValueType.ARRAY and child.items:
            given = tree.get(key)
            tree[key] = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
            tree[key] = tree[key] or [{}]
            for number, each in enumerate(tree[key]):
                yield from self._plant(each, child.items, f"{here}[{number}]")
        else:
            tree[key] = tree[key] if isinstance(tree.get(key), dict) else {}
            yield from self._plant(tree[key], child, here)


def _has_personal(shape: Shape, depth: int = 6) -> bool:
    children = (shape.items or shape).properties.values()
    return depth > 0 and any(child.personal or _has_personal(child, depth - 1) for child in children)


def _tree(node: Node) -> Any:
    """Mappings, lists, and pairs of a text with whether it was quoted."""
    if isinstance(node, Scalar):
        return node.text, node.quoted
    if isinstance(node, Sequence):
        return [_tree(each) for each in node.items]
    assert isinstance(node, MappingNode)
    return {key: _tree(each) for key, each in node.items.items()}


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    text, quoted = value
    return text if not quoted and (not text or _PLAIN.fullmatch(text)) else json.dumps(text, ensure_ascii=False)


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)
