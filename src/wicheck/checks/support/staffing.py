"""The shortest way to enough people *and* a large enough share of some of them (10 doctors, 40 % of them senior).

The two demands hang together: whoever is hired without counting for the share lowers it, so the way to both is not
the sum of the ways to each.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Any

from wicheck.checks.support.quantities import Remedy, limit
from wicheck.model import Binder, Record, Text
from wicheck.model.tuples import NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

WHO_COUNT = Text("计入该比例的人员", "who count for the share")
HIRE = Text("新增 {hires} 人，其中至少 {seniors} 名{counted}", "hire {hires}, at least {seniors} of them {counted}")
HIRE_ANY = Text("新增 {hires} 人", "hire {hires}")
PROMOTE = Text(
    "将现有人员中的 {promotions} 人更换或晋升为{counted}",
    "replace or promote {promotions} of those present to {counted}",
)
REACHING = Text("{steps}（{part}/{whole}）", "{steps} ({part} of {whole})")
ALTERNATIVE = Text("{first}；若只靠新增，则须{other}", "{first}; by hiring alone: {other}")
THEN = Text("{first}，并{second}", "{first}, and {second}")


class Staff(NamedTuple):
    """``part`` of the ``whole`` people count for the share."""

    part: int
    whole: int


class Steps(NamedTuple):
    """New people, how many of them count for the share, and people present who come to count."""

    hires: int
    seniors: int
    promotions: int = 0

    @property
    def changes(self) -> int:
        return self.hires + self.promotions

    def after(self, staff: Staff) -> Staff:
        return Staff(staff.part + self.seniors + self.promotions, staff.whole + self.hires)


def fewest(staff: Staff, minimum: int, share: Fraction) -> Steps:
    """The fewest changes; of those, as few new people as possible.

    Beyond the people that lack anyhow, changing one who is present does at least as much for the share as
    hiring one who counts, so promotions close what remains.
    """
    hires = max(0, minimum - staff.whole)
    lacking = lack(staff, hires, share)
    seniors = min(hires, lacking)
    return Steps(hires, seniors, lacking - seniors)


def by_hiring(staff: Staff, minimum: int, share: Fraction) -> Steps | None:
    """The fewest new people where nobody present changes; None where no number of them is enough."""
    hires = max(0, minimum - staff.whole)
    if lack(staff, hires, share) > hires:
        if share == 1:
            return None
        hires = ceil((share * staff.whole - staff.part) / (1 - share))
    return Steps(hires, lack(staff, hires, share))


def lack(staff: Staff, hires: int, share: Fraction) -> int:
    """How many more must count for the share once ``hires`` new people are there."""
    return max(0, ceil(share * (staff.whole + hires)) - staff.part)


def advice(staff: Staff, minimum: int, share: Fraction, counted: Text) -> Text | None:
    """The shortest way in words, with the way by hiring alone where that differs; None where nothing lacks."""
    best = fewest(staff, minimum, share)
    if not best.changes:
        return None
    hiring = by_hiring(staff, minimum, share)
    first = told(best, staff, counted)
    if hiring is None or hiring == best:
        return first
    return ALTERNATIVE.filled({"first": first, "other": told(hiring, staff, counted)})


def told(steps: Steps, staff: Staff, counted: Text) -> Text:
    """``新增 2 人，其中至少 1 名…（4/10）``."""
    values = {**steps._asdict(), "counted": counted}
    hire = (HIRE if steps.seniors else HIRE_ANY).filled(values)
    promote = PROMOTE.filled(values)
    if steps.hires and steps.promotions:
        hire = THEN.filled({"first": hire, "second": promote})
    words = hire if steps.hires else promote
    return REACHING.filled({"steps": words, **steps.after(staff)._asdict()})


def coupled(share: Mapping[str, Any], total: Mapping[str, Any] | None, binder: Binder) -> Remedy:
    """The remedy for the arguments of a share rule and, where there is one, of the rule on the whole's minimum."""
    measure = binder.measure(share)
    wanted = limit(share, "minimum").figure
    minimum = ceil(limit(total, "minimum").figure) if total else 0
    counted = Text(**share["counted"]) if "counted" in share else WHO_COUNT

    def remedy(record: Record) -> Text | None:
        part, whole, *_ = measure(record)
        if part is None or not (is_headcount(part) and is_headcount(whole)) or part > whole:
            return None
        from fractions import Fraction

        return advice(Staff(int(part), int(whole)), minimum, Fraction(wanted), counted)

    return remedy


def is_headcount(number: Decimal | int) -> bool:
    return number >= 0 and number == int(number)
