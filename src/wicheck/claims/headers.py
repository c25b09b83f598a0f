"""Whose column is whose: a header against the ways of naming columns that we know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from wicheck.claims.naming import FLAG, Meaning, Naming, layers, plain_name, similar
from wicheck.claims.tables import Table
from wicheck.errors import InputError
from wicheck.model import Location, Text

_SLIP = 0.75
"""One letter of four may be another: of 费用日期 and 费用日其 three are the same."""
_MOST = 20


class Header(NamedTuple):
    """A header understood: ``positions`` of our columns, what ``values`` in them mean, and the names nobody knows
    or whose column another one fills.

    ``naming`` is the one that was taken, None where our own names were enough; ``unexplained``: the flag
    is there that means nothing without a mapping; ``meant`` are known names that unknown ones may be slips of;
    ``nameless`` are the places, from 1, of columns without a name.
    """

    positions: Mapping[str, int]
    values: Mapping[str, Mapping[str, str | None]]
    unknown: tuple[str, ...]
    naming: Naming | None
    unexplained: bool
    meant: Mapping[str, str] = MappingProxyType({})
    nameless: tuple[int, ...] = ()


class Headers:
    """Reads headers for one batch. ``chosen`` is the naming that its document asks for."""

    def __init__(self, known: Mapping[str, Naming], chosen: Naming | None = None) -> None:
        self._known = known
        self._chosen = chosen
        self._slips: dict[tuple[str, ...], Mapping[str, str]] = {}

    def score(self, names: Sequence[str], table: Table) -> int:
        """How many of ``names`` are columns of ``table``, by whatever naming knows most of them."""
        return max(self._count(names, table, naming) for naming in self._candidates())

    def read(self, names: Sequence[str], table: Table, place: Location) -> Header:
        """Raises InputError where no column is known, or where two of them, or two namings, are equally good."""
        naming = self._best(names, table, place)
        found = _looked_up(names, table, naming, self._known)
        if not found:
            raise _nothing_known(names, table, place)
        positions, values = _placed(found, table, names, place)
        taken = {*positions.values()}
        unknown = tuple(name for index, name in enumerate(names) if index not in taken and name.strip())
        nameless = tuple(place for place, name in enumerate(names, start=1) if not name.strip())
        flagged = any(plain_name(name) == FLAG for name in unknown)
        used = naming if naming and self._count(names, table, naming) > self._count(names, table, None) else None
        lacking = [
            name
            for lookup in layers(naming, table, self._known)
            for name, meanings in lookup.items()
            if not any(meaning.field in positions for meaning in meanings)
        ]
        return Header(
            positions, values, unknown, used or self._chosen, flagged, self._meant(unknown, lacking), nameless
        )

    def _meant(self, unknown: tuple[str, ...], lacking: Sequence[str]) -> Mapping[str, str]:
        """Names of columns that are not there by those of which nobody knows what they are. Files are much alike."""
        key = (*unknown, "", *lacking)
        if key not in self._slips:
            found = {name: similar(plain_name(name), lacking, cutoff=_SLIP) for name in unknown[:_MOST]}
            self._slips[key] = {name: close[0] for name, close in found.items() if close}
        return self._slips[key]

    def _candidates(self) -> list[Naming | None]:
        return [self._chosen] if self._chosen else [None, *self._known.values()]

    def _count(self, names: Sequence[str], table: Table, naming: Naming | None) -> int:
        return len({index for index, _, _ in _looked_up(names, table, naming, self._known)})

    def _best(self, names: Sequence[str], table: Table, place: Location) -> Naming | None:
        if self._chosen:
            return self._chosen
        most = self._count(names, table, None)
        best: list[Naming] = []
        for naming in self._known.values():
            count = self._count(names, table, naming)
            if count > most:
                most, best = count, [naming]
            elif count == most and best:
                best.append(naming)
        if len(best) > 1:
            raise _two_namings(best, place)
        return best[0] if best else None


Found = tuple[int, int, Meaning]
"""The position of a name, the layer it was found in (0 the nearest), and what it means there."""


def _looked_up(names: Sequence[str], table: Table, naming: Naming | None, known: Mapping[str, Naming]) -> list[Found]:
    lookups = list(layers(naming, table, known))
    found: list[Found] = []
    for index, name in enumerate(names):
        plain = plain_name(name)
        for layer, lookup in enumerate(lookups):
            if plain in lookup:
                found.extend((index, layer, meaning) for meaning in lookup[plain])
                break
    return found


def _placed(
    found: Iterable[Found], table: Table, names: Sequence[str], place: Location
) -> tuple[dict[str, int], dict[str, Mapping[str, str | None]]]:
    """One column of theirs for each of ours: the nearest layer's; two of the same layer are a question."""
    positions: dict[str, int] = {}
    values: dict[str, Mapping[str, str | None]] = {}
    nearest: dict[str, int] = {}
    for index, layer, meaning in sorted(found, key=lambda each: (each[1], each[0])):
        if meaning.field not in positions:
            positions[meaning.field], nearest[meaning.field] = index, layer
            if meaning.values:
                values[meaning.field] = meaning.values
        elif nearest[meaning.field] == layer:
            raise _two_columns(table, meaning.field, (names[positions[meaning.field]], names[index]), place)
    return positions, values


def _two_columns(table: Table, field: str, names: tuple[str, str], place: Location) -> InputError:
    title = table.columns[field].title
    if plain_name(names[0]) == plain_name(names[1]):  # no mapping tells one from the other
        return InputError(
            Text(f"有两列都叫“{names[0]}”", f'two columns are called "{names[0]}"'),
            place,
            Text("请给其中一列改名，或者删去", "give one of them another name, or leave it out"),
        )
    return InputError(
        Text(
            f"“{names[0]}”和“{names[1]}”两列都可以是{title.zh}（{field}）",
            f'"{names[0]}" and "{names[1]}" may both be {field} ({title.en})',
        ),
        place,
        Text(
            "请在列名对照里写明用哪一列，或者删去其中一列",
            "say which in a mapping, or leave one of the two out",
        ),
    )


def _two_namings(namings: Sequence[Naming], place: Location) -> InputError:
    zh = "、".join(naming.title.zh for naming in namings)
    return InputError(
        Text(f"表头同样符合几套列名：{zh}", f"the header fits several namings: {', '.join(n.id for n in namings)}"),
        place,
        Text("请写一份列名对照，在“基础对照”里选一套", "write a mapping with one of them as its base"),
    )


def _nothing_known(names: Sequence[str], table: Table, place: Location) -> InputError:
    """What stands there is not repeated: without a header it would be somebody's data."""
    usual = [column.title.zh for column in table.columns.values()][:6]
    count = len([name for name in names if name.strip()])
    return InputError(
        Text(
            f"这里应是列名，但 {count} 列中没有一列认得出是{table.title.zh}表的列",
            f"column names are due here, but none of {count} is a column of the table {table.name}",
        ),
        place,
        Text(
            f"第一行写列名，如：{'、'.join(usual)}；列名不同时请写列名对照（mapping/v1）",
            f"name the columns in the first row, as in {', '.join(list(table.columns)[:6])}; "
            "for other names write a mapping (mapping/v1)",
        ),
    )
