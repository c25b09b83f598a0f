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

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.periods import day_of
from wicheck.dates import months_after
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

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


class Term(NamedTuple):
    """The time in which records are asked for: ``due`` years of it have run in full.

    ``years`` are the calendar years that it touches, ``whole`` those that lie in it from end to end; ``endless`` is
    where its last day is not written.
    """

    due: int
    years: range
    whole: range
    endless: tuple[Path, ...]


class Wanted(NamedTuple):
    """Which entries of the list at ``path`` count, and for what year. Each stands with its number in the list."""

    path: Path
    year: str
    picked: Mapping[str, Any]
    done: str | None

    def among(self, found: Sequence[Mapping[str, Any]], term: Term, as_of: date) -> list[tuple[int, Mapping[str, Any]]]:
        """Those that count, or may, of what was done by ``as_of``."""
        return [
            (index, each)
            for index, each in enumerate(found)
            if self._made(each) <= as_of
            and each.get(self.year, term.years.start) in term.years
            and all(each.get(key) in (value, None) for key, value in self.picked.items())
        ]

    def certain(self, meant: Sequence[tuple[int, Mapping[str, Any]]]) -> set[int]:
        """The years that certainly have a record."""
        needed = (self.year, *self.picked)
        return {each[self.year] for _, each in meant if not self._doubtful(each) and all(key in each for key in needed)}

    def unsaid(self, meant: Sequence[tuple[int, Mapping[str, Any]]]) -> tuple[Path, ...]:
        """What the entries leave open."""
        keys = (*self.picked, self.year)
        lacking = [(*self.path, index, key) for index, each in meant for key in keys if key not in each]
        return (*lacking, *[(*self.path, index, str(self.done)) for index, each in meant if self._doubtful(each)])

    def _made(self, entry: Mapping[str, Any]) -> date:
        return (day_of(entry.get(self.done)) if self.done else None) or date.min

    def _doubtful(self, entry: Mapping[str, Any]) -> bool:
        before = self._made(entry).year < entry.get(self.year, date.min.year)
        return bool(self.done and (self.done not in entry or before))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, since = binder.path(arguments["entries"]), binder.path(arguments["from"])
    until = binder.path(arguments["until"]) if "until" in arguments else None
    wanted = Wanted(path, arguments["year"], arguments.get("where", {}), arguments.get("done"))
    label = binder.label(path)

    def decide(record: Record) -> Outcome:
        start = record.day(since)
        if start is None:
            return unknown((since,))
        term = term_of(record, start, until)
        if not term.due:
            first = months_after(start, 12)
            return Outcome(Verdict.NOT_APPLICABLE, NOT_YET, {"label": label, "due": first}, due_on=first)
        found = record.value(path)
        if found is None:
            return unknown((path,))
        return counted(wanted, wanted.among(found or (), term, record.as_of), term, label)

    return decide


def term_of(record: Record, start: date, until: Path | None) -> Term:
    """From ``start`` to the day at ``until``, or to the day before the record is judged."""
    yesterday = record.judged_on - timedelta(days=1)
    end = min(yesterday, (record.day(until) if until else None) or yesterday)
    first_whole = start.year + (start > date(start.year, 1, 1))
    endless = (until,) if until and record.value(until) is None else ()
    return Term(full_years(start, end), range(start.year, end.year + 1), range(first_whole, end.year), endless)


def counted(wanted: Wanted, meant: Sequence[tuple[int, Mapping[str, Any]]], term: Term, label: Text) -> Outcome:
    """The years of the entries ``meant`` against those that are due."""
    certain, due, evidence = wanted.certain(meant), term.due, (wanted.path,)
    gap = due - len(certain)
    values = {"label": label, "observed": len(certain), "required": due, "gap": gap}
    skipped = [each for each in term.whole if each < max(certain, default=0) and each not in certain]
    if gap <= 0 and not skipped:
        return Outcome(Verdict.PASS, DONE, values, len(certain), due, evidence=evidence, reading=ReadingSource.ASSUMED)
    if unsaid := (*wanted.unsaid(meant), *term.endless):
        return unknown(unsaid)
    if gap <= 0:
        return Outcome(Verdict.REVIEW, SKIPPED, {**values, "year": skipped[0]}, len(certain), due, evidence=evidence)
    return Outcome(
        Verdict.FAIL, LACKING, values, len(certain), due, gap, evidence=evidence, reading=ReadingSource.ASSUMED
    )


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
