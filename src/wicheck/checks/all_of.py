"""Every one of several checks holds.

One that fails decides, whatever the others say. Else one that is not known leaves the whole not known, and all
missing entries are named together; then one that waits for a person (`review`). Checks that are not applicable
are neutral; where none applies, neither does the whole.

```yaml
level_and_type:
  check: all_of
  checks:
    - {check: one_of, value: institution.type, allowed: [general_hospital]}
    - {check: one_of, value: institution.level, allowed: [level_3]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, closed
from wicheck.checks.support.composition import JOINED, OPEN, UNDECIDED, composed
from wicheck.model import Binder, CheckKind, Decide, Text, Verdict

ORDER = (Verdict.FAIL, *UNDECIDED, Verdict.PASS)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return composed(arguments, binder, ORDER, {Verdict.UNKNOWN: MISSING})


KIND = CheckKind(
    name="all_of",
    title=Text("应当全部符合", "all of"),
    page=__doc__ or "",
    arguments=closed({"checks": CHECKS}, required=("checks",)),
    messages=(JOINED, OPEN),
    bind=bind,
)
