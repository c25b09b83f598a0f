"""One thing is not given twice by different hands at the same time: no second agency signs with an institution.

Entries that agree at `by` (the institution's code) and differ at `differing` (the agency's code) must not run side by
side. A later one after the first has ended is no repetition. An entry that does not say which it is could repeat any,
so with several entries nothing is known then; nor is it of two that differ at `by` and agree at one of the keys in
`alike`, such as a name: a slip in a code is no second institution. A list declared as none has nothing to repeat: the
rule is not applicable.

A list of one city does not show what another city's agency signed: `scope` (the code of the list's own territory) must
hold the territory `within`, else what is not repeated in the list is still not known.

```yaml
no_second_agreement:
  check: not_repeated
  entries: registry.entries
  by: uscc
  differing: agency.division_code
  alike: [institution_code, name]
  from: starts_on
  until: ends_on
  scope: registry.division_code
  within: "640000"
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from wicheck.checks.support.arguments import INNER_KEY, KEY, PATH, closed, unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.divisions import significant
from wicheck.checks.support.entries import at
from wicheck.checks.support.periods import Period, period
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict, same
from wicheck.model.tuples import NamedTuple

ONCE = Message("not_repeated.once", Text("{label}没有重复", "{label}: nothing is repeated"))
REPEATED = Message("not_repeated.repeated", Text("{label}重复：{pairs}", "{label} repeated: {pairs}"))
ALIKE = Message(
    "not_repeated.alike",
    Text(
        "{label}：{pairs} 的代码不同，名称等却相同，请核对是不是同一家",
        "{label}: {pairs} have different codes and yet agree otherwise; check whether they are one",
    ),
)
EMPTY = Message("not_repeated.empty", Text("{label}一项也没有，无从重复", "{label}: none, so nothing to repeat"))
PARTIAL = Message(
    "not_repeated.partial",
    Text(
        "{label}没有重复，但名单只覆盖 {scope}，看不出 {within} 内其他地区；请用 {within} 的名单核对",
        "{label}: nothing is repeated, but the list is of {scope} and does not show all of {within}; check that one's",
    ),
)


class Entry(NamedTuple):
    """What one entry says of what it is, of whose hand, and of when."""

    number: int
    what: tuple[Path, Any]
    hand: tuple[Path, Any]
    period: Period
    marks: frozenset[tuple[str, Any]]

    def is_certainly(self, other: Entry) -> bool:
        return self.what[1] is not None and self.what[1] == other.what[1]


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["entries"])
    known = {"label": binder.label(path)}
    nothing, once = unknown((path,)), Outcome(Verdict.PASS, ONCE, {"label": binder.label(path)}, evidence=(path,))
    shown = showing(arguments, binder)

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return nothing
        if not found:
            return Outcome(Verdict.NOT_APPLICABLE, EMPTY, known, evidence=(path,))
        entries = [read(entry, (*path, index), arguments) for index, entry in enumerate(found)]
        pairs = [pair for pair in combinations(entries, 2) if may_repeat(*pair)]
        certain = [(one, other) for one, other in pairs if one.is_certainly(other) and not any(lacking(one, other))]
        if certain:
            evidence = unique(each.what[0] for pair in certain for each in pair)
            values = {**known, "pairs": told(certain)}
            return Outcome(Verdict.FAIL, REPEATED, values, shortfall=len(certain), evidence=evidence)
        missing = unique(place for pair in pairs for place in lacking(*pair))
        if pairs and not missing:
            evidence = unique(each.what[0] for pair in pairs for each in pair)
            return Outcome(Verdict.UNKNOWN, ALIKE, {**known, "pairs": told(pairs)}, evidence=evidence)
        return unknown(missing) if missing else shown(record) or once

    return decide


def showing(arguments: Mapping[str, Any], binder: Binder) -> Callable[[Record], Outcome | None]:
    """What keeps a list without repetitions from passing: that it does not show the whole territory."""
    if "scope" not in arguments:
        return lambda _record: None
    scope, within = binder.path(arguments["scope"]), arguments["within"]
    known = {"label": binder.label(binder.path(arguments["entries"])), "within": within}

    def shown(record: Record) -> Outcome | None:
        code = record.value(scope)
        if not code:
            return unknown((scope,))
        if significant(within).startswith(significant(code)):
            return None
        return Outcome(Verdict.UNKNOWN, PARTIAL, {**known, "scope": code}, evidence=(scope,))

    return shown


def read(entry: Mapping[str, Any], place: Path, arguments: Mapping[str, Any]) -> Entry:
    return Entry(
        int(place[-1]),
        at(entry, place, arguments["by"]),
        at(entry, place, arguments["differing"]),
        period(entry, place, arguments["from"], arguments["until"]),
        frozenset((key, entry[key]) for key in arguments.get("alike", ()) if entry.get(key) is not None),
    )


def may_repeat(one: Entry, other: Entry) -> bool:
    """Whether both may be one thing by two hands at the same time, whatever is not written."""
    same_thing = None in (one.what[1], other.what[1]) or one.is_certainly(other)
    same_thing = same_thing or not one.marks.isdisjoint(other.marks)
    two_hands = None in (one.hand[1], other.hand[1]) or one.hand[1] != other.hand[1]
    return same_thing and two_hands and one.period.may_meet(other.period)


def lacking(*pair: Entry) -> Iterator[Path]:
    """What is not written of a pair, without which it is not certain that one repeats the other."""
    for each in pair:
        yield from (place for place, value in (each.what, each.hand) if value is None)
        yield from each.period.missing


def told(pairs: Sequence[tuple[Entry, Entry]]) -> Text:
    """Which entries repeat each other, counted from one."""
    return listed(same(f"{one.number + 1} / {other.number + 1}") for one, other in pairs)


KIND = CheckKind(
    name="not_repeated",
    title=Text("不得重复", "not repeated"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "by": INNER_KEY,
            "differing": INNER_KEY,
            "alike": {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True},
            "from": KEY,
            "until": KEY,
            "scope": PATH,
            "within": {"type": "string", "pattern": "^[0-9]{6}$"},
        },
        required=("entries", "by", "differing", "from", "until"),
        dependentRequired={"scope": ["within"], "within": ["scope"]},
    ),
    messages=(ONCE, EMPTY, REPEATED, PARTIAL, ALIKE),
    bind=bind,
)
