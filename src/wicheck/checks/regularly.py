"""Something is done at regular intervals (`定期`): a list is published and updated every so many months.

The text does not say how often. `interval` names the entry in which the body itself laid down its months: not keeping
them is a failure, and keeping them is for a person to judge (`review`), since nobody but the competent body can say
that so often is often enough. An agency's reading from the settings (whole months) decides in place of both.

| what is given | the answer |
|---|---|
| no dates, or no interval | not known |
| dates or interval declared as none (`无`), or no date up to the day judged | failure |
| a gap longer than the interval, up to the day judged | failure, with the days late |
| every gap kept | for a person to judge; with an agency's reading: met |

Each list of `dates` must keep the interval by itself. Dates after the day judged do not count. A term of months ends
with the corresponding day, and a last day that is no working day rolls on.

```yaml
registry_updated:
  check: regularly
  dates: [registry.publication.published_on, registry.publication.updated_on]
  interval: registry.publication.interval_months_count
  exceptions_allowed: 定期
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from wicheck.checks.support.arguments import PATH, PATHS, READINGS, closed, unknown
from wicheck.checks.support.presence import Names, asked
from wicheck.checks.support.terms import by_calendar
from wicheck.dates import Months
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

NONE = Message("regularly.none", Text("没有：{labels}", "there is none: {labels}"))
NOT_BY_THEN = Message("regularly.not_by_then", Text("到 {on} 为止没有：{labels}", "none by {on}: {labels}"))
LATE = Message(
    "regularly.late",
    Text(
        "{label}：{last} 之后，下一次应不晚于 {due}（每 {months} 个月一次），迟了 {late} 天",
        "{label}: after {last} the next was due by {due} (every {months} months), days late: {late}",
    ),
)
KEPT = Message(
    "regularly.kept", Text("{labels}：每 {months} 个月至少一次", "{labels}: at least once every {months} months")
)
ROOM = Message(
    "regularly.room",
    Text(
        "{labels}：按自定的周期每 {months} 个月至少一次；原文“{word}”没有写多久一次，是否足够须由有权一方认定",
        "{labels}: at least every {months} months, as laid down by the body itself; the text's word “{word}” names no "
        "interval, so the competent body says whether that is enough",
    ),
)


class Gap(NamedTuple):
    """Where the next time came too late: the last time before it, when it was due and when it came (or was judged)."""

    path: Path
    last: date
    due: date
    came: date


class Regularity(NamedTuple):
    """Lists of dates, and who says how many months may lie between them."""

    dates: tuple[Path, ...]
    interval: Path
    reading: int | None
    word: str
    names: Names

    def decide(self, record: Record) -> Outcome:
        missing, none = asked(record, self.needed)
        if none:
            return Outcome(Verdict.FAIL, NONE, {"labels": self.names.listed(none)}, False, True, evidence=none)
        if missing:
            return unknown(missing)
        days = {path: past(record, path) for path in self.dates}
        if never := tuple(path for path, found in days.items() if not found):
            values = {"labels": self.names.listed(never), "on": record.judged_on}
            return Outcome(Verdict.FAIL, NOT_BY_THEN, values, False, True, evidence=never)
        months = Months(self.reading or int(record.value(self.interval)))
        late = next((gap for path, found in days.items() for gap in gaps(path, found, months, record)), None)
        return self.late(late, months) if late else self.kept(days, months, record)

    @property
    def needed(self) -> tuple[Path, ...]:
        return self.dates if self.reading else (*self.dates, self.interval)

    @property
    def source(self) -> ReadingSource | None:
        return ReadingSource.AGENCY if self.reading else None

    def late(self, gap: Gap, months: Months) -> Outcome:
        days = (gap.came - gap.due).days
        values = {"label": self.names[gap.path], "last": gap.last, "due": gap.due, "months": months.count, "late": days}
        return Outcome(Verdict.FAIL, LATE, values, gap.came, gap.due, days, evidence=(gap.path,), reading=self.source)

    def kept(self, days: Mapping[Path, Sequence[date]], months: Months, record: Record) -> Outcome:
        verdict, message = (Verdict.PASS, KEPT) if self.reading else (Verdict.REVIEW, ROOM)
        values = {"labels": self.names.listed(self.dates), "months": months.count, "word": self.word}
        soonest = min(months.end(found[-1], record.working_days) for found in days.values())
        return Outcome(verdict, message, values, evidence=self.needed, due_on=soonest, reading=self.source)


def past(record: Record, path: Path) -> list[date]:
    """The days at ``path`` up to the day judged, in order."""
    days = sorted(date.fromisoformat(day) for day in record.value(path))
    return [day for day in days if day <= record.judged_on]


def gaps(path: Path, days: Sequence[date], months: Months, record: Record) -> Iterator[Gap]:
    """Where more than ``months`` lie between two days, or between the last one and the day judged."""
    for last, came in pairwise((*days, record.judged_on)):
        if came > months.end(last, record.working_days):
            due = months.due(last, record.working_days)
            if came > due:
                yield Gap(path, last, due, came)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    dates = tuple(map(binder.path, arguments["dates"]))
    interval = binder.path(arguments["interval"])
    agency = arguments.get("readings", {}).get("agency")
    names = Names.of((*dates, interval), binder)
    reading = None if agency is None else max(1, int(agency))
    return by_calendar(Regularity(dates, interval, reading, arguments["exceptions_allowed"], names).decide, dates)


KIND = CheckKind(
    name="regularly",
    title=Text("定期办理", "regularly"),
    page=__doc__ or "",
    arguments=closed(
        {
            "dates": PATHS,
            "interval": PATH,
            "exceptions_allowed": {"type": "string", "minLength": 1},
            "readings": READINGS,
        },
        required=("dates", "interval", "exceptions_allowed"),
    ),
    messages=(NONE, NOT_BY_THEN, LATE, KEPT, ROOM),
    bind=bind,
)
