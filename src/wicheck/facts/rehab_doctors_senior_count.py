"""How many rehabilitation doctors have the rank of associate chief or chief.

Counted on the roster where one is given, else the stated count. An entry of the roster that leaves open whether
it counts makes the number unknown and is named.
"""

from __future__ import annotations

from wicheck.facts._roster import ROSTER, STAFF, senior_rehab_doctors
from wicheck.model import Fact, Text

FACT = Fact(
    name="rehab_doctors_senior_count",
    title=Text("副高级以上康复医师人数", "rehabilitation doctors of associate-chief rank or above"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(ROSTER, (*STAFF, "rehab_doctors_senior_count")),
    measure=senior_rehab_doctors,
)
