"""An agency's settings: its readings of vague figures, its thresholds, its limits for reading files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wicheck.errors import InputError
from wicheck.model import Document, Location, Text
from wicheck.model.tuples import NamedTuple
from wicheck.yamlio import Limits

_BYTES_PER_MIB = 1024 * 1024
_USUAL_LIMITS = Limits()


class AgencyReading(NamedTuple):
    """How an agency reads the vague figure of one rule, with the document that states it.

    ``limit`` is ``minimum`` or ``maximum``: on which side of the figure one has to be.
    """

    rule: str
    limit: str
    figure: Decimal
    agency: str
    authority: str
    document: str
    issued_on: date | None
    location: Location


class Threshold(NamedTuple):
    """A figure that a text leaves to the agency, by the name that rules use."""

    name: str
    number: Decimal
    location: Location


class Settings(NamedTuple):
    readings: tuple[AgencyReading, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    limits: Limits = _USUAL_LIMITS

    @property
    def figures(self) -> Mapping[str, Decimal]:
        """The agency's figures by rule id."""
        return {reading.rule: reading.figure for reading in self.readings}


def settings_of(documents: Sequence[Document]) -> tuple[Settings, tuple[InputError, ...]]:
    """The settings of all ``documents`` together, and an error for each entry that says nothing clear or says it twice.

    Of two entries about the same the first counts, so that the rest can still be checked.
    """
    errors: list[InputError] = []
    readings: dict[str, AgencyReading] = {}
    thresholds: dict[str, Threshold] = {}
    for entry, location in _entries(documents, "readings"):
        if ("minimum" in entry) == ("maximum" in entry):
            errors.append(_one_figure(entry["rule"], location))
            continue
        if entry.get("minimum") == 0:
            errors.append(_asks_nothing(entry["rule"], location))
            continue
        reading = _reading(entry, location)
        if readings.setdefault(reading.rule, reading) is not reading:
            errors.append(_twice(reading.rule, readings[reading.rule].location, location))
    for entry, location in _entries(documents, "thresholds"):
        threshold = Threshold(entry["name"], entry["number"], location)
        if thresholds.setdefault(threshold.name, threshold) is not threshold:
            errors.append(_twice(threshold.name, thresholds[threshold.name].location, location))
    settings = Settings(tuple(readings.values()), tuple(thresholds.values()), _limits(documents))
    return settings, tuple(errors)


def _entries(documents: Sequence[Document], name: str) -> Iterator[tuple[dict[str, Any], Location]]:
    for document in documents:
        for index, entry in enumerate(document.data.get(name, ())):
            yield entry, document.locate((document.kind, name, index))


def _reading(entry: Mapping[str, Any], location: Location) -> AgencyReading:
    issued_on = entry.get("issued_on")
    limit = "minimum" if "minimum" in entry else "maximum"
    return AgencyReading(
        rule=entry["rule"],
        limit=limit,
        figure=entry[limit],
        agency=entry["agency"],
        authority=entry["authority"],
        document=entry["document"],
        issued_on=date.fromisoformat(issued_on) if issued_on else None,
        location=location,
    )


def _limits(documents: Sequence[Document]) -> Limits:
    """The largest file size that any of ``documents`` allows."""
    sizes = [document.data["limits"]["file_mib"] for document in documents if "limits" in document.data]
    return Limits(max_bytes=int(max(sizes) * _BYTES_PER_MIB)) if sizes else _USUAL_LIMITS


def _one_figure(rule: str, location: Location) -> InputError:
    message = Text(f"规则 {rule} 的口径要有一个数值", f"the reading of {rule} needs one figure")
    hint = Text("“最低值”和“最高值”写一个，也只写一个", "give minimum or maximum, and only one of them")
    return InputError(message, location, hint)


def _asks_nothing(rule: str, location: Location) -> InputError:
    message = Text(f"规则 {rule} 的口径为 0，等于不作要求", f"a reading of 0 leaves rule {rule} nothing to ask")
    hint = Text(
        "口径只能解释要求，不能取消要求；请写明数值", "a reading explains a demand and cannot lift it: give a figure"
    )
    return InputError(message, location, hint)


def _twice(name: str, first: Location, again: Location) -> InputError:
    message = Text(f"“{name}”已在 {first} 写过", f'"{name}" is already set at {first}')
    return InputError(message, again, Text("请只保留一处", "keep only one of the two"))
