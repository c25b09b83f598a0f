"""Parts of a report as canonical JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from json import JSONEncoder
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from wicheck.reports.lazy import LazyList

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData


def _made(value: object) -> list[object]:
    """A list of the report that is made only now."""
    if isinstance(value, LazyList):
        return list(value)
    raise TypeError(f"a report holds no {type(value).__name__}")


encoded = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=_made).encode


def members(part: Mapping[str, object]) -> str:
    """What stands between the braces of an object."""
    return encoded(part)[1:-1]


@runtime_checkable
class InLines(Protocol):
    """Findings that give their canonical JSON themselves, faster than by shaping and encoding each."""

    def lines(self) -> Iterator[str]:
        """One a finding, in order."""
        ...


def json_lines(findings: Sequence[FindingData]) -> Iterator[str]:
    """The canonical JSON of each, in order."""
    return findings.lines() if isinstance(findings, InLines) else map(encoded, findings)
