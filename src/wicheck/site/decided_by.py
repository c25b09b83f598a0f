"""Rules picked by how they are decided: by what their checks, and the checks within, are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wicheck.explaining.decision import nested
from wicheck.model import Pack, Rule
from wicheck.site.stock import Standing, standings

_BANS = frozenset(("not_within", "barred_since", "not_sooner"))


def checks_of(rule: Rule) -> Iterator[Mapping[str, Any]]:
    """The rule's check and all within it; what only guards the rule is not among them."""
    yield from _within({"check": rule.check, **rule.arguments})


def _within(check: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield check
    for inner in nested(check):
        yield from _within(inner)


def bans(pack: Pack) -> list[Standing]:
    """What keeps somebody out for a time."""
    return [each for each in standings(pack) if any(check["check"] in _BANS for check in checks_of(each.rule))]
