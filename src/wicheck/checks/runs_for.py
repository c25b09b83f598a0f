"""A period is so many months long, no longer and no shorter: an agreement that is signed for one year.

Both usual ways of writing a year count (a reading of ours, `assumed`): from 1 January to 31 December, and to the
1 January after it. With `or_less: true` a shorter period will do too, with `or_more: true` a longer one. What is not
written is not known; a last day declared as none (`无`) makes the period longer than any.

```yaml
term_one_year: {check: runs_for, from: agreement.starts_on, to: agreement.ends_on, months: 12}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.terms import COUNT, length
from wicheck.dates import Months
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, ReadingSource, Record, Text, Verdict

AS_LONG = Message(
    "runs_for.as_long",
    Text("自 {start} 至 {end}，期限符合要求（{term}）", "from {start} to {end}, as the term of {term} asks"),
)
LONGER = Message(
    "runs_for.longer",
    Text(
        "自 {start} 至 {end}，超过 {term}，应止于 {due}",
        "from {start} to {end}, longer than {term}: it should end on {due}",
    ),
)
SHORTER = Message(
    "runs_for.shorter",
    Text(
        "自 {start} 至 {end}，不足 {term}（{term}应止于 {due}）",
        "from {start} to {end}, shorter than {term}, which would end on {due}",
    ),
)
ENDLESS = Message("runs_for.endless", Text("没有{label}，期限应为 {term}", "there is no {label}: it must be {term}"))
REVERSED = Message(
    "runs_for.reversed",
    Text("{start} 至 {end}，先后颠倒，请核对这两个日期", "{start} to {end}: the wrong way round, check both dates"),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    start, end = paths = binder.path(arguments["from"]), binder.path(arguments["to"])
    term = Months(int(arguments["months"]))
    or_less, or_more = arguments.get("or_less", False), arguments.get("or_more", False)
    known = {"term": length(term), "label": binder.label(end)}
    endless = Outcome(Verdict.FAIL, ENDLESS, known, evidence=(end,))

    def decide(record: Record) -> Outcome:
        first, last = record.day(start), record.day(end)
        if first is None or last is None:
            if record.value(end) is False and not or_more:
                return endless
            return unknown(tuple(path for path, day in ((start, first), (end, last)) if day is None))
        corresponding = term.end(first, record.working_days)
        verdict, message = weighed(first, last, corresponding)
        due = corresponding - timedelta(days=1)
        told = {**known, "start": first, "end": last, "due": due}
        reading = ReadingSource.ASSUMED if message is not REVERSED else None
        return Outcome(verdict, message, told, last, due, evidence=paths, reading=reading)

    def weighed(first: date, last: date, corresponding: date) -> tuple[Verdict, Message]:
        if last < first:
            return Verdict.FAIL, REVERSED
        if last > corresponding and not or_more:
            return Verdict.FAIL, LONGER
        if last < corresponding - timedelta(days=1) and not or_less:
            return Verdict.FAIL, SHORTER
        return Verdict.PASS, AS_LONG

    return decide


KIND = CheckKind(
    name="runs_for",
    title=Text("期限长度", "runs for"),
    page=__doc__ or "",
    arguments=closed(
        {"from": PATH, "to": PATH, "months": COUNT, "or_less": {"type": "boolean"}, "or_more": {"type": "boolean"}},
        required=("from", "to", "months"),
    ),
    messages=(AS_LONG, LONGER, SHORTER, ENDLESS, REVERSED),
    bind=bind,
)
