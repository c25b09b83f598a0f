"""At least one of several checks holds.

One that passes decides. Else one that is not known leaves the whole not known (it might still pass), and the finding
tells beside it what the others fail for; then one that waits for a person (`review`). Only where every one that applies
fails does the whole fail, and the finding says why each did. Checks that are not applicable are neutral; where none
applies, neither does the whole.

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

from wicheck.checks.support.arguments import CHECKS, MISSING, closed
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
MISSING_ELSE_NOT = Message(
    "any_of.missing_else_not",
    Text(
        "资料不足：未填写{missing}；其余不符合：{failed}",
        "not enough data: {missing} not given; what else would do does not hold: {failed}",
    ),
)
ONE_SUFFICES_ELSE_NOT = Message(
    "any_of.one_suffices_else_not",
    Text(
        "资料不足：以下有一项符合即可，均未填写：{missing}；其余不符合：{failed}",
        "not enough data: one of these suffices, none is given: {missing}; what else would do does not hold: {failed}",
    ),
)
BESIDE = {MISSING: MISSING_ELSE_NOT, ONE_SUFFICES: ONE_SUFFICES_ELSE_NOT}
ORDER = (Verdict.PASS, *UNDECIDED, Verdict.FAIL)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return composed(arguments, binder, ORDER, {Verdict.FAIL: NONE_HOLDS, Verdict.UNKNOWN: ONE_SUFFICES}, BESIDE)


KIND = CheckKind(
    name="any_of",
    title=Text("应当符合其一", "any of"),
    page=__doc__ or "",
    arguments=closed({"checks": CHECKS}, required=("checks",)),
    messages=(JOINED, OPEN, NONE_HOLDS, ONE_SUFFICES, MISSING_ELSE_NOT, ONE_SUFFICES_ELSE_NOT),
    bind=bind,
)
