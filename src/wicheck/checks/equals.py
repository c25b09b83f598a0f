"""Two given values are the same: the agency that settles and the agency that insures.

Either of them not written is not known; one that was declared as none (`无`) equals nothing. Blanks in a text, and
whether its letters and brackets are wide, make no difference. Not for yes-or-no entries, which `is_true` and `is_false`
ask.

```yaml
settling_agency_is_insuring_agency: {check: equals, value: claims.settling_agency, other: claims.insuring_agency}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.presence import asked
from wicheck.checks.support.spelling import spelled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

SAME = Message("equals.same", Text("{label}与{other}一致", "{label} and {other} are the same"))
DIFFERENT = Message("equals.different", Text("{label}与{other}不一致", "{label} and {other} differ"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    first, second = paths = binder.path(arguments["value"]), binder.path(arguments["other"])
    names = {"label": binder.label(first), "other": binder.label(second)}

    def decide(record: Record) -> Outcome:
        missing = asked(record, paths).missing
        if missing:
            return unknown(missing)
        one, other = spelled(record.value(first)), spelled(record.value(second))
        verdict, message = (Verdict.PASS, SAME) if one is not False and one == other else (Verdict.FAIL, DIFFERENT)
        return Outcome(verdict, message, names, evidence=paths)

    return decide


KIND = CheckKind(
    name="equals",
    title=Text("应当一致", "equals"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "other": PATH}, required=("value", "other")),
    messages=(SAME, DIFFERENT),
    bind=bind,
)
