"""How many different people reviewed the application in writing; the same person twice counts once."""

from __future__ import annotations

from wicheck.facts._people import distinct
from wicheck.model import Fact, Path, Text

REVIEWERS: Path = ("application", "review", "reviewers")

FACT = Fact(
    name="distinct_reviewers_count",
    title=Text("书面审查人数", "reviewers"),
    unit=Text("人", "persons"),
    page=__doc__ or "",
    paths=(REVIEWERS,),
    measure=lambda record: distinct(record, (REVIEWERS,)),
)
