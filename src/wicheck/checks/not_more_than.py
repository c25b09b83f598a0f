"""One stated figure or date cannot exceed another: senior doctors the doctors, a first day its last. Lists are counted.

For data that contradict themselves, not for demands of a law: where either is not written, or is declared as none
(`无`), there is nothing to compare and the rule is not applicable. Being the same is fine.

```yaml
seniors_within_doctors:
  check: not_more_than
  value: institution.staff.rehab_doctors_senior_count
  other: institution.staff.rehab_doctors_count
licence_dates:
  check: not_more_than
  value: institution.practice_licence.issued_on
  other: institution.practice_licence.valid_until
```
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from wicheck.checks.support.arguments import PATH, closed
from wicheck.model import Binder, CheckKind, Decide, Deferred, Message, Outcome, Record, Text, Verdict, same

WITHIN = Message(
    "not_more_than.within",
    Text("{label}（{observed}）与{other}（{limit}）不矛盾", "{label} ({observed}) fits {other} ({limit})"),
)
MORE = Message(
    "not_more_than.more",
    Text(
        "{label}（{observed}）不应大于{other}（{limit}），请核对",
        "{label} ({observed}) cannot be more than {other} ({limit}): check both",
    ),
)
LATER = Message(
    "not_more_than.later",
    Text(
        "{label}（{observed}）不应晚于{other}（{limit}），请核对",
        "{label} ({observed}) cannot be later than {other} ({limit}): check both",
    ),
)
NOTHING = Message(
    "not_more_than.nothing", Text("{label}或{other}未填写，无可核对", "{label} or {other} is not given to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    first, second = paths = binder.path(arguments["value"]), binder.path(arguments["other"])
    names = {"label": binder.label(first), "other": binder.label(second)}
    nothing = Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)

    def decide(record: Record) -> Outcome:
        value, limit = (stated(record.value(path)) for path in paths)
        if value is None or limit is None:
            return nothing
        values = Deferred(lambda: {**names, "observed": same(str(value)), "limit": same(str(limit))})
        if exceeds(value, limit):
            message = LATER if isinstance(value, date) else MORE
            return Outcome(Verdict.FAIL, message, values, value, limit, evidence=paths)
        return Outcome(Verdict.PASS, WITHIN, values, value, limit, evidence=paths)

    return decide


def stated(value: Any) -> Decimal | date | None:
    """The figure or date that is written, of a list how many entries; None for nothing and for none (`无`)."""
    if value is None or value is False:
        return None
    if isinstance(value, list):
        return Decimal(len(value))
    return date.fromisoformat(value) if isinstance(value, str) else Decimal(value)


def exceeds(value: Decimal | date, limit: Decimal | date) -> bool:
    """Raises TypeError where a figure is held against a date: a fault of the pack."""
    if isinstance(value, date) and isinstance(limit, date):
        return value > limit
    if isinstance(value, Decimal) and isinstance(limit, Decimal):
        return value > limit
    raise TypeError("a figure and a date cannot be compared")


KIND = CheckKind(
    name="not_more_than",
    title=Text("不大于、不晚于", "not more than"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "other": PATH}, required=("value", "other")),
    messages=(WITHIN, MORE, LATER, NOTHING),
    bind=bind,
)
