"""The page for people: whole without script or network, nothing breaks out of it, and it tells what the JSON tells."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.factory import (
    BASE,
    DAY,
    LAW,
    attestation,
    clause,
    document,
    dossier,
    finding,
    input_error,
    lacking,
    record,
    report,
    waiver,
)
from tests.reports.formats.test_json import full
from tests.reports.strategies import any_findings
from wicheck.model import (
    Attestor,
    Binds,
    Disposition,
    DocumentKind,
    Dossier,
    Finding,
    Language,
    Message,
    Notice,
    PackStatus,
    Stage,
    Text,
    Verdict,
    same,
)
from wicheck.reports import Report, WriteOptions, writer
from wicheck.reports.baseline import compared
from wicheck.reports.reading import Earlier, report_of

VOID = {"meta", "input", "br", "rect"}
SHORT = {
    "message": Message("at_least.short", Text("床位为 49 张，要求不少于 50 张，差 1 张", "49 beds, 50 asked: 1 short")),
    "observed": 49,
    "required": 50,
    "shortfall": 1,
    "unit": Text("张", "beds"),
    "remedy": Text("增设 1 张床位", "add one bed"),
    "evidence": (("institution", "beds"),),
}


class Page(HTMLParser):
    """Reads the page and holds it to well-formedness: every element that is opened is closed in its turn."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.faults: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)

    @property
    def words(self) -> str:
        """What a reader gets, blanks as one."""
        return " ".join("".join(self.text).split())

    def all(self, tag: str, name: str = "") -> list[dict[str, str]]:
        """Attributes of the elements of this tag, and of this class where one is named."""
        return [attrs for each, attrs in self.elements if each == tag and name in ["", *attrs.get("class", "").split()]]


def source(made: Report, language: Language = Language.ZH) -> str:
    pieces = writer("html").write(made, WriteOptions(language))
    assert not isinstance(pieces, (str, bytes))
    return "".join(pieces)


def page(made: Report, language: Language = Language.ZH) -> Page:
    return Page(source(made, language))


def of(*findings: Finding, **parts: Any) -> Page:
    return page(report(findings, **parts))


def verdicts_listed(read: Page) -> Counter[str]:
    """The rows of all clause-by-clause lists: each finding is exactly one of them."""
    return Counter(attrs["class"] for attrs in read.all("li") if attrs.get("class") in set(Verdict))


def test_everything_in_a_full_report_is_well_formed() -> None:
    for language in Language:
        assert page(full(), language).faults == []
    assert page(report()).faults == []


def test_no_identifier_stands_twice_and_every_link_leads_somewhere() -> None:
    several = [finding(Verdict.FAIL), finding(Verdict.REVIEW, "c/x", on=record(dossier("h2")))]
    read = of(*several, errors=[input_error()])
    named = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert len(named) == len(set(named))
    assert {attrs["href"].removeprefix("#") for attrs in read.all("a")} <= set(named)
    assert {attrs["aria-labelledby"] for _, attrs in read.elements if "aria-labelledby" in attrs} <= set(named)


@settings(max_examples=40)
@given(any_findings)
def test_the_totals_are_those_of_the_json(findings: list[Finding]) -> None:
    made = report(findings)
    data = json.loads("".join(piece for piece in writer("json").write(made, WriteOptions())))  # type: ignore[misc]
    read = page(made)
    assert verdicts_listed(read) == data["totals"]["verdict"]
    assert read.faults == []


def test_a_page_made_from_the_file_equals_the_one_made_from_the_run() -> None:
    made = full()
    data: dict[str, Any] = json.loads("".join(writer("json").write(made, WriteOptions())))  # type: ignore[arg-type]
    assert source(report_of(data)) == source(made)


def test_the_same_run_makes_the_same_page() -> None:
    assert source(full()) == source(full())


def test_no_address_outside_the_file_is_in_it() -> None:
    text = source(full())
    assert not re.search(r"(?:https?:)?//[a-z]|url\(|@import", text, re.IGNORECASE)
    read = Page(text)
    assert read.all("link") == read.all("img") == read.all("iframe") == []
    assert all("src" not in attrs for _, attrs in read.elements)


