"""Lists that stand in tables beside their documents, as the command line and its reports have them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Call
from wicheck.reports import writer_names

HOSPITAL = """\
wicheck: institution/v1
编号: {name}
名称: 示例医院{name}
行政区划代码: "330702"
服务类别: [康复]
人员: {{花名册: {table}}}
"""
AT_JINHUA = ("--pack", "金华", "--on", "2026-06-01")
ROSTER = ["姓名", "岗位", "职称"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "资料"
    made.mkdir()
    return made


def hospital(folder: Path, name: str, doctors: int, wrong: str | None = None) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "在职"
    sheet.append(ROSTER)
    for number in range(doctors):
        sheet.append([f"医师{number}号", "康复医师", "主任医师"])
    if wrong:
        sheet.append(["另一位", wrong, None])
    book.save(folder / f"{name}.xlsx")
    (folder / f"{name}.yaml").write_text(HOSPITAL.format(name=name, table=f"{name}.xlsx"), encoding="utf-8")


def doctors_finding(report: str) -> dict[str, object]:
    (found,) = (each for each in json.loads(report)["findings"] if each["rule"] == "jinhua-3-2-5/doctors_min_10")
    return dict(found)


def test_doctors_on_a_roster_in_a_workbook_count(call: Call, folder: Path) -> None:
    """Ten are asked for."""
    hospital(folder, "甲", 10)
    assert doctors_finding(call("check", folder, *AT_JINHUA, "--format", "json").out)["verdict"] == "pass"
    hospital(folder, "甲", 9)
    out = call("check", folder, *AT_JINHUA, "--format", "json").out
    finding = doctors_finding(out)
    assert finding["verdict"] == "fail"
    assert {"file": "资料/甲.xlsx", "sheet": "在职", "cell": "A2"} in [
        each["location"]
        for each in finding["evidence"]  # type: ignore[attr-defined]
    ]
    digest = hashlib.sha256((folder / "甲.xlsx").read_bytes()).hexdigest()
    assert {"file": "资料/甲.xlsx", "sha256": digest} in json.loads(out)["run"]["files"]
    assert json.loads(out)["input_errors"] == []


def test_an_empty_table_is_no_roster_without_doctors(call: Call, folder: Path) -> None:
    hospital(folder, "甲", 0)
    assert doctors_finding(call("check", folder, *AT_JINHUA, "--format", "json").out)["verdict"] == "unknown"


def test_a_faulty_table_makes_its_document_invalid(call: Call, folder: Path) -> None:
    hospital(folder, "甲", 10, wrong="五十张")
    hospital(folder, "乙", 10)
    for verb in (("validate", folder), ("check", folder, *AT_JINHUA, "-q")):
        code, out, err = call(*verb)
        assert code == 3
        assert "资料/甲.xlsx[在职!B12]" in out + err
    assert "示例医院乙" in out
    assert "示例医院甲" not in out


def test_validate_names_the_table_among_the_files(call: Call, folder: Path) -> None:
    hospital(folder, "甲", 10)
    code, out, _ = call("validate", folder, "--format", "json")
    assert code == 0
    assert [each["file"] for each in json.loads(out)["files"]] == ["资料/甲.yaml", "资料/甲.xlsx"]
    assert json.loads(out)["notices"] == []


@pytest.mark.parametrize("wrong", [None, "五十张"])
def test_several_processes_tell_the_same(call: Call, folder: Path, wrong: str | None) -> None:
    for name in ("甲", "乙", "丙", "丁"):
        hospital(folder, name, 9, wrong if name == "丙" else None)
    (folder / "丁.yaml").write_text(HOSPITAL.format(name="丁", table="甲.xlsx"), encoding="utf-8")
    (folder / "旧.docx").write_bytes(b"PK")
    told = [call("check", folder, *AT_JINHUA, "-v", "--format", "json", "--jobs", jobs) for jobs in ("1", "2", "4")]
    assert {each.code for each in told} == {3 if wrong else 1}
    assert told[0].out == told[1].out == told[2].out
    notices = [each["text"]["zh"] for each in json.loads(told[0].out)["notices"]]
    assert [each.partition("没有读")[0] for each in notices if "没有读" in each] == ["资料/丁.xlsx 等 2 个文件"]


@pytest.mark.parametrize("table", ["甲.xlsx", "甲.csv"])
def test_every_format_can_say_where_in_a_table(call: Call, folder: Path, tmp_path: Path, table: str) -> None:
    hospital(folder, "甲", 9)
    rows = "".join(f"医师{number}号,康复医师,\n" for number in range(9))
    (folder / "甲.csv").write_text(f"姓名,岗位,职称\n{rows}", encoding="utf-8")
    (folder / "甲.yaml").write_text(HOSPITAL.format(name="甲", table=table), encoding="utf-8")
    (folder / "乙.yaml").write_text(HOSPITAL.format(name="乙", table="乙.csv"), encoding="utf-8")
    (folder / "乙.csv").write_text("姓名,岗位,职称\n医师,五十张,\n", encoding="utf-8")
    names = [name for name in writer_names() if name not in ("notice", "parquet")]
    asked = [word for name in names for word in ("--report", f"{name}={tmp_path / 'out' / name}")]
    code, _, err = call("check", folder, *AT_JINHUA, *asked)
    assert (code, err) == (3, "")
    place = "资料/甲.csv#2" if table.endswith("csv") else "资料/甲.xlsx[在职!A2]"
    assert place in (tmp_path / "out" / "html").read_text(encoding="utf-8")
    sarif = (tmp_path / "out" / "sarif").read_text(encoding="utf-8")
    assert json.loads(sarif)["runs"]


def test_a_table_by_itself_is_answered_with_where_to_name_it(call: Call, folder: Path) -> None:
    hospital(folder, "甲", 9)
    code, out, err = call("validate", folder / "甲.xlsx")
    assert code == 3
    assert "花名册: 花名册.xlsx" in out + err
