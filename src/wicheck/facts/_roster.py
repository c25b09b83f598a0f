"""Counting on the staff roster: who certainly counts, and whose entry leaves open whether they do.

The roster gives the counts where one is given; only without one do stated counts. The same identity number twice is
one person; one name twice is two people only where identity numbers say so, and somebody without either is nobody.
Nobody counts whose licence or certificate is stated as revoked, cancelled, expired or suspended. Contradictory is a
roster that says two things of one person (both doctor and therapist, both chief and resident; somebody may be a manager
besides), one that gives two people one certificate, and a number of people on a roster that was declared as none.
Whether those count who do not practise here full time the texts do not say: where it matters nothing is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from wicheck.facts._numbers import number
from wicheck.facts._told import beside, full_time, part_time
from wicheck.model import Measure, Path, Quantity, Record
from wicheck.model.tuples import NamedTuple

STAFF: Path = ("institution", "staff")
ROSTER: Path = (*STAFF, "roster")
Wanted = Mapping[str, Sequence[str | bool]]

REHAB_DOCTORS: Wanted = {"role": ("rehab_doctor",)}
SENIOR_REHAB_DOCTORS: Wanted = {**REHAB_DOCTORS, "rank": ("chief", "associate_chief")}
REHAB_THERAPISTS: Wanted = {"role": ("rehab_therapist",)}
TRAINED_REHAB_THERAPISTS: Wanted = {**REHAB_THERAPISTS, "trained": (True,)}
_APART = ("rehab_doctor", "rehab_therapist")
_BESIDE = ("manager", "other")
_SAID = ("role", "rank", "trained", "licence_status")
_SAID_ELSEWHERE = ("role", "licence_status")
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
        count = len(found.entries)
        told = (*beside(count, number(record, stated_at)), *part_time(count, full_time(roster, found.entries)))
        return Quantity(count, evidence=found.entries, told=told)

    return lambda record: record.once(counted)


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
    doubted = contradictory(roster, persons) | confused(roster, persons)
    return People(persons, namesakes, tuple([(*ROSTER, index) for index in sorted(doubted)]))


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
    """The identity number without its check digit, one of fifteen digits as of eighteen.

    One with asterisks tells people apart only together with the name.
    """
    number: str | None = entry.get("identity_number")
    if number is None:
        return None
    if "*" in number:
        return f"{number.upper()} {name(entry)}"
    if len(number) == 15 and number.isdigit():
        return f"{number[:6]}19{number[6:]}"
    return number[:17] if len(number) == 18 else number.upper()


def contradictory(roster: Sequence[Mapping[str, Any]], persons: Mapping[int, Person]) -> set[int]:
    """The entries of those of whom two things are said: doctor and therapist or nurse, chief and resident."""
    counted = {each.identity for each in persons.values()} - {None}
    theirs = [(index, who) for index, entry in enumerate(roster) if (who := identity(entry)) in counted]
    said: dict[tuple[str | None, str], Any] = {}
    doubtful = set()
    for index, who in theirs:
        for key in _SAID if index in persons else _SAID_ELSEWHERE:
            value = roster[index].get(key)
            if value is not None and value not in _BESIDE and said.setdefault((who, key), value) != value:
                doubtful.add(who)
    return {index for index, who in theirs if who in doubtful}


def confused(roster: Sequence[Mapping[str, Any]], persons: Mapping[int, Person]) -> set[int]:
    """The entries that may be one person though their numbers differ: one certificate, or a number partly hidden."""
    licensed = {index: licence(roster[index]) for index in persons}
    hidden = {index: each.name for index, each in persons.items() if each.name and each.identity}
    pairs = [*shared(licensed), *(pair for pair in shared(hidden) if may_be_one(*(roster[at] for at in pair)))]
    apart = [pair for pair in pairs if len({persons[index].identity or index for index in pair}) > 1]
    return {index for pair in apart for index in pair}


def shared(told: Mapping[int, Hashable]) -> Iterator[tuple[int, int]]:
    """Each two entries of which the same is told."""
    by_value: dict[Hashable, list[int]] = {}
    for index, value in told.items():
        if value is not None:
            by_value.setdefault(value, []).append(index)
    return (pair for indices in by_value.values() if len(indices) > 1 for pair in combinations(indices, 2))


def licence(entry: Mapping[str, Any]) -> str | None:
    """The number of the certificate without blanks; None for what is no number, such as a note."""
    number = "".join(str(entry.get("licence_number", "")).split()).upper()
    return number if sum(map(str.isdigit, number)) >= 5 else None


def may_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two numbers, one of them with asterisks, agree wherever both show their digit."""
    numbers = [each["identity_number"].upper() for each in (one, other)]
    if "*" not in "".join(numbers) or len(set(map(len, numbers))) > 1:
        return "*" in "".join(numbers)
    return all(a == b or "*" in (a, b) for a, b in zip(*numbers, strict=True))


rehab_doctors = headcount(REHAB_DOCTORS, "rehab_doctors_count")
senior_rehab_doctors = headcount(SENIOR_REHAB_DOCTORS, "rehab_doctors_senior_count")
