"""Another count of the same people, told beside the one that the roster gives: as stated, or of those full time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from wicheck.model import Path, Text, Told


def beside(counted: int, stated: Decimal | int | None) -> Iterator[Told]:
    """The count that the data state, where it is another one: a roster decides, but not silently."""
    if stated is not None and stated != counted:
        said = Text(f"花名册上 {counted} 人，所填人数为 {stated}", f"{counted} on the roster, {stated} stated")
        yield Told("stated", said, stated)


def part_time(counted: int, full_time: int) -> Iterator[Told]:
    """The count of those who practise here full time: whether others count is not said, so that they decide nothing."""
    if others := counted - full_time:
        said = Text(
            f"花名册上 {counted} 人，其中 {others} 人不在本机构专职执业",
            f"{counted} on the roster, {others} of them not full time here",
        )
        yield Told("full_time", said, full_time)


def full_time(roster: Sequence[Mapping[str, Any]], entries: Sequence[Path]) -> int:
    """How many of those at ``entries`` are not said to be elsewhere too."""
    return sum(roster[int(path[-1])].get("full_time") is not False for path in entries)
