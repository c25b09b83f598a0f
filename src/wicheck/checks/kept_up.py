"""What is done at intervals that nobody has laid down (`定期`) is kept up: its own rhythm asks for no further time yet.

Of the dates up to the day judged there must be two at least, and since the last one no more days may have passed than
the most that ever lay between two of them. Else a person judges (`review`): the text names no interval, so that one
time, or a last time long ago, is neither regular for certain nor certainly not. No date up to the day judged, or none
declared (`无`), is a failure; dates that are not written are not known.

```yaml
self_inspection: {check: kept_up, dates: institution.management.self_inspected_on, exceptions_allowed: 定期}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.presence import is_missing
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

NEVER = Message("kept_up.never", Text("到 {on} 为止没有：{label}", "none by {on}: {label}"))
KEPT = Message(
    "kept_up.kept",
    Text("{label}：共 {count} 次，最近一次 {last}", "{label}: done on {count} days, last on {last}"),
)
ONCE = Message(
    "kept_up.once",
    Text(
        "{label}：只有 {last} 一次，看不出“{word}”，须由有权一方认定",
        "{label}: only once, on {last}, which does not show “{word}”; the competent body decides",
    ),
)
LONG_AGO = Message(
    "kept_up.long_ago",
    Text(
        "{label}：最近一次是 {last}，到 {on} 已 {days} 天，以前最多隔 {most} 天；是否仍算“{word}”须由有权一方认定",
        "{label}: last on {last}, {days} days before {on}, and never more than {most} apart before; whether that is "
        "still “{word}” the competent body decides",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, word = binder.path(arguments["dates"]), arguments["exceptions_allowed"]
    label = binder.label(path)

    def decide(record: Record) -> Outcome:
        stated = record.value(path)
        if is_missing(stated):
            return unknown((path,))
        on = record.as_of
        days = sorted(day for day in map(date.fromisoformat, set(stated or ())) if day <= on)
        values = {"label": label, "word": word, "on": on, "count": len(days)}
        if not days:
            return Outcome(Verdict.FAIL, NEVER, values, False, True, evidence=(path,))
        values["last"] = days[-1]
        if len(days) == 1:
            return Outcome(Verdict.REVIEW, ONCE, values, 1, evidence=(path,))
        most, since = max((later - day).days for day, later in pairwise(days)), (on - days[-1]).days
        values |= {"most": most, "days": since}
        verdict, message = (Verdict.REVIEW, LONG_AGO) if since > most else (Verdict.PASS, KEPT)
        return Outcome(verdict, message, values, days[-1], evidence=(path,))

    return decide


KIND = CheckKind(
    name="kept_up",
    title=Text("一直在做", "kept up"),
    page=__doc__ or "",
    arguments=closed(
        {"dates": PATH, "exceptions_allowed": {"type": "string", "minLength": 1}},
        required=("dates", "exceptions_allowed"),
    ),
    messages=(NEVER, KEPT, ONCE, LONG_AGO),
    bind=bind,
)
