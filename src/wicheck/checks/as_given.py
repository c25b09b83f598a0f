"""One thing that may be stated in several ways holds in every way it is stated: months lived outside, or their dates.

One way that fails decides, so that figures which contradict each other never pass. Else one way that holds is
enough, whatever is left out; with none of them given, nothing is known.

```yaml
half_a_year:
  check: as_given
  checks:
    - {check: at_least, value: registry.months_count, minimum: 6}
    - {check: lasts, from: registry.starts_on, to: registry.ends_on, months: 6}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, MISSING, closed
from wicheck.checks.support.composition import JOINED, OPEN, composed
from wicheck.model import Binder, CheckKind, Decide, Text, Verdict

ORDER = (Verdict.FAIL, Verdict.ERROR, Verdict.REVIEW, Verdict.SUSPECT, Verdict.PASS, Verdict.UNKNOWN)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return composed(arguments, binder, ORDER, {Verdict.UNKNOWN: MISSING})


KIND = CheckKind(
    name="as_given",
    title=Text("所填各项均应符合", "as given"),
    page=__doc__ or "",
    arguments=closed({"checks": CHECKS}, required=("checks",)),
    messages=(JOINED, OPEN),
    bind=bind,
)
