"""What a cell's number format shows of its number: a date, a share, or the number itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType

from wicheck.tabular.cells import Cell, CellKind, number_text

_DAYS, _MONTHS, _WHOLE, _CLOCK = "m-d", "y-m", "y-m-d", "h:m:s"
BUILT_IN: Mapping[int, str] = MappingProxyType(
    {
        9: "0%",
        10: "0.00%",
        14: _WHOLE,
        15: _WHOLE,
        16: _DAYS,
        17: _MONTHS,
        22: f"{_WHOLE} {_CLOCK}",
        **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), _CLOCK),
        **dict.fromkeys((27, 36, 50, 52, 57), _MONTHS),
        **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAYS),
        **dict.fromkeys((30, 31), _WHOLE),
    }
)
"""The formats that a workbook need not spell out, as far as they are no plain numbers; 27 to 36 and 50 to 58 as a
Chinese program shows them."""
GENERAL = "General"
_clutter = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FALSE_DAY = 60
"""The 29th of February 1900, which spreadsheets count and no calendar has."""


_MOST = 3_000_000
"""No date has so high a number; the last one, the end of the year 9999, has 2958465."""


class Shows(Enum):
    """What a format makes of a number."""

    NUMBER = auto()
    SHARE = auto()
    DATE = auto()
    DATE_AND_TIME = auto()
    TIME = auto()
    PART_OF_DATE = auto()


@lru_cache(maxsize=256)
def shows(code: str) -> Shows:
    """What the format ``code`` shows; of its parts the first counts, which is that for numbers above zero."""
    bare = _clutter.sub("", code).split(";")[0].casefold()
    if bare.strip() == "general":
        return Shows.NUMBER
    clock = any(letter in bare for letter in "hs")
    date = [letters for letters in ("ye", "m", "d") if any(letter in bare for letter in letters)]
    if "e+" in bare or "e-" in bare or not (clock or date):
        return Shows.SHARE if "%" in bare else Shows.NUMBER
    if len(date) == 3:
        return Shows.DATE_AND_TIME if clock else Shows.DATE
    return Shows.TIME if clock and date in ([], ["m"]) else Shows.PART_OF_DATE


def shown(number: float, code: str, from_1904: bool) -> Cell:
    """A number as its format shows it."""
    how = shows(code)
    if how is Shows.NUMBER:
        return Cell(number_text(number), CellKind.NUMBER)
    if how is Shows.SHARE:
        return Cell(f"{number_text(float(f'{number * 100:.15g}'))}%", CellKind.NUMBER)
    moment = None if how is Shows.PART_OF_DATE else _moment(number, from_1904)
    if moment is None:
        return Cell(number_text(number), CellKind.PART_OF_DATE)
    if how is Shows.TIME:
        return Cell(f"{moment:%H:%M:%S}", CellKind.PART_OF_DATE)
    midnight = moment.time() == datetime.min.time()
    if how is Shows.DATE and midnight:
        return Cell(moment.date().isoformat(), CellKind.DATE)
    return Cell(moment.isoformat(" ", "seconds"), CellKind.DATE)


def _moment(number: float, from_1904: bool) -> datetime | None:
    """The day and time with this number; None where no calendar has it."""
    if not 0 <= number < _MOST:
        return None
    days, seconds = divmod(round(number * 86400), 86400)
    if days == _FALSE_DAY and not from_1904:
        return None
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if days < _FALSE_DAY else 30)  # noqa: DTZ001
    try:
        return first + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None
