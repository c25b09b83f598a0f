"""A date lies before a day that the text names: designated before the rules took effect. The day itself does not.

A date not written is not known; one that was declared as none (`无`) lies nowhere, and fails.

```yaml
designated_before: {check: before, value: application.applicant.designated_on, day: "2021-01-01"}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

EARLIER = Message(
    "before.earlier", Text("{label}为 {observed}，在 {limit} 之前", "{label} is {observed}, before {limit}")
)
NOT_EARLIER = Message(
    "before.not_earlier", Text("{label}为 {observed}，不在 {limit} 之前", "{label} is {observed}, not before {limit}")
)
NONE = Message("before.none", Text("{label}填写为“无”", "{label} is declared as none"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, limit = binder.path(arguments["value"]), date.fromisoformat(arguments["day"])
    known = {"label": binder.label(path), "limit": limit}
    nothing = unknown((path,))
    none = Outcome(Verdict.FAIL, NONE, known, evidence=(path,))

    def decide(record: Record) -> Outcome:
        day = record.day(path)
        if day is None:
            return none if record.value(path) is False else nothing
        verdict, message = (Verdict.PASS, EARLIER) if day < limit else (Verdict.FAIL, NOT_EARLIER)
        return Outcome(verdict, message, {**known, "observed": day}, day, limit, evidence=(path,))

    return decide


KIND = CheckKind(
    name="before",
    title=Text("在某日之前", "before"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}}, required=("value", "day")
    ),
    messages=(EARLIER, NOT_EARLIER, NONE),
    bind=bind,
)
