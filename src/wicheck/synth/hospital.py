"""The invented hospital's month: stays, rehabilitation, visits and devices, with all that is charged.

Every claim is of another person; a bed takes one stay in each third of the month.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from wicheck.synth.goods import (
    BED,
    DAILY,
    DEVICE,
    DIAGNOSES,
    DRUGS,
    IMAGING,
    LABORATORY,
    MATERIAL,
    NURSING,
    OPERATION,
    OUTSIDE,
    REHABILITATION,
    VISIT,
    WARD_ROUND,
    Good,
)
from wicheck.synth.people import Person, person

MONTH = date(2026, 3, 1)
_BEDS_A_WARD = 40


class Charge(NamedTuple):
    """One line: what, on which day, how much of it; ``reverses`` is the place of the line it takes back."""

    good: Good
    day: date
    quantity: int
    order: str = ""
    days: int = 0
    reverses: int | None = None


class Visit(NamedTuple):
    """One claim with all that belongs to it. ``ends`` is the day of discharge; ``bed`` None: no bed was taken."""

    number: int
    person: Person
    category: str
    starts: date
    ends: date
    bed: tuple[str, str] | None
    charges: list[Charge]

    @property
    def claim_id(self) -> str:
        return f"JS{self.number:08d}"

    @property
    def visit_id(self) -> str:
        return f"JZ{self.number:08d}"

    @property
    def diagnosis(self) -> tuple[str, str, str]:
        return DIAGNOSES[self.number % len(DIAGNOSES)]


def visits(random: Random) -> Iterator[Visit]:
    """Claims without end; who wants N lines stops taking them."""
    number = beds = 0
    while True:
        number += 1
        kind = random.random()
        if kind < 0.55:
            beds += 1
            yield _stay(number, "inpatient", beds, random)
        elif kind < 0.75:
            beds += 1
            yield _stay(number, "rehabilitation", beds, random)
        elif kind < 0.97:
            yield _outpatient(number, random)
        else:
            yield _device(number, random)


def _stay(number: int, category: str, stay: int, random: Random) -> Visit:
    third, place = stay % 3, stay // 3
    starts = MONTH + timedelta(days=third * 10)
    nights = random.randint(4, 9)
    bed = f"骨科{place // _BEDS_A_WARD + 1}病区", f"{place % _BEDS_A_WARD + 1}"
    charge = _treatment if category == "inpatient" else _rehabilitation
    charges = list(charge(number, starts, nights, random))
    if random.random() < 0.1:
        charges += _taken_back(charges, starts)
    return Visit(number, person(number), category, starts, starts + timedelta(days=nights), bed, charges)


def _treatment(number: int, starts: date, nights: int, random: Random) -> Iterator[Charge]:
    drugs = random.sample(range(len(DRUGS)), 3)
    yield from (Charge(good, starts, 1) for good in LABORATORY)
    yield Charge(random.choice(IMAGING), starts, 1)
    if random.random() < 0.4:
        yield Charge(OPERATION, starts + timedelta(days=1), 1)
        yield Charge(MATERIAL, starts + timedelta(days=1), 1)
    for day in _days(starts, nights):
        yield from (Charge(good, day, 1) for good in (BED, NURSING, WARD_ROUND, *DAILY))
        yield from (Charge(DRUGS[place], day, 1, f"YZ{number:08d}-{place}", 1) for place in drugs)
    if random.random() < 0.1:
        yield Charge(OUTSIDE, starts + timedelta(days=2), 1)


def _rehabilitation(number: int, starts: date, nights: int, random: Random) -> Iterator[Charge]:
    for day in _days(starts, nights):
        yield from (Charge(good, day, 1) for good in (BED, NURSING, WARD_ROUND))
        yield from (Charge(good, day, random.randint(1, 2)) for good in REHABILITATION)


def _taken_back(charges: list[Charge], starts: date) -> list[Charge]:
    """A picture that was charged by mistake, and its reversal."""
    return [Charge(IMAGING[1], starts, 1), Charge(IMAGING[1], starts, -1, reverses=len(charges) + 1)]


def _outpatient(number: int, random: Random) -> Visit:
    day = MONTH + timedelta(days=random.randrange(28))
    charges = [Charge(VISIT, day, 1), Charge(random.choice(IMAGING), day, 1)]
    for place in random.sample(range(len(DRUGS)), random.randint(1, 2)):
        charges.append(Charge(DRUGS[place], day, random.randint(1, 3), f"YZ{number:08d}-{place}", 7))
    return Visit(number, person(number), "outpatient", day, day, None, charges)


def _device(number: int, random: Random) -> Visit:
    day = MONTH + timedelta(days=random.randrange(28))
    return Visit(number, person(number), "assistive_device", day, day, None, [Charge(DEVICE, day, 1)])


def _days(starts: date, count: int) -> Iterator[date]:
    return (starts + timedelta(days=each) for each in range(count))
