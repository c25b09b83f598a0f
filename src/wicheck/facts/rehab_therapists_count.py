"""How many rehabilitation therapists the institution has, trained or not.

Counted on the roster where one is given, else the stated count. An entry of the roster that leaves open whether
it counts makes the number unknown and is named.
"""

from __future__ import annotations

from wicheck.facts._roster import REHAB_THERAPISTS, ROSTER, STAFF, headcount
from wicheck.model import Fact, Text

FACT = Fact(
    name="rehab_therapists_count",
    title=Text("康复治疗师人数", "rehabilitation therapists"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(ROSTER, (*STAFF, "rehab_therapists_count")),
    measure=headcount(REHAB_THERAPISTS, "rehab_therapists_count"),
)
