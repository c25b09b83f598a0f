"""Binding: a rule's arguments for one date, turned into a decision, with every path and fact verified."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import ValueType
from wicheck.errors import PackError
from wicheck.model import (
    Binder,
    BoundRule,
    CheckKind,
    Clause,
    Decide,
    DocumentKind,
    Fact,
    Measure,
    Message,
    Outcome,
    Path,
    Quantity,
    Record,
    Rule,
    Text,
    Verdict,
    dotted,
    same,
)
from wicheck.packs.dated import NotInForceError, resolved

NOT_IN_FORCE = Message(
    "rule.not_in_force",
    Text("本条标准自 {since} 起施行，此前的标准文件未载明", "the figure holds from {since}; the text has none before"),
)
SQL = "sql"
_ONE_PER_HEARING = ("institution", "application")  # of other kinds a dossier may hold several: which is meant?
_COUNTED = (ValueType.INTEGER, ValueType.NUMBER, ValueType.SHARE, ValueType.ARRAY)


class Vocabulary(Protocol):
    """Check kinds and facts by name; assembled from the built-ins and the plugins."""

    def kind(self, name: str) -> CheckKind | None: ...

    def fact(self, name: str) -> Fact | None: ...


class RuleBinder(Binder):
    """Answers a check kind's questions while it binds one rule."""

    def __init__(self, rule: Rule, clause: Clause, on: date, schemas: Schemas, vocabulary: Vocabulary) -> None:
        self.rule = rule
        self.clause = clause
        self.on = on
        self.schemas = schemas
        self.vocabulary = vocabulary

    def path(self, dotted_path: str) -> Path:
        """Verified against the schema: a typo stops here, not in a clerk's report. A number is a place in a list."""
        path = tuple(int(step) if step.isdigit() else step for step in dotted_path.split("."))
        shape = self.schemas.at(path)
        if shape is None or len(path) < 2:
            raise self._fault(*unknown_path(path, self.schemas))
        if path[0] not in (self.rule.record, *_ONE_PER_HEARING):
            raise self._fault(
                Text(
                    f"路径“{dotted_path}”不属于本规则的记录“{self.rule.record}”",
                    f"path “{dotted_path}” does not belong to the rule's record “{self.rule.record}”",
                ),
                Text(
                    "路径须以记录类别、institution 或 application 开头",
                    "begin the path with the record's kind, with institution or with application",
                ),
            )
        return path

    def measure(self, arguments: Mapping[str, Any]) -> Measure:
        if "fact" in arguments:
            return self._fact(arguments["fact"]).measure
        path = self.path(arguments["value"])
        shape = self.schemas.at(path)
        if shape is None or shape.type not in _COUNTED:
            raise self._fault(
                Text(f"“{dotted(path)}”不是数量，也不是列表", f"“{dotted(path)}” is neither a quantity nor a list")
            )
        return length_of(path) if shape.type is ValueType.ARRAY else number_at(path)

    def naming(self, arguments: Mapping[str, Any]) -> tuple[Text, Text]:
        if "fact" in arguments:
            fact = self._fact(arguments["fact"])
            return fact.title, fact.unit
        path = self.path(arguments["value"])
        shape = self.schemas.at(path)
        return self.label(path), (shape.unit if shape else None) or same("")

    def decide(self, arguments: Mapping[str, Any]) -> Decide:
        name = arguments["check"]
        kind = self.vocabulary.kind(name)
        if kind is None:
            raise self._fault(Text(f"没有名为“{name}”的检查方式", f"there is no check kind “{name}”"))
        return kind.bind({key: value for key, value in arguments.items() if key != "check"}, self)

    def about(self, kind: DocumentKind) -> RuleBinder:
        rule = self.rule._replace(record=kind)
        return RuleBinder(rule, self.clause, self.on, self.schemas, self.vocabulary)

    def label(self, path: Path) -> Text:
        return path_label(path, self.schemas)

    def choices(self, path: Path) -> Mapping[str, Text]:
        shape = self.schemas.at(path, through_arrays=True)
        inner = shape.items if shape and shape.items else shape  # of a list of choices, what an item may be
        return inner.choices if inner else {}

    def rule_id(self) -> str:
        return self.rule.id

    def sibling(self, demand: str) -> Mapping[str, Any]:
        for other in self.clause.rules:
            if other.demand == demand:
                arguments: Mapping[str, Any] = resolved(other.arguments, self.on)
                return arguments
        raise self._fault(
            Text(f"同一条款下没有名为“{demand}”的要求", f"the clause has no other demand named “{demand}”")
        )

    def _fact(self, name: str) -> Fact:
        fact = self.vocabulary.fact(name)
        if fact is None:
            raise self._fault(Text(f"没有名为“{name}”的推算量", f"there is no fact “{name}”"))
        return fact

    def _fault(self, message: Text, hint: Text | None = None) -> PackError:
        return PackError(
            Text(f"规则 {self.rule.id}：{message.zh}", f"rule {self.rule.id}: {message.en}"), self.rule.location, hint
        )


def bound(rule: Rule, clause: Clause, on: date, schemas: Schemas, vocabulary: Vocabulary) -> BoundRule:
    """``rule`` with its figures as in force ``on`` that day, ready to decide.

    Raises PackError, with the rule's place, on an unknown path, fact, kind or sibling.
    """
    binder = RuleBinder(rule, clause, on, schemas, vocabulary)
    try:
        # A billing record is judged by its own date: its query joins the dated figures.
        arguments = rule.arguments if rule.check == SQL else resolved(rule.arguments, on)
        decide = binder.decide({"check": rule.check, **arguments})
        guard = binder.decide(resolved(rule.only_if, on)) if rule.only_if else None
    except NotInForceError as early:
        return BoundRule(rule, always(Outcome(Verdict.UNKNOWN, NOT_IN_FORCE, {"since": early.since})), None)
    return BoundRule(rule, decide, guard)


def always(outcome: Outcome) -> Decide:
    return lambda _record: outcome


def number_at(path: Path) -> Measure:
    """The number written at ``path``; below something declared as none it is zero."""
    nothing, evidence = Quantity(None, missing=(path,)), (path,)

    def measure(record: Record) -> Quantity:
        value = record.value(path)
        if value is None:
            return nothing
        return Quantity(Decimal(0) if value is False else value, evidence=evidence)

    return measure


def length_of(path: Path) -> Measure:
    """How many entries the list at ``path`` has; a list declared as none has none."""
    nothing, evidence = Quantity(None, missing=(path,)), (path,)

    def measure(record: Record) -> Quantity:
        value = record.value(path)
        if value is None:
            return nothing
        return Quantity(len(value) if value else 0, evidence=evidence)

    return measure


def path_label(path: Path, schemas: Schemas) -> Text:
    """What a clerk calls an entry: the titles of the last two steps, ``康复病房·床位数``."""
    titles = schemas.titles(path)[-2:] or (same(dotted(path)),)
    return Text("·".join(title.zh for title in titles), ", ".join(title.en for title in titles))


def unknown_path(path: Path, schemas: Schemas) -> tuple[Text, Text | None]:
    """What to say of a path that no schema has, and the nearest one that exists."""
    near = schemas.nearest(path)
    hint = Text(f"是不是 {dotted(near)}？", f"did you mean {dotted(near)}?") if near and near != path else None
    return Text(f"没有路径“{dotted(path)}”", f"there is no path “{dotted(path)}”"), hint
