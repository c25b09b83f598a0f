"""Numbers of a workbook that their format shows otherwise: 123 as 000123 or A-123, a day as its month or with no year.

Where a code is due that is another code; of a day nobody typed what does not show. python-calamine gives the number
alone, so the formats are read from the XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from wicheck.tabular.number_formats import Shows, shows
from wicheck.tabular.packages import BROKEN, Package, Places, local_name, parser_of
from wicheck.tabular.workbook_parts import cell_formats

Shown = Mapping[tuple[int, int], int]
"""How many digits a number shows at least, by row and column from 1; ``OTHERWISE`` where it shows other signs too,
``MONTH`` where it shows the month of a day and its year, ``PART`` where another part of it."""
OTHERWISE, MONTH, PART = 0, -1, -2
LOST = "0E+0"
"""Stands for a code of which a spreadsheet has made something else: read as one whose digits are lost."""
_as_it_is = re.compile(r"[#,]*0?(?:\.[0#]*)?(?:E[-+]0+)?").fullmatch
_zeros = re.compile(r"0{2,}").fullmatch
_blanks = re.compile(r"[_*].|\[[^\]]*\]")
_words = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*").fullmatch
_NUMBERS = ("n", None)


def shown_otherwise(path: Path, sheet: str) -> Shown:
    """Where such numbers stand. Of an .xls file nobody tells."""
    try:
        if not is_zipfile(path):
            return {}
        with ZipFile(path) as book:
            return _shown(Package(book), sheet)
    except BROKEN:
        return {}  # damaged, or made in a way of its own, though python-calamine read it


def as_code(text: str, how: int) -> str:
    """A number's ``text`` as it shows where a code is due."""
    return text.zfill(how) if how > 0 and text.isdecimal() else LOST


def as_day(text: str, how: int) -> str:
    """The ``text`` of a day as it shows: without a part it is none."""
    if how not in (MONTH, PART):
        return text
    if not _day(text):
        return f"{text}?"
    return text[:7] if how == MONTH else text[5:]


def how_shown(code: str) -> int | None:
    """What the number format ``code`` makes of a number; None where it shows it as it is, or as a whole day."""
    first = code.partition(";")[0]
    bare, kind = _blanks.sub("", first).strip(), shows(code)
    if kind in (Shows.PART_OF_DATE, Shows.TIME):
        letters = _words.sub("", first).casefold()
        return MONTH if {"y", "m"} <= {*letters} else PART
    if bare in ("General", "@") or kind not in (Shows.NUMBER, Shows.SHARE) or _as_it_is(bare):
        return None
    return len(bare) if _zeros(bare) else OTHERWISE


def _shown(package: Package, sheet: str) -> Shown:
    by_style = {str(style): how_shown(code) for style, code in enumerate(cell_formats(package))}
    styles = {style: how for style, how in by_style.items() if how is not None}
    if not styles:
        return {}
    places, found = Places(), dict[tuple[int, int], int]()

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        tag = local_name(name)
        if tag in ("c", "row"):
            places.begin(tag, attributes)
            if tag == "c" and attributes.get("s") in styles and attributes.get("t") in _NUMBERS:
                found[places.row, places.column] = styles[attributes["s"]]

    with package.open(package.sheet_file(sheet)) as stream:
        parser_of(begin).ParseFile(stream)
    return found
