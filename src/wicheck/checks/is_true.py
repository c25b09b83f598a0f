"""A yes-or-no fact is yes (`有`, `是`).

No is a failure; nothing written is not known. An object that was declared as none (无) is a no.

```yaml
dedicated_ward: {check: is_true, value: institution.rehabilitation.ward.dedicated}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.answers import answered
from wicheck.checks.support.arguments import PATH, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Text

YES = Message("is_true.yes", Text("{label}：是", "{label}: yes"))
NO = Message("is_true.no", Text("{label}：否，应当为是", "{label}: no, and it must be yes"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return answered(arguments["value"], binder, True, YES, NO)


KIND = CheckKind(
    name="is_true",
    title=Text("应当为是", "is true"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(YES, NO),
    bind=bind,
)
