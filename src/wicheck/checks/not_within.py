"""No ban holds: none of the listed bans is still running on the day of the application.

A ban runs from its `date` and still holds on the corresponding day (a reading of ours, `assumed`); one that begins
after the application does not bar it. Asked is the day at `on`, or the day on which the record is judged. A failure
names the earliest day to apply, counted from the latest ban and within `filing_month` if there is one.

`where` picks the entries that matter, by one value for each key or a list of them. A list declared as none (无)
passes, and so does an entry whose date is declared so: what would bar never happened. A list not written, an entry
without its date or without a key of `where` is not known, unless another entry bars anyway.

```yaml
ban_dissolved:
  check: not_within
  bans: application.history.terminations
  date: confirmed_on
  where: {for_breach: true}
  months: 24
  on: application.applied_on
  filing_month: 3
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.bans import BAN, UNITS, Ban, ban_of
from wicheck.checks.support.choices import labelled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, ReadingSource, Record, Text, Verdict
from wicheck.model.tuples import NamedTuple

NONE = Message("not_within.none", Text("“{label}”中没有本条所指的情形", "{label}: nothing that this rule is about"))
CLEAR = Message(
    "not_within.clear",
    Text("{day} 不在“{label}”的 {term} 限制期内", "{day} lies outside every ban of {term} under “{label}”"),
)
BARRED = Message(
    "not_within.barred",
    Text(
        "{day} 仍在限制期内（“{label}”，最近一次自 {start} 起，限制 {term}），至 {until} 止（含当日），"
        "最早可以{step}：{earliest}",
        "{day} lies within a ban ({label}; the latest from {start}, for {term}): "
        "barred until {until}; earliest {step}: {earliest}",
    ),
)


class Entry(NamedTuple):
    """An entry of the list that matters, or may matter; ``start`` is None where ``missing`` names what it lacks."""

    path: Path
    start: date | None
    missing: tuple[Path, ...]


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    bans = binder.path(arguments["bans"])
    words = {"label": binder.label(bans)}
    key, where = arguments["date"], wanted(arguments.get("where", {}), bans, binder)
    ban = ban_of(arguments, binder)
    nothing = unknown((bans,))
    none = Outcome(Verdict.PASS, NONE, words, evidence=(bans,))

    def decide(record: Record) -> Outcome:
        listed = record.value(bans)
        if listed is None:
            return nothing
        found = entries(record, bans, len(listed or ()), key, where)
        return weighed(found, ban, record, words) if found else none

    return decide


def wanted(where: Mapping[str, Any], bans: Path, binder: Binder) -> Mapping[str, Sequence[Any]]:
    """The values that ``where`` accepts for each key. Raises PackError where an entry can never have one."""
    accepted = {key: value if isinstance(value, list) else [value] for key, value in where.items()}
    for key, values in accepted.items():
        labelled((value for value in values if isinstance(value, str)), binder.choices((*bans, key)))
    return accepted


def entries(record: Record, bans: Path, count: int, key: str, where: Mapping[str, Sequence[Any]]) -> Sequence[Entry]:
    """The entries that are not certainly about something else."""
    read = (entry(record, (*bans, number), key, where) for number in range(count))
    return [each for each in read if each]


def entry(record: Record, path: Path, key: str, where: Mapping[str, Sequence[Any]]) -> Entry | None:
    """The entry at ``path``; None where it bars nobody, since it is about something else or never came to it."""
    dated = (*path, key)
    if record.value(dated) is False:
        return None
    stated = {(*path, name): record.value((*path, name)) for name in where}
    if any(value is not None and value not in where[str(at[-1])] for at, value in stated.items()):
        return None
    start = record.day(dated)
    missing = tuple(at for at, value in {**stated, dated: start}.items() if value is None)
    return Entry(dated, None if missing else start, missing)


def weighed(found: Sequence[Entry], ban: Ban, record: Record, words: Mapping[str, Any]) -> Outcome:
    """The answer for entries that matter: one that bars decides, then what is missing, then none bars."""
    day = ban.day(record)
    known = [(ban.until(each.start, record), each) for each in found if each.start]
    barring = [(until, each) for until, each in known if each.start and each.start <= day <= until]
    missing = tuple(path for each in found for path in each.missing)
    if missing and not barring:
        return unknown(missing)
    until, latest = max(known)
    told = {**words, "day": day, "start": latest.start, **ban.told(until)}
    if not barring:
        evidence = tuple(each.path for each in found)
        return Outcome(Verdict.PASS, CLEAR, told, day, evidence=evidence, reading=ReadingSource.ASSUMED)
    evidence = tuple(each.path for _, each in barring)
    earliest = ban.free_from(until)
    return Outcome(
        Verdict.FAIL, BARRED, told, day, earliest, evidence=evidence, due_on=earliest, reading=ReadingSource.ASSUMED
    )


KIND = CheckKind(
    name="not_within",
    title=Text("不在限制期内", "not within"),
    page=__doc__ or "",
    arguments=closed(
        {
            "bans": PATH,
            "date": KEY,
            **BAN,
            "where": {"type": "object", "propertyNames": KEY, "minProperties": 1},
        },
        required=("bans", "date"),
        oneOf=UNITS,
    ),
    messages=(NONE, CLEAR, BARRED),
    bind=bind,
)
