"""A list of those in force shows no replacement of which a list of changes does not tell.

Whoever began on or after the last day of another one took its place: a worker's second hospital began where the first
one ended. A third one that began later still was added, and replaced nobody. As many days as bring such a replacement
in a calendar year, as many changes must be told for that year; else the two lists contradict each other, and how often
there was a change is not known. Entries without days, and days after the day judged, show none. Where either list says
nothing there is nothing to hold against the other and the rule is not applicable.

```yaml
changes_as_listed:
  check: replacements_told
  entries: registry.signed
  from: starts_on
  until: ends_on
  told: registry.changes
  date: changed_on
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed
from wicheck.checks.support.periods import day_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

TOLD = Message(
    "replacements_told.told", Text("{list}里看得出的更换，{label}都写了", "{label} tells of what {list} shows")
)
UNTOLD = Message(
    "replacements_told.untold",
    Text(
        "{list}看得出 {year} 年更换了 {observed} 次，{label}只写了 {told} 次，请核对",
        "{list} shows {observed} replacements in {year}, {label} tells of {told}: check both",
    ),
)
NOTHING = Message(
    "replacements_told.nothing", Text("{list}或{label}未填写，无可核对", "{list} or {label} is not given to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    entries, told = binder.path(arguments["entries"]), binder.path(arguments["told"])
    start, end, on = arguments["from"], arguments["until"], arguments["date"]
    names = {"list": binder.label(entries), "label": binder.label(told)}

    def decide(record: Record) -> Outcome:
        listed, changes = record.value(entries), record.value(told)
        if listed is None or changes is None:
            return Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)
        terms = [(day_of(each.get(start)), day_of(each.get(end))) for each in listed or ()]
        shown = Counter(day.year for day in replacing(terms) if day <= record.judged_on)
        days = [day_of(each.get(on)) for each in changes or ()]
        undated, known = days.count(None), Counter(day.year for day in days if day)
        missing = {year: count - known[year] for year, count in shown.items() if count > known[year]}
        if sum(missing.values()) <= undated:
            return Outcome(Verdict.PASS, TOLD, names, evidence=(entries, told))
        year = max(missing, key=lambda each: (missing[each], -each))
        values = {**names, "year": year, "observed": shown[year], "told": known[year]}
        return Outcome(Verdict.UNKNOWN, UNTOLD, values, shown[year], known[year], evidence=(entries, told))

    return decide


def replacing(terms: Iterable[tuple[date | None, date | None]]) -> set[date]:
    """The days on which somebody began in the place of another one that had ended; each place is filled once."""
    terms = list(terms)
    ends = [end for _, end in terms if end]
    filled: list[date] = []
    for start in sorted(start for start, _ in terms if start):
        if sum(end <= start for end in ends) > len(filled):
            filled.append(start)
    return set(filled)


KIND = CheckKind(
    name="replacements_told",
    title=Text("更换都写明", "replacements told"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "from": KEY, "until": KEY, "told": PATH, "date": KEY},
        required=("entries", "from", "until", "told", "date"),
    ),
    messages=(TOLD, UNTOLD, NOTHING),
    bind=bind,
)
