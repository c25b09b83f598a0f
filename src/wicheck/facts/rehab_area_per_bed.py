"""The net usable area of the rehabilitation ward per bed.

`part` is the net area, `whole` the beds, so that a demand is decided without dividing. Where only the area per bed
is stated, that is the part of one bed. Where both are given and no rounding of the stated figures makes them agree,
or the beds take more than the wards have, the area is not known.
"""

from __future__ import annotations

from wicheck.facts._beds import AREA, BEDS, PER_BED, WARDS, beyond_wards
from wicheck.facts._numbers import number
from wicheck.model import Fact, Quantity, Record, Text
from wicheck.rounding import as_written, exact, product


def measure(record: Record) -> Quantity:
    doubtful = beyond_wards(record)
    if doubtful:
        return Quantity(None, evidence=doubtful)
    area, per_bed, beds = number(record, AREA), number(record, PER_BED), number(record, BEDS)
    if beds is None or area is None:
        return stated(record)
    if per_bed is not None and not product((as_written(per_bed), exact(beds))).meets(as_written(area)):
        return Quantity(None, evidence=(AREA, BEDS, PER_BED))
    return Quantity(area, beds, evidence=(AREA, BEDS))


def stated(record: Record) -> Quantity:
    """The area per bed as it was written, where the ward's area or its beds are not."""
    per_bed, beds = number(record, PER_BED), number(record, BEDS)
    if per_bed is None:
        return Quantity(None, missing=tuple(path for path in (AREA, BEDS) if record.value(path) is None))
    return Quantity(per_bed, 0 if beds == 0 else 1, evidence=(PER_BED,))


FACT = Fact(
    name="rehab_area_per_bed",
    title=Text("康复病房每床净使用面积", "net area per rehabilitation bed"),
    unit=Text("㎡/床", "m² per bed"),
    page=__doc__ or "",
    paths=(AREA, PER_BED, BEDS, WARDS),
    measure=measure,
)
