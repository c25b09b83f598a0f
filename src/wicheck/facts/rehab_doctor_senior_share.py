"""The share of rehabilitation doctors who have the rank of associate chief or chief.

`part` are the seniors, `whole` all rehabilitation doctors. Counted on the roster where one is given, else from
the two stated counts. A doctor without a rank, or somebody without a role, makes the share unknown and is named. A
roster with fewer doctors than are stated is only begun: whoever is not on it yet may lower the share, so it is unknown.
"""

from __future__ import annotations

from decimal import Decimal

from wicheck.facts._numbers import number
from wicheck.facts._roster import ROSTER, STAFF, rehab_doctors, senior_rehab_doctors
from wicheck.model import Fact, Path, Quantity, Record, Text

DOCTORS, SENIORS = "rehab_doctors_count", "rehab_doctors_senior_count"


def measure(record: Record) -> Quantity:
    whole, part = rehab_doctors(record), senior_rehab_doctors(record)
    if whole.part is None or part.part is None:
        return Quantity(
            None, missing=tuple(dict.fromkeys(whole.missing + part.missing)), evidence=doubtful(whole, part)
        )
    if whole.part < (number(record, (*STAFF, DOCTORS)) or 0):
        return Quantity(None, evidence=(ROSTER, (*STAFF, DOCTORS)))
    evidence = tuple(dict.fromkeys(part.evidence + whole.evidence))
    return Quantity(part.part, whole.part, evidence=evidence, note=whole.note or part.note, told=stated(whole, part))


def stated(whole: Quantity, part: Quantity) -> tuple[Decimal | int, Decimal | int] | None:
    """The share by the stated counts, where the roster gives another number of doctors or of seniors."""
    if whole.part is None or part.part is None or not (whole.told or part.told):
        return None
    return (part.told or (part.part, 1))[0], (whole.told or (whole.part, 1))[0]


def doubtful(*counts: Quantity) -> tuple[Path, ...]:
    """The entries that contradict each other, where that is why a count is not known."""
    return tuple(dict.fromkeys(path for each in counts if each.part is None for path in each.evidence))


FACT = Fact(
    name="rehab_doctor_senior_share",
    title=Text("副高级以上职称康复医师比例", "share of rehabilitation doctors of associate-chief rank or above"),
    unit=Text("%", "%"),
    page=__doc__ or "",
    paths=(ROSTER, (*STAFF, DOCTORS), (*STAFF, SENIORS)),
    measure=measure,
)
