"""What one document dates, a list of another tells of too: a dissolved agreement stands in the application's history.

For data that contradict each other, not for demands of a law. Asked is what lies on or before the day at `by`, or the
day judged where that is not written. Where either side says nothing, or an entry of the list leaves its date open,
there is nothing to hold against each other and the rule is not applicable. A list declared as none against a day that
is not written leaves it not known: ask only where the thing itself is stated (`only_if`).

```yaml
dissolution_told_of:
  check: told_of
  value: agreement.termination.terminated_on
  entries: application.history.terminations
  key: terminated_on
  by: application.applied_on
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed, unknown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

TOLD = Message("told_of.told", Text("{label} {day} 已写进{list}", "{label} {day} stands under {list}"))
UNTOLD = Message(
    "told_of.untold",
    Text(
        "{label}为 {day}，{list}中却没有这一次，请核对", "{label} is {day}, yet {list} does not tell of it: check both"
    ),
)
NOTHING = Message(
    "told_of.nothing", Text("{label}或{list}未填写，无可核对", "{label} or {list} is not given to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    value, entries, by = (binder.path(arguments[name]) for name in ("value", "entries", "by"))
    key = arguments["key"]
    names = {"label": binder.label(value), "list": binder.label(entries)}
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)

    def decide(record: Record) -> Outcome:
        day, listed = record.day(value), record.value(entries)
        if record.value(value) is None and listed in ([], False):
            return unknown((value,))
        if day is None or listed is None or day > (record.day(by) or record.judged_on):
            return nothing
        told = [entry.get(key) for entry in listed or ()]
        if day.isoformat() in told:
            return Outcome(Verdict.PASS, TOLD, {**names, "day": day}, evidence=(value, entries))
        if None in told:
            return nothing
        return Outcome(Verdict.FAIL, UNTOLD, {**names, "day": day}, evidence=(value, entries))

    return decide


KIND = CheckKind(
    name="told_of",
    title=Text("另一处也写明", "told of elsewhere"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "entries": PATH, "key": KEY, "by": PATH}, required=("value", "entries", "key", "by")
    ),
    messages=(TOLD, UNTOLD, NOTHING),
    bind=bind,
)
