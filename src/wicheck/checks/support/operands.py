"""The two sides of an arithmetic check: operands read from a record, added up or multiplied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import Any

from wicheck.checks.support.entries import entries
from wicheck.checks.support.figures import shown
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, Path, Record, Text, same
from wicheck.model.tuples import NamedTuple
from wicheck.rounding import Range, as_written, exact, product, rounded, total

PLUS, TIMES = same(" + "), same(" × ")


class Term(NamedTuple):
    """A figure as ``stated``, the ``true`` values it may stand for, and where it was read or is missing."""

    stated: Decimal
    true: Range
    missing: tuple[Path, ...] = ()
    evidence: tuple[Path, ...] = ()


class Operand(NamedTuple):
    label: Text
    read: Callable[[Record], Term]


class Side(NamedTuple):
    """A sum or a product of operands."""

    operands: Sequence[Operand]
    is_sum: bool

    @property
    def label(self) -> Text:
        return listed((each.label for each in self.operands), PLUS if self.is_sum else TIMES)

    def reckon(self, record: Record) -> Term:
        terms = [each.read(record) for each in self.operands]
        return combined(terms, self.is_sum)


def side(arguments: Mapping[str, Any], binder: Binder) -> Side:
    """The side that ``{sum: [...]}`` or ``{product: [...]}`` describes."""
    is_sum = "sum" in arguments
    return Side([operand(each, binder) for each in arguments["sum" if is_sum else "product"]], is_sum)


def combined(terms: Sequence[Term], is_sum: bool) -> Term:
    """The sum or the product of ``terms``."""
    stated = [term.stated for term in terms]
    return Term(
        sum(stated, Decimal(0)) if is_sum else prod(stated, start=Decimal(1)),
        (total if is_sum else product)(term.true for term in terms),
        tuple(path for term in terms for path in term.missing),
        tuple(path for term in terms for path in term.evidence),
    )


def operand(given: Any, binder: Binder) -> Operand:
    """A path, a number, or an object with ``value``, ``key`` and ``rounded``."""
    if isinstance(given, (int, Decimal)):
        number = Decimal(given)
        return Operand(shown(number, same("")), lambda _record: Term(number, exact(number)))
    arguments = {"value": given} if isinstance(given, str) else given
    path, key, spread = binder.path(arguments["value"]), arguments.get("key"), spreading(arguments.get("rounded"))
    return Operand(binder.label(path), lambda record: term(record, path, key, spread))


def spreading(given: str | int | None) -> Callable[[Decimal], Range]:
    """From a stated figure to the true values it may stand for."""
    if given is None:
        return exact
    return as_written if isinstance(given, str) else lambda value: rounded(value, int(given))


def term(record: Record, path: Path, key: str | None, spread: Callable[[Decimal], Range]) -> Term:
    """What is written at ``path``; a list as the sum of its entries, and nothing where it was declared as none."""
    value = record.value(path)
    if isinstance(value, list):
        found = entries(record, path, key) or {}
        return combined([figure(place, each, spread) for place, each in found.items()], is_sum=True)
    return figure(path, value, spread)


def figure(path: Path, value: Any, spread: Callable[[Decimal], Range]) -> Term:
    if value is None:
        return Term(Decimal(0), exact(0), missing=(path,))
    number = Decimal(value)
    return Term(number, exact(0) if value is False else spread(number), evidence=(path,))
