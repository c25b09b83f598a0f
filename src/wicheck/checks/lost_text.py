"""What the text asks here is lost, so nobody can say that it is met: always not known (`unknown`).

For clauses that lost conditions of admission, and for service kinds that a text covers without stating
conditions of their own.

```yaml
conditions: {check: lost_text, what: {zh: 第六条第（一）至（五）项条件, en: "conditions (1) to (5) of article 6"}}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import TEXT, closed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Text, Verdict

LOST = Message(
    "lost_text.lost",
    Text("原文缺失，不能断言符合：{what}", "the text is lost, so nobody can say that this is met: {what}"),
)
UNSTATED = Message(
    "lost_text.unstated",
    Text(
        "这份文件没有写条件，不能断言符合：{what}",
        "the text states no conditions, so nobody can say that they are met: {what}",
    ),
)


def bind(arguments: Mapping[str, Any], _binder: Binder) -> Decide:
    return always_lost(Text(**arguments["what"]))


def always_lost(what: Text) -> Decide:
    """The same of every record: nobody knows."""
    return _always(LOST, what)


def never_stated(what: Text) -> Decide:
    """As much is known of what was never in the text; but nothing of it is lost."""
    return _always(UNSTATED, what)


def _always(said: Message, what: Text) -> Decide:
    unknown = Outcome(Verdict.UNKNOWN, said, {"what": what})
    return lambda _record: unknown


KIND = CheckKind(
    name="lost_text",
    title=Text("原文缺失", "lost text"),
    page=__doc__ or "",
    arguments=closed({"what": TEXT}, required=("what",)),
    messages=(LOST, UNSTATED),
    bind=bind,
)
