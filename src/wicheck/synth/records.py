"""The hospital's month as rows of tables: identified, recognised, consented and settled as the texts ask.

Money is counted in cents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from wicheck.synth.goods import yuan
from wicheck.synth.hospital import Charge, Visit

DECLARED, HANDED, UPLOADED, REVIEWED, PAID, DUE = (
    date(2026, 4, day).isoformat() for day in (3, 3, 3, 13, 20, 30)
)  # fmt: skip
_INJURED = date(2026, 2, 20)


class Place(NamedTuple):
    """The hospital: its code and name, and the division of hospital, fund and workers."""

    code: str
    name: str
    division: str


def claim_row(visit: Visit, place: Place, covered: int, outside: int) -> dict[str, Any]:
    """The claim, of which the fund bears ``covered`` cents and the worker ``outside``."""
    code, name, group = visit.diagnosis
    stayed = visit.bed is not None
    return {
        **_whose(visit, place),
        "claim_id": visit.claim_id,
        "visit_id": visit.visit_id,
        "inpatient_number": f"ZY{visit.number:08d}" if stayed else None,
        "bed_number": visit.bed[1] if visit.bed else None,
        "department": "骨科",
        "diagnosis_code": code,
        "diagnosis_name": name,
        "diagnosis_group": group,
        "visit_category": visit.category,
        "starts_on": visit.starts.isoformat(),
        "ends_on": visit.ends.isoformat(),
        "discharge_ordered_on": visit.ends.isoformat() if stayed else False,
        "stable_on": visit.ends.isoformat() if stayed else False,
        "settled_on": visit.ends.isoformat(),
        "total_amount": yuan(covered + outside),
        "fund_amount": yuan(covered),
        "paid_amount": yuan(covered),
        "personal_amount": yuan(outside),
        "collected_amount": yuan(outside),
        **_AS_IT_SHOULD,
        **dict.fromkeys(("settled_online", "settled_with_card"), stayed),
        "settlement_mode": "realtime" if stayed else "reimbursement",
    }


def _whose(visit: Visit, place: Place) -> dict[str, Any]:
    who = visit.person
    numbers = ("identity_number", "card_identity_number", "patient_identity_number")
    divisions = ("insured_division_code", "care_division_code", "settling_division_code")
    return {
        "institution_code": place.code,
        "institution_name": place.name,
        "declaring_institution_code": place.code,
        "worker_number": who.worker_number,
        "worker_name": who.name,
        "identity_type": "居民身份证",
        **dict.fromkeys(numbers, who.identity_number),
        **dict.fromkeys(divisions, place.division),
        "card_number": f"K{who.worker_number}",
        "recognition_number": f"RD{visit.number:08d}",
        "sex": who.sex,
        "birth_on": who.birth_on.isoformat(),
        "age_years": (visit.starts - who.birth_on).days // 365,
    }


_YES = (
    "institution_realtime", "identity_verified", "visit_category_verified",
    "card_checked", "card_shown", "injury_costs_separated", "agreement_institution", "admission_indicated",
    "lower_results_considered", "cost_list", "invoice_original", "diagnosis_certificate", "exam_reports",
    "medical_record", "discharge_certificate", "papers_original_and_copy", "remote_filed_online",
    "accident_filed_online",
)  # fmt: skip
_NO = (
    "emergency", "discharge_refused", "third_party_caused", "converted_on", "non_injury", "medical_accident",
    "extended", "extension_approved", "overtreatment", "records_false", "under_investigation",
    "settlement_suspended", "abnormal", "violation_found",
)  # fmt: skip
_AS_IT_SHOULD: dict[str, Any] = {
    **dict.fromkeys(_YES, True),
    **dict.fromkeys(_NO, False),
    **dict.fromkeys(("violation_amount", "refused_amount", "recovered_amount", "third_party_amount"), 0),
    "insurance_type": "工伤保险",
    "assessment_float_amount": 0,
    "payment_method": "by_item",
    "declared_on": DECLARED,
    "uploaded_on": UPLOADED,
    "reviewed_on": REVIEWED,
    "due_on": DUE,
    "paid_on": PAID,
    "list_due_on": DUE,
    "list_handed_on": HANDED,
}


def worker_row(visit: Visit, place: Place) -> dict[str, Any]:
    """The worker's file: recognised long before the visit, rehabilitation confirmed where it is given."""
    rehabilitated = visit.category == "rehabilitation"
    injured = _INJURED - timedelta(days=visit.number % 200)
    return {
        "worker_number": visit.person.worker_number,
        "name": visit.person.name,
        "identity_number": visit.person.identity_number,
        "insured_division_code": place.division,
        "injured_division_code": place.division,
        "injured_on": injured.isoformat(),
        "recognition_number": f"RD{visit.number:08d}",
        "recognized_on": (injured + timedelta(days=8)).isoformat(),
        "injured_part": visit.diagnosis[2],
        "third_party_caused": False,
        "relapse_confirmed_on": False,
        "rehab_confirmed_on": "2026-02-28" if rehabilitated else False,
        "rehab_confirmed_until_on": "2026-12-31" if rehabilitated else False,
        "rehab_committee_division_code": place.division if rehabilitated else None,
        "rehab_fed_back_on": "2026-02-28" if rehabilitated else False,
        "rehab_filed_on": "2026-02-28" if rehabilitated else False,
        "abnormal": False,
        "immediate_settlement_suspended": False,
    }


