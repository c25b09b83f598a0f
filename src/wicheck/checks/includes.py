"""A list includes everything the text names: every body that must send a member, every kind of service.

`key` names the entry to look at where the list holds objects. Where an entry of the list leaves that unsaid and
could be what is lacking, the answer is not known. What is lacking is named.

```yaml
group_members: {check: includes, value: application.evaluation_group.members, key: source, required: [health, finance]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHOSEN, KEY, PATH, closed, unknown
from wicheck.checks.support.choices import labelled
from wicheck.checks.support.entries import entries
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

COMPLETE = Message("includes.complete", Text("{label}：包括{required}", "{label}: includes {required}"))
LACKING = Message("includes.lacking", Text("{label}：缺少{lacking}", "{label}: lacks {lacking}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, key = binder.path(arguments["value"]), arguments.get("key")
    required = arguments["required"]
    labels = labelled(required, binder.choices((*path, key) if key else path))
    known = {"label": binder.label(path), "required": listed(labels.values())}

    def decide(record: Record) -> Outcome:
        found = entries(record, path, key)
        if found is None:
            return unknown((path,))
        lacking = [value for value in required if value not in found.values()]
        unsaid = tuple(place for place, value in found.items() if value is None)
        if not lacking:
            evidence = tuple(place for place, value in found.items() if value in required)
            return Outcome(Verdict.PASS, COMPLETE, known, evidence=evidence)
        if len(lacking) <= len(unsaid):
            return unknown(unsaid)
        values = {**known, "lacking": listed(labels[value] for value in lacking)}
        return Outcome(Verdict.FAIL, LACKING, values, required=required, shortfall=len(lacking), evidence=(path,))

    return decide


KIND = CheckKind(
    name="includes",
    title=Text("应当包括", "includes"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "key": KEY, "required": CHOSEN}, required=("value", "required")),
    messages=(COMPLETE, LACKING),
    bind=bind,
)
