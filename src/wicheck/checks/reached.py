"""A procedure has come to a step: something that the step, or a later one, leaves behind is given.

For guards (`only_if`): before the step nothing can be asked of it, so the rule is not applicable; once one of the
`signs` is there, a fact that is not written is missing. A date, a yes, a text, a list is a sign; `无` is none.

```yaml
opinion_issued:
  check: present
  value: application.review.opinion_issued_on
  only_if: {check: reached, signs: [application.events.evaluated_on, application.publicity.starts_on]}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import closed
from wicheck.checks.support.presence import Names
from wicheck.checks.support.steps import PATHS, is_given, paths_of
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

REACHED = Message("reached.reached", Text("已到这一步：已填写{labels}", "reached: {labels} given"))
NOT_YET = Message("reached.not_yet", Text("尚未到这一步：未填写{labels}", "not reached yet: {labels} not given"))


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    signs = paths_of(arguments["signs"], binder)
    names = Names.of(signs, binder)
    not_yet = Outcome(Verdict.FAIL, NOT_YET, {"labels": names.listed(signs[:1])}, False, True)

    def decide(record: Record) -> Outcome:
        given = tuple(path for path in signs if is_given(record, path))
        if not given:
            return not_yet
        return Outcome(Verdict.PASS, REACHED, {"labels": names.listed(given)}, True, True, evidence=given)

    return decide


KIND = CheckKind(
    name="reached",
    title=Text("已到此步骤", "reached"),
    page=__doc__ or "",
    arguments=closed({"signs": PATHS}, required=("signs",)),
    messages=(REACHED, NOT_YET),
    bind=bind,
)
