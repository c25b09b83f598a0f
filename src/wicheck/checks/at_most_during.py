"""No more than so many entries of a list fall into a period: one suspension during the term of an agreement.

The period's first and last day belong to it, and a last day declared as none (`无`) has not come. Only what certainly
falls into it counts against anyone; where a day that is not written could make it one too many, nothing is known, and
neither is it where entries of one day could be one thing written twice. A list declared as none has none.

```yaml
two_suspensions:
  check: at_most_during
  entries: agreement.suspensions
  date: starts_on
  from: agreement.starts_on
  until: agreement.ends_on
  maximum: 1
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, dated, unknown
from wicheck.checks.support.periods import Period, day_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

WITHIN = Message(
    "at_most_during.within",
    Text(
        "{label}在期间内有 {observed} 项，未超过 {maximum} 项", "{label}: {observed} in the period; at most {maximum}"
    ),
)
TOO_MANY = Message(
    "at_most_during.too_many",
    Text(
        "{label}在期间内有 {observed} 项，不得超过 {maximum} 项",
        "{label}: {observed} in the period; at most {maximum} allowed",
    ),
)
TWICE = Message(
    "at_most_during.twice",
    Text(
        "{label}在期间内有 {observed} 项（不得超过 {maximum} 项），有的写的是同一天，可能是同一次填了两遍，请核对",
        "{label}: {observed} in the period (at most {maximum} allowed), some of one day: is one told twice",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, key, maximum = binder.path(arguments["entries"]), arguments["date"], int(arguments["maximum"])
    bounds = binder.path(arguments["from"]), binder.path(arguments["until"])
    known = {"label": binder.label(path), "maximum": maximum}

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return unknown((path,))
        period = during(record, *bounds)
        days = {(*path, index, key): day_of(entry.get(key)) for index, entry in enumerate(found or ())}
        possible = {place: day for place, day in days.items() if day is None or period.may_cover(day)}
        certain = tuple(place for place, day in possible.items() if day and not period.missing)
        values = {**known, "observed": len(certain)}
        apart = len({days[place] for place in certain})
        if apart > maximum:
            values["observed"] = apart
            return Outcome(Verdict.FAIL, TOO_MANY, values, apart, maximum, apart - maximum, evidence=certain)
        if len(certain) == len(possible) > maximum:
            return Outcome(Verdict.UNKNOWN, TWICE, values, len(certain), maximum, evidence=certain)
        if len(possible) > maximum:
            return unknown((*period.missing, *(place for place, day in possible.items() if day is None)))
        return Outcome(Verdict.PASS, WITHIN, values, len(certain), maximum, evidence=(path,))

    return decide


def during(record: Record, start: Path, end: Path) -> Period:
    """The period between two dates of the record; what is not written makes it uncertain."""
    missing = tuple(path for path in (start, end) if record.value(path) is None)
    return Period(record.day(start), record.day(end), missing)


KIND = CheckKind(
    name="at_most_during",
    title=Text("期间内不超过", "at most during"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "date": KEY,
            "from": PATH,
            "until": PATH,
            "maximum": dated({"type": "integer", "minimum": 0}),
        },
        required=("entries", "date", "from", "until", "maximum"),
    ),
    messages=(WITHIN, TOO_MANY, TWICE),
    bind=bind,
)
