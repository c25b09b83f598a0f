"""The canonical report: ``report/v1``, as ``schemas/report.schema.json`` describes it.

One finding a line and keys in a fixed order, so that two reports can be compared line by line. Both languages
are in it, whatever language was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import JSONEncoder

from wicheck.model import same
from wicheck.reports.data import FindingData, RuleData
from wicheck.reports.interface import ReportWriter, WriteOptions
from wicheck.reports.judged import coverage
from wicheck.reports.lazy import LazyList
from wicheck.reports.report import Report

VERSION = "report/v1"
_OF_RULE = frozenset(RuleData.__annotations__)


def _made(value: object) -> list[object]:
    """A list of the report that is made only now."""
    if isinstance(value, LazyList):
        return list(value)
    raise TypeError(f"a report holds no {type(value).__name__}")


_encoded = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=_made).encode


def write(report: Report, _options: WriteOptions) -> Iterator[str]:
    """The report line by line: the findings of a large run are never all in memory as text."""
    yield f'{{"wicheck": {_encoded(VERSION)},\n"run": {_encoded(report.run)},\n"totals": {_encoded(report.totals)}'
    yield f',\n"coverage": {_encoded(coverage(report))}'
    for name in ("dossiers", "findings", "notices", "input_errors", "attestations", "waivers"):
        entries = getattr(report, name)
        yield f',\n"{name}": ['
        yield from _lines(map(_encoded, entries) if name != "findings" else _findings(entries))
        yield "]"
    if report.billing:
        yield ',\n"billing": ['
        yield from _lines(map(_encoded, report.billing))
        yield "]"
    if report.baseline:
        yield f',\n"baseline": {_encoded(report.baseline)}'
    yield "}\n"


def _lines(entries: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for entry in entries:
        yield between + entry
        between = ",\n"


def _findings(findings: Iterable[FindingData]) -> Iterator[str]:
    """What findings of one rule have in common is encoded once: it is more than a third of the file."""
    common: dict[tuple[str, str], str] = {}
    for finding in findings:
        key = (finding["pack"], finding["rule"])
        if key not in common:
            common[key] = _encoded({name: value for name, value in finding.items() if name in _OF_RULE})[:-1]
        own = {name: value for name, value in finding.items() if name not in _OF_RULE}
        yield f"{common[key]}, {_encoded(own)[1:]}"


WRITER = ReportWriter("json", same("JSON"), write)
