"""A count that was stated agrees with the roster that was given.

The count comes from a fact that reads the roster (or is the length of the list at `value`). Where roster or stated
count is missing there is nothing to compare: not applicable. A roster that contradicts itself fails too.

```yaml
rehab_doctors:
  check: counts_agree
  fact: rehab_doctors_count
  roster: institution.staff.roster
  stated: institution.staff.rehab_doctors_count
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CONTRADICTORY, MEASURED, PATH, closed, unmeasured
from wicheck.checks.support.figures import shown
from wicheck.checks.support.quantities import EITHER_MEASURE
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

AGREE = Message(
    "counts_agree.agree",
    Text("{label}：花名册与所填人数一致，为 {counted}", "{label}: roster and stated count agree, {counted}"),
)
DIFFER = Message(
    "counts_agree.differ",
    Text(
        "{label}：花名册上为 {counted}，所填为 {stated}，请核对",
        "{label}: {counted} on the roster, {stated} stated; check them",
    ),
)
NOTHING = Message(
    "counts_agree.nothing", Text("{label}：花名册或人数未填写，无可核对", "{label}: no roster or no count to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    measure = binder.measure(arguments)
    label, unit = binder.naming(arguments)
    roster, stated_at = binder.path(arguments["roster"]), binder.path(arguments["stated"])
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, {"label": label})
    contradictory = Outcome(Verdict.FAIL, CONTRADICTORY, {"label": label})

    def decide(record: Record) -> Outcome:
        stated = record.value(stated_at)
        if not record.value(roster) or stated is None:
            return nothing
        quantity = measure(record)
        counted = quantity.part
        if counted is None:
            return (
                unmeasured(quantity, label) if quantity.missing else contradictory._replace(evidence=quantity.evidence)
            )
        verdict, message = (Verdict.PASS, AGREE) if counted == stated else (Verdict.FAIL, DIFFER)
        values = {"label": label, "counted": shown(counted, unit), "stated": shown(stated, unit)}
        gap = abs(counted - stated)
        return Outcome(
            verdict, message, values, counted, stated, gap, evidence=(stated_at, *quantity.evidence), unit=unit
        )

    return decide


KIND = CheckKind(
    name="counts_agree",
    title=Text("人数核对", "counts agree"),
    page=__doc__ or "",
    arguments=closed({**MEASURED, "roster": PATH, "stated": PATH}, required=("roster", "stated"), oneOf=EITHER_MEASURE),
    messages=(AGREE, DIFFER, NOTHING, CONTRADICTORY),
    bind=bind,
)
