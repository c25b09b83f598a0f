"""What a derived quantity is made from does not contradict itself: net area, beds and area per bed, for instance.

For cross-checks, not for demands of a law: where something is not written there is nothing to hold against each
other, and the rule is not applicable.

```yaml
bed_areas: {check: consistent, fact: rehab_area_per_bed}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CONTRADICTORY, FACT, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

AGREES = Message("consistent.agrees", Text("{label}：所填数据没有矛盾", "{label}: the data given do not contradict"))
NOTHING = Message(
    "consistent.nothing", Text("{label}：资料未填全，无可核对", "{label}: not enough is given to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    measure = binder.measure(arguments)
    label, _ = binder.naming(arguments)
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, {"label": label})

    def decide(record: Record) -> Outcome:
        quantity = measure(record)
        if quantity.missing:
            return nothing
        verdict, message = (Verdict.FAIL, CONTRADICTORY) if quantity.part is None else (Verdict.PASS, AGREES)
        return Outcome(verdict, message, {"label": label}, evidence=quantity.evidence)

    return decide


KIND = CheckKind(
    name="consistent",
    title=Text("数据没有矛盾", "consistent"),
    page=__doc__ or "",
    arguments=closed({"fact": FACT}, required=("fact",)),
    messages=(AGREES, NOTHING, CONTRADICTORY),
    bind=bind,
)
