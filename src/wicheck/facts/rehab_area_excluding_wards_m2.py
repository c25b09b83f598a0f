"""The rehabilitation business area without the wards.

As stated, or the area with the wards less the area of the wards. Where all three are given and no rounding of the
stated figures makes them agree, where the parts are larger than the whole, or the beds take more than the wards have,
the area is not known; of wards whose area is not given, the beds' net area is a part. Neither is it known where the
rooms for assessment, therapy and fitting braces, which are a part of it, are larger.
"""

from __future__ import annotations

from wicheck.facts._beds import AREA, BEDS, PER_BED, REHABILITATION, WARDS, beyond_wards, taken
from wicheck.facts._numbers import number
from wicheck.model import Fact, Path, Quantity, Record, Text
from wicheck.rounding import as_written, exact, total

WITHOUT = (*REHABILITATION, "business_area_excluding_wards_m2")
WITH = (*REHABILITATION, "business_area_including_wards_m2")
ROOMS: tuple[Path, ...] = tuple(
    (*REHABILITATION, "rooms", room, "area_m2") for room in ("assessment", "therapy", "orthotics")
)


def measure(record: Record) -> Quantity:
    area = measured(record)
    rooms = {place: size for place in ROOMS if (size := number(record, place))}
    if area.part is not None and total(map(as_written, rooms.values())).low > as_written(area.part).high:
        return Quantity(None, evidence=(*area.evidence, *rooms))
    return area


def measured(record: Record) -> Quantity:
    """The area as stated, or the whole without the wards; what the rooms take is not looked at."""
    without, everything, wards = (number(record, path) for path in (WITHOUT, WITH, WARDS))
    if everything is None or wards is None:
        return stated(record)
    if wards > everything or (
        without is not None and not total(map(as_written, (without, wards))).meets(as_written(everything))
    ):
        return Quantity(None, evidence=(WITH, WARDS, WITHOUT))
    doubtful = beyond_wards(record)
    if doubtful:
        return Quantity(None, evidence=doubtful)
    if without is not None:
        return Quantity(without, evidence=(WITHOUT,))
    return Quantity(everything - wards, evidence=(WITH, WARDS))


def stated(record: Record) -> Quantity:
    """The area without the wards as it was written; what is missing else is what was begun, or this very entry."""
    without, everything = number(record, WITHOUT), number(record, WITH)
    if without is None:
        return Quantity(None, missing=(WITHOUT,) if everything is None else (WARDS,))
    if everything is not None:
        beds = taken(record)
        parts = total((as_written(without), beds.area if beds else exact(0)))
        if without > everything or parts.low > as_written(everything).high:
            return Quantity(None, evidence=(WITH, WITHOUT, *(beds.paths if beds else ())))
    return Quantity(without, evidence=(WITHOUT,))


FACT = Fact(
    name="rehab_area_excluding_wards_m2",
    title=Text("康复业务用房面积（不含病房）", "rehabilitation business area without wards"),
    unit=Text("㎡", "m²"),
    page=__doc__ or "",
    paths=(WITHOUT, WITH, WARDS, AREA, PER_BED, BEDS, *ROOMS),
    measure=measure,
)
