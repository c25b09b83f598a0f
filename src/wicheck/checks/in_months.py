"""A date falls into one of the months in which a step is open, in any year.

Outside of them it fails, and the finding names the first day of the next window: counted from the date
itself, or from the day on which the record is judged where that is later. A date not written is not known.

```yaml
applied_in_march: {check: in_months, value: application.applied_on, months: [3]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, dated, unknown
from wicheck.checks.support.months import first_day_in, month_names
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

INSIDE = Message(
    "in_months.inside",
    Text("{label}为 {observed}，在办理月份（{window}）之内", "{label} is {observed}, inside the window ({window})"),
)
OUTSIDE = Message(
    "in_months.outside",
    Text(
        "{label}为 {observed}，不在办理月份（{window}）之内；下一次自 {opens} 起可以办理",
        "{label} is {observed}, outside the window ({window}); the next one opens on {opens}",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["value"])
    label = binder.label(path)
    months = frozenset(int(month) for month in arguments["months"])
    window = month_names(months)
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        day = record.day(path)
        if day is None:
            return nothing
        values = {"label": label, "observed": day, "window": window}
        if day.month in months:
            return Outcome(Verdict.PASS, INSIDE, values, day, window, evidence=(path,))
        opens = first_day_in(months, max(day, record.as_of))
        return Outcome(Verdict.FAIL, OUTSIDE, {**values, "opens": opens}, day, window, evidence=(path,), due_on=opens)

    return decide


KIND = CheckKind(
    name="in_months",
    title=Text("在规定月份", "in months"),
    page=__doc__ or "",
    arguments=closed(
        {
            "value": PATH,
            "months": dated(
                {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 1, "maximum": 12},
                    "minItems": 1,
                    "uniqueItems": True,
                }
            ),
        },
        required=("value", "months"),
    ),
    messages=(INSIDE, OUTSIDE),
    bind=bind,
)
