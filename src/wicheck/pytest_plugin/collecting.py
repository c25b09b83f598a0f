"""What ``--wicheck`` switches on: every document becomes a file of tests."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from wicheck.documents.files import is_document
from wicheck.errors import WicheckError
from wicheck.pytest_plugin.asked import asked
from wicheck.pytest_plugin.judged import FileTold, Judged, same_file
from wicheck.pytest_plugin.nodes import Case, DocumentFile, warn
from wicheck.pytest_plugin.telling import of_fault, own_options


class Collecting:
    """Belongs to one session. Judges when the first document is collected, so that a run without any costs nothing."""

    def __init__(self, config: pytest.Config) -> None:
        self._judged = Judged(asked(config))
        self._begun = False
        self._collected: set[str] = set()
        # With xdist every worker judges, and one of them tells the notices.
        self._tells = getattr(config, "workerinput", {}).get("workerid", "gw0") == "gw0"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        if not is_document(file_path.name):
            return None
        made: DocumentFile = DocumentFile.from_parent(parent, path=file_path, told=self._told)
        return made

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Adds what is wrong with files that are named beside those to judge: nobody collects them."""
        for path in self._judged.aside:
            if same_file(path) not in self._collected:
                file: DocumentFile = DocumentFile.from_parent(session, path=path, told=self._judged.of)
                items += file.cases()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if isinstance(item, Case) and report.failed:
            item.placed(report)
        return report

    def _told(self, path: Path) -> FileTold:
        """Raises CollectError once where nothing can be judged; after that there is nothing to tell of any file."""
        self._collected.add(same_file(path))
        if not self._begun:
            self._begun = True
            self._begin()
        return self._judged.of(path)

    def _begin(self) -> None:
        try:
            self._judged.judge()
        except WicheckError as wrong:
            raise pytest.Collector.CollectError(of_fault(wrong)) from wrong
        for notice in self._judged.notices if self._tells else ():
            place = notice.location
            warn(own_options(notice.text.zh), place.file if place else "wicheck", place.line if place else None)
