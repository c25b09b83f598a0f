"""Do the examples notice? Every figure of a pack is moved by a little, alone, and some example must then disagree.

A figure that can be moved without any example noticing is not tested: 50 beds could become 51 by a slip of the
pen, and nobody would see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wicheck.errors import WicheckError
from wicheck.model import Clause, Pack, Path, Rule, dotted
from wicheck.proving.example import Example
from wicheck.proving.prove import Prover

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule with one figure moved: the one at ``path`` of its arguments, from ``was`` to ``now``."""

    rule: Rule
    path: Path
    was: Any
    now: Any

    def __str__(self) -> str:
        return f"{self.rule.id}: {dotted(self.path)} {self.was} -> {self.now}"


def mutants(rule: Rule) -> Iterator[Mutant]:
    """``rule`` with each of its figures moved up, and moved down, by the least step that matters."""
    for part in ("arguments", "only_if"):
        whole = getattr(rule, part)
        for path, figure in figures(whole):
            for now in (figure + step(figure), figure - step(figure)):
                changed: dict[str, Any] = {part: moved(whole, path, now)}
                yield Mutant(rule._replace(**changed), path, figure, now)


def survivors(pack: Pack, examples: Sequence[Example], prover: Prover) -> Iterator[tuple[Mutant, bool]]:
    """Every mutant of every rule of ``pack``, and whether it survived all examples of its rule."""
    for clause in pack.clauses:
        for rule in clause.rules:
            own = [example for example in examples if example.rule == rule.id]
            for mutant in mutants(rule):
                yield mutant, not noticed(pack, clause, mutant.rule, own, prover)


def noticed(pack: Pack, clause: Clause, mutant: Rule, examples: Sequence[Example], prover: Prover) -> bool:
    """Whether an example disagrees with the mutant, or the mutant is refused outright."""
    rules = tuple(mutant if rule.id == mutant.id else rule for rule in clause.rules)
    altered = pack._replace(clauses=(clause._replace(rules=rules),))
    try:
        return any(prover.prove(altered, example).problems for example in examples)
    except WicheckError:
        return True


def figures(value: Any, path: Path = ()) -> Iterator[tuple[Path, int | Decimal]]:
    """Every number in ``value``, with its path; a number in a list of months too."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from figures(part, (*path, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from figures(part, (*path, position))


def step(figure: int | Decimal) -> int | Decimal:
    """One, or a hundredth where the figure is a share or has decimals."""
    whole = isinstance(figure, int) or (figure > 1 and figure == figure.to_integral_value())
    return 1 if whole else _HUNDREDTH


def moved(value: Any, path: Path, now: Any) -> Any:
    """``value`` with what stands at ``path`` replaced by ``now``; ``value`` itself stays as it is."""
    if not path:
        return now
    if isinstance(value, list):
        return [moved(part, path[1:], now) if number == path[0] else part for number, part in enumerate(value)]
    return {key: moved(part, path[1:], now) if key == path[0] else part for key, part in value.items()}
