"""A kind of service is served: the one being judged for, or one the institution lists beside it.

For guards (`only_if`, `only_where`): what a text asks of one kind of service only. Where nobody says which kinds are
served, it is not known.

```yaml
standards_of_devices:
  check: only_where
  when: [{check: serves, service_kind: assistive_device, listed: institution.service_kinds}]
  checks: [{check: is_true, value: institution.settlement.standards_assistive_device}]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.choices import labelled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, ServiceKind, Text, Verdict

SERVED = Message("serves.served", Text("服务类别包括{kind}", "{kind} services are served"))
NOT_SERVED = Message("serves.not_served", Text("服务类别不包括{kind}", "{kind} services are not served"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    listed, kind = binder.path(arguments["listed"]), ServiceKind(arguments["service_kind"])
    known = {"kind": labelled([kind.value], binder.choices((*listed, 0)))[kind.value]}
    served = Outcome(Verdict.PASS, SERVED, known, True, True, evidence=(listed,))
    not_served = Outcome(Verdict.FAIL, NOT_SERVED, known, False, True, evidence=(listed,))
    nothing = unknown((listed,))

    def decide(record: Record) -> Outcome:
        kinds = (*record.service_kinds, *(record.value(listed) or ()))
        if not kinds:
            return nothing
        return served if kind in kinds else not_served

    return decide


KIND = CheckKind(
    name="serves",
    title=Text("提供某类服务", "serves"),
    page=__doc__ or "",
    arguments=closed(
        {"service_kind": {"enum": [kind.value for kind in ServiceKind]}, "listed": PATH},
        required=("service_kind", "listed"),
    ),
    messages=(SERVED, NOT_SERVED),
    bind=bind,
)
