"""Every dated entry of a list falls under an entry of another one: outpatient visits under a signed institution.

Two entries belong together where they agree at the first of the keys in `same` that both of them give; the date
must lie in the period of the covering entry, its first and last day included. `unless` names a yes-or-no key of the
entry (an emergency) that frees it. What is not written and could cover it leaves it not known.

```yaml
visits_at_signed:
  check: covered_by
  entries: registry.outpatient_visits
  date: visited_on
  by: registry.signed
  same: [institution_code, institution_name]
  from: starts_on
  until: ends_on
  unless: emergency
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.periods import day_of, period
from wicheck.checks.support.spelling import spelled
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict, same
from wicheck.model.tuples import NamedTuple

COVERED = Message("covered_by.covered", Text("{label}均在{by}范围内", "{label}: all covered by {by}"))
UNCOVERED = Message(
    "covered_by.uncovered", Text("{label}第 {numbers} 项不在{by}范围内", "{label}: {numbers} not covered by {by}")
)
NO_ENTRY = Message("covered_by.no_entry", Text("{label}：没有需要检查的项目", "{label}: there is no entry to ask"))
KEYS: Mapping[str, Any] = {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True}


class Cover(NamedTuple):
    """Decides for one entry whether another list covers it. An empty answer: it does; a None: it does not."""

    date: str
    same: Sequence[str]
    starts: str
    ends: str
    unless: str | None

    def lacking(self, entry: Mapping[str, Any], place: Path, others: Mapping[Path, Any]) -> tuple[Path, ...] | None:
        """What would have to be written to know it; nothing where it is covered, None where it is not."""
        if self.unless and entry.get(self.unless) is True:
            return ()
        if entry.get(self.date) is None:
            return ((*place, self.date),)
        chances = [self._chance(entry, place, other, where) for where, other in others.items()]
        if () in chances:
            return ()
        possible = [each for each in chances if each]
        if self.unless and entry.get(self.unless) is None:
            possible.append(((*place, self.unless),))
        return unique(path for each in possible for path in each) if possible else None

    def _chance(
        self, entry: Mapping[str, Any], place: Path, other: Mapping[str, Any], where: Path
    ) -> tuple[Path, ...] | None:
        """What keeps ``other`` from certainly covering ``entry``; None where it certainly does not."""
        run = period(other, where, self.starts, self.ends)
        day = day_of(entry[self.date])
        if day is None or not run.may_cover(day):
            return None
        for key in self.same:
            if entry.get(key) is not None and other.get(key) is not None:
                return run.missing if spelled(entry[key]) == spelled(other[key]) else None
        side = place if entry.get(self.same[0]) is None else where
        return ((*side, self.same[0]), *run.missing)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, covering = binder.path(arguments["entries"]), binder.path(arguments["by"])
    cover = Cover(arguments["date"], arguments["same"], arguments["from"], arguments["until"], arguments.get("unless"))
    known = {"label": binder.label(path), "by": binder.label(covering)}
    no_entry = Outcome(Verdict.NOT_APPLICABLE, NO_ENTRY, known, evidence=(path,))

    def decide(record: Record) -> Outcome:
        found, others = record.value(path), record.value(covering)
        if found is None:
            return unknown((path,))
        if not found:
            return no_entry
        if others is None:
            return unknown((covering,))
        by_place = {(*covering, index): other for index, other in enumerate(others or ())}
        answers = [cover.lacking(entry, (*path, index), by_place) for index, entry in enumerate(found)]
        return told(answers, known, path)

    return decide


def told(answers: Sequence[tuple[Path, ...] | None], known: Mapping[str, Any], path: Path) -> Outcome:
    """One answer for the whole list."""
    bare = [index for index, answer in enumerate(answers) if answer is None]
    if bare:
        values = {**known, "numbers": listed(same(str(index + 1)) for index in bare)}
        evidence = tuple((*path, index) for index in bare)
        return Outcome(Verdict.FAIL, UNCOVERED, values, shortfall=len(bare), evidence=evidence)
    missing = unique(place for answer in answers for place in answer or ())
    return unknown(missing) if missing else Outcome(Verdict.PASS, COVERED, known, evidence=(path,))


KIND = CheckKind(
    name="covered_by",
    title=Text("应当在范围内", "covered by"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "date": KEY, "by": PATH, "same": KEYS, "from": KEY, "until": KEY, "unless": KEY},
        required=("entries", "date", "by", "same", "from", "until"),
    ),
    messages=(COVERED, UNCOVERED, NO_ENTRY),
    bind=bind,
)
