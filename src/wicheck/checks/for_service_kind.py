"""Checks hold where a kind of service is served: settlement standards for devices, of those who fit devices.

Asked is whoever is being judged for the kind, or names it in the list at `serves`; then all of the checks must hold, as
with `all_of`. For others it is not applicable, so that an `all_of` around several asks each kind its own. Where
nobody says which kinds they are, nothing is known.

```yaml
standards_for_service_kinds:
  check: all_of
  checks:
  - check: for_service_kind
    service_kind: medical
    serves: institution.service_kinds
    checks: [{check: is_true, value: institution.settlement.standards_medical}]
  - check: for_service_kind
    service_kind: rehabilitation
    serves: institution.service_kinds
    checks: [{check: is_true, value: institution.settlement.standards_rehabilitation}]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, PATH, closed, unknown
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, composed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, ServiceKind, Text, Verdict

NOT_SERVED = Message(
    "for_service_kind.not_served",
    Text("服务类别不包括这一类，不作要求", "this kind of service is not served, so nothing is asked"),
)
ORDER = (Verdict.FAIL, *UNDECIDED, Verdict.PASS)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    serves, kind = binder.path(arguments["serves"]), ServiceKind(arguments["service_kind"])
    asked = composed(arguments, binder, ORDER, {Verdict.UNKNOWN: MISSING})
    not_served = Outcome(Verdict.NOT_APPLICABLE, NOT_SERVED, evidence=(serves,))

    def decide(record: Record) -> Outcome:
        served = (*record.service_kinds, *(record.value(serves) or ()))
        if kind in served:
            return asked(record)
        return not_served if served else unknown((serves,))

    return decide


KIND = CheckKind(
    name="for_service_kind",
    title=Text("某一服务类别应当符合", "for a kind of service"),
    page=__doc__ or "",
    arguments=closed(
        {"service_kind": {"enum": [kind.value for kind in ServiceKind]}, "serves": PATH, "checks": CHECKS},
        required=("service_kind", "serves", "checks"),
    ),
    messages=(NOT_SERVED, JOINED, OPEN),
    bind=bind,
)
