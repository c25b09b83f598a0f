"""``wicheck check``: exit codes, reports, and what is refused before anything is judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.packs.region import write_pack

Hospital = Callable[[int], Path]


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize(("beds", "rule_failed"), [(50, False), (49, True)])
def test_the_answer_decides_the_exit_code(call: Call, hospital: Hospital, beds: int, rule_failed: bool) -> None:
    code, out, _ = call("check", hospital(beds), "--on", "2026-03-10")
    assert (code == 1) is rule_failed
    assert "示例市" in out


@pytest.mark.usefixtures("policies")
def test_a_pack_a_kind_and_a_verdict_are_called_by_their_chinese_names(call: Call, hospital: Hospital) -> None:
    asked = ("check", hospital(50), "--pack", "示例市", "--service-kind", "康复", "--on", "2026年3月10日")
    assert call(*asked).code == 0
    assert call(*asked, "--fail-on", "疑点，资料不足").code == 0
    assert call(*asked, "--fail-on", "疑点，符合").code == 1
    findings = json.loads(call(*asked, "--format", "json").out)
    assert findings["run"]["chosen_packs"] == ["example-2026"]
    assert findings["run"]["judged_on"] == "2026-03-10"


@pytest.mark.usefixtures("policies")
def test_an_unreadable_file_gives_3_and_hides_nothing(call: Call, hospital: Hospital, tmp_path: Path) -> None:
    hospital(49)
    (tmp_path / "broken.yaml").write_text("wicheck: institution/v1\nid: [\n", encoding="utf-8")
    code, out, _ = call("check", tmp_path / "hospital.yaml", tmp_path / "broken.yaml", "--on", "2026-03-10")
    assert code == 3
    assert "broken.yaml" in out
    assert "差 1 张" in out


@pytest.mark.usefixtures("policies")
def test_nothing_to_assess_gives_4(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, _ = call("check", tmp_path / "empty")
    assert code == 4
    assert "文件夹里只读 .yaml 和 .yml" in out
    assert call("check", tmp_path / "empty", "--jobs", 2).out == out


def test_several_processes_say_what_one_says(call: Call, hospital: Hospital, tmp_path: Path) -> None:
    packs = write_pack(tmp_path / "packs")
    asked = ("check", hospital(49), "--policies", packs, "--pack", "example-2026", "--on", "2026-03-10")
    alone = call(*asked)
    assert alone.code == 1
    assert call(*asked, "--jobs", 3) == alone


@pytest.mark.parametrize("jobs", ["0", "-2", "两个", ""])
def test_a_number_of_processes_is_a_whole_number_from_1(call: Call, hospital: Hospital, jobs: str) -> None:
    code, out, err = call("check", hospital(49), "--jobs", jobs)
    assert (code, out) == (2, "")
    assert "--jobs" in err
    assert "写 1 或更大的整数" in err


@pytest.mark.usefixtures("policies")
def test_a_report_goes_into_a_file(call: Call, hospital: Hospital, tmp_path: Path) -> None:
    call("check", hospital(49), "--report", f"json={tmp_path / '报告.json'}")
    assert json.loads((tmp_path / "报告.json").read_text(encoding="utf-8"))["wicheck"] == "report/v1"


@pytest.mark.usefixtures("policies")
def test_a_report_never_overwrites_an_input(call: Call, hospital: Hospital) -> None:
    file = hospital(49)
    before = file.read_text(encoding="utf-8")
    code, _, err = call("check", file, "--report", f"json={file}")
    assert code == 2
    assert "不能覆盖" in err
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize("asked", [("--report", "junit=x.xml"), ("--format", "junit")])
def test_personal_data_never_goes_into_logs(call: Call, hospital: Hospital, asked: tuple[str, str]) -> None:
    code, out, err = call("check", hospital(49), "--show-personal", *asked)
    assert (code, out) == (2, "")
    assert "junit" in err
    assert not Path("x.xml").exists()


@pytest.mark.usefixtures("policies")
def test_an_unknown_format_is_told_before_anything_is_judged(call: Call, hospital: Hospital) -> None:
    code, out, err = call("check", hospital(49), "--report", "xml=x.xml")
    assert (code, out) == (2, "")
    assert "xml" in err
    assert "json、junit" in err


@pytest.mark.usefixtures("policies")
def test_an_unknown_pack_names_those_there_are(call: Call, hospital: Hospital) -> None:
    code, _, err = call("check", hospital(49), "--pack", "火星")
    assert code == 2
    assert err == "没有名为“火星”的政策包\n  → 可用：示例市（example-2026）\n"


def test_a_path_that_is_not_there_suggests_its_neighbour(call: Call, hospital: Hospital) -> None:
    file = hospital(49)
    code, _, err = call("check", file.with_name("hospitl.yaml"))
    assert code == 2
    assert f"是不是 {file}？" in err


def test_a_faulty_pack_gives_2_with_its_place(call: Call, hospital: Hospital, policies: Path) -> None:
    pack = policies / "example-2026" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("at_least", "at_lest"), encoding="utf-8")
    code, _, err = call("check", hospital(49))
    assert code == 2
    assert err.startswith("policies/example-2026/pack.yaml:17:5: ")


@pytest.mark.usefixtures("policies")
def test_a_start_from_the_cache_says_the_same_and_nothing_of_the_hospital_is_kept(
    call: Call, hospital: Hospital, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    asked = ("check", hospital(49), "--on", "2026-03-10", "-v")
    told = call(*asked)
    monkeypatch.setenv("WICHECK_CACHE", str(kept))
    assert [call(*asked), call(*asked)] == [told, told]
    names = sorted(each.name.rpartition("-")[2] for each in kept.iterdir())
    assert {"2026", "headers", "institution"} <= set(names)
    assert not [each for each in kept.iterdir() if "示例医院".encode() in each.read_bytes()]


@pytest.mark.usefixtures("policies")
def test_a_report_on_standard_output_stands_there_alone(call: Call, hospital: Hospital) -> None:
    out = call("check", hospital(49), "--pack", "示例市", "--report", "json=-").out
    assert json.loads(out)["wicheck"] == "report/v1"


@pytest.mark.usefixtures("policies")
@pytest.mark.parametrize(
    "asked",
    [
        ("--format", "json", "--report", "csv=-"),
        ("--report", "json=-", "--report", "csv=-"),
        ("--report", "json=out", "--report", "csv=./out"),
    ],
)
def test_two_reports_in_one_place_are_refused_before_anything_is_judged(
    call: Call, hospital: Hospital, asked: tuple[str, ...]
) -> None:
    code, out, err = call("check", hospital(49), "--pack", "示例市", *asked)
    assert (code, out) == (2, "")
    assert "同一处" in err
