"""Values as JSON can hold them.

A Decimal becomes a JSON number with exactly its digits, 0.1 and not 0.1000000000000000055: an int where it is
whole, else a float where the float's shortest form is the same number (always so up to 15 digits), else a
string of its digits. A reader that parses fractions as decimals gets the very figure back.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from wicheck.model import Location, Text

if TYPE_CHECKING:
    from wicheck.reports.data import LocationData, TextData


def plain(value: Any) -> Any:
    """``value`` of a document or an outcome: dates as ISO text, sequences as lists, Texts in both languages."""
    match value:
        case Decimal():
            return number(value)
        case date():
            return value.isoformat()
        case Text():
            return text_data(value)
        case dict():
            return {str(key): plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
    return value


@lru_cache(maxsize=1024)
def number(value: Decimal) -> int | float | str:
    if value.is_finite() and (whole := int(value)) == value:
        return whole
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:f}"


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def text_data(text: Text) -> TextData:
    return {"zh": text.zh, "en": text.en}


def optional_text(text: Text | None) -> TextData | None:
    return {"zh": text.zh, "en": text.en} if text else None


def location_data(location: Location) -> LocationData:
    if location.sheet is None and location.row is None and location.line is not None and location.column is not None:
        return {"file": location.file, "line": location.line, "column": location.column}
    given = {name: part for name, part in location._asdict().items() if part is not None}
    return cast("LocationData", given)


def optional_location(location: Location | None) -> LocationData | None:
    return location_data(location) if location else None


def show_location(place: LocationData) -> str:
    """``file:line:column`` and its like, as ``Location`` prints itself."""
    if len(place) == 3 and "column" in place:  # as most are
        return f"{place['file']}:{place['line']}:{place['column']}"
    return str(Location(**place))
