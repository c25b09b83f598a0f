"""No ban that began with a date holds: a new institution may not apply for 24 months, where its head is to blame.

`when` is the yes-or-no entry that makes the ban. No passes; not written is not known. With a yes, the ban runs from
`start` and still holds on the corresponding day (a reading of ours, `assumed`). Asked is the day at `on`, or the day on
which the record is judged. A failure names the earliest day to apply, within `filing_month` if there is one.

```yaml
ban_responsible_person:
  check: barred_since
  start: institution.opened_on
  when: application.history.responsible_person.involved
  months: 24
  on: application.applied_on
  filing_month: 3
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.bans import BAN, UNITS, ban_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, ReadingSource, Record, Text, Verdict

FREE = Message("barred_since.free", Text("{label}：否，不在限制之列", "{label}: no, so no ban holds"))
OVER = Message(
    "barred_since.over",
    Text(
        "{label}：是；自{start_label} {start} 起 {term}的限制已于 {until} 届满",
        "{label}: yes; the ban of {term} from {start} ({start_label}) ended on {until}",
    ),
)
BARRED = Message(
    "barred_since.barred",
    Text(
        "{label}：是；自{start_label} {start} 起 {term}内不得{step}，"
        "至 {until} 止（含当日），最早可以{step}：{earliest}",
        "{label}: yes; barred for {term} from {start} ({start_label}), until {until}; earliest {step}: {earliest}",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    when, start = binder.path(arguments["when"]), binder.path(arguments["start"])
    words = {"label": binder.label(when), "start_label": binder.label(start)}
    ban = ban_of(arguments, binder)
    free = Outcome(Verdict.PASS, FREE, words, evidence=(when,))

    def decide(record: Record) -> Outcome:
        concerned, first = record.value(when), record.day(start)
        if concerned is False:
            return free
        missing = tuple(path for path, value in ((when, concerned), (start, first)) if value is None)
        return unknown(missing) if first is None or missing else weighed(first, record)

    def weighed(first: date, record: Record) -> Outcome:
        day, until = ban.day(record), ban.until(first, record)
        earliest = ban.free_from(until)
        barred = day <= until
        return Outcome(
            Verdict.FAIL if barred else Verdict.PASS,
            BARRED if barred else OVER,
            {**words, "start": first, **ban.told(until)},
            observed=day,
            required=earliest,
            evidence=(when, start),
            due_on=earliest if barred else None,
            reading=ReadingSource.ASSUMED,
        )

    return decide


KIND = CheckKind(
    name="barred_since",
    title=Text("自某日起不得申请", "barred since"),
    page=__doc__ or "",
    arguments=closed({"start": PATH, "when": PATH, **BAN}, required=("start", "when"), oneOf=UNITS),
    messages=(FREE, OVER, BARRED),
    bind=bind,
)
