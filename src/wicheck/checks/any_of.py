"""At least one of several checks holds.

One that passes decides. Else one that is not known leaves the whole not known (it might still pass), then one that
waits for a person (`review`); only where every one that applies fails does the whole fail, and the finding
says why each did. Checks that are not applicable are neutral; where none applies, neither does the whole.

```yaml
licence_or_military_permission:
  check: any_of
  checks:
    - {check: present, value: institution.practice_licence}
    - {check: is_true, value: institution.military_permission.serves_public_approved}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, closed
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, composed
from wicheck.model import Binder, CheckKind, Decide, Message, Text, Verdict

NONE_HOLDS = Message(
    "any_of.none_holds", Text("应当符合其中一项，但均不符合：{members}", "one must hold, and none does: {members}")
)
ONE_SUFFICES = Message(
    "any_of.one_suffices",
    Text(
        "资料不足：以下有一项符合即可，均未填写：{missing}",
        "not enough data: one of these suffices, none is given: {missing}",
    ),
)
ORDER = (Verdict.PASS, *UNDECIDED, Verdict.FAIL)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return composed(arguments, binder, ORDER, {Verdict.FAIL: NONE_HOLDS, Verdict.UNKNOWN: ONE_SUFFICES})


KIND = CheckKind(
    name="any_of",
    title=Text("应当符合其一", "any of"),
    page=__doc__ or "",
    arguments=closed({"checks": CHECKS}, required=("checks",)),
    messages=(JOINED, OPEN, NONE_HOLDS, ONE_SUFFICES),
    bind=bind,
)
