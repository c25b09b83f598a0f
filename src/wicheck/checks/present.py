"""Something is there: each of the named entries is given and not declared as none (`无`).

What is not written is not known, and every such entry is named. What is declared as none (`无`, an empty
list, zero) is a failure, whatever else is missing. A yes-or-no entry is better asked by `is_true`.

```yaml
unit: {check: present, value: institution.work_injury_unit.name}
equipment: {check: present, values: [institution.rehabilitation.equipment, institution.rehabilitation.projects]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, PATHS, closed, unknown
from wicheck.checks.support.presence import Names, asked
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

THERE = Message("present.there", Text("已填写：{labels}", "given: {labels}"))
NONE = Message("present.none", Text("没有：{labels}", "there is none: {labels}"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    paths = tuple(map(binder.path, arguments.get("values") or [arguments["value"]]))
    names = Names.of(paths, binder)
    there = Outcome(Verdict.PASS, THERE, {"labels": names.listed(paths)}, True, True, evidence=paths)

    def decide(record: Record) -> Outcome:
        missing, none = asked(record, paths)
        if none:
            return Outcome(Verdict.FAIL, NONE, {"labels": names.listed(none)}, False, True, evidence=none)
        return unknown(missing) if missing else there

    return decide


KIND = CheckKind(
    name="present",
    title=Text("应当具备", "present"),
    page=__doc__ or "",
    arguments=closed({"value": PATH, "values": PATHS}, oneOf=[{"required": ["value"]}, {"required": ["values"]}]),
    messages=(THERE, NONE),
    bind=bind,
)
