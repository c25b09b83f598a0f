"""No more than so many entries of a list run at the same time: at most three signed institutions a worker.

An entry whose end is declared as none (`无`) still runs; one that ends on the day on which another begins has made
room for it. Only what certainly runs at once fails; where a day that is not written could make it too many, nothing is
known. A list declared as none has none.

Entries that agree at the first of the keys in `same` that both of them give are one thing written twice, which counts
once: the institution with which a worker signed again. Those of one name with two codes may be one or two, so that
nobody is certainly above the limit by them.

```yaml
at_most_3_signed:
  check: at_most_at_once
  entries: registry.signed
  same: [institution_code, institution_name]
  from: starts_on
  until: ends_on
  maximum: 3
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, dated, unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.periods import Period, period
from wicheck.checks.support.spelling import spelled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

WITHIN = Message(
    "at_most_at_once.within",
    Text(
        "{label}同时最多 {observed} 项，不超过 {maximum} 项", "{label}: {observed} at once; at most {maximum} allowed"
    ),
)
TOO_MANY = Message(
    "at_most_at_once.too_many",
    Text(
        "{label}自 {day} 起同时有 {observed} 项，不得超过 {maximum} 项",
        "{label}: {observed} at once from {day} on; at most {maximum} allowed",
    ),
)
CONFUSED = Message(
    "at_most_at_once.confused",
    Text(
        "{label}同时可能有 {possible} 项（不得超过 {maximum} 项），有的名称相同、编码不同，是不是同一家，请核对",
        "{label}: {possible} at once perhaps (at most {maximum} allowed); some of one name have two codes",
    ),
)


class Entry(NamedTuple):
    """One entry: what it is by each of the keys that tell it (None where it does not say), and when it runs."""

    names: tuple[Any, ...]
    period: Period
    missing: tuple[Path, ...]


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, same = binder.path(arguments["entries"]), arguments.get("same", ())
    starts, ends, maximum = arguments["from"], arguments["until"], int(arguments["maximum"])
    known = {"label": binder.label(path), "maximum": maximum}
    nothing = unknown((path,))

    def read(entry: Mapping[str, Any], place: Path) -> Entry:
        names, run = tuple(spelled(entry.get(key)) for key in same), period(entry, place, starts, ends)
        unnamed = ((*place, same[0]),) if names and names[0] is None else ()
        return Entry(names, run, run.missing + unnamed)

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return nothing
        entries = [read(entry, (*path, index)) for index, entry in enumerate(found or ())]
        certain, day = most([each for each in entries if not each.period.missing], certainly=True)
        values = {**known, "observed": certain, "day": day}
        if certain > maximum:
            over = certain - maximum
            return Outcome(Verdict.FAIL, TOO_MANY, values, certain, maximum, over, evidence=(path,))
        possible, _ = most(entries, certainly=False)
        missing = unique(place for each in entries for place in each.missing)
        if possible > maximum and missing:
            return unknown(missing)
        if possible > maximum:
            return Outcome(Verdict.UNKNOWN, CONFUSED, {**known, "possible": possible}, evidence=(path,))
        return Outcome(Verdict.PASS, WITHIN, values, certain, maximum, evidence=(path,))

    return decide


def most(entries: Sequence[Entry], certainly: bool) -> tuple[int, date | None]:
    """How many different ones may run at once at most, and the first day of it; None for a day that is not written."""
    days = sorted({each.period.starts or date.min for each in entries})
    running = ((day, [each.names for each in entries if each.period.may_run_on_from(day)]) for day in days)
    counted = [(different(names, certainly), day) for day, names in running]
    count, day = max(counted, key=lambda pair: pair[0], default=(0, date.min))
    return count, None if day == date.min else day


def different(named: Sequence[tuple[Any, ...]], certainly: bool) -> int:
    """How many different things are ``named``: those that nothing tells apart are one where it must be certain."""
    kept: list[tuple[Any, ...]] = []
    for names in sorted(named, key=lambda names: names.count(None)):
        if not any(one_thing(names, other, certainly) for other in kept):
            kept.append(names)
    return len(kept)


def one_thing(names: tuple[Any, ...], others: tuple[Any, ...], certainly: bool) -> bool:
    """Whether two entries are of one thing, by the first key that both give.

    Where the different ones must be certain, they are one as soon as any key agrees, or where there is none to compare.
    """
    if not names:
        return False  # nothing is asked that would make two entries one
    alike = [one == other for one, other in zip(names, others, strict=True) if None not in (one, other)]
    if certainly:
        return any(alike) or not alike
    return bool(alike) and alike[0]


KIND = CheckKind(
    name="at_most_at_once",
    title=Text("同时不超过", "at most at once"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "same": {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True},
            "from": KEY,
            "until": KEY,
            "maximum": dated({"type": "integer", "minimum": 0}),
        },
        required=("entries", "from", "until", "maximum"),
    ),
    messages=(WITHIN, TOO_MANY, CONFUSED),
    bind=bind,
)
