"""``wicheck validate``: only the form of files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Call

Hospital = Callable[[int], Path]


def test_a_valid_file_is_told_so(call: Call, hospital: Hospital) -> None:
    assert call("validate", hospital(1)) == (0, "1 个文件，格式无误\n", "")


def test_an_error_has_its_place_and_the_next_step(call: Call, hospital: Hospital) -> None:
    file = hospital(1)
    file.write_text(file.read_text(encoding="utf-8").replace("床位数: 1", "床位数: 一"), encoding="utf-8")
    code, out, _ = call("validate", file.name)
    place, hint, summary = out.splitlines()
    assert code == 3
    assert place.startswith("hospital.yaml:8:10: ")
    assert hint.startswith("  → ")
    assert summary == "1 个文件，1 处错误"
    assert "1 errors" not in call("validate", file.name, "--lang", "en").out


def test_json_holds_both_languages_and_the_place(call: Call, hospital: Hospital) -> None:
    file = hospital(1)
    file.write_text("wicheck: institution/v1\nid: a\nnome: b\n", encoding="utf-8")
    code, out, _ = call("validate", file.name, "--format", "json")
    told = json.loads(out)
    assert code == 3
    assert [each["file"] for each in told["files"]] == ["hospital.yaml"]
    (error,) = told["errors"]
    assert error["location"] == {"file": "hospital.yaml", "line": 3, "column": 1}
    assert error["text"].keys() == error["hint"].keys() == {"zh", "en"}
    assert told["notices"] == []


def test_nothing_to_check_is_no_success(call: Call, tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text("- only notes\n", encoding="utf-8")
    code, out, _ = call("validate", tmp_path)
    assert code == 4
    assert "没有找到可以检查的文件：文件夹里只读 .yaml 和 .yml；" in out


def test_settings_are_valid_though_a_check_would_not_take_them_from_a_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("wicheck: settings/v1\nid: agency\n", encoding="utf-8")
    assert call("validate", tmp_path) == (0, "1 个文件，格式无误\n", "")
