"""The plugin in processes of its own: with xdist, and where nobody asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pytest_plugin.region import write_institution

OPTIONS = ("-p", "wicheck.pytest_plugin", "-p", "xdist.plugin", "--wicheck", "dossiers", "-q")
# What may be there beside pytest: the package with its version, and the options.
LOADED = {"wicheck", "wicheck.pytest_plugin"}


@pytest.fixture
def many(repository: Path) -> Path:
    for number in range(2, 6):
        write_institution(repository / "dossiers", f"h{number}")
    write_institution(repository / "dossiers", "h6", beds="很多")
    write_institution(repository / "dossiers", "h7", division="999801")
    return repository


def test_two_workers_tell_what_one_process_tells(many: Path, pytester: pytest.Pytester) -> None:
    alone = pytester.runpytest_subprocess(*OPTIONS, "-n0", "--junitxml=0.xml")
    shared = pytester.runpytest_subprocess(*OPTIONS, "-n2", "--junitxml=2.xml")
    assert shared.parseoutcomes() == alone.parseoutcomes()
    assert (shared.ret, alone.parseoutcomes()["failed"]) == (alone.ret, 5 * 2)
    shared.stdout.fnmatch_lines(["办法：增设康复床位"])
    assert ".py" not in (many / "2.xml").read_text(encoding="utf-8")


def test_workers_stop_alike_at_a_pack_that_does_not_exist(many: Path, pytester: pytest.Pytester) -> None:
    done = pytester.runpytest_subprocess(*OPTIONS, "-n2", "--wicheck-pack", "example-2062")
    assert done.ret in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.TESTS_FAILED)
    assert done.parseoutcomes() == {"errors": 1}
    done.stdout.fnmatch_lines(["没有名为“example-2062”的政策包"])


@pytest.mark.usefixtures("repository")
def test_a_run_that_does_not_ask_for_it_loads_next_to_nothing() -> None:
    asking = (
        "import pytest, sys; pytest.main(['-p', 'wicheck.pytest_plugin', '-q', '--co']);"
        "print('LOADED', *sorted(name for name in sys.modules if name.split('.')[0] in ('wicheck', 'ruamel')))"
    )
    done = subprocess.run([sys.executable, "-c", asking], capture_output=True, check=True)
    (line,) = [line for line in done.stdout.decode().splitlines() if line.startswith("LOADED")]
    assert set(line.split()[1:]) == LOADED
