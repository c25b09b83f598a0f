"""Writing: whole or not at all, never over an input, and one failure does not keep the others from being written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from tests.reports.factory import finding, report
from wicheck.model import same
from wicheck.reports import ReportWriter, Target, WriteOptions, write_reports
from wicheck.reports.output import to_file

OPTIONS = WriteOptions()
REPORT = report([finding()])


def write(*targets: Target, inputs: tuple[Path, ...] = (), **others: ReportWriter) -> list[str]:
    return [fault.message.en for fault in write_reports(REPORT, targets, OPTIONS, inputs, others)]


def test_folders_are_made_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "report.json"
    assert write(Target("json", str(file))) == []
    assert json.loads(file.read_text(encoding="utf-8"))["wicheck"] == "report/v1"
    assert list(file.parent.iterdir()) == [file]


def test_an_input_is_never_overwritten_by_whatever_name(tmp_path: Path) -> None:
    data, link = tmp_path / "h1.yaml", tmp_path / "report.json"
    data.write_text("wicheck: institution/v1", encoding="utf-8")
    link.symlink_to(data)
    assert write(Target("json", str(link)), inputs=(data,)) == ["a report must not overwrite an input file"]
    assert data.read_text(encoding="utf-8") == "wicheck: institution/v1"


def test_what_cannot_be_written_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    occupied, good = tmp_path / "occupied", tmp_path / "good.json"
    occupied.write_text("", encoding="utf-8")
    faults = write(Target("json", str(occupied / "report.json")), Target("nonsense", "x"), Target("json", str(good)))
    assert [fault.split(":")[0] for fault in faults] == [
        "the report cannot be written",
        "there is no report format “nonsense”",
    ]
    assert good.exists()


def test_an_old_report_survives_a_writer_that_breaks_halfway(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("old", encoding="utf-8")

    def half() -> object:
        yield "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        to_file(half(), file)  # type: ignore[arg-type]
    assert (file.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("old", [file])


def test_standard_output_gets_utf8_whatever_the_console_is_set_to(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert write(Target("terminal", "-")) == []
    assert "符合申请条件".encode() in capfdbinary.readouterr().out


def test_colours_are_for_the_screen_only(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    assert write_reports(REPORT, [Target("terminal", str(file))], WriteOptions(colour=True)) == []
    assert "\x1b" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("written", ["文", "文".encode(), iter(["文"])])
def test_a_writer_may_give_text_bytes_or_pieces(tmp_path: Path, written: object) -> None:
    own = ReportWriter("own", same("own"), lambda _report, _options: written)  # type: ignore[arg-type, return-value]
    assert write(Target("own", str(tmp_path / "own")), own=own) == []
    assert (tmp_path / "own").read_bytes() == "文".encode()


def test_a_reader_that_goes_away_is_no_fault() -> None:
    code = "from wicheck.reports.output import to_standard_output as out; out(iter(['line of text'] * 100_000))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        assert writing.stderr is not None
        writing.stdout.close()
        assert writing.stderr.read() == b""
    assert writing.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_behind_standard_output_is_told() -> None:
    code = "from wicheck.reports.output import to_standard_output as out; out('line of text')"
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False)
    assert "UsageError: the output cannot be written: No space left on device" in told.stderr.decode()


def test_what_is_written_halfway_leaves_nothing_behind_even_where_closing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the last bytes fail again when the file is closed."""

    class Full(BytesIO):
        def close(self) -> None:
            super().close()
            raise OSError(28, "No space left on device")

    def opened(descriptor: int, _mode: str, buffering: int) -> Full:
        os.close(descriptor)
        return Full()

    monkeypatch.setattr("os.fdopen", opened)
    assert write(Target("json", str(tmp_path / "report.json"))) == [
        "the report cannot be written: No space left on device"
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reading:
        read = reading.submit(pipe.read_bytes)
        assert write(Target("json", str(pipe))) == []
        assert json.loads(read.result())["wicheck"] == "report/v1"
    assert pipe.is_fifo()
