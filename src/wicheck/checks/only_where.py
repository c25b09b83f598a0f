"""Checks that hold only where others do: a guard inside a composition, as `only_if` is one of a whole rule.

Where one of `when` fails or does not apply, the checks are not applicable, and so neutral in what they are part of;
where that is not known, they are not known either. Else all of `checks` must hold.

```yaml
decision_issued:
  check: all_of
  checks:
  - {check: present, value: application.events.decision_issued_on}
  - check: only_where
    when: [{check: reached, signs: [application.signing.signed_on]}]
    checks: [{check: one_of, value: application.decision.result, allowed: [admitted]}]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, closed
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, composed
from wicheck.model import Binder, CheckKind, Decide, Outcome, Record, Text, Verdict

ORDER = (Verdict.FAIL, *UNDECIDED, Verdict.PASS)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    guard, holds = all_of(arguments["when"], binder), all_of(arguments["checks"], binder)

    def decide(record: Record) -> Outcome:
        guarding = guard(record)
        if guarding.verdict is Verdict.PASS:
            return holds(record)
        return guarding._replace(verdict=Verdict.NOT_APPLICABLE) if guarding.verdict is Verdict.FAIL else guarding

    return decide


def all_of(checks: Any, binder: Binder) -> Decide:
    return composed({"checks": checks}, binder, ORDER, {Verdict.UNKNOWN: MISSING})


KIND = CheckKind(
    name="only_where",
    title=Text("仅在一定情形下", "only where"),
    page=__doc__ or "",
    arguments=closed({"when": CHECKS, "checks": CHECKS}, required=("when", "checks")),
    messages=(JOINED, OPEN),
    bind=bind,
)
