"""The share of rehabilitation doctors who have the rank of associate chief or chief.

`part` are the seniors, `whole` all rehabilitation doctors. Counted on the roster where one is given, else from
the two stated counts. A doctor without a rank, or somebody without a role, makes the share unknown and is named. A
roster with fewer doctors than are stated is only begun: whoever is not on it yet may lower the share, so it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wicheck.facts._numbers import number
from wicheck.facts._roster import ROSTER, STAFF, rehab_doctors, senior_rehab_doctors
from wicheck.model import Fact, Path, Quantity, Record, Text, Told

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
    return Quantity(part.part, whole.part, evidence=evidence, told=tuple(others(whole, part)))


def others(doctors: Quantity, seniors: Quantity) -> Iterator[Told]:
    """The share in every way in which the number of doctors or of seniors is told otherwise than by the roster."""
    for way, note in {each.way: each.note for each in (*seniors.told, *doctors.told)}.items():
        part, whole = by(way, seniors), by(way, doctors)
        if part is not None and whole is not None:
            yield Told(way, note, part, whole)


def by(way: str, count: Quantity) -> Decimal | int | None:
    """The count as it is in that way."""
    return next((each.part for each in count.told if each.way == way), count.part)


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
