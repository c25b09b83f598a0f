"""The Markdown summary, parsed by markdown-it-py, which is not ours."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.reports.factory import LAW, dossier, finding, input_error, lacking, record, report, waiver
from tests.reports.formats.writing import text
from wicheck.model import Disposition, Language, Message, Notice, PackStatus, Text, Verdict, same
from wicheck.reports import Report
from wicheck.reports.formats import markdown

PARSER = MarkdownIt("commonmark").enable("table")


def page(made: Report) -> ET.Element:
    html = PARSER.render(text("markdown", made))
    return ET.fromstring(f"<page>{html}</page>")  # noqa: S314  our own output


def tables(made: Report) -> list[list[list[str]]]:
    return [
        [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")] for table in page(made).iter("table")
    ]


def headings(made: Report) -> list[str]:
    return ["".join(each.itertext()) for each in page(made) if each.tag.startswith("h")]


def bullets(made: Report) -> list[str]:
    return ["".join(each.itertext()).strip() for each in page(made).iter("li")]


def test_the_totals_come_first() -> None:
    made = report([finding(Verdict.FAIL), finding(), finding()])
    assert tables(made)[0] == [["结论", "项数"], ["符合", "2"], ["不符合", "1"]]


def test_each_dossier_has_its_answer_what_fails_and_what_is_missing() -> None:
    figures = {"remedy": Text("增设床位", "add beds"), "evidence": (("institution", "beds"),)}
    made = report([finding(Verdict.FAIL, outcome_=figures), lacking("institution.area", id_="jinhua-3/area")])
    assert headings(made) == ["工伤保险机构检查", "城东康复医院（h1）", "不符合的（1）", "缺少的资料（1）"]
    assert "金华（康复）：不符合申请条件（1 项不符合，1 项资料不足）" in bullets(made)
    _, failing, missing = tables(made)
    assert failing[1:] == [
        ["康复床位 50 张以上", "结果如此", "增设床位", "金华 三（二）2 jinhua-3/beds", "h1.yaml:11:3"]
    ]
    assert missing[1:] == [["“institution.area”", "1 条规则只缺这一项", "写在 h1.yaml:11:3 处"]]


@pytest.mark.parametrize("verdict", [Verdict.REVIEW, Verdict.SUSPECT, Verdict.ERROR])
def test_what_people_have_to_look_at_has_a_table(verdict: Verdict) -> None:
    assert len(tables(report([finding(verdict)]))) == 2


def test_what_is_met_is_counted_only() -> None:
    made = report([finding(), finding(Verdict.NOT_APPLICABLE)])
    assert len(tables(made)) == 1
    assert "符合 1 项、不适用 1 项" in bullets(made)


def test_a_waived_failure_says_so() -> None:
    made = report([finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED)])
    assert "已获豁免" in tables(made)[1][1][1]


def test_notices_drafts_and_input_errors_are_told() -> None:
    draft = LAW._replace(status=PackStatus.DRAFT)
    notices = [Notice("n", Text("宁夏未运行", "x"))]
    told = bullets(report([finding()], notices=notices, errors=[input_error()], packs=[draft]))
    assert "宁夏未运行" in told
    assert "金华：草案或征求意见稿，并非正式文件，结论仅供参考" in told
    assert "h1.yaml:7:5 床位数应当是整数（50）" in told


def test_nothing_that_is_written_in_a_document_becomes_markup() -> None:
    hostile = "<img src=x onerror=alert(1)> | **a** [b](c)\n# d"
    on = record(dossier("h1", hostile))
    made = report([finding(Verdict.FAIL, on=on, outcome_={"message": Message("x", same(hostile))})])
    flat = hostile.replace("\n", " ")
    assert headings(made)[1] == f"{flat}（h1）"
    assert tables(made)[1][1][1] == flat
    assert not {each.tag for each in page(made).iter()} & {"img", "a", "em", "br"}
    assert "".join(page(made)[0].itertext()) == "工伤保险机构检查"


def test_a_long_table_is_cut_and_says_how_much_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_MOST_ROWS", 2)
    made = report([finding(Verdict.FAIL)] * 5)
    assert len(tables(made)[1]) == 3
    assert "另有 3 项没有列出" in text("markdown", made)


def test_a_summary_never_outgrows_what_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [finding(Verdict.FAIL, on=record(dossier(f"h{number}"))) for number in range(9)]
    whole = text("markdown", report(many))
    monkeypatch.setattr(markdown, "_MOST_BYTES", len(whole.encode()) // 2)
    part = text("markdown", report(many))
    shown = part.count("## 城东康复医院")
    assert 0 < shown < 9
    assert len(part.encode()) <= len(whole.encode()) // 2 + 200
    assert f"另有 {9 - shown} 份档案或批次没有列出" in part


def test_it_is_written_in_one_language() -> None:
    made = text("markdown", report([lacking("institution.beds")]), Language.EN)
    assert made.replace("三（二）2", "").replace("城东康复医院", "").isascii()
