"""Something is done every year: as many years have a record as have run in full.

Years are counted from the day at `from` to the day at `until`, or to the day before the record is judged where that
is earlier or none is given; while a last day is not written, what is lacking is not known. They are terms of twelve
months (a reading of ours, since texts that ask for it every year do not say when): a year that is not over asks for
nothing yet. `where` picks the entries that count; several for one year count once, and those of years outside that
time do not count. `done` is the day on which an entry was made: one still to come does not count, and one that is not
written or lies before the entry's own year says nothing of that year. Records that are as many as the terms, and yet
pass over a whole calendar year between them, are for a human to judge: it may be the year of the assessment that was
written.

```yaml
yearly_assessment:
  check: yearly
  entries: agreement.assessments
  year: year
  where: {kind: yearly}
  done: assessed_on
  from: agreement.starts_on
  until: agreement.ends_on
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.periods import day_of
from wicheck.dates import months_after
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict

DONE = Message(
    "yearly.done",
    Text("{label}：{observed} 年有记录，应有 {required} 年", "{label}: {observed} years recorded of {required} due"),
)
LACKING = Message(
    "yearly.lacking",
    Text(
        "{label}：已满 {required} 年，只有 {observed} 年有记录，缺 {gap} 年",
        "{label}: {required} years have run and {observed} are recorded: {gap} lacking",
    ),
)
SKIPPED = Message(
    "yearly.skipped",
    Text(
        "{label}：有 {observed} 年的记录，但中间跳过了 {year} 年",
        "{label}: {observed} years are recorded, and {year} between them is passed over",
    ),
)
NOT_YET = Message(
    "yearly.not_yet", Text("{label}：到 {due} 满一年，届时应有记录", "{label}: the first full year ends on {due}")
)
PICKED: Mapping[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {"type": ["string", "boolean"]},
}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, since = binder.path(arguments["entries"]), binder.path(arguments["from"])
    until = binder.path(arguments["until"]) if "until" in arguments else None
    year, picked, done = arguments["year"], arguments.get("where", {}), arguments.get("done")
    label = binder.label(path)

    def made(entry: Mapping[str, Any]) -> date:
        return (day_of(entry.get(done)) if done else None) or date.min

    def doubtful(entry: Mapping[str, Any]) -> bool:
        return bool(done and (done not in entry or made(entry).year < entry.get(year, date.min.year)))

    def decide(record: Record) -> Outcome:
        start = record.day(since)
        if start is None:
            return unknown((since,))
        yesterday = record.judged_on - timedelta(days=1)
        end = min(yesterday, (record.day(until) if until else None) or yesterday)
        due = full_years(start, end)
        of_term = range(start.year, end.year + 1)
        if not due:
            first = months_after(start, 12)
            return Outcome(Verdict.NOT_APPLICABLE, NOT_YET, {"label": label, "due": first}, due_on=first)
        found = record.value(path)
        if found is None:
            return unknown((path,))
        so_far = [(index, each) for index, each in enumerate(found or ()) if made(each) <= record.as_of]
        endless = (until,) if until and record.value(until) is None else ()
        whole = range(start.year + (start > date(start.year, 1, 1)), end.year)
        return counted([each for each in so_far if each[1].get(year, start.year) in of_term], due, whole, endless)

    def counted(found: list[tuple[int, Any]], due: int, whole: range, endless: tuple[Path, ...]) -> Outcome:
        meant = [(index, each) for index, each in found if all(each.get(key) in (v, None) for key, v in picked.items())]
        sure = [each for _, each in meant if not doubtful(each)]
        certain = {each[year] for each in sure if year in each and all(key in each for key in picked)}
        gap = due - len(certain)
        values = {"label": label, "observed": len(certain), "required": due, "gap": gap}
        skipped = [each for each in whole if each < max(certain, default=0) and each not in certain]
        if gap <= 0 and not skipped:
            return Outcome(
                Verdict.PASS, DONE, values, len(certain), due, evidence=(path,), reading=ReadingSource.ASSUMED
            )
        unsaid = tuple((*path, index, key) for index, each in meant for key in (*picked, year) if key not in each)
        unsaid += tuple((*path, index, str(done)) for index, each in meant if doubtful(each))
        unsaid += endless
        if unsaid:
            return unknown(unsaid)
        if gap <= 0:
            return Outcome(Verdict.REVIEW, SKIPPED, {**values, "year": skipped[0]}, len(certain), due, evidence=(path,))
        return Outcome(
            Verdict.FAIL, LACKING, values, len(certain), due, gap, evidence=(path,), reading=ReadingSource.ASSUMED
        )

    return decide


def full_years(start: date, end: date) -> int:
    """How many terms of twelve months are over with ``end``: 1 January to 31 December is one."""
    count = 0
    while months_after(start, 12 * (count + 1)) <= end + timedelta(days=1):
        count += 1
    return count


KIND = CheckKind(
    name="yearly",
    title=Text("每年一次", "every year"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "year": KEY, "where": PICKED, "done": KEY, "from": PATH, "until": PATH},
        required=("entries", "year", "from"),
    ),
    messages=(DONE, LACKING, SKIPPED, NOT_YET),
    bind=bind,
)
