"""What two lists tell of one thing is the same: a site of an institution, in its own document and in its application.

For data that contradict each other, not for demands of a law: entries belong together where they agree at `by`, and are
held against each other at each of `keys`. Where one of the two does not say a thing there is nothing to compare; where
nothing at all can be compared the rule is not applicable.

```yaml
sites_alike:
  check: told_alike
  entries: institution.sites
  other: application.applicant.sites
  by: name
  keys: [at_registered_address, independent_accounts]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

from wicheck.checks.support.arguments import KEY, PATH, closed
from wicheck.checks.support.entries import entries
from wicheck.checks.support.spelling import spelled
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Path, Record, Text, Verdict, same

ALIKE = Message("told_alike.alike", Text("{label}与{other}写的一致", "{label} and {other} tell the same"))
DIFFERENT = Message(
    "told_alike.different",
    Text("{label}与{other}写的不同：{names}，请核对", "{label} and {other} differ on {names}: check both"),
)
NOTHING = Message(
    "told_alike.nothing", Text("{label}与{other}没有可以核对的", "{label} and {other} have nothing to compare")
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, other = binder.path(arguments["entries"]), binder.path(arguments["other"])
    names = {"label": binder.label(path), "other": binder.label(other)}

    def decide(record: Record) -> Outcome:
        shared = [
            (one, twin)
            for (one, name), (twin, named) in product(of(record, path), of(record, other))
            if spelled(name) == spelled(named) and name is not None
        ]
        pairs = [
            ((*one, key), (*twin, key))
            for one, twin in shared
            for key in arguments["keys"]
            if None not in (record.value((*one, key)), record.value((*twin, key)))
        ]
        if not pairs:
            return Outcome(Verdict.NOT_APPLICABLE, NOTHING, names)
        unlike = [pair for pair in pairs if spelled(record.value(pair[0])) != spelled(record.value(pair[1]))]
        if not unlike:
            return Outcome(Verdict.PASS, ALIKE, names, evidence=tuple(place for pair in pairs for place in pair))
        told = listed(dict.fromkeys(same(str(record.value((*one[:-1], arguments["by"])))) for one, _ in unlike))
        evidence = tuple(place for pair in unlike for place in pair)
        return Outcome(Verdict.FAIL, DIFFERENT, {**names, "names": told}, shortfall=len(unlike), evidence=evidence)

    def of(record: Record, where: Path) -> list[tuple[Path, Any]]:
        found = entries(record, where, arguments["by"]) or {}
        return [(place[:-1], name) for place, name in found.items()]

    return decide


KIND = CheckKind(
    name="told_alike",
    title=Text("两处写的一致", "told alike"),
    page=__doc__ or "",
    arguments=closed(
        {"entries": PATH, "other": PATH, "by": KEY, "keys": {"type": "array", "minItems": 1, "items": KEY}},
        required=("entries", "other", "by", "keys"),
    ),
    messages=(ALIKE, DIFFERENT, NOTHING),
    bind=bind,
)
