"""A permit is valid on the day on which the record is judged, its first and last day included.

What runs out within 90 days still passes, and the finding names the day to watch. A missing date is not known. With
`unlimited: true` an end that is declared as none (无, that is 长期) passes as valid without end; a permit that was
declared as none as a whole is never valid.

```yaml
licence_valid:
  check: valid_on
  from: institution.practice_licence.issued_on
  until: institution.practice_licence.valid_until
business_licence_valid:
  check: valid_on
  until: institution.business_licence.valid_until
  unlimited: true
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

WATCHED = timedelta(days=90)

VALID = Message(
    "valid_on.valid",
    Text("{label}为 {until}，在 {on} 有效", "{label}: {until}, valid on {on}"),
)
EXPIRING = Message(
    "valid_on.expiring",
    Text(
        "{label}为 {until}，在 {on} 有效，{days} 天后到期，请及时续期或换证",
        "{label}: {until}, valid on {on}, and it runs out in {days} days: renew it in time",
    ),
)
UNLIMITED = Message("valid_on.unlimited", Text("{label}：长期有效", "{label}: valid without end"))
EXPIRED = Message(
    "valid_on.expired",
    Text("{label}为 {until}，到 {on} 已过期 {days} 天", "{label}: {until}; on {on} it had run out for {days} days"),
)
NOT_YET = Message(
    "valid_on.not_yet",
    Text("{label}为 {since}，在 {on} 尚未生效", "{label}: {since}; not yet valid on {on}"),
)
NONE = Message(
    "valid_on.none", Text("{label}：填写为“无”，谈不上有效", "{label}: declared as none, so nothing is valid")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    until = binder.path(arguments["until"])
    none = Outcome(Verdict.FAIL, NONE, {"label": binder.label(until)}, evidence=(until[:-1],))
    begins = beginning(binder.path(arguments["from"]), binder) if "from" in arguments else None
    ends = ending(until, arguments.get("unlimited", False), binder)

    def decide(record: Record) -> Outcome:
        if record.value(until[:-1]) is False:
            return none
        last = ends(record)
        return joined(begins(record), last) if begins and last.verdict is not Verdict.FAIL else last

    return decide


def beginning(since: Path, binder: Binder) -> Decide:
    """Decides by the first day alone."""
    label, nothing = binder.label(since), unknown((since,))

    def begins(record: Record) -> Outcome:
        day, on = record.day(since), record.judged_on
        if day is None:
            return nothing
        verdict, message = (Verdict.PASS, VALID) if day <= on else (Verdict.FAIL, NOT_YET)
        return Outcome(verdict, message, {"label": label, "since": day, "on": on}, day, on, evidence=(since,))

    return begins


def ending(until: Path, unlimited: bool, binder: Binder) -> Decide:
    """Decides by the last day alone, or by the word that there is none."""
    label, nothing = binder.label(until), unknown((until,))
    without_end = Outcome(Verdict.PASS, UNLIMITED, {"label": label}, evidence=(until,))

    def ends(record: Record) -> Outcome:
        day = record.day(until)
        if day is not None:
            return compared(day, record.judged_on, label, until)
        return without_end if unlimited and record.value(until) is False else nothing

    return ends


def compared(day: date, on: date, label: Text, until: Path) -> Outcome:
    days = (day - on).days
    values = {"label": label, "until": day, "on": on, "days": abs(days)}
    if day < on:
        return Outcome(Verdict.FAIL, EXPIRED, values, day, on, -days, evidence=(until,))
    if day - on <= WATCHED:
        return Outcome(Verdict.PASS, EXPIRING, values, day, on, evidence=(until,), due_on=day)
    return Outcome(Verdict.PASS, VALID, values, day, on, evidence=(until,))


def joined(first: Outcome, last: Outcome) -> Outcome:
    """Both days together, where the last one does not fail: what is missing adds up, and so does evidence."""
    if first.verdict is Verdict.FAIL:
        return first
    if first.missing or last.missing:
        return unknown(first.missing + last.missing)
    return last._replace(evidence=first.evidence + last.evidence)


KIND = CheckKind(
    name="valid_on",
    title=Text("在有效期内", "valid on the day"),
    page=__doc__ or "",
    arguments=closed({"until": PATH, "from": PATH, "unlimited": {"type": "boolean"}}, required=("until",)),
    messages=(VALID, EXPIRING, UNLIMITED, EXPIRED, NOT_YET, NONE),
    bind=bind,
)
