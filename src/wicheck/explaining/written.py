"""Canonical data as a clerk would write it: YAML with Chinese keys and words, or with the canonical ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from wicheck.documents.shapes import Shape, ValueType
from wicheck.documents.words import EMPTY, NONE
from wicheck.model import Language, Path

_PLAIN = re.compile(r"[^\W_][\w ·（）()、.\-/%]*")
_NUMBER_LIKE = re.compile(r"[0-9.]+")


def pruned(data: Mapping[str, Any], paths: Iterable[Path]) -> dict[str, Any]:
    """What of ``data`` stands at or below ``paths`` (without their kind); lists keep all their entries."""
    kept: dict[str, Any] = {}
    for path in paths:
        _copy(data, path, kept)
    return kept


def _copy(data: Mapping[str, Any], path: Path, kept: dict[str, Any]) -> None:
    """Copy the way along ``path`` into ``kept``; from a list on, the whole of it."""
    for step in path[:-1]:
        value = data.get(str(step))
        if not isinstance(value, Mapping):
            if value is not None:
                kept[str(step)] = value
            return
        data, kept = value, kept.setdefault(str(step), {})
    if path and path[-1] in data:
        kept[str(path[-1])] = data[str(path[-1])]


def yaml_lines(data: Mapping[str, Any], shape: Shape, language: Language, indent: str = "") -> Iterator[str]:
    """``data``, valid by ``shape``, as lines of YAML."""
    for name, value in data.items():
        child = shape.properties.get(name)
        if child is None:
            continue
        key = child.keys_zh[0] if language is Language.ZH and child.keys_zh else name
        if isinstance(value, Mapping) and value:
            yield f"{indent}{key}:"
            yield from yaml_lines(value, child, language, f"{indent}  ")
        elif isinstance(value, list) and value and child.items:
            yield f"{indent}{key}:"
            yield from _items(value, child.items, language, indent)
        else:
            yield f"{indent}{key}: {scalar(value, child, language)}"


def _items(values: list[Any], shape: Shape, language: Language, indent: str) -> Iterator[str]:
    for value in values:
        if not isinstance(value, Mapping):
            yield f"{indent}- {scalar(value, shape, language)}"
            continue
        lead = "- "
        for line in yaml_lines(value, shape, language):
            yield f"{indent}{lead}{line}"
            lead = "  "


def scalar(value: Any, shape: Shape, language: Language) -> str:
    """One value in the words of ``language``."""
    chinese = language is Language.ZH
    if value == []:
        return NONE
    if isinstance(value, bool):
        if shape.type is ValueType.BOOLEAN:
            return ("是" if value else "否") if chinese else str(value).lower()
        return NONE
    if shape.type is ValueType.CHOICE:
        return shape.choices[value].zh if chinese and value in shape.choices else str(value)
    if shape.type is ValueType.SHARE and isinstance(value, Decimal | int):
        return f"{(Decimal(value) * 100).normalize():f}%"
    return str(value) if not isinstance(value, str) else quoted(value, shape)


def quoted(text: str, shape: Shape) -> str:
    """``text`` in quotes where YAML, or a reader, could take it for something else."""
    if shape.type in (ValueType.DATE, ValueType.DATE_TIME):
        return text
    if not _PLAIN.fullmatch(text) or _NUMBER_LIKE.fullmatch(text) or text in (NONE, *EMPTY):
        return json.dumps(text, ensure_ascii=False)
    return text
