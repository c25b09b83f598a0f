"""What another application of the institution dates in a list, this one's list tells of too: a dissolved agreement.

For data that contradict each other, not for demands of a law: each application is heard by itself, and what one leaves
out of its history may stand in another's. Asked is what lies on or before the day at `by`, or the day judged where that
is not written. Where this list is not written, or leaves such a day open, or no other application dates anything, there
is nothing to hold against each other and the rule is not applicable.

```yaml
terminations:
  check: told_beside
  entries: application.history.terminations
  keys: [terminated_on, confirmed_on]
  by: application.applied_on
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed
from wicheck.checks.support.entries import entries
from wicheck.checks.support.periods import day_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict

TOLD = Message(
    "told_beside.told", Text("另外的申请写的，{list}里都有", "what other applications date stands under {list}")
)
UNTOLD = Message(
    "told_beside.untold",
    Text(
        "另一份申请（{other}）的{list}里有 {day} 的一次，本申请没有写，请核对",
        "another application ({other}) tells of {day} under {list}, this one does not: check both",
    ),
)
NOTHING = Message(
    "told_beside.nothing",
    Text(
        "{list}没有写全，或者没有另外的申请可以核对", "{list} is not given, or there is no other application to compare"
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, by, keys = binder.path(arguments["entries"]), binder.path(arguments["by"]), arguments["keys"]
    names = {"list": binder.label(path)}
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)

    def decide(record: Record) -> Outcome:
        until = record.day(by) or record.judged_on
        asked = [(key, day, other) for key in keys for day, other in elsewhere(record, path, key) if day <= until]
        told = {key: (entries(record, path, key) or {}).values() for key in keys}
        asked = [each for each in asked if None not in told[each[0]]]
        if not asked or record.value(path) is None:
            return nothing
        for key, day, other in asked:
            if day.isoformat() not in told[key]:
                values = {**names, "day": day, "other": other}
                return Outcome(Verdict.FAIL, UNTOLD, values, evidence=(path,))
        return Outcome(Verdict.PASS, TOLD, names, evidence=(path,))

    return decide


def elsewhere(record: Record, path: Path, key: str) -> Iterator[tuple[date, str]]:
    """The days at ``key`` in the same list of the institution's other applications, each with its document."""
    for document in record.dossier.beside:
        found = entries(record.of(document), path, key) or {}
        yield from ((day, document.id) for value in found.values() if (day := day_of(value)))


KIND = CheckKind(
    name="told_beside",
    title=Text("另一份申请写的也写明", "told beside another application"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "keys": {"type": "array", "minItems": 1, "items": KEY}, "by": PATH},
        required=("entries", "keys", "by"),
    ),
    messages=(TOLD, UNTOLD, NOTHING),
    bind=bind,
)
