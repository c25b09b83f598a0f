"""A judgement the law leaves to people: well-equipped, leading in its area, kept the rules.

The machine only looks whether the evidence is there; with it the finding waits for a person's attestation
(`review`), which the run then takes for the answer. Evidence that was declared as none (`无`) is a failure.

```yaml
equipment_list:
  check: attested
  question: {zh: 康复器械和设备是否较为完善, en: whether the rehabilitation equipment is fairly complete}
  evidence: [institution.rehabilitation.equipment]
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATHS, TEXT, closed
from wicheck.checks.support.judgements import for_a_person
from wicheck.model import Binder, CheckKind, Decide, Message, Text

QUESTION = Message(
    "attested.question", Text("须由有权一方认定：{question}", "for the competent body to say: {question}")
)
NO_EVIDENCE = Message(
    "attested.no_evidence",
    Text("没有{labels}，无从认定：{question}", "there is none of: {labels}; to be judged: {question}"),
)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    evidence = tuple(map(binder.path, arguments.get("evidence", ())))
    return for_a_person(Text(**arguments["question"]), evidence, QUESTION, NO_EVIDENCE, binder)


KIND = CheckKind(
    name="attested",
    title=Text("须经认定", "attested"),
    page=__doc__ or "",
    arguments=closed({"question": TEXT, "evidence": PATHS}, required=("question",)),
    messages=(QUESTION, NO_EVIDENCE),
    bind=bind,
)
