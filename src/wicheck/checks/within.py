"""A step is taken at most a term after another: so many days, working days or months.

The texts do not say how to count, so the counting is a reading of ours (`assumed`, after the Civil Code, 201 to 203):
the start day is not counted, a term of months ends with the whole of the corresponding day, and a last day that is no
working day rolls on to the next one. Where the working days of a year are not announced, only what lies before the
earliest day on which the term can end is decided, and that day is told as such.

| dates given | the answer |
|---|---|
| both | in time, or late by so many days; a step before its start fails too, unless `early_allowed: true` |
| both, the step still to come | not yet due while planned within the term; planned too late fails |
| only the start | not yet due, with the last day; past it, or where a step of `overtaken_by` was taken: unknown |
| no start | not applicable while nothing shows that it began; else unknown |

A step that is overdue and declared as none (无) fails. `exceptions_allowed` names the word (`原则上`) with which the
text leaves room: being late is then a matter for a person (`review`).

```yaml
signed_within_7_working_days:
  check: within
  from: application.publicity.ends_on
  to: application.signing.signed_on
  working_days: 7
  overtaken_by: [application.system.online_settlement_on]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.steps import PATHS, any_given, paths_of
from wicheck.checks.support.terms import TERM, by_calendar, counted, one_of, term_of
from wicheck.dates import Term
from wicheck.model import (
    Binder,
    CheckKind,
    Decide,
    Message,
    Outcome,
    Path,
    ReadingSource,
    Record,
    Text,
    UnannouncedYearError,
    Verdict,
)
from wicheck.model.tuples import NamedTuple

IN_TIME = Message(
    "within.in_time",
    Text(
        "{label}为 {observed}，未超过期限 {due}（{counted}）",
        "{label} is {observed}, in time: due by {due} ({counted})",
    ),
)
LATE = Message(
    "within.late",
    Text(
        "{label}为 {observed}，期限为 {due}，迟了 {late} 天（{counted}）",
        "{label} is {observed}, days late: {late}; it was due by {due} ({counted})",
    ),
)
NOT_DONE = Message(
    "within.not_done",
    Text(
        "{label}填写为“无”，期限为 {due}，已迟 {late} 天（{counted}）",
        "{label} is declared as none, days late: {late}; it was due by {due} ({counted})",
    ),
)
ROOM = Message(
    "within.room",
    Text(
        "{label}超过期限 {due}，迟 {late} 天（{counted}）；原文“{word}”留有余地，须由经办机构认定",
        "{label}: due by {due}, days late: {late} ({counted}); "
        "the text's word “{word}” leaves room, so the agency decides",
    ),
)
EARLY = Message(
    "within.early",
    Text(
        "{label}为 {observed}，在{start_label}（{start}）之前已办妥",
        "{label}: {observed}, before {start_label} ({start})",
    ),
)
REVERSED = Message(
    "within.reversed",
    Text(
        "{label}（{observed}）早于{start_label}（{start}），先后颠倒，请核对这两个日期",
        "{label} ({observed}) lies before {start_label} ({start}): check both dates",
    ),
)
NOT_YET_DUE = Message(
    "within.not_yet_due",
    Text("尚未到期：{label}最迟为 {due}（{counted}）", "not yet due: {label} by {due} at the latest ({counted})"),
)
UNDATED = Message(
    "within.undated",
    Text(
        "资料不足：{label}最迟应为 {due}，未填写日期（{counted}）",
        "not enough data: {label} was due on {due} and no date is given ({counted})",
    ),
)
NOT_REACHED = Message(
    "within.not_reached", Text("尚未到这一步：{start_label}没有日期", "not reached yet: {start_label} has no date")
)


class Span(NamedTuple):
    """A term in a record: the day it began and its last day, or the earliest it can be until ``unannounced`` is."""

    start: date
    due: date
    unannounced: int | None = None


class Deadline(NamedTuple):
    """A rule's term, from the day at ``start`` to the day at ``done``.

    ``words`` name both, and the word that leaves room, if any. ``overtaking`` shows that the step must have been
    taken, ``begun`` that its term must have begun.
    """

    start: Path
    done: Path
    term: Term
    words: Mapping[str, Any]
    overtaking: tuple[Path, ...]
    begun: tuple[Path, ...]
    early_allowed: bool

    def decide(self, record: Record) -> Outcome:
        start, done = record.day(self.start), record.day(self.done)
        if start is None:
            return self.unstarted(record)
        if done is not None and done < start:
            return self.before(start, done)
        span = self.span(start, done or record.as_of, record)
        if done is None:
            return self.open(span, record)
        if done > span.due:
            return self.late(LATE, span, done, done)
        if done > record.as_of:  # what is planned is not done
            return self.told(Verdict.NOT_APPLICABLE, NOT_YET_DUE, span)
        return self.told(Verdict.PASS, IN_TIME, span, done)

    def span(self, start: date, day: date, record: Record) -> Span:
        """The term, as far as it must be known to decide about ``day``. Raises UnannouncedYearError."""
        try:
            return Span(start, self.term.due(start, record.working_days))
        except UnannouncedYearError as error:
            earliest = self.term.due_no_sooner(start, record.working_days)
            if day > earliest:
                raise
            return Span(start, earliest, error.year)

    def unstarted(self, record: Record) -> Outcome:
        """The term has no first day."""
        if any_given(record, self.begun):
            return unknown((self.start,))
        return Outcome(Verdict.NOT_APPLICABLE, NOT_REACHED, self.words)

    def before(self, start: date, done: date) -> Outcome:
        """The step was taken before its term began."""
        verdict, message = (Verdict.PASS, EARLY) if self.early_allowed else (Verdict.FAIL, REVERSED)
        values = {**self.words, "start": start, "observed": done}
        return Outcome(verdict, message, values, done, start, evidence=(self.start, self.done))

    def open(self, span: Span, record: Record) -> Outcome:
        """The step has no date: it is not due yet, was not taken, or nobody wrote it down."""
        overdue = record.as_of > span.due
        if overdue and record.value(self.done) is False:
            return self.late(NOT_DONE, span, None, record.as_of)
        if overdue or any_given(record, self.overtaking):
            return self.told(Verdict.UNKNOWN, UNDATED, span)._replace(missing=(self.done,))
        return self.told(Verdict.NOT_APPLICABLE, NOT_YET_DUE, span)

    def late(self, message: Message, span: Span, done: date | None, until: date) -> Outcome:
        """The step was taken after it was due, or was still not taken on ``until``."""
        days = (until - span.due).days
        if self.words["word"]:
            return self.told(Verdict.REVIEW, ROOM, span, done, days)
        return self.told(Verdict.FAIL, message, span, done, days)

    def told(
        self, verdict: Verdict, message: Message, span: Span, done: date | None = None, late: int | None = None
    ) -> Outcome:
        """An outcome that rests on our counting of the term. While the step is open, its last day is one to watch."""
        how = counted(self.term, self.words["start_label"], span.start, span.unannounced)
        return Outcome(
            verdict,
            message,
            {**self.words, "due": span.due, "observed": done, "late": late, "counted": how},
            observed=done,
            required=span.due,
            shortfall=late,
            evidence=(self.start, self.done) if done else (self.start,),
            due_on=None if done else span.due,
            reading=ReadingSource.ASSUMED,
        )


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    start, done = binder.path(arguments["from"]), binder.path(arguments["to"])
    overtaking = paths_of(arguments.get("overtaken_by", ()), binder)
    early_allowed = arguments.get("early_allowed", False)
    deadline = Deadline(
        start,
        done,
        term_of(arguments),
        {
            "label": binder.label(done),
            "start_label": binder.label(start),
            "word": arguments.get("exceptions_allowed"),
        },
        overtaking,
        overtaking if early_allowed else (done, *overtaking),
        early_allowed,
    )
    return by_calendar(deadline.decide, (start, done))


KIND = CheckKind(
    name="within",
    title=Text("在期限内", "within"),
    page=__doc__ or "",
    arguments=closed(
        {
            "from": PATH,
            "to": PATH,
            **TERM,
            "overtaken_by": PATHS,
            "exceptions_allowed": {"type": "string", "minLength": 1},
            "early_allowed": {"type": "boolean"},
        },
        required=("from", "to"),
        oneOf=one_of(*TERM),
    ),
    messages=(IN_TIME, LATE, NOT_DONE, ROOM, EARLY, REVERSED, NOT_YET_DUE, UNDATED, NOT_REACHED),
    bind=bind,
)
