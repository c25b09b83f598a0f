"""``wicheck report``: the same report in another format, with the exit code of the check that made it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

Hospital = Callable[[int], Path]
CHECK = ("--on", "2026-03-10", "--pack", "示例市")


@pytest.fixture
def made(call: Call, hospital: Hospital, policies: Path, tmp_path: Path) -> Callable[..., Path]:
    """Checks a hospital with so many beds, and gives the report."""

    def checked(beds: int, *options: str) -> Path:
        file = tmp_path / "report.json"
        call("check", hospital(beds), *CHECK, *options, "--report", f"json={file}")
        return file

    return checked


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("beds", [50, 49])
@pytest.mark.parametrize("name", ["terminal", "markdown", "json", "sarif"])
def test_it_says_what_the_check_said(
    call: Call, hospital: Hospital, made: Callable[..., Path], beds: int, name: str
) -> None:
    code, out, _ = call("check", hospital(beds), *CHECK, "--format", name)
    assert call("report", made(beds), "--format", name) == (code, out, "")


def test_nothing_is_judged_again(call: Call, made: Callable[..., Path], hospital: Hospital) -> None:
    file = made(49)
    hospital(50)
    assert "差 1 张" in call("report", file).out


def test_a_file_is_written_where_it_is_asked_for(call: Call, made: Callable[..., Path], tmp_path: Path) -> None:
    code, out, _ = call("report", made(49), "--format", "junit", "--output", tmp_path / "new" / "junit.xml")
    assert (code, out) == (1, "")
    assert (tmp_path / "new" / "junit.xml").read_bytes().startswith(b"<?xml")


def test_further_verdicts_may_count_as_failures(call: Call, made: Callable[..., Path]) -> None:
    file = made(50)
    assert call("report", file).code == 0
    assert call("report", file, "--fail-on", "符合").code == 1


def test_english_and_length_are_a_matter_of_the_writing(call: Call, made: Callable[..., Path]) -> None:
    file = made(49)
    assert "not met: 1" in call("report", file, "--lang", "en").out
    quiet, full, verbose = (len(call("report", file, *more).out) for more in (("-q",), (), ("-v",)))
    assert quiet < full < verbose


def test_the_report_itself_is_never_overwritten(call: Call, made: Callable[..., Path]) -> None:
    file = made(49)
    before = file.read_bytes()
    code, _, err = call("report", file, "--format", "markdown", "--output", file)
    assert code == 2
    assert "不能覆盖" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["sarif", "github", "junit", "markdown"])
def test_a_report_that_shows_personal_data_never_goes_into_logs(
    call: Call, made: Callable[..., Path], name: str
) -> None:
    file = made(49, "--show-personal")
    code, out, err = call("report", file, "--format", name)
    assert (code, out) == (2, "")
    assert name in err
    assert call("report", file).code == 1


def test_a_workbook_is_nothing_for_a_screen(
    call: Call, made: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(49)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    code, out, err = call("report", file, "--format", "xlsx")
    assert (code, out) == (2, "")
    assert "--output" in err


def test_what_is_no_report_gives_2_with_the_next_step(call: Call, hospital: Hospital) -> None:
    file = hospital(49)
    code, out, err = call("report", file)
    assert (code, out) == (2, "")
    assert err.startswith(f"{file}:1:1: 这不是 JSON\n  → ")


def test_an_unknown_format_names_those_there_are(call: Call, made: Callable[..., Path]) -> None:
    code, _, err = call("report", made(49), "--format", "pdf")
    assert code == 2
    assert "sarif" in err


def test_a_check_that_counted_only_what_is_new_is_read_back_so(
    call: Call, made: Callable[..., Path], hospital: Hospital, tmp_path: Path
) -> None:
    before = made(49)
    after = tmp_path / "after.json"
    asked = ("check", hospital(49), *CHECK, "--baseline", before, "--new-only", "--report", f"json={after}")
    assert call(*asked).code == 0
    assert json.loads(after.read_text(encoding="utf-8"))["baseline"]["only_new"]
    assert call("report", after).code == 0
