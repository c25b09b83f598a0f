"""Fields of a form are answered, be it with none (`无`): a worker may well have no disability grade yet.

What is not written is not known, and every such entry is named. Where none would not do, ask `present`.

```yaml
grade_stated: {check: stated, values: [episode.annex_1.disability_grade]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATHS, closed, unknown
from wicheck.checks.support.presence import Names, asked
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

ANSWERED = Message("stated.answered", Text("已填写：{labels}", "answered: {labels}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    paths = tuple(map(binder.path, arguments["values"]))
    values = {"labels": Names.of(paths, binder).listed(paths)}
    answered = Outcome(Verdict.PASS, ANSWERED, values, True, True, evidence=paths)

    def decide(record: Record) -> Outcome:
        missing = asked(record, paths).missing
        return unknown(missing) if missing else answered

    return decide


KIND = CheckKind(
    name="stated",
    title=Text("应当填写", "stated"),
    page=__doc__ or "",
    arguments=closed({"values": PATHS}, required=("values",)),
    messages=(ANSWERED,),
    bind=bind,
)
