"""Packs against their schema, and rules' arguments against their check kind's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from wicheck.documents.schemas import Schemas
from wicheck.documents.validate import IsValid, decider
from wicheck.errors import PackError
from wicheck.model import Location, Path, Rule, Text, dotted, same
from wicheck.packs.bind import Vocabulary
from wicheck.packs.source import Source

if TYPE_CHECKING:
    from jsonschema import ValidationError

_NESTED = ("checks", "picked_by", "when")
_TYPES = {
    "number": "数字",
    "integer": "整数",
    "string": "文字",
    "boolean": " true、false",
    "array": "列表",
    "object": "若干项“键: 值”",
    "null": "空值",
}
_FIRST_LINES = {"pack/v1": None, "clauses/v1": "clauses_file"}


class Validator:
    """Decides validity of one run's packs; each schema is compiled once."""

    def __init__(self, schemas: Schemas, vocabulary: Vocabulary) -> None:
        self._schemas = schemas
        self._vocabulary = vocabulary
        self._deciders: dict[str, IsValid] = {}

    @property
    def source(self) -> bytes:
        """What the schema of packs is made from."""
        return self._schemas.source("pack")

    def document(self, origin: Source) -> None:
        """Raises PackError at the first fault of a pack's file."""
        header = origin.data.get("wicheck") if isinstance(origin.data, dict) else None
        if header not in _FIRST_LINES:
            raise PackError(
                Text("这不是政策包文件", "this is not a file of a pack"),
                origin.locate(("wicheck",)),
                Text(
                    "第一行写 wicheck: pack/v1 或 wicheck: clauses/v1",
                    "begin with wicheck: pack/v1 or wicheck: clauses/v1",
                ),
            )
        schema = self._schemas.schema("pack")
        part = _FIRST_LINES[header]
        if part:
            schema = {**schema["$defs"][part], "$defs": schema["$defs"]}
        self._check(header, schema, origin.data, origin)

    def arguments(self, rule: Rule) -> None:
        """Raises PackError at the rule where its check kind, or an argument of it, is wrong."""
        self._nested({"check": rule.check, **rule.arguments}, rule)
        if rule.only_if:
            self._nested(rule.only_if, rule)

    def _nested(self, arguments: Mapping[str, Any], rule: Rule) -> None:
        kind = self._vocabulary.kind(arguments["check"])
        if kind is None:
            raise PackError(
                Text(
                    f"规则 {rule.id}：没有名为“{arguments['check']}”的检查方式",
                    f"rule {rule.id}: there is no check kind “{arguments['check']}”",
                ),
                rule.location,
                Text("用 wicheck plugins 列出可用的检查方式", "wicheck plugins lists the kinds there are"),
            )
        own = {key: value for key, value in arguments.items() if key != "check"}
        self._check(kind.name, kind.arguments, own, rule)
        for inner in chain.from_iterable(own[name] for name in _NESTED if isinstance(own.get(name), list)):
            self._nested(inner, rule)

    def _check(self, name: str, schema: Mapping[str, Any], data: Any, where: Source | Rule) -> None:
        if name not in self._deciders:
            self._deciders[name] = decider(schema)
        if not self._deciders[name](data):
            raise fault(schema, data, where)


def fault(schema: Mapping[str, Any], data: Any, where: Source | Rule) -> PackError:
    """The most telling of the faults, with its place."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    worst = best_match(Draft202012Validator(schema).iter_errors(data))
    path: Path = tuple(worst.absolute_path) if worst else ()
    said = explained(worst) if worst else same("?")
    at, location = placed(where, path)
    return PackError(
        Text(f"{at.zh} 不合格式：{said.zh}", f"{at.en} is not valid: {said.en}"),
        location,
        _see(where),
    )


def _see(where: Source | Rule) -> Text:
    if isinstance(where, Rule):
        kind = f"wicheck explain {where.check}"
        return Text(f"这种检查方式可以写什么，见 {kind}", f"{kind} says what its arguments are")
    return Text("格式见 wicheck schema pack", "see wicheck schema pack")


def explained(wrong: ValidationError) -> Text:
    """What is wrong, in Chinese for the faults that people make; jsonschema itself speaks English only."""
    data: Any = wrong.instance
    due: Any = wrong.validator_value
    schema: Any = wrong.schema
    found = shortened(data)
    match wrong.validator:
        case "enum":
            zh = f"“{found}”不在可写的词里：{'、'.join(map(str, due))}"
        case "const":
            zh = f"应为“{due}”，不是“{found}”"
        case "pattern":
            zh = f"“{found}”的写法不对，须合 {due}"
        case "type":
            zh = f"“{found}”的类型不对，应为{typed(schema)}"
        case "required":
            zh = f"缺少 {'、'.join(name for name in due if name not in data)}"
        case "additionalProperties":
            zh = f"没有 {'、'.join(unknown_keys(data, schema))} 这样的键"
        case "anyOf" | "oneOf":
            zh = f"“{found}”不是这里可以写的；可以写{'，或者'.join(dict.fromkeys(map(typed, due)))}"
        case "minimum":
            zh = f"“{found}”不能小于 {due}"
        case "minLength" | "minItems" | "minProperties":
            zh = f"至少要写 {due} {'个字' if wrong.validator == 'minLength' else '项'}"
        case "uniqueItems":
            zh = f"“{found}”里有重复的项"
        case _:
            zh = f"“{found}”不是这里可以写的"
    return Text(zh, wrong.message)


def typed(schema: Mapping[str, Any]) -> str:
    """What one of the forms that a schema allows looks like."""
    if "const" in schema:
        return f"“{schema['const']}”"
    types = schema.get("type", ())
    names = [types] if isinstance(types, str) else types
    return "或".join(_TYPES.get(name, name) for name in names) or "所列的词"


def unknown_keys(data: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    patterns = schema.get("patternProperties", {})
    known = schema.get("properties", {})
    return [name for name in data if name not in known and not any(re.search(each, name) for each in patterns)]


def shortened(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def placed(where: Source | Rule, path: Path) -> tuple[Text, Location]:
    if isinstance(where, Rule):
        named = f"{where.id} {dotted(path)}".rstrip()
        return Text(f"规则 {named}", f"rule {named}"), where.location
    return same(dotted(path) or where.file), where.locate(path)
