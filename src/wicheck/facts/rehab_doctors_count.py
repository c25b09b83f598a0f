"""How many rehabilitation doctors the institution has.

Counted on the roster where one is given, else the stated count. An entry of the roster that leaves open whether
it counts makes the number unknown and is named.
"""

from __future__ import annotations

from wicheck.facts._roster import ROSTER, STAFF, rehab_doctors
from wicheck.model import Fact, Text

FACT = Fact(
    name="rehab_doctors_count",
    title=Text("康复医师人数", "rehabilitation doctors"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(ROSTER, (*STAFF, "rehab_doctors_count")),
    measure=rehab_doctors,
)
