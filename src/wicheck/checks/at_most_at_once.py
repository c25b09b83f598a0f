"""No more than so many entries of a list run at the same time: at most three signed institutions a worker.

An entry whose end is declared as none (`无`) still runs; one that ends on the day on which another begins has made
room for it. Only what certainly runs at once fails; where a day that is not written could make it too many, nothing is
known. A list declared as none has none.

```yaml
at_most_3_signed: {check: at_most_at_once, entries: registry.signed, from: starts_on, until: ends_on, maximum: 3}
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, dated, unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.periods import Period, period
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

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


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["entries"])
    starts, ends, maximum = arguments["from"], arguments["until"], int(arguments["maximum"])
    known = {"label": binder.label(path), "maximum": maximum}
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return nothing
        periods = [period(entry, (*path, index), starts, ends) for index, entry in enumerate(found or ())]
        certain, day = most([each for each in periods if not each.missing])
        values = {**known, "observed": certain, "day": day}
        if certain > maximum:
            over = certain - maximum
            return Outcome(Verdict.FAIL, TOO_MANY, values, certain, maximum, over, evidence=(path,))
        if most(periods)[0] > maximum:
            return unknown(unique(place for each in periods for place in each.missing))
        return Outcome(Verdict.PASS, WITHIN, values, certain, maximum, evidence=(path,))

    return decide


def most(periods: Sequence[Period]) -> tuple[int, date | None]:
    """How many may run at once at most, and the first day of it; None for a day that is not written."""
    days = sorted({each.starts or date.min for each in periods})
    counted = [(sum(each.may_run_on_from(day) for each in periods), day) for day in days]
    count, day = max(counted, key=lambda pair: pair[0], default=(0, date.min))
    return count, None if day == date.min else day


KIND = CheckKind(
    name="at_most_at_once",
    title=Text("同时不超过", "at most at once"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "from": KEY, "until": KEY, "maximum": dated({"type": "integer", "minimum": 0})},
        required=("entries", "from", "until", "maximum"),
    ),
    messages=(WITHIN, TOO_MANY),
    bind=bind,
)
