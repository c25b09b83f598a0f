"""A stated year is that of a date, or so many years before it: the settlement claimed in a year is of the one before.

What is not written is not known; neither is anything where date or year was declared as none (`无`).

```yaml
figures_of_the_previous_year:
  check: in_year
  value: application.form.prior_year.year
  date: application.applied_on
  years_before: 1
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

RIGHT = Message(
    "in_year.right",
    Text("{label}为 {observed}，与{date_label}（{day}）相符", "{label} is {observed}, as {date_label} ({day}) asks"),
)
WRONG = Message(
    "in_year.wrong",
    Text(
        "{label}为 {observed}，按{date_label}（{day}）应为 {required}",
        "{label} is {observed}; by {date_label} ({day}) it must be {required}",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    year_path, date_path = binder.path(arguments["value"]), binder.path(arguments["date"])
    before = arguments.get("years_before", 0)
    labels = {"label": binder.label(year_path), "date_label": binder.label(date_path)}

    def decide(record: Record) -> Outcome:
        year, day = record.value(year_path) or None, record.day(date_path)
        if year is None or day is None:
            return unknown(tuple(path for path, value in ((year_path, year), (date_path, day)) if value is None))
        required = day.year - before
        verdict, message = (Verdict.PASS, RIGHT) if year == required else (Verdict.FAIL, WRONG)
        values = {**labels, "observed": year, "day": day, "required": required}
        return Outcome(verdict, message, values, year, required, evidence=(year_path, date_path))

    return decide


KIND = CheckKind(
    name="in_year",
    title=Text("年度相符", "in the year"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "date": PATH, "years_before": {"type": "integer", "minimum": 1}}, required=("value", "date")
    ),
    messages=(RIGHT, WRONG),
    bind=bind,
)
