"""What the kinds that hold a quantity against a figure share: the figure in force, comparing, and telling the gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from wicheck.checks.support.arguments import (
    FIGURE,
    MEASURED,
    READINGS,
    TOLD_TWICE,
    closed,
    dated,
    told_twice,
    unmeasured,
)
from wicheck.checks.support.figures import ceiling, noted, quotient, shown
from wicheck.model import Binder, Decide, Message, Outcome, Quantity, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

EITHER_MEASURE = [{"required": ["value"]}, {"required": ["fact"]}]
Remedy = Callable[[Record], Text | None]


class Limit(NamedTuple):
    """The figure that decides, who reads it so, and the vague word that leaves room below or above it, if any."""

    figure: Decimal
    source: ReadingSource
    word: str | None


class Side(NamedTuple):
    """The right side of a figure: the argument that gives it, how to compare and round, what to say.

    ``holds`` gets the part and the figure times the whole; ``rounded`` must not move a wrong value onto the figure.
    """

    argument: str
    holds: Callable[[Decimal | int, Decimal], bool]
    rounded: Callable[[Decimal | int], Decimal | int]
    kept: Message
    broken: Message
    room: Message

    @property
    def messages(self) -> tuple[Message, ...]:
        return self.kept, self.broken, self.room, TOLD_TWICE


def limit(arguments: Mapping[str, Any], name: str) -> Limit:
    """The figure ``name`` as an agency reads it, where one does, else as the text states it."""
    agency = arguments.get("readings", {}).get("agency")
    if agency is not None:
        return Limit(Decimal(agency), ReadingSource.AGENCY, None)
    return Limit(Decimal(arguments[name]), ReadingSource.TEXT, arguments.get("exceptions_allowed"))


def limit_arguments(name: str, figure: Mapping[str, Any] = FIGURE) -> Mapping[str, Any]:
    """The arguments that ``limit`` reads."""
    return {name: dated(figure), "exceptions_allowed": {"type": "string", "minLength": 1}, "readings": READINGS}


def measured_arguments(name: str, **more: Any) -> Mapping[str, Any]:
    """The whole schema of a kind that compares ``value`` or ``fact`` with the figure ``name``."""
    return closed({**MEASURED, **limit_arguments(name), **more}, required=(name,), oneOf=EITHER_MEASURE)


def no_remedy(_record: Record) -> Text | None:
    return None


def compared(side: Side, arguments: Mapping[str, Any], binder: Binder, remedy: Remedy = no_remedy) -> Decide:
    """Decides whether the measured quantity lies on the right side of the figure, the figure included."""
    measure = binder.measure(arguments)
    label, unit = binder.naming(arguments)
    bound = limit(arguments, side.argument)
    wrong = (Verdict.FAIL, side.broken) if bound.word is None else (Verdict.REVIEW, side.room)
    known = {"label": label, "required": shown(bound.figure, unit), "word": bound.word}

    def kept(quantity: Quantity) -> Outcome:
        observed = side.rounded(quotient(quantity))
        values = {**known, "observed": noted(observed, unit, quantity)}
        return Outcome(
            Verdict.PASS,
            side.kept,
            values,
            observed,
            bound.figure,
            evidence=quantity.evidence,
            reading=bound.source,
            unit=unit,
        )

    def broken(quantity: Quantity, remedy: Text | None) -> Outcome:
        exact = quotient(quantity)
        observed, gap = side.rounded(exact), ceiling(abs(bound.figure - exact))
        values = {**known, "observed": noted(observed, unit, quantity), "gap": shown(gap, unit)}
        outcome = Outcome(*wrong, values, observed, bound.figure, gap, evidence=quantity.evidence, remedy=remedy)
        return outcome._replace(reading=bound.source, unit=unit)

    def holds(part: Decimal | int, whole: Decimal | int) -> bool:
        return side.holds(part, bound.figure * whole)

    def decide(record: Record) -> Outcome:
        quantity = measure(record)
        if quantity.part is None or quantity.whole <= 0:
            return unmeasured(quantity, label)
        if differing := told_twice(quantity, label, holds):
            return differing
        return kept(quantity) if holds(quantity.part, quantity.whole) else broken(quantity, remedy(record))

    return decide
