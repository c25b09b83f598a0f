"""A period lasts at least a term: a public showing (公示) of five working days, for instance.

Its first day is not counted (a reading of ours, `assumed`): what is shown for five working days from Monday on may end
on the Monday after, and not before. Its last day does not roll on: a period may end on any day.
Where the working days of a year are not announced, nothing is decided.

| dates given | the answer |
|---|---|
| both | long enough, or short by so many; an end before the beginning fails too |
| both, the end still to come | with `over: true` (a showing) still running, else as any other end (a filing) |
| only the first | still running, with the earliest lawful end; where a step of `overtaken_by` was taken: unknown |
| not the first | not applicable while nothing shows that it began; else unknown, or a failure if declared as none |

```yaml
publicity_5_working_days:
  check: lasts
  from: application.publicity.starts_on
  to: application.publicity.ends_on
  working_days: 5
  over: true
  overtaken_by: [application.events.published_on, application.signing.signed_on]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.steps import PATHS, any_given, paths_of
from wicheck.checks.support.terms import TERM, by_calendar, counted, length, one_of, term_of
from wicheck.dates import Days, Term, WorkingDayCount
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

LONG_ENOUGH = Message(
    "lasts.long_enough",
    Text(
        "{label}为 {observed}，不早于 {earliest}，时间足够（{counted}）",
        "{label} is {observed}, long enough: the earliest lawful end is {earliest} ({counted})",
    ),
)
SHORT = Message(
    "lasts.short",
    Text(
        "{label}为 {observed}，少了 {short}；最早应到 {earliest} 为止（{counted}）",
        "{label} is {observed}, {short} short: the earliest lawful end is {earliest} ({counted})",
    ),
)
REVERSED = Message(
    "lasts.reversed",
    Text(
        "{label}（{observed}）早于{start_label}（{start}），先后颠倒，请核对这两个日期",
        "{label} ({observed}) lies before {start_label} ({start}): check both dates",
    ),
)
RUNNING = Message(
    "lasts.running",
    Text(
        "尚未结束：{label}最早为 {earliest}（{counted}）",
        "still running: {label} on {earliest} at the earliest ({counted})",
    ),
)
SKIPPED = Message(
    "lasts.skipped",
    Text(
        "{start_label}填写为“无”，后面的步骤却已办理", "{start_label} is declared as none, yet a later step was taken"
    ),
)
NOT_BEGUN = Message("lasts.not_begun", Text("尚未开始：{start_label}没有日期", "not begun: {start_label} has no date"))


class Period(NamedTuple):
    """A rule's period from the day at ``first`` to the day at ``last``; ``words`` name both.

    ``overtaking`` shows that the period must be over.
    """

    first: Path
    last: Path
    term: Term
    words: Mapping[str, Any]
    overtaking: tuple[Path, ...]
    must_be_over: bool

    def decide(self, record: Record) -> Outcome:
        first, last = record.day(self.first), record.day(self.last)
        if first is None:
            return self.unstarted(record)
        if last is None:
            return self.running(first, record)
        if last < first:
            values = {**self.words, "start": first, "observed": last}
            return Outcome(Verdict.FAIL, REVERSED, values, last, first, evidence=(self.first, self.last))
        return self.ended(first, last, record)

    def unstarted(self, record: Record) -> Outcome:
        if not any_given(record, (self.last, *self.overtaking)):
            return Outcome(Verdict.NOT_APPLICABLE, NOT_BEGUN, self.words)
        if record.value(self.first) is False:
            return Outcome(Verdict.FAIL, SKIPPED, self.words, evidence=(self.first,))
        return unknown((self.first,))

    def running(self, first: date, record: Record) -> Outcome:
        if any_given(record, self.overtaking):
            return unknown((self.last,))
        return self.still_running(first, record)

    def still_running(self, first: date, record: Record) -> Outcome:
        earliest = self.term.end(first, record.working_days)
        return Outcome(
            Verdict.NOT_APPLICABLE,
            RUNNING,
            self.told(first, earliest),
            required=earliest,
            evidence=(self.first,),
            due_on=earliest,
            reading=ReadingSource.ASSUMED,
        )

    def ended(self, first: date, last: date, record: Record) -> Outcome:
        earliest = self.term.end(first, record.working_days)
        enough = last >= earliest
        if enough and self.must_be_over and last > record.as_of:
            return self.still_running(first, record)
        short = None if enough else self.lacking(last, earliest, record)
        return Outcome(
            Verdict.PASS if enough else Verdict.FAIL,
            LONG_ENOUGH if enough else SHORT,
            {**self.told(first, earliest), "observed": last, "short": short and length(short)},
            observed=last,
            required=earliest,
            shortfall=short and short.count,
            evidence=(self.first, self.last),
            reading=ReadingSource.ASSUMED,
        )

    def lacking(self, last: date, earliest: date, record: Record) -> Term:
        """What is missing after ``last`` up to ``earliest``: working days if so counted, else calendar days."""
        days = [last + timedelta(days=number) for number in range(1, (earliest - last).days + 1)]
        if isinstance(self.term, WorkingDayCount):
            return WorkingDayCount(sum(map(record.working_days.is_working_day, days)))
        return Days(len(days))

    def told(self, first: date, earliest: date) -> Mapping[str, Any]:
        return {**self.words, "earliest": earliest, "counted": counted(self.term, self.words["start_label"], first)}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    first, last = binder.path(arguments["from"]), binder.path(arguments["to"])
    words = {"label": binder.label(last), "start_label": binder.label(first)}
    overtaking, must_be_over = paths_of(arguments.get("overtaken_by", ()), binder), arguments.get("over", False)
    period = Period(first, last, term_of(arguments), words, overtaking, must_be_over)
    return by_calendar(period.decide, (first, last))


KIND = CheckKind(
    name="lasts",
    title=Text("持续时间", "lasts"),
    page=__doc__ or "",
    arguments=closed(
        {"from": PATH, "to": PATH, **TERM, "overtaken_by": PATHS, "over": {"type": "boolean"}},
        required=("from", "to"),
        oneOf=one_of(*TERM),
    ),
    messages=(LONG_ENOUGH, SHORT, REVERSED, RUNNING, SKIPPED, NOT_BEGUN),
    bind=bind,
)
