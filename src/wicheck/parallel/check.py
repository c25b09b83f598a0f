"""Sharing a check between processes, and putting their reports together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from typing import Any

from wicheck.documents.files import SourceFile, find_files
from wicheck.errors import WicheckError
from wicheck.parallel.merge import PartReport, merged
from wicheck.parallel.shares import moves, split
from wicheck.parallel.worker import Part, Task, Wanted, answered, serve
from wicheck.reports import Report
from wicheck.reports.lazy import LazyList

_SECONDS_TO_LEAVE = 5


@contextmanager
def shared_check(task: Task, jobs: int) -> Iterator[Report | None]:
    """The report on ``task.inputs``, made by ``jobs`` processes, or one a file where there are fewer files.

    This process does the first part itself. The others live while the report is in use. None where there are claims:
    an engine has processors enough of its own, and a batch is held against all documents of a run. Raises what a check
    in one process raises.
    """
    files = find_files(task.inputs.paths)
    stretches = split(len(files), max(1, min(jobs, len(files))))
    tasks = [task._replace(files=files[each.start : each.stop]) for each in stretches]
    started = [_start(each, stretch.start) for each, stretch in zip(tasks[1:], stretches[1:], strict=True)]
    connections = [connection for _, connection in started]
    try:
        own = Part(tasks[0], 0)
        answers = [own.told(), *map(_received, connections)]
        if any(claims for _, _, claims, _ in answers):
            yield None
            return
        calendars = [calendar for _, found, _, _ in answers for calendar in found]
        named = [tables for answer in answers for tables in answer[3]]
        of_all = calendars, [table for tables in named for table in tables]
        going = moves(stretches, [tied for answer in answers for tied in answer[0]])
        _trade(own, connections, going, stretches, of_all)
        report = own.judge(*of_all)
        order = _order(files, named)
        yield merged([PartReport(report, partial(answered, report)), *map(_part, connections)], order)
    finally:
        for connection in connections:
            _release(connection)
        for process, _ in started:
            process.join(_SECONDS_TO_LEAVE)


def _order(files: Sequence[SourceFile], named: Sequence[Sequence[str]]) -> dict[str, int]:
    """Each file's rank, the tables that it names behind it."""
    names = [name for file, tables in zip(files, named, strict=True) for name in (file.shown, *tables)]
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _start(task: Task, first: int) -> tuple[Process, Connection]:
    ours, theirs = Pipe()
    process = Process(target=serve, args=(theirs, task, first, []), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _received(connection: Connection) -> Any:
    answer = connection.recv()
    if isinstance(answer, WicheckError):
        raise answer
    return answer


def _trade(
    own: Part, connections: Sequence[Connection], going: dict[int, int], stretches: Sequence[range], extra: Any
) -> None:
    """Every process hands over what belongs elsewhere, and gets what belongs to it. Then the others judge."""
    leaving = [[number for number in stretch if number in going] for stretch in stretches]
    for connection, numbers in zip(connections, leaving[1:], strict=True):
        connection.send(numbers)
    given = own.give(leaving[0])
    for connection in connections:
        given |= _received(connection)
    coming = [{number: each for number, each in given.items() if going[number] == part} for part in range(len(leaving))]
    for connection, readings in zip(connections, coming[1:], strict=True):
        connection.send((readings, extra))
    own.take(coming[0])


def _part(connection: Connection) -> PartReport:
    run, dossiers, totals, notices, errors = _received(connection)
    attestations, waivers, _ = _received(connection)
    for number, dossier in enumerate(dossiers):
        dossier["missing"] = LazyList(partial(_ask, connection, number))
    report = Report(run, dossiers, totals, (), notices, errors, attestations, waivers)
    return PartReport(report, partial(_ask, connection))


def _ask(connection: Connection, wanted: Wanted) -> list[Any]:
    connection.send(wanted)
    found: list[Any] = _received(connection)
    return found


def _release(connection: Connection) -> None:
    with suppress(OSError):  # where the process is gone already
        connection.send(None)
    connection.close()
