"""What rules say, kept: many findings say the same of different records."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wicheck.model import Finding, Outcome, Text

if TYPE_CHECKING:
    from wicheck.reports.data import AnswerData

_KEPT = 10_000
_PLAIN = (int, bool, date)


class Said:
    """What a rule says. ``data`` is in many findings at once: nobody may change it."""

    def __init__(self, data: AnswerData) -> None:
        self.data = data

    @cached_property
    def members(self) -> str:
        """The same as canonical JSON, without the braces."""
        from wicheck.reports.encoding import members  # JSON is loaded where it is written

        return members(self.data)


class Answers:
    """The answers of one run. The findings must outlive it: their outcomes are known by identity."""

    def __init__(self) -> None:
        self._met: dict[Hashable, Said] = {}
        self._alike: dict[Hashable, Said] = {}

    def of(self, finding: Finding, make: Callable[[], AnswerData]) -> Said:
        """One outcome may be the answer for many records; one made anew for each may say what was said before."""
        of_rule = (id(finding.rule), finding.verdict, finding.disposition)
        met = (id(finding.outcome), *of_rule)
        known = self._met.get(met)
        if known is None:
            alike = (*of_rule, *_exactly(finding.outcome))
            known = self._alike.get(alike) or _kept(self._alike, alike, Said(make()))
            _kept(self._met, met, known)
        return known


def _kept(kept: dict[Hashable, Said], key: Hashable, said: Said) -> Said:
    """What is kept of a run without end takes no memory without end."""
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = said
    return said


def _exactly(outcome: Outcome) -> tuple[Hashable, ...]:
    """The same for outcomes that say the same, to the letter. The entries that decided are not part of it."""
    said, values = outcome.message, outcome.values
    figures = (outcome.observed, outcome.required, outcome.shortfall)
    rest = (outcome.missing, outcome.due_on, outcome.reading, outcome.remedy, outcome.unit)
    return (said.id, said.text, *values, *map(_literal, values.values()), *map(_literal, figures), *rest)


def _literal(value: Any) -> Hashable:
    """Told apart by its type too: 1 is no 1.0 and no True. Of what is no plain value the text stands for it."""
    if value is None or type(value) is str or type(value) is Text:
        return value
    if type(value) in _PLAIN:
        return type(value), value
    return type(value), repr(value)
