"""Examples of a pack: small dossiers with the verdict the law asks for.

An examples file shows, per rule, a dossier that meets it and variations of it that break it, stand on
either side of its boundary, or lack the fact:

```yaml
wicheck: examples/v1
examples:
- clause: jinhua-3-2-2
  given: {institution: {rehabilitation: {ward: {beds_count: 50}}}}
  rules:
    beds_min_50:
    - {shows: meets, expect: pass}
    - {shows: below, set: {institution.rehabilitation.ward.beds_count: 49}, expect: fail, shortfall: 1}
```

Beside ``claims`` there may be ``earlier_claims``, another batch of the institution that is judged before, and beside
``application`` an ``other_application``, which the same institution has handed in too; an ``other_registry`` lies
beside ``registry`` in the run. A variation with
``unread: {orders: 1}`` is judged as if there were one more file of orders, which could not be read. Of a batch an
example may state ``offences`` (how many rows), ``amount``, ``bearer`` and ``claims``: whose they are, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from wicheck.errors import InputError, PackError
from wicheck.model import Location, Path, Text
from wicheck.packs.source import Source, source
from wicheck.yamlio import Mapping, Node, Sequence, read_file

HEADER = "examples/v1"
OTHERS = {"earlier_claims": "claims", "other_application": "application", "other_registry": "registry"}
"""Keys of ``given`` for a second document of a kind: the example is about the first."""


@dataclass(frozen=True, slots=True)
class Example:
    """One variation of a given dossier, with what its rule must say of it.

    ``given`` and ``changes`` are YAML nodes: they go through the same reading as a clerk's file.
    ``expected`` holds the verdict and whatever else the example states (shortfall, missing, due_on ...).
    """

    rule: str
    shows: str
    given: Mapping
    changes: tuple[tuple[Path, Node], ...]
    removed: tuple[Path, ...]
    on: date | None
    service_kinds: tuple[str, ...]
    expected: dict[str, Any]
    location: Location
    agency_reading: Decimal | None = None
    attest: dict[str, Any] = field(default_factory=dict)
    thresholds: dict[str, Decimal] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)


def examples_of(folder: FilePath) -> Iterator[Example]:
    """All examples in ``folder/examples``, in the order they are written. Raises PackError on a faulty file."""
    for file in sorted((folder / "examples").glob("*.yaml")):
        yield from examples_in(file, f"{folder.name}/examples/{file.name}")


def examples_in(file: FilePath, shown: str) -> Iterator[Example]:
    try:
        nodes = read_file(file, shown).nodes
    except InputError as error:
        raise PackError(error.message, error.location, error.hint) from error
    for node in nodes:
        origin = source(node, shown)
        if not isinstance(origin.data, dict) or origin.data.get("wicheck") != HEADER:
            raise _fault(origin, ("wicheck",), Text(f"第一行应为 wicheck: {HEADER}", f"begin with wicheck: {HEADER}"))
        for position in range(len(origin.data.get("examples", ()))):
            yield from _of_clause(origin, ("examples", position))


def _of_clause(origin: Source, path: Path) -> Iterator[Example]:
    group = _at(origin.data, path)
    given = _node(origin.node, (*path, "given"))
    if not isinstance(given, Mapping) or not isinstance(group.get("rules"), dict):
        raise _fault(origin, path, Text("示例须有 given 和 rules", "an example needs given and rules"))
    for demand, variations in group["rules"].items():
        for position in range(len(variations)):
            yield _variation(origin, (*path, "rules", demand, position), f"{group['clause']}/{demand}", given, group)


def _variation(origin: Source, path: Path, rule: str, given: Mapping, group: dict[str, Any]) -> Example:
    own = dict(_at(origin.data, path))
    if "expect" not in own or "shows" not in own:
        raise _fault(origin, path, Text("示例须写明 shows 和 expect", "an example states shows and expect"))
    changes = _node(origin.node, (*path, "set"))
    on = own.pop("on", group.get("on"))
    own.pop("set", None)
    own.pop("why", None)
    return Example(
        rule=rule,
        shows=own.pop("shows"),
        given=given,
        changes=tuple((parsed(key), node) for key, node in changes.items.items())
        if isinstance(changes, Mapping)
        else (),
        removed=tuple(parsed(key) for key in own.pop("unset", ())),
        on=date.fromisoformat(on) if on else None,
        service_kinds=tuple(own.pop("service_kinds", group.get("service_kinds", ()))),
        agency_reading=own.pop("agency_reading", None),
        attest=own.pop("attest", {}),
        thresholds={name: Decimal(number) for name, number in own.pop("thresholds", {}).items()},
        unread=own.pop("unread", {}),
        expected=own,
        location=origin.locate(path),
    )


def _changes(node: Node | None) -> tuple[tuple[Path, Node], ...]:
    if not isinstance(node, Mapping):
        return ()
    return tuple((parsed(key), value) for key, value in node.items.items())


def parsed(dotted: str) -> Path:
    """``application.reviewers.0.name`` as a path; a number is a position in a list."""
    return tuple(int(step) if step.isdigit() else step for step in dotted.replace("[", ".").replace("]", "").split("."))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _node(node: Node, path: Path) -> Node | None:
    for step in path:
        if isinstance(node, Mapping) and step in node.items:
            node = node.items[str(step)]
        elif isinstance(node, Sequence):
            node = node.items[int(step)]
        else:
            return None
    return node


def _fault(origin: Source, path: Path, message: Text) -> PackError:
    return PackError(message, origin.locate(path), Text("格式见贡献指南", "see the contributor guide"))
