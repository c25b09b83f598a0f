"""An exemption the law leaves open: those designated before the new rules need not apply again.

Whoever does not claim it is not concerned (`not_applicable`). A claim needs its proof: proof that is not written is
named (`unknown`), proof that was declared as none (`无`) is a failure, and with the proof there an agency
decides (`review`).

```yaml
grandfathered:
  check: exception
  claimed: application.applicant.formerly_agreed_rehabilitation
  proof: [application.applicant.formerly_agreed_by]
  question: {zh: 是否属于原已签订协议的县级康复机构, en: whether it is a county institution already under agreement}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, PATHS, TEXT, closed
from wicheck.checks.support.judgements import for_a_person
from wicheck.checks.support.presence import is_missing, is_none
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict

NOT_CLAIMED = Message("exception.not_claimed", Text("未主张：{label}", "not claimed: {label}"))
QUESTION = Message(
    "exception.question",
    Text("主张适用例外，须由经办机构认定：{question}", "an exemption is claimed; the agency decides: {question}"),
)
UNPROVEN = Message(
    "exception.unproven",
    Text("主张适用例外，但没有{labels}：{question}", "an exemption is claimed without {labels}: {question}"),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    claimed, proof = binder.path(arguments["claimed"]), tuple(map(binder.path, arguments["proof"]))
    not_claimed = Outcome(Verdict.NOT_APPLICABLE, NOT_CLAIMED, {"label": binder.label(claimed)}, evidence=(claimed,))
    settle = for_a_person(Text(**arguments["question"]), proof, QUESTION, UNPROVEN, binder)

    def decide(record: Record) -> Outcome:
        value = record.value(claimed)
        return not_claimed if is_missing(value) or is_none(value) else settle(record)

    return decide


KIND = CheckKind(
    name="exception",
    title=Text("例外情形", "exception"),
    page=__doc__ or "",
    arguments=closed({"claimed": PATH, "proof": PATHS, "question": TEXT}, required=("claimed", "proof", "question")),
    messages=(NOT_CLAIMED, QUESTION, UNPROVEN),
    bind=bind,
)
