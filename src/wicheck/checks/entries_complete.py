"""Every entry of a list says what the text asks of it: each piece of equipment its model and its function.

A list declared as none (`无`) is a failure, and so is an entry that declares a wanted word as none; a list, or a
word of an entry, that is not written is not known, and every such place is named.

```yaml
equipment_described: {check: entries_complete, value: institution.rehabilitation.equipment, keys: [model, function]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.arguments import KEY, PATH, closed, unknown
from wicheck.checks.presence import asked
from wicheck.checks.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict, same

COMPLETE = Message(
    "entries_complete.complete", Text("{label}：{count} 项均写明{keys}", "{label}: each of {count} says {keys}")
)
NONE = Message("entries_complete.none", Text("{label}：填写为“无”", "{label}: declared as none"))
LACKING = Message(
    "entries_complete.lacking", Text("{label}第 {numbers} 项没有{keys}", "{label}: {keys} lacking in {numbers}")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, keys = binder.path(arguments["value"]), tuple(arguments["keys"])
    labels = {key: binder.label((*path, 0, key)) for key in keys}
    known = {"label": binder.label(path), "keys": listed(labels.values())}
    nothing = unknown((path,))
    none = Outcome(Verdict.FAIL, NONE, known, False, True, evidence=(path,))

    def decide(record: Record) -> Outcome:
        found = record.value(path)
        if found is None:
            return nothing
        return each(record, len(found)) if found else none

    def each(record: Record, count: int) -> Outcome:
        missing, lacking = asked(record, [(*path, index, key) for index in range(count) for key in keys])
        if lacking:
            return Outcome(Verdict.FAIL, LACKING, {**known, **told(lacking, labels)}, False, True, evidence=lacking)
        complete = Outcome(Verdict.PASS, COMPLETE, {**known, "count": count}, True, True, evidence=(path,))
        return unknown(missing) if missing else complete

    return decide


def told(lacking: tuple[Path, ...], labels: Mapping[str, Text]) -> Mapping[str, Text]:
    """Which entries lack something, counted from one, and what."""
    numbers = dict.fromkeys(int(path[-2]) + 1 for path in lacking)
    keys = dict.fromkeys(str(path[-1]) for path in lacking)
    return {"numbers": listed(same(str(number)) for number in numbers), "keys": listed(labels[key] for key in keys)}


KIND = CheckKind(
    name="entries_complete",
    title=Text("各项填写完整", "entries complete"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "keys": {"type": "array", "items": KEY, "minItems": 1, "uniqueItems": True}},
        required=("value", "keys"),
    ),
    messages=(COMPLETE, NONE, LACKING),
    bind=bind,
)
