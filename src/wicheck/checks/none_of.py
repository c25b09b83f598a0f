"""None of several checks holds: the contrary of `any_of`, for guards. Papers are asked unless an exemption holds.

One that holds decides. Else one that is not known, or waits for a person, leaves it open; where every one that
applies fails, none holds. Where none applies, neither does the whole.

```yaml
form:
  check: documents
  material: application.materials.application_form
  only_if:
    check: none_of
    checks:
    - {check: claimed, value: application.applicant.designated_before_rules}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, closed
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, composed
from wicheck.model import Binder, CheckKind, Decide, Outcome, Text, Verdict

ORDER = (Verdict.PASS, *UNDECIDED, Verdict.FAIL)
CONTRARY: Mapping[Verdict, Verdict] = {Verdict.PASS: Verdict.FAIL, Verdict.FAIL: Verdict.PASS}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    any_holds = composed(arguments, binder, ORDER, {Verdict.UNKNOWN: MISSING})
    return lambda record: contrary(any_holds(record))


def contrary(outcome: Outcome) -> Outcome:
    """The same facts with the other verdict. What the member required, and by how much it fell short, is dropped."""
    if outcome.verdict not in CONTRARY:
        return outcome
    return Outcome(
        CONTRARY[outcome.verdict], outcome.message, outcome.values, evidence=outcome.evidence, reading=outcome.reading
    )


KIND = CheckKind(
    name="none_of",
    title=Text("均不符合", "none of"),
    page=__doc__ or "",
    arguments=closed({"checks": CHECKS}, required=("checks",)),
    messages=(JOINED, OPEN),
    bind=bind,
)
