"""Something has happened: it has a date, and the date is not later than the day judged.

A day still to come is a failure (what is planned is not done), and so is a date declared as none (`无`); a date that is
not written is not known. Of a list of dates one that has come is enough.

```yaml
plan_prepared: {check: happened, value: registry.contingency_plan.prepared_on}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.presence import is_missing, is_none
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

DONE = Message("happened.done", Text("{label}为 {observed}", "{label} is {observed}"))
NEVER = Message("happened.never", Text("没有：{label}", "there is none: {label}"))
NOT_YET = Message(
    "happened.not_yet", Text("{label}为 {observed}，到 {on} 尚未发生", "{label} is {observed}: still to come on {on}")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["value"])
    label = binder.label(path)
    never = Outcome(Verdict.FAIL, NEVER, {"label": label}, evidence=(path,))
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        value = record.value(path)
        if is_missing(value):
            return nothing
        if is_none(value):
            return never
        day = date.fromisoformat(min(value) if isinstance(value, list) else value)
        verdict, message = (Verdict.FAIL, NOT_YET) if day > record.as_of else (Verdict.PASS, DONE)
        values = {"label": label, "observed": day, "on": record.as_of}
        return Outcome(verdict, message, values, day, evidence=(path,))

    return decide


KIND = CheckKind(
    name="happened",
    title=Text("已经发生", "has happened"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(DONE, NEVER, NOT_YET),
    bind=bind,
)
