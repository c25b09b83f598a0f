"""Two reckonings agree: a year's deposit and the sum of its months, a total and visits times their average.

Each side is a `sum` or a `product` of operands: a path, a number of the rule's own, or an object with `value` (a
path) and

- `key`, where the path is a list of objects: which entry of each counts. A list counts as the sum of its entries;
- `rounded`, where the stated figure is a rounded one: `as_written` (to the last place somebody wrote, so 12.5 stands
  for 12.45 to 12.55) or a number of decimals.

Decimal throughout. The sides agree where some true values that round to the stated figures make them equal, so
the room is exactly what the rounding of the figures leaves: a total given to *d* decimals of 10 000 yuan and an average
to *e* decimals of yuan may differ by half of 10 000 x 10^-d plus the visits times half of 10^-e. Figures that are not
marked as rounded are exact. `tolerance` allows a further difference, zero unless given.

```yaml
deposit_sum:
  check: arithmetic
  left: {sum: [{value: agreement.deposit.months, key: amount}]}
  right: {sum: [agreement.deposit.year_amount]}
average_equals_total_over_visits:
  check: arithmetic
  left: {product: [{value: application.form.prior_year.outpatient_total_10k, rounded: as_written}, 10000]}
  right:
    product:
    - application.form.prior_year.outpatient_visits_count
    - {value: application.form.prior_year.outpatient_average_amount, rounded: as_written}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from wicheck.checks.support.arguments import FIGURE, KEY, PATH, closed, unknown
from wicheck.checks.support.composition import unique
from wicheck.checks.support.figures import shown
from wicheck.checks.support.operands import side
from wicheck.model import Binder, CheckKind, Decide, Message, Outcome, Record, Text, Verdict, same

AGREE = Message(
    "arithmetic.agree", Text("{left_label}为 {left}，与{right_label}相符", "{left_label} is {left}, as {right_label}")
)
AGREE_ROUNDED = Message(
    "arithmetic.agree_rounded",
    Text(
        "{left_label}为 {left}，{right_label}为 {right}，相差 {difference}，在四舍五入的范围内",
        "{left_label} is {left}, {right_label} is {right}: they differ by {difference}, no more than rounding explains",
    ),
)
DIFFER = Message(
    "arithmetic.differ",
    Text(
        "{left_label}为 {left}，{right_label}为 {right}，相差 {difference}",
        "{left_label} is {left}, {right_label} is {right}: they differ by {difference}",
    ),
)
_OPERAND: Mapping[str, Any] = {
    "oneOf": [
        PATH,
        FIGURE,
        closed(
            {
                "value": PATH,
                "key": KEY,
                "rounded": {"oneOf": [{"const": "as_written"}, {"type": "integer", "minimum": 0}]},
            },
            required=("value",),
        ),
    ]
}
_OPERANDS: Mapping[str, Any] = {"type": "array", "items": _OPERAND, "minItems": 1}
_SIDE = closed({"sum": _OPERANDS, "product": _OPERANDS}, minProperties=1, maxProperties=1)


def bind(arguments: Mapping[str, Any], binder: Binder) -> Decide:
    left, right = side(arguments["left"], binder), side(arguments["right"], binder)
    tolerance = Decimal(arguments.get("tolerance", 0))
    names = {"left_label": left.label, "right_label": right.label}

    def decide(record: Record) -> Outcome:
        one, other = left.reckon(record), right.reckon(record)
        if one.missing or other.missing:
            return unknown(unique((*one.missing, *other.missing)))
        difference = abs(one.stated - other.stated)
        figures = {"left": one.stated, "right": other.stated, "difference": difference}
        values = {**names, **{name: shown(figure, same("")) for name, figure in figures.items()}}
        verdict, message = Verdict.FAIL, DIFFER
        if one.true.meets(other.true, tolerance):
            verdict, message = Verdict.PASS, AGREE_ROUNDED if difference else AGREE
        return Outcome(
            verdict,
            message,
            values,
            one.stated,
            other.stated,
            difference,
            evidence=unique((*one.evidence, *other.evidence)),
        )

    return decide


KIND = CheckKind(
    name="arithmetic",
    title=Text("勾稽关系", "arithmetic"),
    page=__doc__ or "",
    arguments=closed({"left": _SIDE, "right": _SIDE, "tolerance": FIGURE}, required=("left", "right")),
    messages=(AGREE, AGREE_ROUNDED, DIFFER),
    bind=bind,
)
