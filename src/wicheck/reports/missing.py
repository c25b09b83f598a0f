"""What to fill in first: the entries whose absence keeps most rules from deciding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wicheck.model import Finding, Path, Record


class Entry(NamedTuple):
    """A place to fill in: a path and the document it lies in; ``id`` is empty where there is no such document."""

    kind: str
    id: str
    path: Path


class Ranked(NamedTuple):
    """An entry in its rank. ``rules`` lack it, ``alone`` of them lack nothing else.

    Once it and all entries ranked before it are filled in, ``settled`` rules lack nothing that they named.
    """

    entry: Entry
    record: Record
    rules: tuple[str, ...]
    alone: int
    settled: int


class _Lack(NamedTuple):
    rule: str
    record: Record
    entries: frozenset[Entry]


def ranking(findings: Iterable[Finding]) -> Iterator[Ranked]:
    """The missing entries of one dossier, the one that settles most rules first.

    Where none settles a rule by itself, the one that is needed by most of the rules that lack least comes next.
    A rule that judges several records counts once for each.
    """
    lacks = [_lack(finding) for finding in findings if finding.outcome.missing]
    users: dict[Entry, list[_Lack]] = {}
    for lack in lacks:
        for entry in lack.entries:
            users.setdefault(entry, []).append(lack)
    rank = {entry: number for number, entry in enumerate(sorted(users, key=lambda each: _order(each, users)))}
    left = [lack.entries for lack in lacks]
    while left:
        chosen = _next(left, rank)
        left = [rest for entries in left if (rest := entries - {chosen})]
        needing = users[chosen]
        alone = sum(len(lack.entries) == 1 for lack in needing)
        yield Ranked(
            chosen, needing[0].record, tuple(lack.rule for lack in needing), alone, settled=len(lacks) - len(left)
        )


def _lack(finding: Finding) -> _Lack:
    record = finding.record
    return _Lack(finding.rule.id, record, frozenset(_entry(record, path) for path in finding.outcome.missing))


def _entry(record: Record, path: Path) -> Entry:
    kind = str(path[0])
    document = record.document_for(kind)
    return Entry(kind, document.id if document else "", path)


def _next(left: Sequence[frozenset[Entry]], rank: Mapping[Entry, int]) -> Entry:
    """What most of the rules that lack least need; of several the first in ``rank``."""
    least = min(map(len, left))
    votes: dict[Entry, int] = {}
    for entries in left:
        if len(entries) == least:
            for entry in entries:
                votes[entry] = votes.get(entry, 0) + 1
    most = max(votes.values())
    return min([entry for entry, count in votes.items() if count == most], key=rank.__getitem__)


def _order(entry: Entry, users: Mapping[Entry, Sequence[_Lack]]) -> tuple[int, str, str, list[str]]:
    """Entries that more rules lack come first; the rest is only to be the same in every run."""
    return -len(users[entry]), entry.kind, entry.id, [str(step) for step in entry.path]
