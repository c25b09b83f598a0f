"""The canonical report: ``report/v1``, as ``schemas/report.schema.json`` describes it.

One finding a line and keys in a fixed order, so that two reports can be compared line by line. Both languages
are in it, whatever language was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import JSONEncoder
from typing import Any

from wicheck.model import same
from wicheck.reports.data import Report
from wicheck.reports.interface import ReportWriter, WriteOptions

VERSION = "report/v1"
_encoded = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def write(report: Report, _options: WriteOptions) -> Iterator[str]:
    """The report line by line: the findings of a large run are never all in memory as text."""
    yield f'{{"wicheck": {_encoded(VERSION)},\n"run": {_encoded(report.run)},\n"totals": {_encoded(report.totals)}'
    for name in ("dossiers", "findings", "notices", "input_errors", "attestations", "waivers"):
        yield f',\n"{name}": ['
        yield from _lines(getattr(report, name))
        yield "]"
    yield "}\n"


def _lines(entries: Iterable[Any]) -> Iterator[str]:
    between = "\n"
    for entry in entries:
        yield between + _encoded(entry)
        between = ",\n"


WRITER = ReportWriter("json", same("JSON"), write)
