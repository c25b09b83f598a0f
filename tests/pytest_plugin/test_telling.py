"""What a test says when it runs: our message and place, and nothing of pytest's inner life."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.pytest_plugin.conftest import Call
from tests.pytest_plugin.region import (
    write,
    write_application,
    write_institution,
    write_waivers,
)

SHORT = ["康复病房·床位数为 40 张，要求不少于 50 张，差 10 张", "办法：增设康复床位"]


def output(done: pytest.RunResult) -> str:
    return "\n".join(done.outlines)


def test_a_failure_says_what_is_short_what_to_do_by_which_clause_and_where(call: Call) -> None:
    done = call("dossiers", "-k", "short")
    assert done.parseoutcomes().keys() - {"deselected"} == {"failed"}
    place = "位置：dossiers/h1.yaml:8:5"
    done.stdout.fnmatch_lines([*SHORT, "依据：示例市 第一条，example-1/short", place], consecutive=True)


@pytest.mark.parametrize("style", ["auto", "long", "short", "native", "line", "no"])
@pytest.mark.parametrize("rule", ["short", "lacking"])
def test_no_style_of_traceback_shows_code(call: Call, rule: str, style: str) -> None:
    told = output(call("dossiers", "-k", f"example-1/{rule}", f"--tb={style}"))
    assert ".py" not in told
    assert "Traceback" not in told


def test_one_line_summaries_name_our_place(call: Call) -> None:
    call("dossiers", "-k", "short", "--tb=line").stdout.fnmatch_lines([f"*/dossiers/h1.yaml:8: {SHORT[0]}"])


def test_what_cannot_be_decided_is_an_error_and_no_failure(call: Call) -> None:
    done = call("dossiers", "-k", "lacking")
    assert done.parseoutcomes().keys() - {"deselected"} == {"errors"}
    done.stdout.fnmatch_lines(["资料不足：未填写*净使用面积"])


def test_what_people_must_judge_is_skipped_with_the_question(call: Call) -> None:
    done = call("dossiers", "-k", "judged", "-rs")
    assert done.parseoutcomes()["skipped"] == 1
    done.stdout.fnmatch_lines(["SKIPPED * dossiers/h1.yaml:*待人工认定（*设备是否完善*"])


def test_what_does_not_apply_is_skipped_with_its_reason(call: Call) -> None:
    call("dossiers", "-k", "guarded", "-rs").stdout.fnmatch_lines(["SKIPPED * dossiers/h1.yaml:*不适用（*差 60 张*"])


def test_a_waived_failure_is_skipped_and_says_why(repository: Path, call: Call) -> None:
    waivers = write_waivers(repository)
    done = call("dossiers", "-k", "waived", "-rs", "--wicheck-waivers", str(waivers))
    assert done.parseoutcomes()["skipped"] == 1
    done.stdout.fnmatch_lines(["SKIPPED *已获豁免：新病房年内交付（*"])


@pytest.mark.usefixtures("odd_kinds")
@pytest.mark.parametrize("strict", [(), ("-W", "error")])
def test_a_suspect_passes_with_a_warning_even_where_warnings_are_errors(call: Call, strict: tuple[str, ...]) -> None:
    done = call("dossiers", "-k", "odd", *strict)
    assert (done.ret, done.parseoutcomes()["passed"], done.parseoutcomes()["warnings"]) == (0, 1, 1)
    done.stdout.fnmatch_lines(["*h1.yaml*: WicheckWarning: example-1/odd 床位数可疑: 疑点（床位数与上年相同）"])


@pytest.mark.usefixtures("odd_kinds")
def test_a_rule_that_breaks_is_an_error_and_stops_no_other(call: Call) -> None:
    done = call("dossiers", "-k", "crashing or met")
    assert (done.parseoutcomes()["errors"], done.parseoutcomes()["passed"]) == (1, 1)
    done.stdout.fnmatch_lines(["规则本身出错，未能判定：ZeroDivisionError (broken.py:10)"])  # its words may be a name


def test_an_input_error_is_an_error_at_its_line_and_hides_no_other_file(repository: Path, call: Call) -> None:
    write_institution(repository / "dossiers", "h2", beds="很多")
    done = call("dossiers", "-k", "h2 or met")
    assert (done.parseoutcomes()["errors"], done.parseoutcomes()["passed"]) == (1, 1)
    done.stdout.fnmatch_lines(["*ERROR at setup of 输入错误 8:*", "位置：dossiers/h2.yaml:8:*"])


def test_a_reference_to_nothing_is_an_error_at_its_line(repository: Path, call: Call) -> None:
    write_application(repository / "dossiers", "a1", institution="h9")
    done = call("dossiers", "-k", "输入错误")
    assert done.parseoutcomes()["errors"] == 1
    done.stdout.fnmatch_lines(["位置：dossiers/a1.yaml:3:*"])


def test_faulty_settings_are_an_error_too(repository: Path, call: Call) -> None:
    settings = write(repository / "settings.yaml", "wicheck: settings/v1\n编号: s\n没有这项: 1\n")
    done = call("dossiers", "-k", "输入错误 or met", "--wicheck-settings", str(settings))
    assert (done.parseoutcomes()["errors"], done.parseoutcomes()["passed"]) == (1, 1)
    done.stdout.fnmatch_lines(["ERROR settings.yaml::输入错误 3:1*"])


def test_an_institution_that_no_law_judges_is_an_error(repository: Path, call: Call) -> None:
    write_institution(repository / "elsewhere", "h3", division="999801")
    done = call("elsewhere")
    assert (done.ret, done.parseoutcomes()["errors"]) == (1, 1)
    done.stdout.fnmatch_lines(["没有适用的地区文件：未作判断"])


@pytest.mark.parametrize("pack", ["example-2062", "示列市"])
def test_a_pack_that_does_not_exist_stops_the_run_with_one_message(repository: Path, call: Call, pack: str) -> None:
    write_institution(repository / "dossiers", "h2")
    done = call("dossiers", "--wicheck-pack", pack)
    assert (done.ret, done.parseoutcomes()) == (pytest.ExitCode.INTERRUPTED, {"errors": 1})
    done.stdout.fnmatch_lines([f"没有名为“{pack}”的政策包"])


def test_a_notice_names_the_options_that_pytest_takes(repository: Path, call: Call) -> None:
    pack = repository / "packs" / "example-2026" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("in_force", "draft"), encoding="utf-8")
    call("dossiers").stdout.fnmatch_lines(["*WicheckWarning: *请加 --wicheck-pack 示例市"])


def test_junit_gives_each_its_message_and_verdict(repository: Path, call: Call) -> None:
    call("dossiers", "-k", "short", "--junitxml=j.xml")
    (case,) = ET.parse(repository / "j.xml").iter("testcase")  # noqa: S314  our own output
    assert case.attrib["name"] == "example-1/short 床位不少于五十张"
    assert [each.attrib for each in case.iter("property")] == [{"name": "verdict", "value": "fail"}]
    assert [each.attrib["message"] for each in case.iter("failure")] == [SHORT[0]]
