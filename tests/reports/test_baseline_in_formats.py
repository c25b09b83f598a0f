"""What changed since an earlier report, told alike by every format: new failures stand out, old ones stay in sight."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sarif_pydantic import Sarif

from tests.reports.claims import PRICE, batch, billed, offence, rule
from tests.reports.factory import finding, report, waiver
from tests.reports.formats.test_github import commands
from tests.reports.formats.test_sarif import NOT_MODELLED, unknown_parts
from tests.reports.formats.writing import text, written
from wicheck.documents.schemas import Schemas
from wicheck.model import Disposition, Text, Verdict
from wicheck.reports import Report, Target, WriteOptions, write_reports
from wicheck.reports.baseline import compared
from wicheck.reports.reading import Earlier, read_report

FAILING = {name: finding(Verdict.FAIL, f"jinhua-3/{name}") for name in ("old", "new", "gone", "lost", "mended")}
LEFT = finding(Verdict.FAIL, "jinhua-3/left", waiver=waiver(), disposition=Disposition.WAIVED)
THEN = [*(FAILING[each] for each in ("old", "gone", "lost", "mended")), finding(id_="jinhua-3/same"), LEFT]
NOW = [
    *(FAILING[each] for each in ("old", "new")),
    finding(Verdict.UNKNOWN, "jinhua-3/lost"),
    finding(Verdict.PASS, "jinhua-3/mended"),
    finding(id_="jinhua-3/same"),
    finding(Verdict.REVIEW, "jinhua-3/added"),
    LEFT,
]
COUNTS = "新出现的不符合 1 项、仍不符合 2 项、已改正 1 项、现在不能判断 1 项、这次没有检查 1 项"


def made(only_new: bool = True) -> Report:
    return compared(report(NOW), Earlier("before.json", "0" * 64, report(THEN)), only_new)


def claims(only_new: bool = True) -> Report:
    def found(*rows: int) -> Report:
        offences = [offence(each, 10 * each) for each in rows]
        return billed(batch(rules=[rule(PRICE, Text("限价", "p"), offences, 1, {"fail": len(rows)})]))

    return compared(found(2, 3), Earlier("before.json", "0" * 64, found(1, 2)), only_new)


def plain(name: str, of: Report) -> str:
    """What people read, without signs of the format."""
    if name == "xlsx":
        cells = [
            row for sheet in load_workbook(BytesIO(written(name, of))) for row in sheet.iter_rows(values_only=True)
        ]
        return " ".join(str(cell) for row in cells for cell in row if cell is not None)
    content = text(name, of).replace("%0A", "\n").replace("*", "")
    return unescape(re.sub("<[^>]*>", "", content)) if name == "html" else content


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "xlsx", "github"])
def test_whoever_reads_is_told_the_same_counts(name: str) -> None:
    assert "".join(COUNTS.split()) in "".join(plain(name, made()).split())


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "xlsx", "github"])
def test_offences_are_counted_alike(name: str) -> None:
    said = "".join(plain(name, claims()).split())
    assert "费用问题新出现1笔、仍有1笔、不再有1笔" in said


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "xlsx"])
def test_each_rule_s_offences_are_told_with_their_money(name: str) -> None:
    said = "".join(plain(name, claims()).split())
    assert "新出现1笔，30.00元、仍有1笔，20.00元、不再有1笔，10.00元" in said


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "github"])
def test_a_new_failure_is_marked_where_it_stands(name: str) -> None:
    said = "".join(plain(name, made()).split())
    assert said.count("康复床位50张以上（新出现）") >= 1


def test_json_has_it_for_each_finding_and_keeps_to_the_schema() -> None:
    for each in (made(), claims()):
        data = json.loads(text("json", each))
        Draft202012Validator(Schemas().schema("report")).validate(data)
    states = {each["rule"]: each["change"] for each in json.loads(text("json", made()))["findings"]}
    assert states == {
        "jinhua-3/old": {"state": "unchanged", "then": "fail"},
        "jinhua-3/new": {"state": "new", "then": None},
        "jinhua-3/lost": {"state": "updated", "then": "fail"},
        "jinhua-3/mended": {"state": "updated", "then": "fail"},
        "jinhua-3/same": {"state": "unchanged", "then": "pass"},
        "jinhua-3/added": {"state": "new", "then": None},
        "jinhua-3/left": {"state": "unchanged", "then": "fail"},
    }


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "junit", "sarif", "github", "csv", "json"])
def test_made_again_from_the_json_it_is_the_same(name: str, tmp_path: Path) -> None:
    for each in (made(), claims()):
        file = tmp_path / "report.json"
        file.write_bytes(written("json", each))
        assert written(name, read_report(file, Schemas()).report) == written(name, each)


def results(of: Report) -> list[dict[str, Any]]:
    (run,) = json.loads(text("sarif", of))["runs"]
    found: list[dict[str, Any]] = run["results"]
    assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in found)
    return found


def test_sarif_says_of_every_result_what_became_of_it() -> None:
    states = {(each["ruleId"], each["baselineState"]) for each in results(made())}
    assert states == {
        ("jinhua-3/old", "unchanged"),
        ("jinhua-3/new", "new"),
        ("jinhua-3/lost", "updated"),
        ("jinhua-3/mended", "updated"),
        ("jinhua-3/mended", "absent"),
        ("jinhua-3/same", "unchanged"),
        ("jinhua-3/added", "new"),
        ("jinhua-3/left", "unchanged"),
    }


def test_what_is_absent_has_no_level_that_anybody_would_act_on() -> None:
    (absent,) = [each for each in results(made()) if each["baselineState"] == "absent"]
    assert (absent["kind"], absent["level"], absent["locations"]) == ("fail", "none", [])


def test_sarif_says_it_of_offences_too() -> None:
    of_rows = [each for each in results(claims()) if "claim" in each.get("properties", {})]
    assert {(each["properties"]["claim"], each["baselineState"]) for each in of_rows} == {
        ("J002", "unchanged"),
        ("J003", "new"),
    }
    assert sum(each["baselineState"] == "absent" for each in results(claims())) == 1


def test_without_an_earlier_report_nothing_is_said() -> None:
    assert not any("baselineState" in each for each in results(report(NOW)))
    assert "新出现" not in "".join(
        text(name, report(NOW)) for name in ("terminal", "markdown", "html", "github", "csv")
    )


def of_junit(of: Report) -> dict[str, str | None]:
    """What each test came to, by the demand in its name."""
    root = ET.fromstring(written("junit", of))  # noqa: S314  our own output
    return {
        case.attrib["name"].split()[0].removeprefix("jinhua-3/"): case[0].tag if len(case) else None
        for case in root.iter("testcase")
    }


def test_junit_lets_old_failures_pass_only_when_that_is_asked_for() -> None:
    assert of_junit(made(only_new=False))["old"] == "failure"
    told = of_junit(made(only_new=True))
    assert (told["old"], told["new"], told["lost"], told["left"]) == ("skipped", "failure", "error", "skipped")
    assert "原有的不符合，这次不算失败" in text("junit", made())


def test_junit_fails_where_a_rule_has_a_new_offence() -> None:
    assert of_junit(claims())["price"] == "failure"
    assert "以前就不符合，又有新出现的费用问题" in text("junit", claims())


def levels(of: Report) -> Counter[tuple[str, str]]:
    return Counter((each.properties["title"], each.level) for each in commands(of))


def test_github_shows_what_is_new_first_and_what_is_old_as_notices() -> None:
    first, *_ = commands(made())
    assert (first.level, first.properties["title"]) == ("error", "jinhua-3/new 康复床位 50 张以上（新出现）")
    old = "jinhua-3/old 康复床位 50 张以上"
    assert (levels(made())[old, "notice"], levels(made(only_new=False))[old, "error"]) == (1, 1)


def test_github_does_so_with_rows_of_claims() -> None:
    told = levels(claims())
    assert told["jinhua-3/price 限价（新出现）", "error"] == 1
    assert told["jinhua-3/price 限价", "notice"] == 1


def test_new_failures_are_not_crowded_out_by_old_ones() -> None:
    many = [finding(Verdict.FAIL, f"jinhua-3/r{each}") for each in range(30)]
    of = compared(report([*many, FAILING["new"]]), Earlier("b", "0" * 64, report(many)), only_new=False)
    assert "jinhua-3/new" in commands(of)[0].properties["title"]


def rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.removeprefix("\ufeff"), newline="")))


def test_csv_has_a_column_for_it_and_rows_for_what_was_not_judged() -> None:
    told = {row["规则"]: row["同以前的报告相比"] for row in rows(text("csv", made()))}
    assert told == {
        "jinhua-3/old": "以前就不符合（差多少不作比较）",
        "jinhua-3/new": "新出现",
        "jinhua-3/lost": "以前不符合",
        "jinhua-3/mended": "以前不符合",
        "jinhua-3/same": "没有变化",
        "jinhua-3/added": "以前没有检查",
        "jinhua-3/left": "没有变化",
        "jinhua-3/gone": "以前不符合，这次没有检查",
    }


def test_csv_has_it_for_offences_and_rows_for_those_that_are_gone(tmp_path: Path) -> None:
    assert write_reports(claims(), [Target("csv", str(tmp_path / "r.csv"))], WriteOptions()) == []
    told = {row["结算单号"]: row for row in rows((tmp_path / "r.offences.csv").read_text(encoding="utf-8"))}
    assert {claim: row["同以前的报告相比"] for claim, row in told.items()} == {
        "J001": "以前有，这次没有了",
        "J002": "没有变化",
        "J003": "新出现",
    }
    assert told["J001"]["结论"] == ""


def test_the_workbook_has_the_same_columns() -> None:
    book = load_workbook(BytesIO(written("xlsx", claims())))
    for sheet, states in (
        ("结论", {"以前就不符合，又有新出现的费用问题"}),
        ("费用问题明细", {"没有变化", "新出现", "以前有，这次没有了"}),
    ):
        heading, *cells = list(book[sheet].iter_rows(values_only=True))
        assert {row[heading.index("同以前的报告相比")] for row in cells} == states


@pytest.mark.parametrize("of", [made, claims])
def test_code_scanning_reads_it(of: Callable[[], Report]) -> None:
    """By sarif-pydantic, which is not ours."""
    log = Sarif.model_validate_json(text("sarif", of()))
    assert set(unknown_parts(log)) <= NOT_MODELLED | {"Result.baselineState"}
