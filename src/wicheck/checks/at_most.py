"""A quantity does not go beyond a figure (`以下`, `不超过`, the figure itself included).

The mirror of `at_least`: a quotient is decided as `part <= maximum x whole`, only where the whole is above
zero, and what exceeds a figure with a vague word (`exceptions_allowed`) is for a person to say (`review`),
unless an agency's reading from the settings decides.

```yaml
group_max_9: {check: at_most, fact: evaluation_group_count, maximum: 9}
```
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.figures import ceiling
from wicheck.checks.support.quantities import Side, compared, measured_arguments
from wicheck.model import Binder, CheckKind, Decide, Message, Text

WITHIN = Message(
    "at_most.within",
    Text("{label}为 {observed}，未超过 {required}", "{label} is {observed}; at most {required} is allowed"),
)
BEYOND = Message(
    "at_most.beyond",
    Text(
        "{label}为 {observed}，要求不超过 {required}，超出 {gap}",
        "{label} is {observed}; at most {required} is allowed: {gap} too many",
    ),
)
ROOM = Message(
    "at_most.room",
    Text(
        "{label}为 {observed}，超过原文所述 {required}，超出 {gap}；原文“{word}”留有余地，须由经办机构认定",
        "{label} is {observed}, {gap} above the {required} the text names; "
        "its word “{word}” leaves room, so the agency decides",
    ),
)
SIDE = Side("maximum", operator.le, ceiling, WITHIN, BEYOND, ROOM)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return compared(SIDE, arguments, binder)


KIND = CheckKind(
    name="at_most",
    title=Text("不超过", "at most"),
    page=__doc__ or "",
    arguments=measured_arguments("maximum"),
    messages=SIDE.messages,
    bind=bind,
)
