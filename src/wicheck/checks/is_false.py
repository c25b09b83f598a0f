"""A yes-or-no fact is no (`无`, `否`).

The mirror of `is_true`: yes is a failure; nothing written is not known, since silence is no denial.

```yaml
no_objection: {check: is_false, value: application.publicity.objections}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.answers import answered
from wicheck.checks.support.arguments import PATH, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Text

NO = Message("is_false.no", Text("{label}：否", "{label}: no"))
YES = Message("is_false.yes", Text("{label}：是，应当为否", "{label}: yes, and it must be no"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    return answered(arguments["value"], binder, False, NO, YES)


KIND = CheckKind(
    name="is_false",
    title=Text("应当为否", "is false"),
    page=__doc__ or "",
    arguments=closed({"value": PATH}, required=("value",)),
    messages=(NO, YES),
    bind=bind,
)
