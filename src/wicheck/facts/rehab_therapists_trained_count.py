"""How many rehabilitation therapists have been professionally trained.

Counted on the roster where one is given, else the stated count. An entry of the roster that leaves open whether
it counts makes the number unknown and is named. More trained therapists stated than therapists are no number.
"""

from __future__ import annotations

from wicheck.facts._numbers import number
from wicheck.facts._roster import ROSTER, STAFF, TRAINED_REHAB_THERAPISTS, headcount
from wicheck.model import Fact, Path, Quantity, Record, Text

TRAINED: Path = (*STAFF, "rehab_therapists_trained_count")
ALL: Path = (*STAFF, "rehab_therapists_count")
counted = headcount(TRAINED_REHAB_THERAPISTS, "rehab_therapists_trained_count")


def measure(record: Record) -> Quantity:
    trained, therapists = counted(record), number(record, ALL)
    if trained.evidence == (TRAINED,) and trained.part and therapists is not None and trained.part > therapists:
        return Quantity(None, evidence=(TRAINED, ALL))
    return trained


FACT = Fact(
    name="rehab_therapists_trained_count",
    title=Text("经培训康复治疗师人数", "trained rehabilitation therapists"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(ROSTER, TRAINED, ALL),
    measure=measure,
)
