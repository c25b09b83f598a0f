"""Counting distinct people in lists of names: the same person twice is one."""

from __future__ import annotations

from collections.abc import Sequence

from wicheck.model import Path, Quantity, Record

_SAID = ("name", "organisation")


def distinct(record: Record, paths: Sequence[Path]) -> Quantity:
    """How many different people stand at ``paths`` (each one person, or a list of them).

    Two entries are the same person where the names agree and no two organisations tell them apart; an
    entry without a name leaves the number unknown and is named.
    """
    places = [place for path in paths for place in people(record, path)]
    missing = tuple((*place, "name") for place in places if not record.value((*place, "name")))
    missing += tuple(path for path in paths if record.value(path) is None)
    if missing:
        return Quantity(None, missing=missing)
    kept: list[Path] = []
    for place in places:
        if not any(same_person(record, place, other) for other in kept):
            kept.append(place)
    return Quantity(len(kept), evidence=tuple(kept))


def people(record: Record, path: Path) -> list[Path]:
    """The paths of the people at ``path``: itself, or the entries of the list there; none where declared as none."""
    value = record.value(path)
    if isinstance(value, list):
        return [(*path, index) for index in range(len(value))]
    return [path] if value else []


def same_person(record: Record, one: Path, other: Path) -> bool:
    """Whether the two entries may be one person: a name twice is not two people unless something says so."""
    names, organisations = ([written(record, (*place, key)) for place in (one, other)] for key in _SAID)
    return names[0] == names[1] and (None in organisations or organisations[0] == organisations[1])


def written(record: Record, path: Path) -> str | None:
    """The text at ``path`` without blanks: 王 五 is 王五."""
    text: str | None = record.value(path)
    return "".join(text.split()) if text else None
