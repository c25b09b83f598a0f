"""What a list tells of a thing, the same list of another document does not tell otherwise: registries, agreements.

Entries are of one thing where they agree at one of the keys in `by`; with `from` and `until` only those are held
against each other that may run at the same time. Beside a registry lie the other registries of the run, and its
agreements and institutions as registries of one entry. Only what both write can contradict, at one of `keys`, or at
one of `places`, whose codes of territories contradict each other where neither lies in the other: then a person is
asked which of the two is right, or whether both are (`question`). Where nothing differs the kind is not applicable,
and so neutral in what it is part of.

```yaml
no_second_agreement:
  check: all_of
  checks:
  - check: not_repeated
    entries: registry.entries
    by: uscc
    differing: agency.division_code
    from: starts_on
    until: ends_on
  - check: alike_beside
    entries: registry.entries
    by: [uscc, institution_code, name]
    keys: [agency.division_code]
    from: starts_on
    until: ends_on
    question: {zh: 另一份名单写的是另一家经办机构签的, en: another list names another agency as the one that signed}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wicheck.checks.support.arguments import INNER_KEY, KEY, PATH, TEXT, closed
from wicheck.checks.support.divisions import agree
from wicheck.checks.support.entries import at
from wicheck.checks.support.periods import period
from wicheck.checks.support.spelling import spelled
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Document, Message, Outcome, Path, Record, Text, Verdict, same
from wicheck.model.tuples import NamedTuple

OTHERWISE = Message(
    "alike_beside.otherwise",
    Text(
        "{label}第 {numbers} 项，“{others}”写的不一样；须由有权一方认定：{question}",
        '{label} no. {numbers}: "{others}" tells otherwise; for the competent body to say: {question}',
    ),
)
ALIKE = Message("alike_beside.alike", Text("{label}没有别处相反的说法", "{label}: nothing is told otherwise elsewhere"))

INNER_KEYS: Mapping[str, Any] = {"type": "array", "items": INNER_KEY, "minItems": 1, "uniqueItems": True}

Entry = Mapping[str, Any]
_SHOWN = 5


class Comparing(NamedTuple):
    """How entries are held against each other: what makes two of them one, when they run, and what must agree."""

    by: Sequence[str]
    starts: str | None
    ends: str | None
    keys: Sequence[str]
    places: Sequence[str]

    def names(self, entry: Entry) -> Iterator[tuple[str, Any]]:
        return ((key, spelled(entry[key])) for key in self.by if entry.get(key))

    def differ(self, one: Entry, other: Entry) -> bool:
        unlike = any(one != other for one, other in told(self.keys, one, other))
        apart = any(not agree(one, other) for one, other in told(self.places, one, other))
        return (unlike or apart) and self.may_meet(one, other)

    def may_meet(self, one: Entry, other: Entry) -> bool:
        if self.starts is None or self.ends is None:
            return True
        run, runs = (period(each, (), self.starts, self.ends) for each in (one, other))
        return run.may_meet(runs)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, question = binder.path(arguments["entries"]), Text(**arguments["question"])
    keys, places = arguments.get("keys", ()), arguments.get("places", ())
    comparing = Comparing(arguments["by"], arguments.get("from"), arguments.get("until"), keys, places)
    label = binder.label(path)
    nothing = Outcome(Verdict.NOT_APPLICABLE, ALIKE, {"label": label})

    def decide(record: Record) -> Outcome:
        pairs = list(otherwise(record, path, comparing)) if record.dossier.beside else []
        if not pairs:
            return nothing
        numbers, others = (listed(map(same, list(dict.fromkeys(each))[:_SHOWN])) for each in zip(*pairs, strict=True))
        values = {"label": label, "numbers": numbers, "others": others, "question": question}
        return Outcome(Verdict.REVIEW, OTHERWISE, values, evidence=(path,))

    return decide


def otherwise(record: Record, path: Path, comparing: Comparing) -> Iterator[tuple[str, str]]:
    """The entries, counted from one, that a document beside tells otherwise of, with its name."""
    here: dict[tuple[str, Any], dict[int, Entry]] = {}
    for index, entry in enumerate(record.value(path) or ()):
        for name in comparing.names(entry):
            here.setdefault(name, {})[index] = entry
    for document in record.dossier.beside if here else ():
        for other in listing(record, document, path):
            twins = {key: entry for name in comparing.names(other) for key, entry in here.get(name, {}).items()}
            yield from (
                (str(index + 1), document.id) for index, entry in twins.items() if comparing.differ(entry, other)
            )


def told(keys: Sequence[str], *pair: Entry) -> Iterator[list[Any]]:
    """What both of a pair write at each of ``keys``."""
    values = ([spelled(at(each, (), key)[1]) for each in pair] for key in keys)
    return (each for each in values if None not in each)


def listing(record: Record, document: Document, path: Path) -> Sequence[Entry]:
    """The same list in another document of the record's kind."""
    return (record.of(document).value(path) or ()) if document.kind == record.document.kind else ()


KIND = CheckKind(
    name="alike_beside",
    title=Text("另一份名单没有相反的说法", "not told otherwise beside"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "by": {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True},
            "keys": INNER_KEYS,
            "places": INNER_KEYS,
            "from": KEY,
            "until": KEY,
            "question": TEXT,
        },
        required=("entries", "by", "question"),
        anyOf=[{"required": ["keys"]}, {"required": ["places"]}],
        dependentRequired={"from": ["until"], "until": ["from"]},
    ),
    messages=(OTHERWISE, ALIKE),
    bind=bind,
)
