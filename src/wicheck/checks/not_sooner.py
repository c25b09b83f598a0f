"""A step is not taken until a term after another is over: no new agreement for two years after a termination.

The term still holds on its corresponding day (a reading of ours, `assumed`), so the day after is the first lawful one,
and no last day rolls on. While the step is not taken the rule is not applicable and names that first day; a step
without the date from which the term runs is not known, one that lies before that date fails.

`elsewhere` names where other documents of the dossier, of the same kind or another, date such a step: a new agreement
signed within the bar fails though the one that ended says nothing of it. What they date before the term began does
not matter; the earliest step decides.

```yaml
ban_24_months_after_termination:
  check: not_sooner
  from: agreement.termination.terminated_on
  to: agreement.termination.next_signed_on
  elsewhere: [agreement.signed_on, application.signing.signed_on]
  months: 24
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, PATHS, closed, unknown
from wicheck.checks.support.bans import UNITS, ban_of
from wicheck.checks.support.terms import TERM
from wicheck.model import (
    Binder,
    CheckKind,
    Decide,
    DocumentKind,
    Message,
    Outcome,
    Path,
    ReadingSource,
    Record,
    Text,
    Verdict,
)

OVER = Message(
    "not_sooner.over",
    Text(
        "{label}为 {observed}；自{start_label} {start} 起 {term}的限制已于 {until} 届满",
        "{label} is {observed}; the bar of {term} from {start_label}, {start}, ended on {until}",
    ),
)
TOO_SOON = Message(
    "not_sooner.too_soon",
    Text(
        "{label}为 {observed}，仍在自{start_label} {start} 起 {term}的限制期内，"
        "至 {until} 止（含当日），最早应为 {earliest}",
        "{label} is {observed}, within the bar of {term} from {start_label}, {start}: "
        "it holds until {until}, so {earliest} is the earliest day",
    ),
)
REVERSED = Message(
    "not_sooner.reversed",
    Text(
        "{label}（{observed}）早于{start_label}（{start}），先后颠倒，请核对这两个日期",
        "{label} ({observed}) lies before {start_label} ({start}): check both dates",
    ),
)
OPEN = Message(
    "not_sooner.open",
    Text(
        "没有{label}；自{start_label} {start} 起限制 {term}，最早为 {earliest}",
        "no {label}; barred for {term} from {start_label}, {start}: {earliest} is the earliest day",
    ),
)
NOT_BEGUN = Message("not_sooner.not_begun", Text("{start_label}没有日期", "{start_label} has no date"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    first, next_one = paths = binder.path(arguments["from"]), binder.path(arguments["to"])
    words = {"start_label": binder.label(first), "label": binder.label(next_one)}
    bar = ban_of(arguments, binder)
    not_begun = Outcome(Verdict.NOT_APPLICABLE, NOT_BEGUN, words)
    elsewhere = [binder.path(each) for each in arguments.get("elsewhere", ())]

    def decide(record: Record) -> Outcome:
        start, day = record.day(first), record.day(next_one)
        if start is not None:
            days = (day, *(each for path in elsewhere for each in others(record, path, start)))
            day = min((each for each in days if each), default=None)
        if start is None:
            return unknown((first,)) if day else not_begun
        until = bar.until(start, record)
        told = {**words, "start": start, "observed": day, **bar.told(until)}
        earliest = bar.free_from(until)
        if day is None:
            watched = earliest if record.as_of < earliest else None
            return Outcome(Verdict.NOT_APPLICABLE, OPEN, told, evidence=(first,), due_on=watched, reading=ASSUMED)
        return answered(day, start, until, earliest, told)

    def answered(day: date, start: date, until: date, earliest: date, told: Mapping[str, Any]) -> Outcome:
        if day < start:
            return Outcome(Verdict.FAIL, REVERSED, told, day, start, evidence=paths)
        if day > until:
            return Outcome(Verdict.PASS, OVER, told, day, earliest, evidence=paths, reading=ASSUMED)
        short = (earliest - day).days
        return Outcome(
            Verdict.FAIL, TOO_SOON, told, day, earliest, short, evidence=paths, due_on=earliest, reading=ASSUMED
        )

    return decide


def others(record: Record, path: Path, start: date) -> list[date]:
    """The days at ``path`` in the dossier's other documents of that kind, from ``start`` on."""
    beside = (each for each in record.dossier.of_kind(DocumentKind(str(path[0]))) if each is not record.document)
    days = (record.of(each).day(path) for each in beside)
    return [day for day in days if day and day >= start]


ASSUMED = ReadingSource.ASSUMED

KIND = CheckKind(
    name="not_sooner",
    title=Text("限制期满后", "not sooner"),
    page=__doc__ or "",
    arguments=closed(
        {"from": PATH, "to": PATH, "elsewhere": PATHS, "days": TERM["days"], "months": TERM["months"]},
        required=("from", "to"),
        oneOf=UNITS,
    ),
    messages=(OVER, TOO_SOON, REVERSED, OPEN, NOT_BEGUN),
    bind=bind,
)
