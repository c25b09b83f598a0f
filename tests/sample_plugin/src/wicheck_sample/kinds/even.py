"""A count is even: the invented city asks that beds come in pairs.

```yaml
pairs: {check: even, value: institution.rehabilitation.ward.beds_count}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

EVEN = Message("even.even", Text("{label}为 {observed}，成对", "{label} is {observed}, which is even"))
ODD = Message("even.odd", Text("{label}为 {observed}，不成对", "{label} is {observed}, which is odd"))
LACKING = Message("even.lacking", Text("资料不足：未填写{missing}", "not enough data: {missing} not given"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    measure = binder.measure(arguments)
    label, unit = binder.naming(arguments)

    def decide(record: Record) -> Outcome:
        count = measure(record)
        if count.part is None:
            return Outcome(Verdict.UNKNOWN, LACKING, missing=count.missing)
        odd = count.part % 2
        values = {"label": label, "observed": count.part}
        verdict, message = (Verdict.FAIL, ODD) if odd else (Verdict.PASS, EVEN)
        return Outcome(verdict, message, values, observed=count.part, evidence=count.evidence, unit=unit)

    return decide


KIND = CheckKind(
    name="even",
    title=Text("成对", "even"),
    page=__doc__ or "",
    arguments={
        "type": "object",
        "properties": {"value": {"type": "string"}, "fact": {"type": "string"}},
        "additionalProperties": False,
    },
    messages=(EVEN, ODD, LACKING),
    bind=bind,
)
