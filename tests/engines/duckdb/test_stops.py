"""Why the engine's process stopped: each cause has its own advice, and only want of memory asks for more."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from wicheck.engines.duckdb.process import Child, GoneError
from wicheck.engines.duckdb.stops import Stop, cause, of_reply, told

READY = "import sys; sys.stdin.readline(); print('{}', flush=True); sys.stdin.readline(); "


@pytest.mark.parametrize(
    ("code", "words", "stop"),
    [
        (1, "Traceback ...\nMemoryError", Stop.MEMORY),
        (-6, "terminate called after throwing an instance of 'std::bad_alloc'", Stop.MEMORY),
        (-signal.SIGXCPU, "", Stop.PROCESSOR),
        (-signal.SIGKILL, "", Stop.KILLED),
        (-signal.SIGTERM, "", Stop.KILLED),
        (-signal.SIGSEGV, "", Stop.CRASHED),
        (-signal.SIGABRT, "assertion failed", Stop.CRASHED),
        (1, "ImportError: no module", Stop.CRASHED),
        (1, "OSError: [Errno 28] No space left on device", Stop.DISK),
        (None, "", Stop.CRASHED),
    ],
)
def test_the_cause_follows_from_the_exit_and_the_last_words(code: int | None, words: str, stop: Stop) -> None:
    assert cause(code, words) is stop


@pytest.mark.parametrize("stop", Stop)
def test_more_memory_is_advised_for_want_of_memory_alone(stop: Stop) -> None:
    assert ("用 --memory 给更多" in told(stop).hint.zh) == (stop is Stop.MEMORY)


@pytest.mark.parametrize(
    ("failed", "words", "hint"),
    [
        ("memory", "", "--memory"),
        ("late", "", "分成几批"),
        ("error", "IO Error: No space left on device", "磁盘|TMPDIR"),
    ],
)
def test_a_failed_reply_has_its_cause_too(failed: str, words: str, hint: str) -> None:
    found = of_reply(failed, words)
    assert found
    assert any(each in found.hint.zh for each in hint.split("|"))


def test_another_failure_has_none_of_these_causes() -> None:
    assert of_reply("error", "Binder Error: no such column") is None


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "信号 SIGKILL"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "信号 SIGSEGV"),
        ("raise SystemExit(3)", "退出码 3"),
        ("raise MemoryError", "内存超过了上限"),
    ],
)
def test_a_process_that_dies_tells_why(tmp_path: Path, end: str, said: str) -> None:
    child = Child(tmp_path / "log", {}, (sys.executable, "-c", READY + end))
    child.ready()
    with pytest.raises(GoneError) as gone:
        child.ask({"do": "anything"}, 30, lambda share: None)
    assert said in gone.value.told.why.zh


def test_one_that_takes_too_long_was_late(tmp_path: Path) -> None:
    child = Child(tmp_path / "log", {}, (sys.executable, "-c", READY + "import time; time.sleep(60)"))
    child.ready()
    with pytest.raises(GoneError) as gone:
        child.ask({"do": "anything"}, 0.2, lambda share: None)
    assert (gone.value.late, "时间" in gone.value.told.why.zh) == (True, True)
