"""A date is a statutory working day: weekends that were made working days count, holidays do not.

A date not written is not known, and neither is a day of a year whose working days are not announced.

```yaml
received_on_working_day: {check: on_working_day, value: application.events.received_on}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.terms import by_calendar
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

WORKING = Message(
    "on_working_day.working", Text("{label}为 {observed}，是工作日", "{label} is {observed}, a working day")
)
RESTING = Message(
    "on_working_day.resting",
    Text(
        "{label}为 {observed}，不是法定工作日，应当在工作日办理",
        "{label} is {observed}, not a statutory working day: this is done on working days",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["value"])
    label = binder.label(path)
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        day = record.day(path)
        if day is None:
            return nothing
        working = record.working_days.is_working_day(day)
        verdict, message = (Verdict.PASS, WORKING) if working else (Verdict.FAIL, RESTING)
        return Outcome(verdict, message, {"label": label, "observed": day}, day, evidence=(path,))

    return by_calendar(decide, (path,))


KIND = CheckKind(
    name="on_working_day",
    title=Text("在工作日", "on a working day"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(WORKING, RESTING),
    bind=bind,
)