def test_a_policy_lets_nothing_run_but_our_own_style_and_script() -> None:
    (policy,) = [attrs["content"] for attrs in page(full()).all("meta") if "http-equiv" in attrs]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy

    given = {name for _, attrs in page(full()).elements for name in attrs}
    assert not {name for name in given if name == "style" or name.startswith("on")}


HOSTILE = "\"'></p></style></script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{ 7 * 7 }}"


def hostile(text: str) -> Report:
    """``text`` wherever a file, a pack or a plugin could put it."""
    said = same(text)
    on = record(dossier(text, text))
    told = {
        "message": Message("x", Text("{value}", "{value}")),
        "values": {"value": text},
        "observed": 5,
        "required": 6,
        "unit": said,
        "remedy": said,
    }
    law = LAW._replace(name=said, title=said, document_number=text, clauses=(clause(article=text, damage=said),))
    rule_ = {"title": said}
    findings = [
        finding(
            Verdict.FAIL, on=on, rule_=rule_, outcome_=told, waiver=waiver(reason=text), disposition=Disposition.WAIVED
        ),
        finding(Verdict.REVIEW, on=on, rule_=rule_, outcome_=told, self_declared=attestation(organisation=text)),
        finding(Verdict.PASS, on=on, rule_=rule_, attestation=attestation(by=text, evidence_file=text)),
        finding(Verdict.UNKNOWN, on=on, rule_={**rule_, "binds": Binds.AGENCY}, outcome_=told),
        finding(Verdict.NOT_APPLICABLE, on=on, rule_=rule_, outcome_={**told, "due_on": DAY}),
    ]
    errors = [input_error(text)]
    return report(findings, notices=[Notice("x", said)], errors=errors, packs=[law, BASE], show_personal=True)


def skeleton(read: Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(attrs)) for tag, attrs in read.elements]


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    read = page(hostile(HOSTILE))
    assert skeleton(read) == skeleton(page(hostile("词")))
    assert len(read.all("script")) == 1
    assert read.faults == []
    assert read.words.count("alert(1)") >= 15
    assert "{{ 7 * 7 }}" in read.words


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'{}%#/="), min_size=1, max_size=30))
def test_no_name_changes_what_the_page_is_made_of(name: str) -> None:
    """The article's leading part names a chapter: without its opening bracket the text is one chapter for both."""
    plain = name.replace("（", "(")
    assert skeleton(page(hostile(plain))) == skeleton(page(hostile("词")))


def test_personal_data_stays_covered() -> None:
    on = record(dossier(head={"name": "欧阳锋利", "phone": "13800001234"}))
    told = {
        "message": Message("x", same("{who}")),
        "values": {"who": "欧阳锋利"},
        "evidence": (("institution", "head"),),
    }
    findings = [
        finding(Verdict.REVIEW, on=on, outcome_=told, self_declared=attestation(by="欧阳锋利")),
        finding(Verdict.PASS, on=on, attestation=attestation(by="欧阳锋利")),
    ]
    classes = {"name": "name", "phone": "phone"}
    covered = report(findings, personal=lambda path: classes.get(str(path[-1])))
    assert "欧阳锋利" not in source(covered)
    assert "欧阳锋利" in source(report(findings, show_personal=True))


def test_the_answer_stands_before_what_falls_short_and_that_before_what_is_missing() -> None:
    words = of(finding(Verdict.FAIL, outcome_=SHORT), lacking("institution.a", id_="c/2")).words
    answer = words.index("金华（康复）：不符合申请条件（1 项不符合，1 项资料不足）")
    parts = [words.index(each) for each in ("不符合的（1）", "缺少的资料（1）", "金华：逐条对照（2）")]
    assert [answer, *parts] == sorted([answer, *parts])


