"""The engine as the rest of wicheck knows it: questions go to the child process, and a child that a query breaks is
replaced by a new one, which goes on without that query."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from wicheck.engines.duckdb import answers
from wicheck.engines.duckdb.limits import hard
from wicheck.engines.duckdb.process import COMMAND, Child, GoneError
from wicheck.engines.interface import Answer, Batch, Judgement, Limits, Loaded, Progress, Tell
from wicheck.errors import InputError
from wicheck.model import Asked, Text

_SECONDS_TO_STOP = 2
"""What a query gets beyond its time to end by itself, before its process is killed."""


class DuckdbEngine:
    """See ``interface.Engine``. ``command`` is what to start as the child."""

    def __init__(self, limits: Limits | None = None, command: Sequence[str] = COMMAND) -> None:
        self._limits = limits or Limits()
        self._command = command
        self._workspace = Path(tempfile.mkdtemp(prefix="wicheck-"))
        self._child: Child | None = None
        self._batch = Batch({}, {})
        self._files: Mapping[str, Sequence[str]] = {}
        self._rules: list[str] = []
        self._dated: list[list[Any]] = []

    def open(self, batch: Batch, tell: Tell | None = None) -> Loaded:
        """See ``interface.Engine``."""
        self._batch = batch
        self._dated = []
        try:
            reply = self._opened(_telling(tell, "load", 0, 1))
        except GoneError as gone:
            raise _unreadable(gone.words) from gone
        if "failed" in reply:
            raise _unreadable(reply["words"])
        loaded = answers.loaded(reply)
        self._files = {name: each.get("files", []) for name, each in loaded.tables.items()}
        return loaded

    def judge(self, asked: Sequence[Asked], judged_on: date, tell: Tell | None = None) -> Judgement:
        """See ``interface.Engine``."""
        self._rules = [each.rule for each in asked]
        found = dict(zip(self._rules, self._populations(asked), strict=True))
        self._tell_figures([[each.rule, *row] for each in asked for row in each.dated])
        for number, each in enumerate(asked):
            answer = found[each.rule]
            if answer.failure is None and answer.judged:
                told = _telling(tell, each.rule, number, len(asked))
                found[each.rule] = self._run(number, each, judged_on, answer, told)
        return answers.judgement(self._settled(found), found, self._files)

    def _settled(self, found: Mapping[str, Answer]) -> Mapping[str, Any]:
        counts = {number: sum(found[rule].counts.values()) for number, rule in enumerate(self._rules)}
        numbers = [number for number, count in counts.items() if count]
        if not numbers:
            return answers.NOTHING_SETTLED
        count = sum(counts.values())
        return self._demand({"do": "settle", "numbers": numbers, "count": count, "shown": self._limits.shown})

    def close(self) -> None:
        """See ``interface.Engine``. Nothing is left behind."""
        if self._child is not None:
            self._child.leave()
            self._child = None
        shutil.rmtree(self._workspace, ignore_errors=True)

    def __enter__(self) -> DuckdbEngine:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is not None and self._child is not None:  # Ctrl-C among others: do not wait for the child
            self._child.kill()
        self.close()

    def _populations(self, asked: Sequence[Asked]) -> list[Answer]:
        """For each question how many it judges; those that may not be run at all have failed already."""
        populations = [(each.query.judges.table, each.query.judges.where) for each in asked]
        reply = self._demand({"do": "count", "populations": populations})
        return [
            answers.refused_here() if not (each.query.built_in or hard()) else answers.counted(count)
            for each, count in zip(asked, reply["counts"], strict=True)
        ]

    def _tell_figures(self, rows: list[list[Any]]) -> None:
        if rows != self._dated:
            self._demand({"do": "parameters", "rows": rows})
        self._dated = rows

    def _run(self, number: int, asked: Asked, judged_on: date, answer: Answer, told: Callable[[float], None]) -> Answer:
        question = {
            "do": "run",
            "number": number,
            "text": asked.query.sql.strip().removesuffix(";"),
            "values": answers.bound(asked, judged_on),
            "bearer": asked.bearer,
            "evidence": list(asked.query.evidence),
        }
        start = time.monotonic()
        try:
            reply = self._running().ask(question, self._limits.seconds + _SECONDS_TO_STOP, told)
        except GoneError as gone:
            self._file(number).unlink(missing_ok=True)
            self._restart()
            return answer._replace(failure=answers.killed(gone, self._limits.seconds))
        return answers.ran(answer, reply, time.monotonic() - start)

    def _demand(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a question of our own, which must not fail."""
        try:
            reply = self._running().ask(question, None, lambda share: None)
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        if "failed" in reply:
            raise answers.broken(reply["words"])
        return reply

    def _restart(self) -> None:
        """A new child with the same batch."""
        self._child = None
        try:
            reply = self._opened(lambda share: None)
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        if "failed" in reply:
            raise answers.broken(reply["words"])
        self._demand({"do": "parameters", "rows": self._dated})

    def _opened(self, told: Callable[[float], None]) -> dict[str, Any]:
        mentions = self._batch.mentions
        question = {
            "do": "open",
            "tables": self._batch.tables,
            "references": self._batch.references,
            "mentions": None if mentions is None else sorted(mentions),
        }
        return self._running().ask(question, None, told)

    def _running(self) -> Child:
        if self._child is None:
            self._child = self._started()
        return self._child

    def _started(self) -> Child:
        child = Child(self._workspace / "child.log", self._command)
        settings = {"workspace": str(self._workspace), **self._limits._asdict()}
        try:
            child.ask(settings, None, lambda share: None)
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        return child

    def _file(self, number: int) -> Path:
        return self._workspace / f"offences-{number}.parquet"


def _telling(tell: Tell | None, step: str, done: int, total: int) -> Callable[[float], None]:
    if tell is None:
        return lambda share: None
    tell(Progress(step, done, total, 0))
    return lambda share: tell(Progress(step, done, total, share))


def _unreadable(words: str) -> InputError:
    return InputError(
        Text(f"费用数据读不进来：{words}", f"the batch cannot be loaded: {words}"),
        hint=Text("检查数据文件；内存不够时用 --memory 给更多", "look at the files; give more memory with --memory"),
    )
