"""Two identity numbers can be the same person's: that of the worker, and that on a form about the worker.

Large and small X are one, so are an old number of fifteen digits and that of eighteen which it became, and asterisks,
which hide digits, agree with anything. A form without its own number, or with nobody's to hold it against, has nothing
to compare, and the rule is not applicable. For data that contradict themselves, not for demands of a law.

```yaml
form_of_this_worker:
  check: same_identity
  value: episode.annex_1.identity_number
  other: episode.worker.identity_number
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

SAME = Message("same_identity.same", Text("{label}与{other}不矛盾", "{label} and {other} can be one person's"))
DIFFERENT = Message("same_identity.different", Text("{label}与{other}不一致", "{label} and {other} differ"))
NOTHING = Message(
    "same_identity.nothing", Text("{label}或{other}未填写，无可核对", "{label} or {other} is not given to compare")
)
_HIDDEN = "*"


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    first, second = paths = binder.path(arguments["value"]), binder.path(arguments["other"])
    names = {"label": binder.label(first), "other": binder.label(second)}
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)

    def decide(record: Record) -> Outcome:
        one, other = record.value(first), record.value(second)
        if not one or not other:
            return nothing
        verdict, message = (Verdict.PASS, SAME) if may_be_one(one, other) else (Verdict.FAIL, DIFFERENT)
        return Outcome(verdict, message, names, evidence=paths)

    return decide


def may_be_one(one: str, other: str) -> bool:
    """Whether the numbers agree wherever both show their digit."""
    one, other = renewed(one), renewed(other)
    if len(one) != len(other):
        return _HIDDEN in one + other
    return all(a == b or _HIDDEN in {a, b} for a, b in zip(one.upper(), other.upper(), strict=True))


def renewed(number: str) -> str:
    """An old number of fifteen digits as it was written out to eighteen, the check digit hidden."""
    return f"{number[:6]}19{number[6:]}{_HIDDEN}" if len(number) == 15 and number.isdigit() else number


KIND = CheckKind(
    name="same_identity",
    title=Text("身份证号一致", "same identity number"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "other": PATH}, required=("value", "other")),
    messages=(SAME, DIFFERENT, NOTHING),
    bind=bind,
)