def stay_row(visit: Visit, place: Place) -> dict[str, Any]:
    assert visit.bed is not None, "only a stay takes a bed"  # noqa: S101
    return {
        "visit_id": visit.visit_id,
        "claim_id": visit.claim_id,
        "institution_code": place.code,
        "worker_number": visit.person.worker_number,
        "ward": visit.bed[0],
        "bed_number": visit.bed[1],
        "starts_at": f"{visit.starts} 09:00:00",
        "ends_at": f"{visit.ends} 10:00:00",
        "real_name_verified": True,
        "real_name_verified_on": visit.starts.isoformat(),
    }


def order_rows(visit: Visit) -> Iterator[dict[str, Any]]:
    """One order for each drug of the visit."""
    ordered: dict[str, list[Charge]] = {}
    for charge in visit.charges:
        if charge.order:
            ordered.setdefault(charge.order, []).append(charge)
    for number, charges in ordered.items():
        stayed = visit.bed is not None
        yield {
            "order_id": number,
            "visit_id": visit.visit_id,
            "doctor": "赵医生",
            "ordered_on": visit.starts.isoformat(),
            "stopped_on": visit.ends.isoformat(),
            "order_kind": "long_term" if stayed else "outpatient",
            "catalogue_code": charges[0].good.code,
            "quantity": sum(each.quantity for each in charges),
            "days_supplied": sum(each.days for each in charges),
            "daily_dose": 1,
        }


def consent_rows(visit: Visit) -> Iterator[dict[str, Any]]:
    """What the fund does not pay was explained and signed for beforehand."""
    for position, charge in enumerate(visit.charges, 1):
        if not charge.good.covered:
            yield {
                "claim_id": visit.claim_id,
                "visit_id": visit.visit_id,
                "line_number": str(position),
                "catalogue_code": charge.good.code,
                "institution_item_code": f"N{charge.good.code}",
                "informed_on": visit.starts.isoformat(),
                "in_writing": True,
                "fund_will_not_pay_told": True,
                "signed": True,
                "signed_by": "worker",
                "signed_on": visit.starts.isoformat(),
            }


HEAD: Mapping[str, Any] = {
    "period": {"starts_on": "2026-03-01", "ends_on": "2026-03-31"},
    "declared_on": DECLARED,
    "uploaded_on": UPLOADED,
    "reviewed_on": REVIEWED,
    "paid_on": PAID,
}
"""What the month's batch says of itself."""
_SCREENED: Mapping[str, Any] = {"screened_on": "2026-04-02", "anomalies_count": 0, "marked": True, "followed": True}
SCREENS: Sequence[Mapping[str, Any]] = (
    {"kind": "month", "period": "2026-03", **_SCREENED},
    {"kind": "quarter", "period": "2026Q1", **_SCREENED},
)
