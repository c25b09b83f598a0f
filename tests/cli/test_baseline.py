"""``wicheck check --baseline``: what changed since an earlier report, and who is let pass."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import HOSPITAL, Call

CHECK = ("--on", "2026-03-10", "--pack", "示例市")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A folder of hospitals, each with so many beds."""
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "hospitals"
    made.mkdir()

    def written(**beds: int) -> Path:
        for name, number in beds.items():
            content = HOSPITAL.format(beds=number).replace("编号: sample", f"编号: {name}")
            (made / f"{name}.yaml").write_text(content, encoding="utf-8")
        return made

    return written


def changes(file: Path) -> dict[str, list[str]]:
    """The hospitals in each list that has any."""
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["baseline"]
    lists = {name: [each["dossier"] for each in data[name]] for name in data if isinstance(data[name], list)}
    return {name: dossiers for name, dossiers in lists.items() if dossiers}


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("jobs", [1, 2])
def test_new_fixed_and_unchanged_whoever_does_the_work(
    call: Call, folder: Callable[..., Path], tmp_path: Path, jobs: int
) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    call("check", folder(a=49, b=49, c=50), *CHECK, "--report", f"json={before}")
    asked = ("check", folder(a=49, b=50, c=49), *CHECK, "--jobs", jobs, "--baseline", before)
    code, out, _ = call(*asked, "--new-only", "--report", f"json={after}")
    assert changes(after) == {"new": ["c"], "unchanged": ["a"], "fixed": ["b"]}
    assert "新出现的不符合 1 项、仍不符合 1 项、已改正 1 项" in out
    assert code == 1


@pytest.mark.usefixtures("policies")
def test_old_failures_are_let_pass_only_when_that_is_asked_for(
    call: Call, folder: Callable[..., Path], tmp_path: Path
) -> None:
    before = tmp_path / "before.json"
    hospitals = folder(a=49)
    call("check", hospitals, *CHECK, "--report", f"json={before}")
    assert call("check", hospitals, *CHECK, "--baseline", before).code == 1
    code, out, _ = call("check", hospitals, *CHECK, "--baseline", before, "--new-only")
    assert code == 0
    assert "不符合的（1）" in out


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("content", ["", "[]", '{"runs": []}', '{"wicheck": "report/v1"}'])
def test_what_is_no_report_is_a_mistake_of_the_call(
    call: Call, folder: Callable[..., Path], tmp_path: Path, content: str
) -> None:
    before = tmp_path / "before.json"
    before.write_text(content, encoding="utf-8")
    code, out, err = call("check", folder(a=49), "--baseline", before)
    assert (code, out) == (2, "")
    assert err.startswith(str(before))


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_on_others_is_a_mistake_of_the_call(
    call: Call, folder: Callable[..., Path], tmp_path: Path, jobs: int
) -> None:
    before = tmp_path / "before.json"
    hospitals = folder(a=49, b=49)
    call("check", hospitals / "a.yaml", *CHECK, "--report", f"json={before}")
    code, out, err = call("check", hospitals / "b.yaml", *CHECK, "--jobs", jobs, "--baseline", before)
    assert (code, out) == (2, "")
    assert "没有这次检查的任何机构" in err


@pytest.mark.usefixtures("policies")
def test_only_new_needs_something_to_be_newer_than(call: Call, folder: Callable[..., Path]) -> None:
    code, out, err = call("check", folder(a=49), "--new-only")
    assert (code, out) == (2, "")
    assert "--baseline" in err


@pytest.mark.usefixtures("policies")
def test_the_earlier_report_is_an_input_that_nothing_overwrites(
    call: Call, folder: Callable[..., Path], tmp_path: Path
) -> None:
    before = tmp_path / "before.json"
    hospitals = folder(a=49)
    call("check", hospitals, *CHECK, "--report", f"json={before}")
    content = before.read_bytes()
    code, _, err = call("check", hospitals, *CHECK, "--baseline", before, "--report", f"json={before}")
    assert code == 2
    assert "不能覆盖" in err
    assert before.read_bytes() == content
