"""The engine as the rest of wicheck knows it: questions go to the child process, and a child that a query breaks is
replaced by a new one, which goes on without that query."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wicheck.engines.duckdb import answers
from wicheck.engines.duckdb.limits import hard
from wicheck.engines.duckdb.process import COMMAND, Child, GoneError
from wicheck.engines.interface import Answer, Batch, Judgement, Limits, Loaded, Progress, Tell
from wicheck.errors import UsageError
from wicheck.model import Asked, Offence, Text

_SECONDS_TO_STOP = 2
"""What a query gets beyond its time to end by itself, before its process is killed."""


class DuckdbEngine:
    """See ``interface.Engine``. ``command`` is what to start as the child."""

    def __init__(self, limits: Limits | None = None, command: Sequence[str] = COMMAND) -> None:
        self._limits = limits or Limits()
        self._command = command
        _require_duckdb()
        self._workspace = Path(tempfile.mkdtemp(prefix="wicheck-"))
        try:
            self._child: Child | None = self._started()
        except BaseException:
            shutil.rmtree(self._workspace, ignore_errors=True)
            raise
        self._batch = Batch({}, {})
        self._files: Mapping[str, Sequence[str]] = {}
        self._numbers: dict[str, Path] = {}
        self._asked: Sequence[Asked] = ()
        self._offending: list[int] = []
        self._dated: list[list[Any]] = []

    def open(self, batch: Batch, tell: Tell | None = None) -> Loaded:
        """See ``interface.Engine``."""
        self._batch = batch
        self._dated = []
        try:
            reply = self._opened(_telling(tell, "load", 0, 1))
        except GoneError as gone:
            raise answers.unreadable(gone.words) from gone
        if "failed" in reply:
            raise answers.unreadable(answers.words(reply))
        loaded = answers.loaded(reply)
        self._files = {name: each.get("files", []) for name, each in loaded.tables.items()}
        return loaded

    def judge(
        self, asked: Sequence[Asked], judged_on: date, tell: Tell | None = None, totals: bool = True
    ) -> Judgement:
        """See ``interface.Engine``."""
        self._asked = asked
        found = {each.rule: answer for each, answer in zip(asked, self._populations(asked), strict=True)}
        self._tell_figures([[each.rule, *row] for each in asked for row in each.dated])
        for number, each in enumerate(asked):
            answer = found[each.rule]
            if answer.failure is None and answer.judged:
                told = _telling(tell, each.rule, number, len(asked))
                found[each.rule] = self._run(number, each, judged_on, answer, told)
        return answers.judgement(self._settled(found, totals), found, self._files)

    def _settled(self, found: Mapping[str, Answer], totals: bool) -> Mapping[str, Any]:
        counts = {number: sum(found[rule].counts.values()) for number, rule in enumerate(found)}
        self._offending = [number for number, count in counts.items() if count]
        if not self._offending:
            return answers.NOTHING_SETTLED
        question = {"do": "settle", "numbers": self._offending, "count": sum(counts.values())}
        return self._demand({**question, "shown": self._limits.shown, "totals": totals})

    def export(self, path: Path, hidden: Collection[str] = ()) -> int:
        """See ``interface.Engine``."""
        rules = [answers.exported(number, self._asked[number], hidden) for number in self._offending]
        made = self._workspace / f"export{path.suffix}"
        reply = self._demand({"do": "export", "rules": rules, "files": self._files, "path": str(made)})
        partial = path.with_name(f".{path.name}.part")
        try:
            shutil.move(made, partial)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        return int(reply["count"])

    def offences(self) -> Iterator[Offence]:
        """See ``interface.Engine``."""
        begin = True
        while self._offending and (rows := self._demand({"do": "rows", "begin": begin})["rows"]):
            begin = False
            yield from (answers.offence(self._asked[number].rule, row, self._files) for number, *row in rows)

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
        own = [each for each in asked if each.query.built_in]
        try:
            counts = self._counts(own) if own else []
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        counted = dict(zip((each.rule for each in own), counts, strict=True))
        return [counted[each.rule] if each.query.built_in else self._population(each) for each in asked]

    def _population(self, asked: Asked) -> Answer:
        """A stranger's condition is counted by itself: it may break the child."""
        if not hard():
            return answers.refused_here()
        try:
            return self._counts([asked])[0]
        except GoneError as gone:
            self._restart()
            return Answer(failure=answers.killed(gone, self._limits.seconds))

    def _counts(self, asked: Sequence[Asked]) -> list[Answer]:
        populations = [(each.query.judges.table, each.query.judges.where) for each in asked]
        question = {"do": "count", "populations": populations, "own": all(each.query.built_in for each in asked)}
        reply = self._ask(question, self._limits.seconds + _SECONDS_TO_STOP, lambda share: None)
        return [answers.counted(count) for count in answers.kept(reply)["counts"]]

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
            "evidence": asked.query.returned,
            "unread": asked.unread,
            "own": asked.query.built_in,
        }
        start = time.monotonic()
        try:
            reply = self._ask(question, self._limits.seconds + _SECONDS_TO_STOP, told)
        except GoneError as gone:
            self._file(number).unlink(missing_ok=True)
            self._restart()
            return answer._replace(failure=answers.killed(gone, self._limits.seconds))
        return answers.ran(answer, reply, time.monotonic() - start, self._limits.seconds)

    def _demand(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a question of our own, which must not fail."""
        try:
            reply = self._ask(question, None, lambda share: None)
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        return answers.kept(reply)

    def _restart(self) -> None:
        """A new child with the same batch."""
        try:
            answers.kept(self._opened(lambda share: None))
        except GoneError as gone:
            raise answers.broken(gone.words) from gone
        self._demand({"do": "parameters", "rows": self._dated})

    def _opened(self, told: Callable[[float], None]) -> dict[str, Any]:
        mentions = self._batch.mentions
        question = {
            "do": "open",
            "tables": self._batch.tables,
            "references": self._batch.references,
            "mentions": None if mentions is None else sorted(mentions),
            **self._compared(),
        }
        return self._ask(question, None, told)

    def _compared(self) -> dict[str, Any]:
        """Where the numbers of the batch's claims go, and where those of earlier ones are: files of any child.

        A batch that could not be read has none.
        """
        name = self._batch.name
        if name is None:
            return {}
        path = self._numbers.setdefault(name, self._workspace / f"numbers-{len(self._numbers)}.parquet")
        earlier = [self._numbers[each] for each in self._batch.earlier]
        return {"numbers_to": str(path), "earlier": [str(each) for each in earlier if each.exists()]}

    def _ask(self, question: Mapping[str, Any], seconds: float | None, told: Callable[[float], None]) -> dict[str, Any]:
        child = self._running()
        try:
            return child.ask(question, seconds, told)
        except GoneError:
            self._child = None
            raise

    def _running(self) -> Child:
        child = self._child or self._started()
        try:
            child.ready()
        except GoneError as gone:
            self._child = None
            raise answers.broken(gone.words) from gone
        self._child = child
        return child

    def _started(self) -> Child:
        settings = {"workspace": str(self._workspace), **self._limits._asdict()}
        return Child(self._workspace / "child.log", settings, self._command)

    def _file(self, number: int) -> Path:
        return self._workspace / f"offences-{number}.parquet"


def _require_duckdb() -> None:
    """Our own process never imports it; here a person can still be told what to install."""
    if find_spec("duckdb") is None:
        raise UsageError(
            Text("判定费用数据需要 duckdb，还没有安装", "judging claims needs duckdb, which is not installed"),
            hint=Text('运行 pip install "wicheck[billing]"', 'run pip install "wicheck[billing]"'),
        )


def _telling(tell: Tell | None, step: str, done: int, total: int) -> Callable[[float], None]:
    if tell is None:
        return lambda share: None
    tell(Progress(step, done, total, 0))
    return lambda share: tell(Progress(step, done, total, share))
