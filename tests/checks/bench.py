"""A work bench for check kinds: plain dictionaries in, outcomes out, no files and no packs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wicheck.model import (
    Binder,
    CheckKind,
    Decide,
    Document,
    DocumentKind,
    Dossier,
    Location,
    Measure,
    Outcome,
    Path,
    Quantity,
    Record,
    ServiceKind,
    Text,
    WorkingDays,
    same,
)

DAY = date(2026, 3, 10)
NO_UNIT = same("")


@dataclass(frozen=True)
class Nowhere:
    """Positions of a document that was never written."""

    def locate(self, path: Path) -> Location:
        return Location("bench.yaml", 1, 1)


@dataclass(frozen=True)
class EveryWeekday:
    """Working days without holidays, so that examples can be counted on a wall calendar."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5

    def after(self, start: date, count: int) -> date:
        day = start
        while count:
            day = date.fromordinal(day.toordinal() + 1)
            count -= self.is_working_day(day)
        return day


EVERY_WEEKDAY = EveryWeekday()


@dataclass
class BenchBinder(Binder):
    """Takes any path at its word; facts and kinds are those it is given."""

    facts: Mapping[str, Measure] = field(default_factory=dict)
    kinds: Mapping[str, CheckKind] = field(default_factory=dict)
    siblings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    enums: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    unit: Text = NO_UNIT

    def path(self, dotted: str) -> Path:
        return tuple(dotted.split("."))

    def measure(self, arguments: Mapping[str, Any]) -> Measure:
        if "fact" in arguments:
            return self.facts[arguments["fact"]]
        path = self.path(arguments["value"])
        return lambda record: measured(record, path)

    def naming(self, arguments: Mapping[str, Any]) -> tuple[Text, Text]:
        return same(arguments.get("fact") or arguments["value"]), self.unit

    def decide(self, arguments: Mapping[str, Any]) -> Decide:
        own = {key: value for key, value in arguments.items() if key != "check"}
        return self.kinds[arguments["check"]].bind(own, self)

    def about(self, kind: DocumentKind) -> BenchBinder:
        return self

    def label(self, path: Path) -> Text:
        return same(".".join(map(str, path)))

    def choices(self, path: Path) -> Mapping[str, Text]:
        return self.enums.get(".".join(map(str, path)), {})

    def rule_id(self) -> str:
        return "bench-1/rule"

    def sibling(self, demand: str) -> Mapping[str, Any]:
        return self.siblings[demand]


def changed(seen: Record, **changes: Any) -> Record:
    """``seen`` with some of its fields otherwise."""
    names = ("dossier", "document", "judged_on", "working_days", "service_kinds", "run_on", "answers")
    return Record(**({name: getattr(seen, name) for name in names} | changes))


def measured(record: Record, path: Path) -> Quantity:
    """A number as it stands, a list by its length; what is not written is missing."""
    value = record.value(path)
    if value is None:
        return Quantity(None, missing=(path,))
    return Quantity(len(value) if isinstance(value, list) else value, evidence=(path,))


def record(
    kind: DocumentKind = DocumentKind.INSTITUTION,
    judged_on: date = DAY,
    working_days: WorkingDays = EVERY_WEEKDAY,
    **documents: Mapping[str, Any],
) -> Record:
    """A record of ``kind`` in a dossier of ``documents`` (kind name to data)."""
    made = {DocumentKind(name): Document(DocumentKind(name), name, data, Nowhere()) for name, data in documents.items()}
    root = made.get(DocumentKind.INSTITUTION, next(iter(made.values())))
    dossier = Dossier("h", root, {kind: (document,) for kind, document in made.items()})
    return Record(dossier, made[kind], judged_on, working_days, (ServiceKind.REHABILITATION,))


def deciding(kind: CheckKind, binder: Binder | None = None, **arguments: Any) -> Callable[[Record], Outcome]:
    """The decision of ``kind`` with ``arguments``."""
    return kind.bind(arguments, binder or BenchBinder())
