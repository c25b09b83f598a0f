"""``wicheck schema``: a document kind's JSON Schema, complete in itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wicheck.cli.help import Command, argument
from wicheck.cli.output import put_json
from wicheck.cli.values import Word
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Text, same

ABOUT = Text(
    "输出一种文件的 JSON Schema（2020-12），不引用其他文件，编辑器可直接使用。\n\n种类：{kinds}",
    "Print a document kind's JSON Schema (2020-12); it refers to no other file, so editors can use it as it is."
    "\n\nKIND is one of: {kinds}",
)
SHARED = "common."
KIND_WORD = Text("种类", "KIND")


def command(language: Language) -> Command:
    schemas = Schemas()

    def call(kind: str) -> int:
        put_json(needed(schemas.schema(kind)))
        return 0

    kinds = ", ".join(schemas.kinds)
    named = argument(language, "kind", KIND_WORD, type=Word({kind: same(kind) for kind in schemas.kinds}))
    return Command("schema", language, ABOUT.filled({"kinds": kinds}), callback=call, params=[named])


def needed(schema: dict[str, Any]) -> dict[str, Any]:
    """``schema`` with only those shared definitions that it comes to use: nobody should wade through the others."""
    definitions = schema["$defs"]
    used = {name for name in definitions if not name.startswith(SHARED)}
    waiting = [{name: part for name, part in schema.items() if name != "$defs"}, *(definitions[name] for name in used)]
    while waiting:
        new = set(references(waiting.pop())) - used
        used |= new
        waiting += [definitions[name] for name in new]
    return {**schema, "$defs": {name: part for name, part in definitions.items() if name in used}}


def references(part: Any) -> Iterator[str]:
    """The names of the definitions that ``part`` refers to."""
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"].removeprefix("#/$defs/")
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from references(each)
