"""A step is taken by a day that somebody set: a correction by the end of the time allowed for it.

The day itself is in time, and since it was set as a date nothing is counted and nothing rolls on. A day declared as
none (`无`: no time was set) leaves nothing to keep.

| given | the answer |
|---|---|
| both | in time, or late by so many days |
| only the day set | not yet due, with that day; past it: unknown, or a failure if the step is declared as none |
| both, the step still to come | not yet due: what is planned is not done |
| not the day set | unknown |

```yaml
cure_overdue:
  check: each_entry
  entries: agreement.suspensions
  checks: [{check: done_by, value: entry.cured_on, by: entry.cure_due_on}]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

IN_TIME = Message(
    "done_by.in_time",
    Text("{label}为 {observed}，未超过{limit_label} {due}", "{label} is {observed}, in time: {limit_label} is {due}"),
)
LATE = Message(
    "done_by.late",
    Text(
        "{label}为 {observed}，{limit_label}为 {due}，迟了 {late} 天",
        "{label} is {observed}, days late: {late}; {limit_label} is {due}",
    ),
)
NOT_DONE = Message(
    "done_by.not_done",
    Text(
        "{label}填写为“无”，{limit_label}为 {due}，已迟 {late} 天",
        "{label} is declared as none, days late: {late}; {limit_label} is {due}",
    ),
)
NOT_YET_DUE = Message(
    "done_by.not_yet_due", Text("尚未到期：{limit_label}为 {due}", "not yet due: {limit_label} is {due}")
)
UNDATED = Message(
    "done_by.undated",
    Text(
        "资料不足：{limit_label}为 {due}，已经过去，未填写{label}",
        "not enough data: {limit_label}, {due}, is past and {label} is not given",
    ),
)
NOT_SET = Message("done_by.not_set", Text("没有{limit_label}", "there is no {limit_label}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    done, limit = paths = binder.path(arguments["value"]), binder.path(arguments["by"])
    labels = {"label": binder.label(done), "limit_label": binder.label(limit)}
    not_set = Outcome(Verdict.NOT_APPLICABLE, NOT_SET, labels, evidence=(limit,))

    def decide(record: Record) -> Outcome:
        due, day = record.day(limit), record.day(done)
        if due is None:
            return not_set if record.value(limit) is False else unknown((limit,))
        if day is None:
            return still_open(record, due)
        if day > due:
            return late(LATE, due, day, day)
        if day > record.as_of:
            return still_open(record, due)
        return Outcome(Verdict.PASS, IN_TIME, {**labels, "observed": day, "due": due}, day, due, evidence=paths)

    def still_open(record: Record, due: date) -> Outcome:
        told = {**labels, "due": due}
        if record.as_of <= due:
            return Outcome(Verdict.NOT_APPLICABLE, NOT_YET_DUE, told, evidence=(limit,), due_on=due)
        if record.value(done) is False:
            return late(NOT_DONE, due, None, record.as_of)
        return Outcome(Verdict.UNKNOWN, UNDATED, told, missing=(done,), evidence=(limit,), due_on=due)

    def late(message: Message, due: date, day: date | None, until: date) -> Outcome:
        days = (until - due).days
        told = {**labels, "observed": day, "due": due, "late": days}
        return Outcome(Verdict.FAIL, message, told, day, due, days, evidence=paths)

    return decide


KIND = CheckKind(
    name="done_by",
    title=Text("在指定日期前", "done by"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "by": PATH}, required=("value", "by")),
    messages=(IN_TIME, LATE, NOT_DONE, NOT_YET_DUE, UNDATED, NOT_SET),
    bind=bind,
)
