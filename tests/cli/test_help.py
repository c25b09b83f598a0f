"""Chinese help is aligned by columns, of which a Chinese character takes two."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call
from wicheck.cli.app import VERBS
from wicheck.reports.layout import columns


def test_the_overview_lists_every_verb_in_one_column(call: Call) -> None:
    code, out, _ = call("--help")
    assert code == 0
    rows = {line.split()[0]: line for line in out.splitlines() if line.startswith("  ") and line.split()[0] in VERBS}
    assert list(rows) == list(VERBS)
    starts = {len(line) - len(line.split(None, 1)[1]) for line in rows.values()}
    assert len(starts) == 1


def test_a_call_without_a_verb_shows_the_overview_and_is_no_success(call: Call) -> None:
    code, out, _ = call()
    assert code == 2
    assert "coverage" in out
    assert call("--lang", "en")[:2] == (2, call("--help", "--lang", "en").out)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_screen(call: Call, verb: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = call(verb, "--help").out
    assert max(map(columns, out.splitlines())) <= min(width, 96)


def test_what_options_do_begins_in_the_same_column(call: Call) -> None:
    lines = call("check", "--help").out.splitlines()
    explained = {"--pack": "政策包，写", "--policies": "另加一个", "--on": "按这一天", "-q": "每个机构"}
    starts = {
        columns(line[: line.index(about)])
        for line in lines
        for option, about in explained.items()
        if line.strip().startswith(option) and about in line
    }
    assert len(starts) == 1


def test_the_version_is_shown_anywhere(call: Call) -> None:
    assert call("--lang", "en", "--version").out.startswith("wicheck ")
