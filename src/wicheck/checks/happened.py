"""Something has happened: it has a date, and the date is not later than the day judged.

A day still to come is a failure (what is planned is not done), and so is a date declared as none (`无`); a date that is
not written is not known. Of a list of dates one that has come is enough; `key` names the date of each entry where the
list holds objects, and an entry without one may be the one that has come.

```yaml
plan_prepared: {check: happened, value: registry.contingency_plan.prepared_on}
trained: {check: happened, value: institution.management.trainings, key: held_on}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.entries import entries
from wicheck.checks.support.presence import is_missing, is_none
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

DONE = Message("happened.done", Text("{label}为 {observed}", "{label} is {observed}"))
NEVER = Message("happened.never", Text("没有：{label}", "there is none: {label}"))
NOT_YET = Message(
    "happened.not_yet", Text("{label}为 {observed}，到 {on} 尚未发生", "{label} is {observed}: still to come on {on}")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, key = binder.path(arguments["value"]), arguments.get("key")
    label = binder.label((*path, key) if key else path)
    never = Outcome(Verdict.FAIL, NEVER, {"label": label}, evidence=(path,))
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        value = record.value(path)
        if is_missing(value):
            return nothing
        if is_none(value):
            return never
        if key:
            return of_entries(entries(record, path, key) or {}, record)
        return told(min(value) if isinstance(value, list) else value, path, record)

    def of_entries(days: Mapping[Path, Any], record: Record) -> Outcome:
        unsaid = tuple(place for place, day in days.items() if is_missing(day))
        written = [(day, place) for place, day in days.items() if not is_missing(day) and not is_none(day)]
        first = told(*min(written), record) if written else never
        return unknown(unsaid) if unsaid and first.verdict is Verdict.FAIL else first

    def told(written: str, place: Path, record: Record) -> Outcome:
        day = date.fromisoformat(written)
        verdict, message = (Verdict.FAIL, NOT_YET) if day > record.as_of else (Verdict.PASS, DONE)
        values = {"label": label, "observed": day, "on": record.as_of}
        return Outcome(verdict, message, values, day, evidence=(place,))

    return decide


KIND = CheckKind(
    name="happened",
    title=Text("已经发生", "has happened"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "key": KEY}, required=("value",)),
    messages=(DONE, NEVER, NOT_YET),
    bind=bind,
)
