"""A paper was handed in, in the form the text asks for: enough copies, the original, the official stamp.

A paper that is not there is a failure; one of which nothing is written is not known. Of a paper that is there each
asked-for quality counts: what is certainly lacking is a failure that names it, what is not written is not known. No
copies at all are no paper, unless the original is there; and a paper that bears a day still to come is none yet.

```yaml
form: {check: documents, material: application.materials.application_form, copies_count: 1}
certificates: {check: documents, material: application.materials.doctor_certificates, original: true, stamped: true}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wicheck.checks.support.arguments import PATH, closed, unknown
from wicheck.checks.support.wording import listed
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

IN_ORDER = Message("documents.in_order", Text("{label}：已提交", "{label}: handed in"))
NOT_THERE = Message("documents.not_there", Text("缺少材料：{label}", "missing paper: {label}"))
UNDRAWN = Message(
    "documents.undrawn",
    Text(
        "{label}的出具日期为 {day}，到 {on} 尚未出具，请核对",
        "{label} is dated {day}, a day still to come on {on}: check it",
    ),
)
LACKING = Message("documents.lacking", Text("{label}：{lacking}", "{label}: {lacking}"))

TOO_FEW = Text("份数为 {given}，须 {asked} 份", "{given} handed in, {asked} asked")
NO_ORIGINAL = Text("未提供原件", "the original is not presented")
NO_STAMP = Text("未加盖公章", "the official stamp is missing")
COMPLAINTS: Mapping[str, Text] = {"copies_count": TOO_FEW, "original": NO_ORIGINAL, "stamped": NO_STAMP}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    material = binder.path(arguments["material"])
    provided, copies, original, issued = (
        (*material, key) for key in ("provided", "copies_count", "original", "issued_on")
    )
    asked = {(*material, key): arguments[key] for key in COMPLAINTS if arguments.get(key)}
    label = {"label": binder.label(material)}
    in_order = Outcome(Verdict.PASS, IN_ORDER, label, True, True, evidence=(provided, *asked))
    not_there = Outcome(Verdict.FAIL, NOT_THERE, label, False, True, evidence=(provided,))

    none_at_all = not_there._replace(evidence=(copies, original))

    def decide(record: Record) -> Outcome:
        if record.value(provided) is not True:
            return unknown((provided,)) if record.value(provided) is None else not_there
        if copies not in asked and record.value(copies) == 0 and record.value(original) is not True:
            return unknown((original,)) if record.value(original) is None else none_at_all
        drawn = record.day(issued)
        if drawn is not None and drawn > record.as_of:
            told = {**label, "day": drawn, "on": record.as_of}
            return Outcome(Verdict.FAIL, UNDRAWN, told, drawn, evidence=(issued,))
        given = {path: record.value(path) for path in asked}
        short = tuple(path for path, value in given.items() if value is not None and value < asked[path])
        if short:
            lacking = listed(complaint(str(path[-1]), given[path], asked[path]) for path in short)
            return Outcome(Verdict.FAIL, LACKING, {**label, "lacking": lacking}, False, True, evidence=short)
        missing = tuple(path for path, value in given.items() if value is None)
        return unknown(missing) if missing else in_order

    return decide


def complaint(quality: str, given: Any, asked: Any) -> Text:
    return COMPLAINTS[quality].filled({"given": same(str(given)), "asked": same(str(asked))})


KIND = CheckKind(
    name="documents",
    title=Text("应当提交材料", "documents"),
    page=__doc__ or "",
    arguments=closed(
        {
            "material": PATH,
            "copies_count": {"type": "integer", "minimum": 1},
            "original": {"const": True},
            "stamped": {"const": True},
        },
        required=("material",),
    ),
    messages=(IN_ORDER, NOT_THERE, UNDRAWN, LACKING),
    bind=bind,
)
