"""A choice is one of those the text allows: the type of an institution, its level.

A value that is not among the choices of the schema is a fault of the pack, found when it loads.

```yaml
level: {check: one_of, value: institution.level, allowed: [level_2, level_3]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHOSEN, PATH, closed, unknown
from wicheck.checks.support.choices import labelled
from wicheck.checks.support.presence import is_missing
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

AMONG = Message("one_of.among", Text("{label}：{observed}", "{label}: {observed}"))
OTHER = Message(
    "one_of.other", Text("{label}：{observed}，应为：{allowed}", "{label}: {observed}; it must be one of: {allowed}")
)
NONE = Message("one_of.none", Text("{label}：无，应为：{allowed}", "{label}: none; it must be one of: {allowed}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["value"])
    allowed = arguments["allowed"]
    labels = binder.choices(path)
    known = {"label": binder.label(path), "allowed": listed(labelled(allowed, labels).values())}
    nothing = unknown((path,))

    def decide(record: Record) -> Outcome:
        value = record.value(path)
        if is_missing(value):
            return nothing
        verdict, message = (Verdict.PASS, AMONG) if value in allowed else (Verdict.FAIL, OTHER)
        if value is False:
            verdict, message = Verdict.FAIL, NONE
        values = {**known, "observed": labels.get(value) or same(str(value))}
        return Outcome(verdict, message, values, value, allowed, evidence=(path,))

    return decide


KIND = CheckKind(
    name="one_of",
    title=Text("属于其中之一", "one of"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "allowed": CHOSEN}, required=("value", "allowed")),
    messages=(AMONG, OTHER, NONE),
    bind=bind,
)
