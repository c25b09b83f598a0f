"""Counting on the staff roster: who certainly counts, and whose entry leaves open whether they do.

The roster gives the counts where one is given; only without one do stated counts. The same identity number twice is
one person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from wicheck.facts._numbers import number
from wicheck.model import Measure, Path, Quantity, Record

STAFF: Path = ("institution", "staff")
ROSTER: Path = (*STAFF, "roster")
Wanted = Mapping[str, Sequence[str | bool]]

REHAB_DOCTORS: Wanted = {"role": ("rehab_doctor",)}
SENIOR_REHAB_DOCTORS: Wanted = {**REHAB_DOCTORS, "rank": ("chief", "associate_chief")}
REHAB_THERAPISTS: Wanted = {"role": ("rehab_therapist",)}
TRAINED_REHAB_THERAPISTS: Wanted = {**REHAB_THERAPISTS, "trained": (True,)}


class Counted(NamedTuple):
    """The entries that count, and the paths to fill in where an entry leaves it open."""

    entries: tuple[Path, ...]
    missing: tuple[Path, ...]


def headcount(wanted: Wanted, stated: str) -> Measure:
    """How many on the roster are as ``wanted``; without a roster, the count ``stated`` in the staff's data."""
    stated_at = (*STAFF, stated)

    def measure(record: Record) -> Quantity:
        roster = record.value(ROSTER)
        if not roster:
            count = number(record, stated_at)
            return Quantity(count, evidence=(stated_at,)) if count is not None else unknown((stated_at,))
        found = on_roster(roster, wanted)
        return unknown(found.missing) if found.missing else Quantity(len(found.entries), evidence=found.entries)

    return measure


def unknown(missing: tuple[Path, ...]) -> Quantity:
    return Quantity(None, missing=missing)


def on_roster(roster: Sequence[Mapping[str, Any]], wanted: Wanted) -> Counted:
    """Who on the roster is as ``wanted``: an entry that contradicts it anywhere is out, whatever it leaves unsaid."""
    entries, missing, seen = [], [], set()
    for index, entry in enumerate(roster):
        if any(entry.get(key) is not None and entry[key] not in values for key, values in wanted.items()):
            continue
        unsaid = [(*ROSTER, index, key) for key in wanted if entry.get(key) is None]
        identity = entry.get("identity_number") or index
        if not unsaid and identity not in seen:
            entries.append((*ROSTER, index))
            seen.add(identity)
        missing += unsaid
    return Counted(tuple(entries), tuple(missing))
