"""A special position is claimed: designated before the rules, applying as a branch. For guards (`only_if`).

A yes claims it; a no, and no answer at all, do not: nobody has to answer for an exemption that he does not want.

```yaml
grandfathered:
  check: before
  value: application.applicant.designated_on
  day: "2021-01-01"
  only_if: {check: claimed, value: application.applicant.designated_before_rules}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed
from wicheck.checks.support.steps import is_given
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

CLAIMED = Message("claimed.claimed", Text("已主张：{label}", "claimed: {label}"))
NOT_CLAIMED = Message("claimed.not_claimed", Text("未主张：{label}", "not claimed: {label}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path = binder.path(arguments["value"])
    label = {"label": binder.label(path)}
    claimed = Outcome(Verdict.PASS, CLAIMED, label, True, evidence=(path,))
    not_claimed = Outcome(Verdict.FAIL, NOT_CLAIMED, label, False, evidence=(path,))

    def decide(record: Record) -> Outcome:
        return claimed if is_given(record, path) else not_claimed

    return decide


KIND = CheckKind(
    name="claimed",
    title=Text("已主张", "claimed"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(CLAIMED, NOT_CLAIMED),
    bind=bind,
)
