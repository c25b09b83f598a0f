"""What the beds of the rehabilitation ward take: their net area, as stated or reckoned from the area per bed."""

from __future__ import annotations

from wicheck.facts._numbers import number
from wicheck.model import Path, Record
from wicheck.model.tuples import NamedTuple
from wicheck.rounding import Range, as_written, exact, product

REHABILITATION: Path = ("institution", "rehabilitation")
WARD: Path = (*REHABILITATION, "ward")
WARDS: Path = (*REHABILITATION, "ward_area_m2")
AREA, PER_BED, BEDS = (*WARD, "net_area_m2"), (*WARD, "net_area_per_bed_m2"), (*WARD, "beds_count")


class Taken(NamedTuple):
    """The area that the beds may take, and where that was read."""

    area: Range
    paths: tuple[Path, ...]


def taken(record: Record) -> Taken | None:
    """The net area of the beds; None where neither it nor beds and area per bed are written."""
    area, per_bed, beds = (number(record, path) for path in (AREA, PER_BED, BEDS))
    if area is not None:
        return Taken(as_written(area), (AREA,)) if area else None
    if not beds or per_bed is None:
        return None
    return Taken(product((as_written(per_bed), exact(beds))), (PER_BED, BEDS))


def beyond_wards(record: Record) -> tuple[Path, ...]:
    """The entries by which the beds take more than the wards have; nothing where they do not."""
    beds, wards = taken(record), number(record, WARDS)
    if beds is None or wards is None or beds.area.low <= as_written(wards).high:
        return ()
    return (*beds.paths, WARDS)
