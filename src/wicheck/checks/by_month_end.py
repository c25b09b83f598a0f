"""A step is taken by the end of a month: the claim for a year by the end of the next January.

The month is that of the year at `year`, or so many years after it. Its last day is still in time, and where that is no
working day it rolls on to the next one (a reading of ours, `assumed`, after the Civil Code, 203). The calendar is
asked only where it decides.

| given | the answer |
|---|---|
| the step | in time, or late by so many days; while it is still to come, not yet due |
| not the step | not yet due, with the last day; past it: unknown, or a failure if declared as none (`无`) |
| not the year | unknown |

```yaml
annual_settlement_by_january_end:
  check: by_month_end
  to: agreement.annual_settlement.applied_on
  year: agreement.annual_settlement.settled_year
  years_after: 1
  month: 1
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.terms import by_calendar
from wicheck.dates import month_end, rolled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

IN_TIME = Message(
    "by_month_end.in_time",
    Text("{label}为 {observed}，未超过期限 {due}", "{label} is {observed}, in time: due by {due}"),
)
LATE = Message(
    "by_month_end.late",
    Text(
        "{label}为 {observed}，期限为 {due}，迟了 {late} 天",
        "{label} is {observed}, days late: {late}; it was due by {due}",
    ),
)
NOT_DONE = Message(
    "by_month_end.not_done",
    Text(
        "{label}填写为“无”，期限为 {due}，已迟 {late} 天",
        "{label} is declared as none, days late: {late}; it was due by {due}",
    ),
)
NOT_YET_DUE = Message(
    "by_month_end.not_yet_due", Text("尚未到期：{label}最迟为 {due}", "not yet due: {label} by {due} at the latest")
)
UNDATED = Message(
    "by_month_end.undated",
    Text(
        "资料不足：{label}最迟应为 {due}，未填写日期", "not enough data: {label} was due on {due} and no date is given"
    ),
)


class MonthEnd(NamedTuple):
    """The last day of ``month``, ``years_after`` the year at ``year``, for the step at ``done``."""

    done: Path
    year: Path
    years_after: int
    month: int
    label: Text

    def decide(self, record: Record) -> Outcome:
        year, done = record.value(self.year), record.day(self.done)
        if not year:
            return unknown((self.year,) if done else (self.year, self.done))
        due = self.due(int(year) + self.years_after, done or record.as_of, record)
        if done is None:
            return self.open(due, record)
        late = (done - due).days
        if late > 0:
            return self.told(Verdict.FAIL, LATE, due, done, late)
        if done > record.as_of:  # what is planned is not done
            return self.told(Verdict.NOT_APPLICABLE, NOT_YET_DUE, due)
        return self.told(Verdict.PASS, IN_TIME, due, done)

    def open(self, due: date, record: Record) -> Outcome:
        """The step has no date: it is not due yet, was not taken, or nobody wrote it down."""
        late = (record.as_of - due).days
        if late <= 0:
            return self.told(Verdict.NOT_APPLICABLE, NOT_YET_DUE, due)
        if record.value(self.done) is False:
            return self.told(Verdict.FAIL, NOT_DONE, due, late=late)
        return self.told(Verdict.UNKNOWN, UNDATED, due)._replace(missing=(self.done,))

    def due(self, year: int, day: date, record: Record) -> date:
        """The last day for it, as far as ``day`` needs to know: what lies within the month needs no calendar."""
        last = month_end(year, self.month)
        return last if day <= last else rolled(last, record.working_days)

    def told(
        self, verdict: Verdict, message: Message, due: date, done: date | None = None, late: int | None = None
    ) -> Outcome:
        return Outcome(
            verdict,
            message,
            {"label": self.label, "due": due, "observed": done, "late": late},
            observed=done,
            required=due,
            shortfall=late,
            evidence=(self.year, self.done) if done else (self.year,),
            due_on=None if done else due,
            reading=ReadingSource.ASSUMED,
        )


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    done, year = binder.path(arguments["to"]), binder.path(arguments["year"])
    end = MonthEnd(done, year, arguments.get("years_after", 0), arguments["month"], binder.label(done))
    return by_calendar(end.decide, (year, done))


KIND = CheckKind(
    name="by_month_end",
    title=Text("在月底前", "by the end of a month"),
    page=__doc__ or "",
    arguments=closed(
        {
            "to": PATH,
            "year": PATH,
            "years_after": {"type": "integer", "minimum": 1},
            "month": {"type": "integer", "minimum": 1, "maximum": 12},
        },
        required=("to", "year", "month"),
    ),
    messages=(IN_TIME, LATE, NOT_DONE, NOT_YET_DUE, UNDATED),
    bind=bind,
)
