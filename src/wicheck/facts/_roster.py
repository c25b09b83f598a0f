"""Counting on the staff roster: who certainly counts, and whose entry leaves open whether they do.

The roster gives the counts where one is given; only without one do stated counts. The same identity number twice is
one person; one name twice is two people only where identity numbers say so, and somebody without either is nobody.
Nobody counts whose licence or certificate is stated as revoked, cancelled, expired or suspended. Contradictory is a
roster that says two things of one person (both doctor and therapist, both chief and resident), and a number of people
on a roster that was declared as none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from wicheck.facts._numbers import number
from wicheck.model import Measure, Path, Quantity, Record, Text
from wicheck.model.tuples import NamedTuple

STAFF: Path = ("institution", "staff")
ROSTER: Path = (*STAFF, "roster")
Wanted = Mapping[str, Sequence[str | bool]]

REHAB_DOCTORS: Wanted = {"role": ("rehab_doctor",)}
SENIOR_REHAB_DOCTORS: Wanted = {**REHAB_DOCTORS, "rank": ("chief", "associate_chief")}
REHAB_THERAPISTS: Wanted = {"role": ("rehab_therapist",)}
TRAINED_REHAB_THERAPISTS: Wanted = {**REHAB_THERAPISTS, "trained": (True,)}
_APART = ("rehab_doctor", "rehab_therapist")
_SAID = ("role", "rank", "trained", "licence_status")
_HOLDS = (None, "valid")


class Counted(NamedTuple):
    """The entries that count, and the paths to fill in where an entry leaves it open."""

    entries: tuple[Path, ...]
    missing: tuple[Path, ...]


class Person(NamedTuple):
    """What tells an entry of the roster from others."""

    identity: str | None
    name: str | None


class People(NamedTuple):
    """Those on a roster who matter by the number of their entry, how many bear a name, and whose entries differ."""

    persons: Mapping[int, Person]
    namesakes: Mapping[str | None, int]
    doubtful: tuple[Path, ...]


def headcount(wanted: Wanted, stated: str) -> Measure:
    """How many on the roster are as ``wanted``; without a roster, the count ``stated`` in the staff's data.

    Counted once for a record: a rule and the share beside it ask for the same doctors.
    """
    stated_at = (*STAFF, stated)

    def counted(record: Record) -> Quantity:
        roster = record.value(ROSTER)
        if not roster:
            return without_roster(number(record, stated_at), stated_at, roster is not None)
        people = record.once(people_of)
        if people.doubtful:
            return Quantity(None, evidence=people.doubtful)
        found = on_roster(roster, people, wanted)
        if found.missing:
            return unknown(found.missing)
        note = beside(len(found.entries), number(record, stated_at))
        return Quantity(len(found.entries), evidence=found.entries, note=note)

    return lambda record: record.once(counted)


def beside(counted: int, stated: Decimal | int | None) -> Text | None:
    """What to tell where the data state another count: a roster that is only begun decides, but not silently."""
    if stated is None or stated == counted:
        return None
    return Text(f"花名册上 {counted} 人，所填人数为 {stated}", f"{counted} on the roster, {stated} stated")


def without_roster(count: Decimal | int | None, stated_at: Path, declared_none: bool) -> Quantity:
    """The stated ``count``; not known where a roster of nobody stands against it."""
    if count is None:
        return unknown((stated_at,))
    if declared_none and count:
        return Quantity(None, evidence=(ROSTER, stated_at))
    return Quantity(count, evidence=(stated_at,))


def unknown(missing: tuple[Path, ...]) -> Quantity:
    return Quantity(None, missing=missing)


def people_of(record: Record) -> People:
    """Who is on the roster, which must be there: looked at once for all the counts of a dossier."""
    roster = record.value(ROSTER)
    persons = {index: person(entry) for index, entry in enumerate(roster) if matters(entry)}
    namesakes = Counter({each.identity or index: each.name for index, each in persons.items()}.values())
    return People(persons, namesakes, contradictory(roster, persons))


def person(entry: Mapping[str, Any]) -> Person:
    return Person(identity(entry), name(entry))


def on_roster(roster: Sequence[Mapping[str, Any]], people: People, wanted: Wanted) -> Counted:
    """Who on the roster is as ``wanted``: an entry that contradicts it anywhere is out, whatever it leaves unsaid."""
    certain, missing, out = [], [], unlicensed(roster, people)
    for index, entry in enumerate(roster):
        if index in out:
            continue
        unsaid = []
        for key, values in wanted.items():
            value = entry.get(key)
            if value is None:
                unsaid.append((*ROSTER, index, key))
            elif value not in values:
                break
        else:
            missing += unsaid
            if not unsaid:
                certain.append(index)
    different = distinct(people, certain)
    return Counted(different.entries, tuple(missing) + different.missing)


def distinct(people: People, indices: Sequence[int]) -> Counted:
    """The entries at ``indices`` without those that repeat a person, and what is needed to tell them apart."""
    persons = people.persons
    kept = sorted({persons[index].identity or index: index for index in reversed(indices)}.values())
    all_numbered = all(persons[index].identity for index in kept)
    needed = {index: needed_of(persons[index], people.namesakes, all_numbered) for index in kept}
    missing = tuple((*ROSTER, index, key) for index, key in needed.items() if key)
    return Counted(tuple([(*ROSTER, index) for index in kept]), missing)


def needed_of(person: Person, namesakes: Mapping[str | None, int], all_numbered: bool) -> str | None:
    """The key without which nobody can say that this is a person of its own; None where it certainly is."""
    if person.name is None:
        return None if person.identity and all_numbered else "name"
    return None if person.identity or namesakes[person.name] == 1 else "identity_number"


def matters(entry: Mapping[str, Any]) -> bool:
    """Whether the entry is one of those that are counted: no nurse, no manager."""
    return entry.get("role") in _APART


def unlicensed(roster: Sequence[Mapping[str, Any]], people: People) -> set[int]:
    """The entries of those whose licence is said not to hold, in one entry or another. It may be left unsaid."""
    told = {index: each.identity or index for index, each in people.persons.items()}
    lost = {who for index, who in told.items() if roster[index].get("licence_status") not in _HOLDS}
    return {index for index, who in told.items() if who in lost} if lost else set()


def name(entry: Mapping[str, Any]) -> str | None:
    """The name without blanks: 王 五 is 王五."""
    written: str | None = entry.get("name")
    return "".join(written.split()) if written else None


def identity(entry: Mapping[str, Any]) -> str | None:
    """The identity number, its X large; one with asterisks tells people apart only together with the name."""
    number: str | None = entry.get("identity_number")
    if number is None:
        return None
    return f"{number.upper()} {name(entry)}" if "*" in number else number.upper()


def contradictory(roster: Sequence[Mapping[str, Any]], persons: Mapping[int, Person]) -> tuple[Path, ...]:
    """The entries of those of whom two things are said: doctor and therapist, chief and resident, trained and not."""
    said: dict[str, dict[str, Any]] = {}
    doubtful = set()
    for index, (who, _) in persons.items():
        if who is None:
            continue
        entry, known = roster[index], said.setdefault(who, {})
        if any(known.setdefault(key, entry[key]) != entry[key] for key in _SAID if entry.get(key) is not None):
            doubtful.add(who)
    if not doubtful:
        return ()
    return tuple((*ROSTER, index) for index, entry in enumerate(roster) if identity(entry) in doubtful)


rehab_doctors = headcount(REHAB_DOCTORS, "rehab_doctors_count")
senior_rehab_doctors = headcount(SENIOR_REHAB_DOCTORS, "rehab_doctors_senior_count")
