"""Canonical values on one line, in the words of a language, and examples of entries from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wicheck.documents.shapes import Shape
from wicheck.explaining.written import scalar
from wicheck.model import Language
from wicheck.reports.layout import columns


def key(shape: Shape, language: Language) -> str:
    return shape.keys_zh[0] if language is Language.ZH and shape.keys_zh else shape.name


def flow(value: Any, shape: Shape, language: Language) -> str:
    """``value``, valid by ``shape``, as YAML in brackets and braces."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(pairs(value, shape, language))}}}"
    if isinstance(value, list) and value and shape.items:
        return f"[{', '.join(flow(each, shape.items, language) for each in value)}]"
    return scalar(value, shape, language)


def pairs(value: Mapping[str, Any], shape: Shape, language: Language) -> Iterator[str]:
    """The entries of an object, each as ``key: value``."""
    for name, each in value.items():
        child = shape.properties[name]
        yield f"{key(child, language)}: {flow(each, child, language)}"


def example_of(shape: Shape) -> dict[str, Any]:
    """An object with an example of each of its entries."""
    return {name: child.fragment["examples"][0] for name, child in shape.properties.items()}


def entry_lines(shape: Shape, language: Language, width: int) -> Iterator[str]:
    """An example of an entry of a list, wrapped between its keys: ``- {姓名: 张示例,`` and so on."""
    line, lead = "", "- {"
    for part in pairs(example_of(shape), shape, language):
        if line and columns(f"{lead}{line}, {part},") > width:
            yield f"{lead}{line},"
            line, lead = part, "   "
        else:
            line = f"{line}, {part}" if line else part
    yield f"{lead}{line}}}"
