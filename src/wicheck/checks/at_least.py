"""A quantity reaches a figure (`以上`, the figure itself included).

The figure itself is enough. A quotient (area per bed) is decided as `part >= minimum x whole`, never
by dividing, and only where the whole is above zero: no beds on no area are not known, not fine.

Where the text leaves room with a vague word (`左右`, `一般`), `exceptions_allowed` names it: falling
short is then a matter for a person (`review`), unless an agency's reading from the settings decides.

Where the same clause also asks a share of the people counted here, `together_with` names that demand:
the finding then tells the shortest way to meet both, since hiring juniors lowers the share.

```yaml
beds_min_50: {check: at_least, value: institution.rehabilitation.ward.beds_count, minimum: 50}
bed_area_about_6: {check: at_least, fact: rehab_area_per_bed, minimum: 6, exceptions_allowed: 左右}
doctors_min_10: {check: at_least, fact: rehab_doctors_count, minimum: 10, together_with: senior_share_min_20pct}
```
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import DEMAND
from wicheck.checks.support.figures import floor
from wicheck.checks.support.quantities import Remedy, Side, compared, measured_arguments, no_remedy
from wicheck.checks.support.staffing import coupled
from wicheck.model import Binder, CheckKind, Decide, Message, Text

REACHED = Message(
    "at_least.reached",
    Text("{label}为 {observed}，达到要求（不少于 {required}）", "{label} is {observed}; at least {required} is asked"),
)
SHORT = Message(
    "at_least.short",
    Text(
        "{label}为 {observed}，要求不少于 {required}，差 {gap}",
        "{label} is {observed}; at least {required} is asked: {gap} short",
    ),
)
ROOM = Message(
    "at_least.room",
    Text(
        "{label}为 {observed}，低于原文所述 {required}，差 {gap}；原文“{word}”留有余地，须由经办机构认定",
        "{label} is {observed}, {gap} below the {required} the text names; "
        "its word “{word}” leaves room, so the agency decides",
    ),
)
SIDE = Side("minimum", operator.ge, floor, REACHED, SHORT, ROOM)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return compared(SIDE, arguments, binder, shortest_way(arguments, binder))


def shortest_way(arguments: Mapping[str, Any], binder: Binder) -> Remedy:
    """The remedy where a sibling asks a share of the people counted here, else none."""
    if "together_with" not in arguments:
        return no_remedy
    return coupled(share=binder.sibling(arguments["together_with"]), total=arguments, binder=binder)


KIND = CheckKind(
    name="at_least",
    title=Text("不少于", "at least"),
    page=__doc__ or "",
    arguments=measured_arguments("minimum", together_with=DEMAND),
    messages=SIDE.messages,
    bind=bind,
)
