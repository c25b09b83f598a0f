"""The engine as the rest of wicheck knows it: questions go to the child process, and a child that a query breaks is
replaced by a new one, which goes on without that query."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wicheck.engines.duckdb import answers
from wicheck.engines.duckdb.limits import hard
from wicheck.engines.duckdb.process import COMMAND, Child, GoneError
from wicheck.engines.duckdb.questions import is_to_run, query_to_run, telling
from wicheck.engines.interface import Answer, Batch, Judgement, Limits, Loaded, Tell
from wicheck.errors import UsageError
from wicheck.model import Asked, Offence, Text

_SMALL = 20_000
"""Rows of a batch up to which planning a query takes longer than running it."""
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
        self._small = False
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
            reply = self._opened(telling(tell, "load", 0, 1))
        except GoneError as gone:
            raise answers.not_loaded(gone) from gone
        if "failed" in reply:
            raise answers.unreadable(reply)
        loaded = answers.loaded(reply)
        self._files = {name: each.get("files", []) for name, each in loaded.tables.items()}
        self._small = sum(each["rows"] for each in loaded.tables.values()) <= _SMALL
        return loaded

    def judge(
        self, asked: Sequence[Asked], judged_on: date, tell: Tell | None = None, totals: bool = True
    ) -> Judgement:
        """See ``interface.Engine``."""
        self._asked = asked
        found = {each.rule: answer for each, answer in zip(asked, self._populations(asked), strict=True)}
        self._tell_figures([[each.rule, *row] for each in asked for row in each.dated])
        judging = [(number, each) for number, each in enumerate(asked) if is_to_run(found[each.rule])]
        replies = self._all_at_once(judging, judged_on)
        for number, each in judging:
            told = telling(tell, each.rule, number, len(asked))
            if number in replies:
                found[each.rule] = answers.ran(found[each.rule], replies[number], self._limits.seconds)
            else:
                found[each.rule] = self._run(number, each, judged_on, found[each.rule], told)
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
            raise answers.broken(gone) from gone
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
        judging = [list(each.query.judges) for each in asked]
        question = {"do": "count", "judging": judging, "own": all(each.query.built_in for each in asked)}
        reply = self._ask(question, self._limits.seconds + _SECONDS_TO_STOP, lambda share: None)
        return [answers.counted(count) for count in answers.kept(reply)["counts"]]

    def _tell_figures(self, rows: list[list[Any]]) -> None:
        if rows != self._dated:
            self._demand({"do": "parameters", "rows": rows})
        self._dated = rows

    def _all_at_once(self, judging: Sequence[tuple[int, Asked]], judged_on: date) -> dict[int, Mapping[str, Any]]:
        """Of a small batch, the replies to our own questions by number. What fails so is asked again by itself."""
        own = [(number, each) for number, each in judging if each.query.built_in]
        if not self._small or len(own) == 1:
            return {}
        question = {"do": "run_all", "questions": [query_to_run(*each, judged_on) for each in own]}
        try:
            reply = self._ask(question, self._limits.seconds + _SECONDS_TO_STOP, lambda share: None)
        except GoneError:
            self._restart()
            return {}
        replies = zip(own, reply.get("replies", ()), strict=False)  # none where all failed together
        return {number: each for (number, _), each in replies if "failed" not in each}

    def _run(self, number: int, asked: Asked, judged_on: date, answer: Answer, told: Callable[[float], None]) -> Answer:
        question = {"do": "run", "own": asked.query.built_in, **query_to_run(number, asked, judged_on)}
        try:
            reply = self._ask(question, self._limits.seconds + _SECONDS_TO_STOP, told)
        except GoneError as gone:
            self._file(number).unlink(missing_ok=True)
            self._restart()
            return answer._replace(failure=answers.killed(gone, self._limits.seconds))
        return answers.ran(answer, reply, self._limits.seconds)

    def _demand(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a question of our own, which must not fail."""
        try:
            reply = self._ask(question, None, lambda share: None)
        except GoneError as gone:
            raise answers.broken(gone) from gone
        return answers.kept(reply)

    def _restart(self) -> None:
        """A new child with the same batch."""
        try:
            answers.kept(self._opened(lambda share: None))
        except GoneError as gone:
            raise answers.broken(gone) from gone
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
            raise answers.broken(gone) from gone
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
