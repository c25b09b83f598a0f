"""From which day a workbook counts its days: 1900, or 1904 as spreadsheets on old Macs did.

A cell that is formatted as a date is read rightly either way. A bare number in a column of days is the same number in
both, four years apart.
"""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from wicheck.tabular.packages import BROKEN, Package

_old_count = re.compile(rb"\x22\x00\x02\x00\x01\x00")
"""The record of an .xls file that says so."""


def counts_from_1900(path: Path) -> bool:
    """Whether that is certain enough to take a bare number for a day."""
    try:
        if not is_zipfile(path):
            return not _old_count.search(path.read_bytes())
        with ZipFile(path) as book:
            return not Package(book).counts_from_1904
    except BROKEN:
        return False
