"""Whether a list tells all there is of each subject: entries of it may be parts of one, another list may tell more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wicheck.checks.support.arguments import unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.wording import listed
from wicheck.model import Message, Outcome, Path, Record, Text, Verdict, same

TWICE = Message(
    "each_entry.twice",
    Text(
        "{label}：{pairs} 是同一个，分两处填写，请合为一项",
        "{label}: {pairs} are one and the same in two parts; put them together",
    ),
)
ELSEWHERE = Message(
    "each_entry.elsewhere",
    Text(
        "{label}第 {number} 项在“{other}”里另有这里没有的内容，请合并后核对",
        '"{other}" tells more of {label} no. {number} than stands here; put them together and check',
    ),
)

Found = Sequence[Mapping[str, Any]]


def in_parts(record: Record, found: Found, keys: Sequence[str], label: Text, path: Path) -> Outcome | None:
    """The answer where entries are, or may be, parts of one subject; None where ``keys`` tell all of them apart."""
    first: dict[tuple[str, Any], int] = {}
    pairs = []
    ways: set[frozenset[str]] = set()
    for index, entry in enumerate(found):
        given = [(key, entry[key]) for key in keys if entry.get(key) is not None]
        way = frozenset(key for key, _ in given)
        if (not given and len(found) > 1) or any(way.isdisjoint(other) for other in ways):
            return unknown(((*path, index, next(key for key in keys if key not in way)),))
        ways.add(way)
        pairs += list(dict.fromkeys((first[each], index) for each in given if each in first))
        for each in given:
            first.setdefault(each, index)
    if not pairs:
        return told_elsewhere(record, found, first, label, path)
    values = {"label": label, "pairs": listed(same(f"{one + 1} / {other + 1}") for one, other in pairs)}
    evidence = unique((*path, index) for pair in pairs for index in pair)
    return Outcome(Verdict.UNKNOWN, TWICE, values, evidence=evidence)


def told_elsewhere(
    record: Record, found: Found, first: Mapping[tuple[str, Any], int], label: Text, path: Path
) -> Outcome | None:
    """The answer where the same list of a document beside tells of a subject what is not told here."""
    told = dict(more(record, found, first, path) if record.dossier.beside else ())
    if not told:
        return None
    number, other = next(iter(told.items()))
    values = {"label": label, "number": number + 1, "other": other}
    return Outcome(Verdict.UNKNOWN, ELSEWHERE, values, evidence=tuple((*path, index) for index in told))


def more(record: Record, found: Found, first: Mapping[tuple[str, Any], int], path: Path) -> Iterator[tuple[int, str]]:
    """Which entries another document tells more of, with its name."""
    for document in record.dossier.beside:
        others = record.of(document).value(path) if document.kind == path[0] else None
        for other in others or ():
            index = next((first[each] for each in other.items() if hashed(each) and each in first), None)
            if index is not None and adds(other, found[index]):
                yield index, document.id


def hashed(item: tuple[str, Any]) -> bool:
    return isinstance(item[1], str)


def adds(other: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    """Whether a list within ``other`` holds what the same list of ``entry`` does not."""
    lists = [(key, value) for key, value in other.items() if isinstance(value, list)]
    return any(each not in (entry.get(key) or ()) for key, value in lists for each in value)
