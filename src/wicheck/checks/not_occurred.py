"""A ground of dissolution did not occur: it is said not to have, and there is no day on which it was confirmed.

Yes is a failure, nothing written is not known; a no beside a day of confirmation contradicts itself, and so is not
known either.

```yaml
ground_forged_records: {check: not_occurred, value: agreement.grounds.forged_records}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

CONFIRMED = Message(
    "not_occurred.confirmed",
    Text("{label}：否，却有{other}（{day}），请核对", "{label}: no, and yet {other} is {day}: check both"),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    occurred, confirmed = (binder.path(f"{arguments['value']}.{key}") for key in ("occurred", "confirmed_on"))
    denied = binder.decide({"check": "is_false", "value": f"{arguments['value']}.occurred"})
    names = {"label": binder.label(occurred), "other": binder.label(confirmed)}

    def decide(record: Record) -> Outcome:
        outcome, day = denied(record), record.day(confirmed)
        if outcome.verdict is not Verdict.PASS or day is None:
            return outcome
        return Outcome(Verdict.UNKNOWN, CONFIRMED, {**names, "day": day}, evidence=(occurred, confirmed))

    return decide


KIND = CheckKind(
    name="not_occurred",
    title=Text("情形没有发生", "did not occur"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(CONFIRMED,),
    bind=bind,
)
