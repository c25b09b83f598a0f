"""How many rehabilitation therapists have been professionally trained.

Counted on the roster where one is given, else the stated count. An entry of the roster that leaves open whether
it counts makes the number unknown and is named.
"""

from __future__ import annotations

from wicheck.facts._roster import ROSTER, STAFF, TRAINED_REHAB_THERAPISTS, headcount
from wicheck.model import Fact, Text

FACT = Fact(
    name="rehab_therapists_trained_count",
    title=Text("经培训康复治疗师人数", "trained rehabilitation therapists"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(ROSTER, (*STAFF, "rehab_therapists_trained_count")),
    measure=headcount(TRAINED_REHAB_THERAPISTS, "rehab_therapists_trained_count"),
)
