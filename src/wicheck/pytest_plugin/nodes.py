"""The tree that pytest shows: a file, the records in it, a test for each rule that judged a record."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from wicheck.pytest_plugin.judged import FileTold
from wicheck.pytest_plugin.telling import Told
from wicheck.reports.cases import Result


class WicheckWarning(pytest.PytestWarning):
    """A suspect, or a notice. It never fails a test, not even with ``-W error``: people are to look, not machines."""


class DocumentFile(pytest.File):
    def __init__(self, *, told: Callable[[Path], FileTold], **node: Any) -> None:
        super().__init__(**node)
        self._told = told

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        found = self._told(self.path)
        yield from cases(self, found.itself)
        for name, told in found.records.items():
            record: RecordNode = RecordNode.from_parent(self, name=name, told=told)
            yield record

    def cases(self) -> Iterator[pytest.Item]:
        """What there is to tell of the file itself."""
        return cases(self, self._told(self.path).itself)


class RecordNode(pytest.Collector):
    def __init__(self, *, told: Sequence[Told], **node: Any) -> None:
        super().__init__(**node)
        self._told = told

    def collect(self) -> Iterator[pytest.Item]:
        return cases(self, self._told)


class Case(pytest.Item):
    """One answer as a test. The answer is known before it runs; running tells it in pytest's way."""

    def __init__(self, *, told: Told, **node: Any) -> None:
        super().__init__(**node)
        self.told = told
        self.user_properties.append(("verdict", told.verdict))
        self.extra_keyword_matches.update(told.keywords)
        for name, argument, value in told.markers:
            self.add_marker(getattr(pytest.mark, name)(**{argument: value}))
        if told.result is Result.SKIPPED:
            self.add_marker(pytest.mark.skip(reason=told.text))

    def setup(self) -> None:
        """What could not be decided is an error, not a failure: for pytest that is a test whose setup fails."""
        if self.told.result is Result.ERROR:
            pytest.fail(self.told.text, pytrace=False)

    def runtest(self) -> None:
        if self.told.result is Result.FAILED:
            pytest.fail(self.told.text, pytrace=False)
        if self.told.suspect:
            file, line, _ = self.reportinfo()
            warn(f"{self.name}: {self.told.text}", str(file), line + 1 if line is not None else None)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        place = self.told.place
        if place is None:
            return self.path, None, self.name
        line = place.get("line")
        return Path(place["file"]).absolute(), line - 1 if line else None, self.name

    def placed(self, report: pytest.TestReport) -> None:
        """Has ``report`` name our place and message, where summaries and annotations look; not the plugin's code."""
        crash = getattr(report.longrepr, "reprcrash", None)
        if crash is not None:
            path, line, _ = self.reportinfo()
            crash.path, crash.lineno = str(path), (line or 0) + 1
            crash.message = self.told.text.partition("\n")[0]


def cases(parent: pytest.Collector, told: Sequence[Told]) -> Iterator[pytest.Item]:
    for each in told:
        case: Case = Case.from_parent(parent, name=each.name, told=each)
        yield case


def warn(text: str, file: str, line: int | None) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always", WicheckWarning)
        warnings.warn_explicit(WicheckWarning(text), None, file, line or 1)