def test_a_failure_says_by_how_much_what_to_do_by_which_clause_and_where() -> None:
    words = of(finding(Verdict.FAIL, outcome_=SHORT)).words
    told = "康复床位 50 张以上 床位为 49 张，要求不少于 50 张，差 1 张 办法：增设 1 张床位"
    assert f"{told} 依据：金华 三（二）2，jinhua-3/beds 位置：h1.yaml:11:3" in words


def test_the_distance_to_a_figure_is_drawn_and_told() -> None:
    read = of(finding(Verdict.FAIL, outcome_=SHORT))
    assert [attrs["width"] for attrs in read.all("rect", "f-fail")] == ["73.5"]
    assert [attrs["x"] for attrs in read.all("rect", "limit")] == ["75"]
    assert "实际 49 张，要求 50 张" in read.words


def test_papers_have_boxes_and_those_in_order_a_tick() -> None:
    papers = {"check": "documents", "record": DocumentKind.APPLICATION}
    read = of(
        finding(Verdict.PASS, "jinhua-4/form", rule_={**papers, "title": Text("申请书", "form")}),
        finding(Verdict.FAIL, "jinhua-4/roster", rule_={**papers, "title": Text("花名册", "roster")}),
        finding(Verdict.NOT_APPLICABLE, "jinhua-4/permit", rule_={**papers, "title": Text("许可证", "permit")}),
    )
    assert "材料清单（2）" in read.words
    assert [attrs["class"] for attrs in read.all("span", "tick")] == ["tick ticked", "tick"]


def test_a_material_that_only_a_joined_check_asks_for_is_a_paper_too() -> None:
    joined = finding(
        Verdict.FAIL, rule_={"check": "all_of"}, outcome_={"evidence": (("application", "materials", "floor_plan"),)}
    )
    assert "材料清单（1）" in of(joined).words


def test_dates_to_watch_are_listed_soonest_first() -> None:
    due = [finding(id_=f"c/{day}", outcome_={"due_on": day}) for day in (date(2026, 5, 1), date(2026, 4, 1))]
    assert [attrs["datetime"] for attrs in of(*due).all("time")] == ["2026-04-01", "2026-05-01"]


def test_what_the_same_people_attest_is_one_sheet_with_one_place_to_sign() -> None:
    by_agency = [finding(Verdict.REVIEW, f"c/{each}") for each in "ab"]
    by_experts = finding(Verdict.REVIEW, "c/c", rule_={"attested_by": (Attestor.BUREAU, Attestor.EXPERTS)})
    read = of(*by_agency, by_experts)
    assert len(read.all("div", "sheet")) == 2
    assert read.words.count("认定单位（盖章） 认定人（签名） 日期") == 2
    assert read.words.count("认定结论 符合 不符合 依据材料") == 3
    assert "由人力资源社会保障行政部门或专家认定" in read.words


def test_what_was_attested_is_told_with_whose_word_it_was() -> None:
    said = finding(Verdict.PASS, attestation=attestation(), disposition=Disposition.ATTESTED)
    words = of(said, finding(Verdict.REVIEW, "c/judged")).words
    assert "已有认定 符合 康复床位 50 张以上" in words
    assert "认定与签字（2）" in words
    assert "已由经办机构认定符合（金华市社会保险事业管理中心 王**，2026-01-05）" in words


def test_where_all_is_attested_nobody_is_asked_to_sign() -> None:
    words = of(finding(Verdict.PASS, attestation=attestation(), disposition=Disposition.ATTESTED)).words
    assert "已有认定（1） 符合 康复床位 50 张以上" in words
    assert "签字" not in words


def test_the_numbers_of_the_overview_bear_their_columns_for_narrow_screens() -> None:
    read = of(finding(), finding(Verdict.FAIL, on=record(dossier("h2", "城西医院"))))
    assert [each["data-label"] for each in read.all("td", "n")] == ["不符合", "缺资料", "待认定"] * 2


def test_counts_of_five_digits_are_grouped() -> None:
    made = report([finding(Verdict.FAIL)])
    many = made._replace(totals={**made.totals, "findings": 12345, "verdict": {"fail": 12345}})
    words = page(many).words
    assert "不符合 12,345" in words
    assert "合计 12,345 项检查：不符合 12,345 项" in words


