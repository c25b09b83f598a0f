"""One process of a shared check. It reads its stretch, trades files, judges, and then answers for its findings."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from wicheck.cache import Cache
from wicheck.checking import Inputs, checked, circumstances, read_sidecars
from wicheck.documents.files import SourceFile
from wicheck.documents.load import found, gather
from wicheck.documents.reading import FileReading, read_documents
from wicheck.documents.schemas import Schemas
from wicheck.errors import WicheckError
from wicheck.library import Library
from wicheck.model import Document, DocumentKind
from wicheck.model.tuples import NamedTuple
from wicheck.parallel.findings import LinesOf
from wicheck.parallel.shares import ties
from wicheck.plugins import workshop
from wicheck.reporting import reported
from wicheck.reports import Report
from wicheck.reports.encoding import json_lines
from wicheck.session import Request, Session

Wanted = slice | LinesOf | int
"""A slice of the findings, the lines of one, or the number of a dossier."""


class Task(NamedTuple):
    """What a process needs to know, all of it fit to be sent. ``kept_in`` is the folder of the cache, if any."""

    inputs: Inputs
    request: Request
    today: date
    show_personal: bool
    files: Sequence[SourceFile]
    kept_in: Path | None = None


class Part:
    """A process's share: its numbers are those of the files in the whole list."""

    def __init__(self, task: Task, first: int) -> None:
        self._task = task
        cache = Cache(task.kept_in)
        self._library = Library(Schemas(cache=cache), workshop(), task.request.policies, cache)
        self._sidecars = read_sidecars(task.inputs, self._library)
        readings = read_documents(task.files, self._library.schemas, self._sidecars.settings.limits)
        self._readings: dict[int, FileReading] = dict(enumerate(readings, first))

    def told(self) -> tuple[list[object], list[Document], bool, list[list[str]]]:
        """What decides who takes what: the ties of every file, the calendars, and whether there are claims.

        And what all must know to tell the same: the tables that each file names.
        """
        return self.tied(), self.calendars(), self.has_claims(), self.tables()

    def tied(self) -> list[object]:
        return [ties(reading) for reading in self._readings.values()]

    def calendars(self) -> list[Document]:
        """Announced years hold for everybody, whoever read them."""
        documents = (each.document for reading in self._readings.values() for each in reading.documents)
        return [document for document in documents if document.kind is DocumentKind.CALENDAR]

    def tables(self) -> list[list[str]]:
        return [[table.name for table in reading.tables] for reading in self._readings.values()]

    def has_claims(self) -> bool:
        documents = (each.document for reading in self._readings.values() for each in reading.documents)
        return any(document.kind is DocumentKind.CLAIMS for document in documents)

    def give(self, numbers: Sequence[int]) -> dict[int, FileReading]:
        return {number: self._readings.pop(number) for number in numbers}

    def take(self, readings: dict[int, FileReading]) -> None:
        self._readings = dict(sorted((self._readings | readings).items()))

    def judge(self, calendars: Sequence[Document], tables: Sequence[str]) -> Report:
        """``calendars`` and ``tables`` are those of all processes."""
        task, library, sidecars = self._task, self._library, self._sidecars
        loaded = found(gather(self._readings.values(), library.schemas), task.files, tables)
        session = Session(library, task.request, circumstances(calendars, sidecars, task.request.on or task.today))
        findings = session.judge_all(loaded.dossiers)
        return reported(checked(session, loaded, sidecars, findings), library.schemas, task.show_personal)


def serve(connection: Connection, task: Task, first: int, held: list[object]) -> None:
    """Run in a process of its own. An error that a person can mend is sent in place of an answer.

    All that was made is put into ``held``, which lives as long as the process: to take it apart piece by piece takes
    up to a tenth of a run, for which somebody would wait.
    """
    gc.disable()
    try:
        part = Part(task, first)
        held.append(part)
        connection.send(part.told())
        connection.send(part.give(_asked(connection)))
        received, of_all = _asked(connection)
        part.take(received)
        report = part.judge(*of_all)
        held.append(report)
        dossiers = [{**dossier, "missing": None} for dossier in report.dossiers]
        connection.send((report.run, dossiers, report.totals, report.notices, report.input_errors))
        connection.send((report.attestations, report.waivers, len(report.findings)))
        while True:
            connection.send(answered(report, _asked(connection)))
    except WicheckError as wrong:
        connection.send(wrong)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass  # whoever asked is gone
    finally:
        connection.close()


def answered(report: Report, wanted: Wanted) -> list[Any]:
    """A slice of the findings, their lines of JSON, or what is missing of the dossier with that number."""
    if isinstance(wanted, LinesOf):
        return list(json_lines(report.findings[wanted.findings]))
    return list(report.findings[wanted] if isinstance(wanted, slice) else report.dossiers[wanted]["missing"])


def _asked(connection: Connection) -> Any:
    """The next request; None says that nobody needs this process any more. Raises EOFError then."""
    request = connection.recv()
    if request is None:
        raise EOFError
    return request
