"""What to fill in first: the entries whose absence keeps most rules from deciding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from wicheck.model import Finding, Path, Record
from wicheck.model.tuples import NamedTuple


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
    ordered = sorted(users, key=lambda entry: _order(entry, users))
    number = {entry: position for position, entry in enumerate(ordered)}
    for chosen, settled in _chosen([{number[entry] for entry in lack.entries} for lack in lacks]):
        entry = ordered[chosen]
        needing = users[entry]
        alone = sum(len(lack.entries) == 1 for lack in needing)
        yield Ranked(entry, needing[0].record, tuple([lack.rule for lack in needing]), alone, settled)


def _lack(finding: Finding) -> _Lack:
    record = finding.record
    return _Lack(finding.rule.id, record, frozenset(_entry(record, path) for path in finding.outcome.missing))


def _entry(record: Record, path: Path) -> Entry:
    kind = str(path[0])
    document = record.document_for(kind)
    return Entry(kind, document.id if document else "", path)


def _chosen(lacks: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Every entry in its rank, and how many of ``lacks`` are settled by then. Of equal entries the lower comes first.

    Entries that settle a lack by themselves wait in a heap, the one with most votes on top, so that choosing one
    costs no look at all the others. What is chosen is taken out of ``lacks``.
    """
    users: dict[int, list[set[int]]] = {}
    for lack in lacks:
        for entry in lack:
            users.setdefault(entry, []).append(lack)
    votes = Counter([entry for lack in lacks if len(lack) == 1 for entry in lack])
    waiting = [(-count, entry) for entry, count in votes.items()]
    heapify(waiting)
    settled = 0
    while users:
        chosen = heappop(waiting)[1] if waiting else _needed_most(lacks)
        needing = users.pop(chosen, None)
        if needing is None:
            continue  # it stood in the heap a second time, with fewer votes
        for lack in needing:
            lack.remove(chosen)
            settled += not lack
            if len(lack) == 1:
                (entry,) = lack
                votes[entry] += 1
                heappush(waiting, (-votes[entry], entry))
        yield chosen, settled


def _needed_most(lacks: Iterable[set[int]]) -> int:
    """What most of the lacks that are least need."""
    least = min(len(lack) for lack in lacks if lack)
    votes = Counter([entry for lack in lacks if len(lack) == least for entry in lack])
    return min(votes, key=lambda entry: (-votes[entry], entry))


def _order(entry: Entry, users: Mapping[Entry, Sequence[_Lack]]) -> tuple[int, str, str, list[str]]:
    """Entries that more rules lack come first; the rest is only to be the same in every run."""
    return -len(users[entry]), entry.kind, entry.id, [str(step) for step in entry.path]
