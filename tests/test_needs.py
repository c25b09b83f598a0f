"""Tests that need a program which is not there: skipped out loud, or failed where everything is required."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.needs import SWITCH, missing

CONFTEST = Path(__file__).with_name("conftest.py")
A_TEST = """
    import pytest

    @pytest.mark.needs("python3", "no-such-program")
    def test_it():
        pass
"""


@pytest.fixture
def bench(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(CONFTEST.parent.parent))
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = needs(program)")
    pytester.makepyfile(A_TEST)
    return pytester


def test_a_missing_program_skips_its_test_and_the_run_says_so_even_when_quiet(bench: pytest.Pytester) -> None:
    run = bench.runpytest_subprocess("-q")
    run.assert_outcomes(skipped=1)
    run.stdout.fnmatch_lines(["NOT RUN: 1 x no-such-program not found (with WICHECK_REQUIRE_ALL=1 this fails)"])


def test_a_missing_program_fails_its_test_where_everything_is_required(
    bench: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "1")
    run = bench.runpytest_subprocess("-q")
    run.assert_outcomes(errors=1)
    run.stdout.fnmatch_lines(["*no-such-program not found*"])


def test_a_program_that_is_there_lets_the_test_run(bench: pytest.Pytester) -> None:
    bench.makepyfile(A_TEST.replace(', "no-such-program"', ""))
    bench.runpytest_subprocess("-q").assert_outcomes(passed=1)


def test_a_font_that_nobody_has_is_missing() -> None:
    assert missing(["python3", "font:No Such Font At All"]) == ["font:No Such Font At All"]


@pytest.mark.needs("font:Liberation Serif")
def test_a_font_that_is_there_is_not_missing() -> None:
    assert missing(["font:Liberation Serif"]) == []
