"""What all tests share: loud skips where a program is missing, and hypothesis runs that can be repeated."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable

import pytest
from hypothesis import settings

from tests.needs import NOT_RUN, all_required, explain, missing

pytest_plugins = ["pytester"]

# Tests read everything anew, and leave nothing in the folders of whoever runs them.
os.environ["WICHECK_CACHE"] = "off"

# Whatever is started in the background of a script is deaf to Ctrl-C, and so is all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no finding; and where everything is required, a run must find today what it found yesterday.
settings.register_profile("wicheck", deadline=None, derandomize=all_required())
settings.load_profile("wicheck")


def pytest_runtest_setup(item: pytest.Item) -> None:
    lacking = missing(program for marker in item.iter_markers("needs") for program in marker.args)
    if lacking and all_required():
        pytest.fail(explain(lacking), pytrace=False)
    if lacking:
        pytest.skip(explain(lacking))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One loud line for each reason why something did not run, also where ``-q`` hides the rest."""
    for reason, count in skipped(terminalreporter.stats.get("skipped", ())):
        terminalreporter.write_line(f"{NOT_RUN}: {count} x {reason}", yellow=True, bold=True)


def skipped(reports: Iterable[pytest.TestReport]) -> list[tuple[str, int]]:
    reasons = [each.longrepr[2].removeprefix("Skipped: ") for each in reports if isinstance(each.longrepr, tuple)]
    return [(reason, reasons.count(reason)) for reason in dict.fromkeys(reasons)]
