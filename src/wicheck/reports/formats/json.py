"""The canonical report: ``report/v1``, as ``schemas/report.schema.json`` describes it.

One finding a line and keys in a fixed order, so that two reports can be compared line by line. Both languages
are in it, whatever language was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wicheck.model import same
from wicheck.reports.encoding import encoded, json_lines
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.judged import coverage
from wicheck.reports.report import Report

VERSION = "report/v1"


def write(report: Report, _options: WriteOptions) -> Iterator[str]:
    """The report line by line: the findings of a large run are never all in memory as text."""
    yield f'{{"wicheck": {encoded(VERSION)},\n"run": {encoded(report.run)},\n"totals": {encoded(report.totals)}'
    yield f',\n"coverage": {encoded(coverage(report))}'
    for name in ("dossiers", "findings", "notices", "input_errors", "attestations", "waivers"):
        entries = getattr(report, name)
        yield f',\n"{name}": ['
        yield from _lines(map(encoded, entries) if name != "findings" else json_lines(entries))
        yield "]"
    if report.billing:
        yield ',\n"billing": ['
        yield from _lines(map(encoded, report.billing))
        yield "]"
    if report.baseline:
        yield f',\n"baseline": {encoded(report.baseline)}'
    yield "}\n"


def _lines(entries: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for entry in entries:
        yield between + entry
        between = ",\n"


WRITER = ReportWriter("json", same("JSON"), write)
