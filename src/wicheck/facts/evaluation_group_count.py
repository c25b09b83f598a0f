"""How many different people the evaluation group has, its leader included; the same person twice counts once."""

from __future__ import annotations

from wicheck.facts._people import distinct
from wicheck.model import Fact, Path, Text

GROUP: Path = ("application", "evaluation_group")
LEADER, MEMBERS = (*GROUP, "leader"), (*GROUP, "members")

FACT = Fact(
    name="evaluation_group_count",
    title=Text("评估小组人数", "members of the evaluation group"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(LEADER, MEMBERS),
    measure=lambda record: distinct(record, (LEADER, MEMBERS)),
)
