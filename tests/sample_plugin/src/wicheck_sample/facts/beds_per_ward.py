"""Rehabilitation beds per ward: `part` is the beds, `whole` the wards, so that nothing is divided."""

from __future__ import annotations

from wicheck.model import Fact, Path, Quantity, Record, Text

BEDS: Path = ("institution", "rehabilitation", "ward", "beds_count")
WARDS: Path = ("institution", "rehabilitation", "ward", "wards_count")


def measure(record: Record) -> Quantity:
    missing = tuple(path for path in (BEDS, WARDS) if record.value(path) is None)
    if missing:
        return Quantity(None, missing=missing)
    return Quantity(record.value(BEDS), record.value(WARDS), evidence=(BEDS, WARDS))


FACT = Fact(
    name="beds_per_ward",
    title=Text("每病区床位", "beds per ward"),
    unit=Text("张", "beds"),
    page=__doc__ or "",
    paths=(BEDS, WARDS),
    measure=measure,
)
