"""Every check kind has a page, and the example on it is one a pack could hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from io import StringIO
from pkgutil import iter_modules
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from wicheck import checks
from wicheck.documents.schemas import Schemas
from wicheck.model import CheckKind

MODULES = [import_module(f"wicheck.checks.{module.name}") for module in iter_modules(checks.__path__)]
KINDS: dict[str, CheckKind] = {module.KIND.name: module.KIND for module in MODULES if hasattr(module, "KIND")}
SCHEMAS = Schemas()


def examples(kind: CheckKind) -> Mapping[str, Mapping[str, Any]]:
    """The rules in the page's YAML blocks."""
    blocks = re.findall(r"```yaml\n(.*?)```", kind.page, re.DOTALL)
    loaded = [YAML(typ="safe", pure=True).load(StringIO(block)) for block in blocks]
    return {name: rule for block in loaded for name, rule in block.items()}


def uses(kind: CheckKind, value: Any) -> list[dict[str, Any]]:
    """The arguments of every use of ``kind``, guards and nested checks included."""
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    found = [use for part in parts for use in uses(kind, part)]
    if isinstance(value, Mapping) and value.get("check") == kind.name:
        found.append({key: part for key, part in value.items() if key not in ("check", "only_if")})
    return found


def paths(value: Any) -> list[str]:
    """Every text that looks like a path."""
    if isinstance(value, str):
        return [value] if re.fullmatch(r"(institution|application)(\.[a-z0-9_]+)+", value) else []
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [path for part in parts for path in paths(part)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_named_like_its_module(kind: CheckKind) -> None:
    assert import_module(f"wicheck.checks.{kind.name}").KIND is kind


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_example_fits_the_arguments(kind: CheckKind) -> None:
    used = uses(kind, examples(kind))
    assert used
    for arguments in used:
        assert [error.message for error in Draft202012Validator(kind.arguments).iter_errors(arguments)] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_paths_of_the_example_exist(kind: CheckKind) -> None:
    named = paths(dict(examples(kind)))
    assert [path for path in named if SCHEMAS.at(tuple(path.split("."))) is None] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_arguments_nobody_knows_are_refused(kind: CheckKind) -> None:
    Draft202012Validator.check_schema(dict(kind.arguments))
    arguments = uses(kind, examples(kind))[0]
    assert not Draft202012Validator(kind.arguments).is_valid({**arguments, "colour": "red"})


def test_the_messages_of_all_kinds_have_ids_of_their_own() -> None:
    messages = {message for kind in KINDS.values() for message in kind.messages}
    assert len({message.id for message in messages}) == len(messages)
