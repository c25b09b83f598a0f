"""A place lies outside a territory (GB/T 2260): living outside the region, for instance.

A code not written is not known, and so is one too coarse to tell (330000, asked whether it is outside 330700; 000000).

```yaml
outside_region: {check: outside_division, value: registry.division_code, division: "640000"}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.divisions import significant
from wicheck.checks.support.presence import asked
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

OUTSIDE = Message(
    "outside_division.outside", Text("{label} {code} 不在 {division} 范围内", "{label} {code} is outside {division}")
)
INSIDE = Message(
    "outside_division.inside", Text("{label} {code} 在 {division} 范围内", "{label} {code} lies within {division}")
)
TOO_COARSE = Message(
    "outside_division.too_coarse",
    Text("{label} {code} 不够具体，请填写到县（市、区）", "{label} {code} is too coarse; give the county's code"),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    path, division = binder.path(arguments["value"]), arguments["division"]
    known = {"label": binder.label(path), "division": division}
    stem = significant(division)

    def decide(record: Record) -> Outcome:
        missing, none = asked(record, (path,))
        if missing or none:
            return unknown(missing + none)
        code = record.value(path)
        values = {**known, "code": code}
        if code.startswith(stem):
            return Outcome(Verdict.FAIL, INSIDE, values, code, division, evidence=(path,))
        if stem.startswith(significant(code)) or code.startswith("00"):
            return Outcome(Verdict.UNKNOWN, TOO_COARSE, values, code, missing=(path,), evidence=(path,))
        return Outcome(Verdict.PASS, OUTSIDE, values, code, division, evidence=(path,))

    return decide


KIND = CheckKind(
    name="outside_division",
    title=Text("在区域以外", "outside a division"),
    page=__doc__ or "",
    arguments=closed(
        {"value": PATH, "division": {"type": "string", "pattern": "^[0-9]{6}$"}}, required=("value", "division")
    ),
    messages=(OUTSIDE, INSIDE, TOO_COARSE),
    bind=bind,
)
