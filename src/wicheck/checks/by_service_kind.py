"""Each kind of service has its own check: settlement standards for medical care, rehabilitation, assistive devices.

Asked are the kinds that are being judged and those the list at `serves` names: all of what applies must hold, as with
`all_of`. A kind without a check of its own asks nothing. Where nobody says which kinds they are, nothing is known.

```yaml
standards_for_service_kinds:
  check: by_service_kind
  serves: institution.service_kinds
  checks:
    medical: {check: is_true, value: institution.settlement.standards_medical}
    rehabilitation: {check: is_true, value: institution.settlement.standards_rehabilitation}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, PATH, closed, unknown
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, first_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, ServiceKind, Text, Verdict

NOTHING_ASKED = Message(
    "by_service_kind.nothing_asked",
    Text("对这些服务类别没有要求", "nothing is asked for these kinds of service"),
)
ORDER = (Verdict.FAIL, *UNDECIDED, Verdict.PASS)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    serves = binder.path(arguments["serves"])
    checks = {ServiceKind(kind): binder.decide(check) for kind, check in arguments["checks"].items()}

    def decide(record: Record) -> Outcome:
        kinds = {*record.service_kinds, *map(ServiceKind, record.value(serves) or ())}
        if not kinds:
            return unknown((serves,))
        outcomes = [check(record) for kind, check in checks.items() if kind in kinds]
        if not outcomes:
            return Outcome(Verdict.NOT_APPLICABLE, NOTHING_ASKED, evidence=(serves,))
        return first_of(outcomes, ORDER, {Verdict.UNKNOWN: MISSING})

    return decide


KIND = CheckKind(
    name="by_service_kind",
    title=Text("各服务类别分别符合", "by kind of service"),
    page=__doc__ or "",
    arguments=closed(
        {
            "serves": PATH,
            "checks": {
                "type": "object",
                "propertyNames": {"enum": [kind.value for kind in ServiceKind]},
                "additionalProperties": CHECKS["items"],
                "minProperties": 1,
            },
        },
        required=("serves", "checks"),
    ),
    messages=(NOTHING_ASKED, JOINED, OPEN),
    bind=bind,
)
