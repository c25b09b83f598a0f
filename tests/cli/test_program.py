"""The program as a process: UTF-8, quiet pipes, interrupts, internal errors, and what it does not import."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import HOSPITAL, Call
from tests.packs.region import write_pack

SOURCES = Path(__file__).parents[2] / "src"
PROGRAM = [sys.executable, "-m", "wicheck"]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCES), "COLUMNS": "80", **more}


def run(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *words], capture_output=True, env=environment(**more), check=False, timeout=60)


def test_output_is_utf_8_whatever_the_console(call: Call) -> None:
    done = run("--help", PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == call("--help").out


def test_a_reader_who_goes_away_is_no_fault() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "schema", "institution"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_an_interrupt_gives_130_without_a_traceback(tmp_path: Path) -> None:
    fifo = tmp_path / "slow.yaml"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*PROGRAM, "validate", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    with fifo.open("wb"):  # opens when the program has begun to read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"")


def test_an_error_of_our_own_gives_2_and_repeats_no_data(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("".join(("王", "小明")))

    monkeypatch.setattr("wicheck.cli.packs.library", broken)
    code, _, err = call("packs")
    assert code == 2
    assert "程序内部错误（ValueError）" in err
    assert "test_program.py" in err
    assert "王小明" not in err


def imported(*words: str) -> set[str]:
    """The modules that a call imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "wicheck", *words],
        capture_output=True,
        env=environment(),
        check=False,
        timeout=60,
    )
    lines = done.stderr.decode("utf-8").splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def test_the_version_needs_no_click() -> None:
    assert not {"click", "pluggy", "wicheck.model"} & imported("--version")


def test_a_check_imports_only_what_it_needs(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "packs")
    file = tmp_path / "hospital.yaml"
    file.write_text(HOSPITAL.format(beds=50), encoding="utf-8")
    modules = imported("check", str(file), "--policies", str(root), "--pack", "example-2026", "--on", "2026-03-10")
    assert "wicheck.cli.check_options" in modules
    unused = {"jinja2", "jsonschema", "rich", "stdnum", "chinese_calendar", "difflib", "pytest", "wicheck.explaining"}
    assert not unused & modules
