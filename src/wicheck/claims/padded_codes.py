"""Numbers of a workbook that their format shows with more signs than they have: 123 as 000123, or as A-123.

Where a code is due that is another code. python-calamine gives the number alone, so the formats are read from the XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from wicheck.tabular.number_formats import Shows, shows
from wicheck.tabular.packages import BROKEN, Package, Places, local_name, parser_of
from wicheck.tabular.workbook_parts import cell_formats

Digits = Mapping[tuple[int, int], int]
"""How many digits a number shows at least, by row and column from 1; ``NOT_ALL`` where it shows other signs too."""
NOT_ALL = 0
LOST = "0E+0"
"""Stands for a code of which a spreadsheet has made something else: read as one whose digits are lost."""
_as_it_is = re.compile(r"[#,]*0?(?:\.[0#]*)?(?:E[-+]0+)?").fullmatch
_zeros = re.compile(r"0{2,}").fullmatch
_blanks = re.compile(r"[_*].|\[[^\]]*\]")
_NUMBERS = ("n", None)


def padded_codes(path: Path, sheet: str) -> Digits:
    """Where such numbers stand. Of an .xls file nobody tells."""
    try:
        if not is_zipfile(path):
            return {}
        with ZipFile(path) as book:
            return _padded(Package(book), sheet)
    except BROKEN:
        return {}  # damaged, or made in a way of its own, though python-calamine read it


def written(text: str, digits: int) -> str:
    """A number's ``text`` as it shows."""
    return text.zfill(digits) if digits and text.isdecimal() else LOST


def digits_of(code: str) -> int | None:
    """How many digits the number format ``code`` shows at least; None where it shows numbers as they are."""
    bare = _blanks.sub("", code.partition(";")[0]).strip()
    if bare in ("General", "@") or shows(code) not in (Shows.NUMBER, Shows.SHARE) or _as_it_is(bare):
        return None
    return len(bare) if _zeros(bare) else NOT_ALL


def _padded(package: Package, sheet: str) -> Digits:
    by_style = {str(style): digits_of(code) for style, code in enumerate(cell_formats(package))}
    styles = {style: digits for style, digits in by_style.items() if digits is not None}
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
