"""No more than so many entries of a list fall into one calendar year: one change of institutions a year.

Where the text leaves room with a vague word (`一般`), `exceptions_allowed` names it: one too many is then for a person
to look at. Entries without a date count for any year, so that they never hide one too many. A list declared as
none has none.

```yaml
at_most_one_change_a_year:
  check: at_most_per_year
  entries: registry.changes
  date: changed_on
  maximum: 1
  exceptions_allowed: 一般
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, dated, unknown
from wicheck.checks.support.periods import day_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

WITHIN = Message(
    "at_most_per_year.within",
    Text("{label}每年不超过 {maximum} 项", "{label}: no more than {maximum} in any year"),
)
TOO_MANY = Message(
    "at_most_per_year.too_many",
    Text(
        "{label}在 {year} 年有 {observed} 项，不得超过 {maximum} 项",
        "{label}: {observed} in {year}; at most {maximum} allowed",
    ),
)
ROOM = Message(
    "at_most_per_year.room",
    Text(
        "{label}在 {year} 年有 {observed} 项，多于原文所述 {maximum} 项；原文“{word}”留有余地，须由经办机构认定",
        "{label}: {observed} in {year}, more than the {maximum} the text names; its word “{word}” leaves room, "
        "so the agency decides",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, key, maximum = binder.path(arguments["entries"]), arguments["date"], int(arguments["maximum"])
    word = arguments.get("exceptions_allowed")
    verdict, message = (Verdict.REVIEW, ROOM) if word else (Verdict.FAIL, TOO_MANY)
    known = {"label": binder.label(path), "maximum": maximum, "word": word}

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return unknown((path,))
        days = {(*path, index, key): day_of(entry.get(key)) for index, entry in enumerate(found or ())}
        undated = tuple(place for place, day in days.items() if day is None)
        years = Counter(day.year for day in days.values() if day)
        year, most = max(years.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
        if most > maximum:
            values, evidence = {**known, "year": year, "observed": most}, tuple(place for place in days)
            return Outcome(verdict, message, values, most, maximum, most - maximum, evidence=evidence)
        if undated and most + len(undated) > maximum:
            return unknown(undated)
        return Outcome(Verdict.PASS, WITHIN, known, most, maximum, evidence=(path,))

    return decide


KIND = CheckKind(
    name="at_most_per_year",
    title=Text("每年不超过", "at most per year"),
    page=__doc__ or "",
    arguments=closed(
        {
            "entries": PATH,
            "date": KEY,
            "maximum": dated({"type": "integer", "minimum": 0}),
            "exceptions_allowed": {"type": "string", "minLength": 1},
        },
        required=("entries", "date", "maximum"),
    ),
    messages=(WITHIN, TOO_MANY, ROOM),
    bind=bind,
)