def test_what_the_agency_owes_stands_apart() -> None:
    words = of(finding(), finding(Verdict.FAIL, "c/owed", rule_={"binds": Binds.AGENCY})).words
    assert "经办机构和主管部门应办，不影响以上结论（1）" in words
    assert "金华：逐条对照（1）" in words
    assert "不符合的（" not in words


def test_what_matters_later_is_told_with_its_stage() -> None:
    later = finding(Verdict.FAIL, "c/later", rule_={"stage": Stage.PERFORMANCE})
    assert "不符合 康复床位 50 张以上（协议履行）" in of(finding(), later).words


def test_damage_of_a_clause_is_shown_where_the_clause_is() -> None:
    damaged = LAW._replace(clauses=(clause(damage=Text("尾缺", "cut")),))
    words = of(finding(), packs=[damaged, BASE]).words
    assert words.count("该条原文残缺：尾缺") == 1


def test_a_draft_is_marked_once_a_heading() -> None:
    draft = LAW._replace(status=PackStatus.DRAFT)
    words = of(finding(), finding(Verdict.FAIL, "c/x"), packs=[draft, BASE]).words
    cover, _, rest = words.partition("关于本报告")[0].partition("金华：逐条对照（2）")
    assert cover.count("金华：草案或征求意见稿") == 1
    assert rest.count("草案") == 1


def test_a_clause_on_several_records_names_them() -> None:
    others = [record(document=dossier(each).root) for each in ("a1", "a2")]
    words = of(*(finding(on=each) for each in others)).words
    assert "康复床位 50 张以上（a1）" in words
    assert "康复床位 50 张以上（a2）" in words


def test_the_cover_says_who_where_as_of_when_and_has_room_for_a_stamp() -> None:
    words = of(finding()).words
    region = "地区和依据金华 jinhua金华市工伤保险协议机构管理办法"
    for told in ("工伤保险服务机构检查报告 城东康复医院", "档案h1", region, "判断日期2026-03-10"):
        assert told in words
    assert "申请机构（盖章） 填表人（签名） 日期" in words


def test_several_dossiers_begin_with_a_table_of_answers() -> None:
    read = of(finding(), finding(Verdict.FAIL, on=record(dossier("h2", "城西医院"))))
    assert "城西医院（h2）金华（康复）不符合申请条件100" in read.words
    assert len(read.all("article")) == 2
    assert len(read.all("h1")) == 1


def test_what_is_no_institution_stands_in_the_table_by_its_kind() -> None:
    root = document(DocumentKind.REGISTRY, "r1")
    listed = finding(Verdict.FAIL, on=record(Dossier("r1", root, {DocumentKind.REGISTRY: (root,)})))
    assert "r1名录文件100" in of(listed, finding()).words


def test_chapters_of_the_text_are_headings_with_a_bar_each() -> None:
    chapters = [Text("第一章 总则", "1 General"), Text("第二章 条件", "2 Conditions")]
    clauses = [clause(f"jinhua-{number}")._replace(chapter=chapter) for number, chapter in enumerate(chapters)]
    findings = [finding(Verdict.FAIL, "jinhua-0/a"), finding(id_="jinhua-1/b"), finding(id_="jinhua-1/c")]
    read = of(*findings, packs=[LAW._replace(clauses=tuple(clauses)), BASE])
    assert "第一章 总则 不符合 1 项 第二章 条件 符合 2 项" in read.words
    assert [(bar["x"], bar["width"]) for bar in read.all("rect", "f-pass")] == [("0", "2")]
    assert [box["viewbox"] for box in read.all("svg")] == ["0 0 2 8", "0 0 2 8"]


def test_what_could_not_be_read_and_what_was_not_run_is_told_first() -> None:
    notices = [Notice("draft_not_run", Text("宁夏未运行", "Ningxia did not run"))]
    words = of(finding(), notices=notices, errors=[input_error()]).words
    assert words.index("h1.yaml:7:5 床位数应当是整数（50）") < words.index("逐条对照（1）")
    assert words.index("宁夏未运行") < words.rindex("逐条对照（1）")


