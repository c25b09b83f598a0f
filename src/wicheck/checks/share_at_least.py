"""A share of a whole reaches a figure: senior doctors among the doctors.

Decided as `part >= minimum x whole`, never by dividing. No doctors at all is no share, so it is not
known, and so is a part larger than its whole: then one of the two numbers is wrong.

The finding tells how many of the whole are needed. `together_with` names the demand of the same clause that
sets the minimum of the whole (10 doctors); the remedy is then the shortest way to meet both. `counted` says
what those in the part are called.

```yaml
senior_share_generally_min_40pct:
  check: share_at_least
  fact: rehab_doctor_senior_share
  minimum: 0.4
  exceptions_allowed: 一般
  together_with: doctors_min_10
  counted: {zh: 副高级以上医师, en: doctors of associate-chief rank or above}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from wicheck.checks.support.arguments import DEMAND, FACT, TEXT, TOLD_TWICE, closed, told_twice, unmeasured
from wicheck.checks.support.figures import PERCENT, ceiling, neat, noted, quotient, shown
from wicheck.checks.support.quantities import limit, limit_arguments
from wicheck.checks.support.staffing import coupled
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Quantity, Record, Text, Verdict

REACHED = Message(
    "share_at_least.reached",
    Text(
        "{label}：{part}/{whole}，即 {observed}，达到要求（不低于 {required}）",
        "{label}: {part} of {whole}, {observed}; at least {required} is asked",
    ),
)
SHORT = Message(
    "share_at_least.short",
    Text(
        "{label}：{part}/{whole}，即 {observed}；要求不低于 {required}，须达到 {needed}/{whole}，差 {gap}",
        "{label}: {part} of {whole}, {observed}; {required} needs {needed} of {whole}: {gap} short",
    ),
)
ROOM = Message(
    "share_at_least.room",
    Text(
        "{label}：{part}/{whole}，即 {observed}；原文所述 {required} 须达到 {needed}/{whole}，差 {gap}；"
        "原文“{word}”留有余地，须由经办机构认定",
        "{label}: {part} of {whole}, {observed}; the {required} the text names needs {needed} of {whole}: {gap} short; "
        "its word “{word}” leaves room, so the agency decides",
    ),
)
MORE_THAN_ALL = Message(
    "share_at_least.more_than_all",
    Text(
        "{label}无从计算：部分（{part}）多于总数（{whole}），请核对所填数据",
        "{label} cannot be computed: the part ({part}) is more than the whole ({whole}); check the numbers given",
    ),
)
_SHOWN = Decimal("0.0001")
SHARE: Mapping[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    measure = binder.measure(arguments)
    label, _ = binder.naming(arguments)
    bound = limit(arguments, "minimum")
    short = (Verdict.FAIL, SHORT) if bound.word is None else (Verdict.REVIEW, ROOM)
    known: dict[str, Any] = {"label": label, "required": shown(bound.figure, PERCENT), "word": bound.word}
    total = binder.sibling(arguments["together_with"]) if "together_with" in arguments else None
    remedy = coupled(share=arguments, total=total, binder=binder)

    def answered(verdict: Verdict, message: Message, quantity: Quantity, **more: Any) -> Outcome:
        observed = shown_share(quantity)
        said = noted(observed, PERCENT, quantity)
        values = {**known, "part": quantity.part, "whole": quantity.whole, "observed": said}
        outcome = Outcome(verdict, message, {**values, **more}, observed, bound.figure, evidence=quantity.evidence)
        return outcome._replace(reading=bound.source, unit=PERCENT)

    def reached(part: Decimal | int, whole: Decimal | int) -> bool:
        return part >= bound.figure * whole

    def decide(record: Record) -> Outcome:
        quantity = measure(record)
        part, whole = quantity.part, quantity.whole
        if part is None or whole <= 0 or part > whole:
            return more_than_all(quantity, label) if part and part > whole else unmeasured(quantity, label)
        if differing := told_twice(quantity, label, reached):
            return differing
        if reached(part, whole):
            return answered(Verdict.PASS, REACHED, quantity)
        needed = least(bound.figure, whole)
        outcome = answered(*short, quantity, needed=needed, gap=needed - part)
        return outcome._replace(shortfall=needed - part, remedy=remedy(record))

    return decide


def more_than_all(quantity: Quantity, label: Text) -> Outcome:
    values = {"label": label, "part": quantity.part, "whole": quantity.whole}
    return Outcome(Verdict.UNKNOWN, MORE_THAN_ALL, values, evidence=quantity.evidence)


def shown_share(quantity: Quantity) -> Decimal:
    """The share with two decimals of a percent, rounded down so that it never looks as if it reached."""
    return neat(Decimal(quotient(quantity)).quantize(_SHOWN, ROUND_FLOOR))


def least(share: Decimal, whole: Decimal | int) -> Decimal | int:
    """The smallest part that is ``share`` of ``whole``: a whole number where the whole is one."""
    exact = share * whole
    return exact.quantize(Decimal(1), ROUND_CEILING) if whole == int(whole) else ceiling(exact)


KIND = CheckKind(
    name="share_at_least",
    title=Text("比例不低于", "share at least"),
    page=__doc__ or "",
    arguments=closed(
        {"fact": FACT, **limit_arguments("minimum", SHARE), "together_with": DEMAND, "counted": TEXT},
        required=("fact", "minimum"),
    ),
    messages=(REACHED, SHORT, ROOM, MORE_THAN_ALL, TOLD_TWICE),
    bind=bind,
)
