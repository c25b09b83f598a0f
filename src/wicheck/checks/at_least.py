"""A quantity reaches a figure (`以上`, the figure itself included).

The figure itself is enough. A quotient (area per bed) is decided as `part >= minimum x whole`, never
by dividing, and only where the whole is above zero: no beds on no area are not known, not fine.

Where the text leaves room with a vague word (`左右`, `一般`), `exceptions_allowed` names it: falling
short is then a matter for a person (`review`), unless an agency's reading from the settings decides.

```yaml
beds_min_50: {check: at_least, value: institution.rehabilitation.ward.beds_count, minimum: 50}
bed_area_about_6: {check: at_least, fact: rehab_area_per_bed, minimum: 6, exceptions_allowed: 左右}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from wicheck.checks.arguments import FIGURE, MEASURED, READINGS, closed, dated, unmeasured
from wicheck.checks.figures import ceiling, floor, quotient, shown
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Quantity, ReadingSource, Record, Text, Verdict

REACHED = Message(
    "at_least.reached",
    Text("{label}为 {observed}，达到不少于 {required} 的要求", "{label} is {observed}; at least {required} is asked"),
)
SHORT = Message(
    "at_least.short",
    Text(
        "{label}为 {observed}，要求不少于 {required}，差 {shortfall}",
        "{label} is {observed}; at least {required} is asked: {shortfall} short",
    ),
)
ROOM = Message(
    "at_least.room",
    Text(
        "{label}为 {observed}，低于原文所述 {required}，差 {shortfall}；原文“{word}”留有余地，须由经办机构认定",
        "{label} is {observed}, {shortfall} below the {required} the text names; "
        "its word “{word}” leaves room, so the agency decides",
    ),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    measure = binder.measure(arguments)
    label, unit = binder.naming(arguments)
    agency = arguments.get("readings", {}).get("agency")
    minimum = Decimal(arguments["minimum"] if agency is None else agency)
    source = ReadingSource.TEXT if agency is None else ReadingSource.AGENCY
    word = arguments.get("exceptions_allowed")
    below = (Verdict.FAIL, SHORT) if word is None or agency is not None else (Verdict.REVIEW, ROOM)
    required = shown(minimum, unit)

    def reached(quantity: Quantity) -> Outcome:
        observed = floor(quotient(quantity))
        values = {"label": label, "observed": shown(observed, unit), "required": required}
        return Outcome(Verdict.PASS, REACHED, values, observed, minimum, evidence=quantity.evidence, reading=source)

    def short(quantity: Quantity) -> Outcome:
        observed, gap = floor(quotient(quantity)), ceiling(minimum - quotient(quantity))
        values = {
            "label": label,
            "observed": shown(observed, unit),
            "required": required,
            "shortfall": shown(gap, unit),
            "word": word,
        }
        verdict, message = below
        return Outcome(verdict, message, values, observed, minimum, gap, evidence=quantity.evidence, reading=source)

    def decide(record: Record) -> Outcome:
        quantity = measure(record)
        part, whole = quantity.part, quantity.whole
        if part is None or whole <= 0:
            return unmeasured(quantity, label)
        return reached(quantity) if part >= minimum * whole else short(quantity)

    return decide


KIND = CheckKind(
    name="at_least",
    title=Text("不少于", "at least"),
    page=__doc__ or "",
    arguments=closed(
        {
            **MEASURED,
            "minimum": dated(FIGURE),
            "exceptions_allowed": {"type": "string", "minLength": 1},
            "readings": READINGS,
        },
        required=("minimum",),
        oneOf=[{"required": ["value"]}, {"required": ["fact"]}],
    ),
    messages=(REACHED, SHORT, ROOM),
    bind=bind,
)