def test_what_changed_since_an_earlier_report_is_told_before_the_details() -> None:
    earlier = Earlier("早先.json", "0" * 64, report([finding(), finding(Verdict.FAIL, "c/old")]))
    words = page(compared(report([finding(Verdict.FAIL)]), earlier, only_new=True)).words
    told = "同 2026-03-10 的报告相比（早先.json） 新出现的不符合 1 项、仍不符合 0 项、已改正 0 项、这次没有检查 1 项"
    assert words.index(told) < words.rindex("不符合的（1）")
    assert "只有新出现的不符合才算失败" in words
    assert "以前不符合，这次没有检查（1） 城东康复医院（h1）" in words


def test_an_institution_that_nothing_judged_has_a_page_all_the_same() -> None:
    words = page(report([], [dossier()])).words
    assert "没有适用的地区文件：未作判断" in words
    assert "没有作出任何检查" in words


def test_the_controls_stay_hidden_until_the_script_runs() -> None:
    (form,) = of(finding()).all("form")
    assert "hidden" in form


def test_assistive_technology_finds_its_way() -> None:
    read = of(finding(Verdict.FAIL, outcome_=SHORT), finding(Verdict.REVIEW, "c/x"))
    assert read.all("html") == [{"lang": "zh-CN"}]
    assert [len(read.all(tag)) for tag in ("main", "h1", "nav")] == [1, 1, 1]
    assert read.all("a")[0] == {"class": "skip", "href": "#report"}
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("aria-hidden" in attrs for attrs in read.all("svg"))


def test_english_is_complete() -> None:
    """With English names throughout, no Chinese word of our own is left."""
    on = record(dossier("h1", "East Hospital"))
    findings = [
        finding(verdict, f"c/{number}", on=on, rule_={"binds": binds}, outcome_=SHORT, attestation=None)
        for number, verdict in enumerate(Verdict)
        for binds in Binds
    ]
    findings += [lacking("application", on=on), finding(Verdict.FAIL, "base-1/x", "base", on=on)]
    text = source(report(findings, errors=[input_error()]), Language.EN)
    shown = re.sub(r"<(style|script)>.*?</\1>", "", text, flags=re.DOTALL)
    for article in ("核对 1", "三（二）2", "三"):
        shown = shown.replace(article, "")
    foreign = [line for line in shown.splitlines() if re.search("[\u3000-\u9fff\uff00-\uffef]", line)]
    assert foreign == []
    assert '<html lang="en">' in text


def test_clauses_stand_in_the_order_of_the_text_whatever_was_judged_first() -> None:
    text = LAW._replace(clauses=(clause("jinhua-1", "第一条"), clause("jinhua-2", "第二条"), clause("jinhua-3")))
    made = report([finding(id_=f"jinhua-{each}/demand") for each in (2, 3, 1)], packs=(text, BASE))
    read = page(made)
    assert read.words.index("第一条") < read.words.index("第二条") < read.words.index("三（二）2")


def test_what_no_clause_says_is_told_of_the_whole_text_and_not_of_an_identifier() -> None:
    read = of(finding(Verdict.UNKNOWN, "jinhua-medical/lost"))
    assert "全文" in read.words


def test_a_title_that_the_message_repeats_is_said_once() -> None:
    lost = {"message": Message("lost", Text("原文缺失：康复床位 50 张以上", "lost: 50 rehabilitation beds or more"))}
    told = source(report([finding(Verdict.FAIL, outcome_=lost)]))
    assert '<p class="title">原文缺失：康复床位 50 张以上</p>' in told
    assert '<p class="message">' not in told


def test_entries_that_one_would_write_in_one_go_are_one() -> None:
    read = of(lacking("application.form.a", "application.form.b", "application.form.c"))
    assert sum("item" in each.get("class", "") for each in read.all("li")) == 1
    assert "3 项" in read.words
