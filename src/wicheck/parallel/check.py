"""Sharing a check between processes, and putting their reports together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from typing import Any

from wicheck.documents.files import find_files
from wicheck.errors import WicheckError
from wicheck.parallel.merge import PartReport, merged
from wicheck.parallel.shares import moves, split
from wicheck.parallel.worker import Task, serve
from wicheck.reports import Report
from wicheck.reports.lazy import LazyList

_SECONDS_TO_LEAVE = 5


@contextmanager
def shared_check(task: Task, jobs: int) -> Iterator[Report | None]:
    """The report on ``task.inputs``, made by ``jobs`` processes, or one a file where there are fewer files.

    They live while the report is in use. None where there are claims: an engine has processors enough of its own, and
    a batch is held against all documents of a run. Raises what a check in one process raises.
    """
    files = find_files(task.inputs.paths)
    stretches = split(len(files), max(1, min(jobs, len(files))))
    started = [_start(replace(task, files=files[each.start : each.stop]), each.start) for each in stretches]
    connections = [connection for _, connection in started]
    try:
        answers = [_received(each) for each in connections]
        if any(claims for _, _, claims in answers):
            yield None
            return
        calendars = [calendar for _, found, _ in answers for calendar in found]
        _trade(connections, moves(stretches, [tied for answer in answers for tied in answer[0]]), stretches, calendars)
        order = {file.shown: number for number, file in enumerate(files)}
        yield merged([_part(each) for each in connections], order)
    finally:
        for process, connection in started:
            _release(connection)
            process.join(_SECONDS_TO_LEAVE)


def _start(task: Task, first: int) -> tuple[Process, Connection]:
    ours, theirs = Pipe()
    process = Process(target=serve, args=(theirs, task, first), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _received(connection: Connection) -> Any:
    answer = connection.recv()
    if isinstance(answer, WicheckError):
        raise answer
    return answer


def _trade(connections: Sequence[Connection], going: dict[int, int], stretches: Sequence[range], extra: Any) -> None:
    """Every process hands over what belongs elsewhere, and gets what belongs to it."""
    given: dict[int, Any] = {}
    for connection, stretch in zip(connections, stretches, strict=True):
        connection.send([number for number in stretch if number in going])
        given |= _received(connection)
    for part, connection in enumerate(connections):
        connection.send(({number: reading for number, reading in given.items() if going[number] == part}, extra))


def _part(connection: Connection) -> PartReport:
    run, dossiers, totals, notices, errors = _received(connection)
    attestations, waivers, _ = _received(connection)
    for number, dossier in enumerate(dossiers):
        dossier["missing"] = LazyList(partial(_ask, connection, number))
    report = Report(run, dossiers, totals, (), notices, errors, attestations, waivers)
    return PartReport(report, partial(_ask, connection))


def _ask(connection: Connection, wanted: slice | int) -> list[Any]:
    connection.send(wanted)
    found: list[Any] = _received(connection)
    return found


def _release(connection: Connection) -> None:
    with suppress(OSError):  # where the process is gone already
        connection.send(None)
    connection.close()
