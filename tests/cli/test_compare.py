"""``wicheck compare``: one institution, all regions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("policies")


def test_every_region_is_a_column_and_drafts_are_told_once(
    call: Call, hospital: Callable[[int], Path], policies: Path
) -> None:
    header = policies / "example-2026" / "pack.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("in_force", "draft"), encoding="utf-8")
    called = call("compare", hospital(49))
    assert called.code == 1
    assert called.out.count("示例市：草案") == 1
    assert "不符合 50 张" in called.out


def test_json_holds_rows_and_columns(call: Call, hospital: Callable[[int], Path]) -> None:
    called = call("compare", hospital(50), "--format", "json")
    (comparison,) = json.loads(called.out)["comparisons"]
    assert [column["pack"] for column in comparison["columns"]] == ["example-2026"]
    beds = comparison["rows"][0]
    assert (beds["topic"], beds["cells"]["example-2026"]["verdict"]) == ("rehab_beds", "pass")


def test_two_applications_of_one_hospital_are_told_apart(call: Call, hospital: Callable[[int], Path]) -> None:
    folder = hospital(50).parent
    for name in ("a", "b"):
        text = f"wicheck: application/v1\nid: {name}\ninstitution: sample\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    out = call("compare", folder).out
    assert "sample/a" in out
    assert "sample/b" in out


def test_what_cannot_be_read_is_told(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "h.yaml"
    file.write_text("wicheck: institution/v1\nid: h\nbeds_total_count: 约五十\n", encoding="utf-8")
    called = call("compare", file)
    assert called.code == 3
    assert "h.yaml:3:19" in "".join(called.out.split())  # a long path is cut where the screen ends
    assert json.loads(call("compare", file, "--format", "json").out)["input_errors"]


def test_a_registry_alone_is_nothing_to_compare(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "registry.yaml"
    file.write_text("wicheck: registry/v1\nid: r\n", encoding="utf-8")
    assert "没有可以对照的机构" in call("compare", file).out
