"""The one check of a session, and what it came to for each file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wicheck.checking import Checked, check
from wicheck.documents.schemas import Schemas
from wicheck.library import Library
from wicheck.model import Notice
from wicheck.plugins import workshop
from wicheck.pytest_plugin.asked import Asked
from wicheck.pytest_plugin.telling import Told, node_name, of_finding, of_input_error, of_unjudged
from wicheck.reporting import reported
from wicheck.reports import Report
from wicheck.reports.exit_code import unassessed

if TYPE_CHECKING:
    from wicheck.reports.data import FindingData, InputErrorData


@dataclass(slots=True)
class FileTold:
    """What there is to tell of one file: of itself, and of each record in it by name."""

    itself: list[Told] = field(default_factory=list)
    records: dict[str, list[Told]] = field(default_factory=dict)


class Judged:
    """Judges all that pytest was given, once, when the first file is collected: references may cross files."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._files: dict[str, FileTold] = {}
        self.notices: tuple[Notice, ...] = ()
        # Faulty files that pytest was not told to collect: settings, waivers, attestations.
        self.aside: tuple[Path, ...] = ()

    def judge(self) -> None:
        """Raises UsageError, PackError or PluginError where nothing can be judged."""
        request = self._asked.request
        library = Library(Schemas(), workshop(), request.policies)
        done = check(library, self._asked.inputs, request, date.today())  # noqa: DTZ011  the day where the user is
        self._sort(done, reported(done, library.schemas))
        self.notices = done.notices
        named = {error.location.file for error in done.sidecars.errors if error.location}
        self.aside = tuple(Path(file).absolute() for file in sorted(named))

    def of(self, path: Path) -> FileTold:
        return self._files.get(same_file(path), FileTold())

    def _sort(self, done: Checked, report: Report) -> None:
        for error in report.input_errors:
            self._file(file_of(error)).itself.append(of_input_error(error))
        for dossier, answer in unassessed(report):
            self._file(dossier["location"]["file"]).itself.append(of_unjudged(dossier, answer))
        regions = {pack["id"]: pack["name"] for pack in report.run["packs"]}
        homes, names = files_of_records(done), RecordNames(report)
        for finding in report.findings:
            record = finding["record"]["kind"], finding["record"]["id"]
            told = self._file(homes[record]).records.setdefault(names.name(finding), [])
            told.append(of_finding(finding, regions[finding["pack"]]))

    def _file(self, shown: str) -> FileTold:
        return self._files.setdefault(same_file(Path(shown)), FileTold())


def file_of(error: InputErrorData) -> str:
    place = error["location"]
    if place is None:
        raise ValueError(error["text"]["en"])  # no reader makes one; it must not get lost unseen
    return place["file"]


def same_file(path: Path) -> str:
    """One name for a file, however it was reached: pytest and we walk folders apart."""
    return os.path.realpath(path)


def files_of_records(done: Checked) -> Mapping[tuple[str, str], str]:
    """The file of each document, by its kind and id."""
    documents = (document for dossier in done.dossiers for each in dossier.documents.values() for document in each)
    return {(each.kind, each.id): each.locate((each.kind,)).file for each in documents}


class RecordNames:
    """What to call the record of a finding: kind and id; with the hearing where it is judged in several."""

    def __init__(self, report: Report) -> None:
        self._heard: dict[tuple[str, str], set[str]] = {}
        for finding in report.findings:
            record = finding["record"]
            self._heard.setdefault((record["kind"], record["id"]), set()).add(finding["dossier"])

    def name(self, finding: FindingData) -> str:
        record = finding["record"]
        several = len(self._heard[record["kind"], record["id"]]) > 1
        return node_name(f"{record['kind']}.{record['id']}" + (f"（{finding['dossier']}）" if several else ""))
