"""The findings as CSV for Excel: UTF-8 with a byte order mark, one finding a row, then what could not be read, and what
an earlier report calls not met and this run did not judge.

Where claims were judged a second file beside it has their offences, a row each: all of them where a check writes it,
those with most money where it is made from a report later. No cell is ever a formula. Excel takes codes for numbers
when it opens a CSV file by itself; XLSX keeps them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from wicheck.model import same
from wicheck.reports.interface import Part, ReportWriter, WriteOptions
from wicheck.reports.report import Report
from wicheck.reports.rows import Cell, Rows
from wicheck.reports.voice import Voice

_BYTE_ORDER_MARK = "\ufeff"
_OFFENCES = "offences"


def write(report: Report, options: WriteOptions) -> Iterator[str]:
    rows = Rows(report, Voice(options.language))
    yield _BYTE_ORDER_MARK + _line(rows.headings())
    yield from (_line(rows.of(finding)) for finding in report.findings)
    yield from (_line(rows.of_error(error)) for error in report.input_errors)
    if report.baseline:
        yield from (_line(rows.of_change(change)) for change in report.baseline["not_judged"])


def parts(report: Report, options: WriteOptions) -> Iterator[Part]:
    yield Part("", write(report, options))
    if report.billing:
        yield Part(_OFFENCES, _offences(report, options))


def _offences(report: Report, options: WriteOptions) -> Iterator[str]:
    from wicheck.reports.offences import Offences

    offences = Offences(report, Voice(options.language))
    yield _BYTE_ORDER_MARK + _line(offences.headings())
    yield from map(_line, offences.rows())
    if not offences.complete:
        yield _line([offences.note()])


def _line(cells: Sequence[Cell]) -> str:
    held = StringIO()
    csv.writer(held, lineterminator="\r\n").writerow(cells)
    return held.getvalue()


WRITER = ReportWriter("csv", same("CSV"), write, parts=parts)
