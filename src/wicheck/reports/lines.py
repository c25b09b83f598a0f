"""Findings as lines of canonical JSON: what several of them have in common is encoded once.

More than half of a large report is the same text again: what a rule is, what it says where it does not apply, whose
record was judged. A line is the very object that ``Shaper.finding`` makes, encoded.
"""

from __future__ import annotations

from wicheck.model import Finding, Location, Path, Record, dotted
from wicheck.reports.encoding import encoded, members
from wicheck.reports.plain import optional_location
from wicheck.reports.shape import Shaper, fingerprint, of_record
from wicheck.reports.spots import written_at

_NO_STATEMENTS = '"waiver": null, "attestation": null, "self_declared": null'
_NO_TABLE = (None, None, None)


class FindingLines:
    """Makes the lines of one run."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._names = _Names(shaper)
        self._rules: dict[tuple[str, str], str] = {}
        self._records: dict[int, _OfRecord] = {}
        self._dossier: object = None

    def line(self, finding: Finding) -> str:
        record = self._of_record(finding.record)
        return (
            f'{{{self._rule(finding)}, "fingerprint": "{fingerprint(finding)}", {record.members}, '
            f"{self._shaper.said(finding).members}, {record.places(finding)}, {self._statements(finding)}}}"
        )

    def _rule(self, finding: Finding) -> str:
        key = (finding.pack, finding.rule.id)
        if key not in self._rules:
            self._rules[key] = members(self._shaper.rule(finding))
        return self._rules[key]

    def _of_record(self, record: Record) -> _OfRecord:
        """Findings come dossier by dossier, so that only one dossier's records are kept."""
        if record.dossier is not self._dossier:
            self._dossier = record.dossier
            self._records.clear()
        known = self._records.get(id(record))
        if known is None:
            known = self._records[id(record)] = _OfRecord(record, self._names)
        return known

    def _statements(self, finding: Finding) -> str:
        if finding.waiver or finding.attestation or finding.self_declared:
            return members(self._shaper.statements(finding))
        return _NO_STATEMENTS


class _OfRecord:
    """What findings on one record have in common: several look at the same entries."""

    def __init__(self, record: Record, names: _Names) -> None:
        self.members = members(of_record(record))
        self._itself: Path = (record.document.kind,)
        self._record = record
        self._names = names
        self._known: dict[Path, str] = {}

    def places(self, finding: Finding) -> str:
        outcome, names, at = finding.outcome, self._names, self._location
        evidence = ", ".join([f"{names.path(path)}{at(path)}}}" for path in outcome.evidence])
        missing = ", ".join([f"{names.path(path)}{at(path)}{names.label(path)}" for path in outcome.missing])
        nearest, *_ = outcome.evidence or outcome.missing or (self._itself,)
        return f'"missing": [{missing}], "evidence": [{evidence}], "location": {at(nearest)}'

    def _location(self, path: Path) -> str:
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._names.location(self._record.locate(written_at(self._record, path)))
        return known


class _Names:
    """What entries and files are called, encoded: an entry up to where it stands, a label to the end of the entry."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._paths: dict[Path, str] = {}
        self._labels: dict[Path, str] = {}
        self._files: dict[str, str] = {}

    def path(self, path: Path) -> str:
        if path not in self._paths:
            self._paths[path] = f'{{"path": {encoded(dotted(path))}, "location": '
        return self._paths[path]

    def label(self, path: Path) -> str:
        if path not in self._labels:
            self._labels[path] = f', "label": {encoded(self._shaper.label(path))}}}'
        return self._labels[path]

    def location(self, place: Location | None) -> str:
        """Mostly a line and a column: these are written out here, since a large report has a hundred thousand."""
        if place is None or place.line is None or place.column is None or place[3:] != _NO_TABLE:
            return encoded(optional_location(place))
        if place.file not in self._files:
            self._files[place.file] = encoded(place.file)
        return f'{{"file": {self._files[place.file]}, "line": {place.line}, "column": {place.column}}}'
