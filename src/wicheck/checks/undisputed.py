"""What a rule rests on is not told otherwise in another document: where one of the checks fails, a person is asked.

`of` names a kind of document of which a dossier may hold several (agreements): the checks are then asked of each of
them, and a path that begins with that kind means the one in hand. So an application is held against the agreements.

For a rule's own facts that the dossier tells of twice, beside the checks that decide. Only what both places say can
contradict: a check that holds, does not apply or lacks data asks nothing, and the kind is not applicable, and so
neutral in what it is part of.

```yaml
institution_type:
  check: all_of
  checks:
  - {check: one_of, value: institution.type, allowed: [general_hospital]}
  - check: undisputed
    checks: [{check: equals, value: institution.type, other: application.form.type}]
    question: {zh: 申请表写的是另一类机构，以哪一处为准, en: the form names another type; which of the two is right}
ban_dissolved:
  check: all_of
  checks:
  - {check: not_within, bans: application.history.terminations, date: confirmed_on, months: 24}
  - check: undisputed
    of: agreement
    checks:
    - check: barred_since
      start: agreement.termination.confirmed_on
      when: agreement.termination.for_breach
      months: 24
    question: {zh: 协议文件写着因违规解除, en: an agreement tells of a dissolution for breach}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import CHECKS, TEXT, closed
from wicheck.checks.support.composition import composed
from wicheck.checks.support.wording import sentence
from wicheck.model import Binder, CheckKind, Decide, DocumentKind, Message, Outcome, Record, Text, Verdict

DISPUTED = Message(
    "undisputed.disputed",
    Text("{said}；须由有权一方认定：{question}", "{said}; for the competent body to say: {question}"),
)
UNDISPUTED = Message("undisputed.undisputed", Text("没有互相矛盾的说法", "nothing is told otherwise"))

ORDER = (Verdict.FAIL,)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    kind = DocumentKind(arguments["of"]) if "of" in arguments else None
    told = composed(arguments, binder.about(kind) if kind else binder, ORDER, {})
    question = Text(**arguments["question"])
    nothing = Outcome(Verdict.NOT_APPLICABLE, UNDISPUTED)

    def decide(record: Record) -> Outcome:
        outcome = told(record) if kind is None else first_failing(told, record, kind)
        if outcome is None or outcome.verdict is not Verdict.FAIL:
            return nothing
        values = {"said": sentence(outcome), "question": question}
        return Outcome(Verdict.REVIEW, DISPUTED, values, evidence=outcome.evidence)

    return decide


def first_failing(told: Decide, record: Record, kind: DocumentKind) -> Outcome | None:
    """What is told otherwise in one of the dossier's documents of ``kind``."""
    outcomes = (told(record.of(document)) for document in record.dossier.of_kind(kind))
    return next((outcome for outcome in outcomes if outcome.verdict is Verdict.FAIL), None)


KIND = CheckKind(
    name="undisputed",
    title=Text("别处没有相反的说法", "undisputed"),
    page=__doc__ or "",
    arguments=closed(
        {"checks": CHECKS, "question": TEXT, "of": {"const": DocumentKind.AGREEMENT.value}},
        required=("checks", "question"),
    ),
    messages=(DISPUTED, UNDISPUTED),
    bind=bind,
)
