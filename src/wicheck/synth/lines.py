"""Lines by the million: what a good's lines share is written once, the rest is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wicheck.synth.goods import GOODS, Good, yuan
from wicheck.synth.hospital import Visit

_FILLED = (
    "line_number", "claim_id", "visit_id", "order_id", "service_on", "service_at", "quantity", "amount",
    "out_of_scope_amount", "in_scope_amount", "fund_amount", "personal_amount", "trace_code", "reversed_line_number",
    "days_supplied", "daily_dose",
)  # fmt: skip
_DRUG = "drug"


class Written(NamedTuple):
    """The lines of a visit as CSV, and the cents that the fund and the worker bear."""

    text: str
    covered: int
    outside: int


class LineWriter:
    """Writes lines with the columns ``columns``, in their order."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._order = [_FILLED.index(column) for column in columns if column in _FILLED]
        self._forms = {good.code: self._form(good, columns) for good in GOODS}

    def _form(self, good: Good, columns: Sequence[str]) -> str:
        fixed = {
            "catalogue_code": good.code,
            "catalogue_name": good.name,
            "catalogue_kind": good.kind,
            "charge_category": good.category,
            "charge_class": "a" if good.covered else "c",
            "institution_item_code": f"N{good.code}",
            "institution_item_name": good.name,
            "unit": good.unit,
            "unit_price_amount": yuan(good.cents),
            "ceiling_amount": yuan(good.ceiling_cents),
            "over_ceiling_amount": "0",
            "self_pay_first_amount": "0",
            "injury_related": "是",
            "department": "骨科",
            "doctor": "赵医生",
            "institution_approved": "是",
            "non_therapeutic": "否",
            "performed": "是",
            "recorded": "是",
            "actual_code": good.code,
            "actual_name": good.name,
            "rehab_norm_met": "是" if good.category == "rehabilitation" else "",
        }
        return ",".join("%s" if column in _FILLED else fixed.get(column, "") for column in columns) + "\n"

    def write(self, visit: Visit) -> Written:
        claim, number, order = visit.claim_id, visit.visit_id, self._order
        rows, covered, outside = [], 0, 0
        for place, (good, day, quantity, ordered, days, reverses) in enumerate(visit.charges, 1):
            cents = quantity * good.cents
            amount, iso = yuan(cents), day.isoformat()
            trace = f"8{visit.number:014d}{place:05d}" if good.kind == _DRUG else ""
            parts = ("0", amount, amount, "0") if good.covered else (amount, "0", "0", amount)
            if good.covered:
                covered += cents
            else:
                outside += cents
            filled = (
                place, claim, number, ordered, iso, f"{iso} 10:00:00", quantity, amount, *parts, trace,
                reverses or "", days or "", 1 if days else "",
            )  # fmt: skip
            rows.append(self._forms[good.code] % tuple([filled[each] for each in order]))
        return Written("".join(rows), covered, outside)
