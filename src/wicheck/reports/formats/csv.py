"""The findings as CSV for Excel: UTF-8 with a byte order mark, one finding a row, then what could not be read.

No cell is ever a formula. Excel takes codes for numbers when it opens a CSV file by itself; XLSX keeps them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from wicheck.model import same
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.report import Report
from wicheck.reports.rows import Cell, Rows
from wicheck.reports.voice import Voice

_BYTE_ORDER_MARK = "\ufeff"


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    rows = Rows(report, Voice(options.language))
    yield _BYTE_ORDER_MARK + _line(rows.headings())
    yield from (_line(rows.of(finding)) for finding in report.findings)
    yield from (_line(rows.of_error(error)) for error in report.input_errors)


def _line(cells: list[Cell] | list[str]) -> str:
    held = StringIO()
    csv.writer(held, lineterminator="\r\n").writerow(cells)
    return held.getvalue()


WRITER = ReportWriter("csv", same("CSV"), write)
