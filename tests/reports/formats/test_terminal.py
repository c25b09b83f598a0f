"""What people read: the answer first, then what there is to do, each thing with its place in law and file."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.claims import batch, billed
from tests.reports.factory import (
    BASE,
    DAY,
    LAW,
    PACKS,
    attestation,
    document,
    dossier,
    finding,
    input_error,
    label,
    lacking,
    record,
    report,
    waiver,
)
from wicheck.errors import InputError
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
    ReadingSource,
    ServiceKind,
    Stage,
    Text,
    Verdict,
)
from wicheck.reports import Report, RunInfo, WriteOptions, assemble, writer
from wicheck.reports.layout import columns

SHORT = Message("at_least.short", Text("床位为 49 张，要求不少于 50 张，差 1 张", "49 beds, 50 are asked: 1 short"))
BEDS = {
    "message": SHORT,
    "remedy": Text("增设 1 张床位", "add one bed"),
    "evidence": (("institution", "beds"),),
}
FAILING = finding(Verdict.FAIL, outcome_=BEDS)


def screen(made: Report, **options: object) -> str:
    return "".join(writer("terminal").write(made, WriteOptions(**options)))  # type: ignore[arg-type]


def of(*findings: Finding, **options: object) -> str:
    return screen(report(findings), **options)


def test_the_answer_leads() -> None:
    lines = of(FAILING).splitlines()
    assert lines[:3] == ["城东康复医院（h1）", "==================", "金华（康复）：不符合申请条件（1 项不符合）"]


def test_a_failure_says_how_far_off_what_to_do_by_which_clause_and_where() -> None:
    assert (
        "  1. 康复床位 50 张以上\n"
        "     床位为 49 张，要求不少于 50 张，差 1 张\n"
        "     办法：增设 1 张床位\n"
        "     依据：金华 三（二）2，jinhua-3/beds\n"
        "     位置：h1.yaml:11:3\n"
    ) in of(FAILING)


def test_a_yes_is_said_without_a_list_of_what_is_well() -> None:
    text = of(finding(), finding(Verdict.NOT_APPLICABLE))
    assert "金华（康复）：符合申请条件（1 项全部符合）" in text
    assert "此外：符合 1 项、不适用 1 项（加 -v 列出）" in text
    assert "康复床位 50 张以上" not in text


def test_everything_is_listed_when_asked_for() -> None:
    text = of(finding(), finding(Verdict.NOT_APPLICABLE), lacking("institution.beds"), verbosity=1)
    assert text.count("康复床位 50 张以上") == 3


def test_missing_entries_are_ranked_and_say_what_they_would_settle_and_where_to_write_them() -> None:
    text = of(
        lacking("institution.a", id_="c/1"), lacking("institution.b", id_="c/2"), lacking("institution.b", id_="c/3")
    )
    assert "补齐以下 2 项，3 条规则就不再缺资料" in text
    first, second = text.index("“institution.b”（2 条规则只缺这一项）"), text.index("“institution.a”")
    assert first < second
    assert "institution.b，写在 h1.yaml:11:3 处" in text


def test_only_the_first_few_missing_entries_are_summed_up() -> None:
    lacks = [lacking(f"institution.{name}", id_=f"c/{name}") for name in "abcde"]
    assert "补齐前 3 项，就有 3 条规则不再缺资料" in of(*lacks)


def test_no_entry_is_summed_up_that_settles_nothing_more() -> None:
    together = [f"institution.{name}" for name in "bcdef"]
    assert "补齐前 1 项，就有 1 条规则不再缺资料" in of(lacking("institution.a"), lacking(*together, id_="c/2"))


def test_entries_that_only_together_settle_a_rule_are_summed_up_together() -> None:
    assert "补齐以下 4 项，1 条规则就不再缺资料" in of(lacking(*(f"institution.{name}" for name in "abcd")))


def test_entries_of_one_object_that_the_same_rules_need_are_one_item() -> None:
    """Eighteen fields of a form are filled in together: a list of them, one below the other, hides what matters."""
    text = of(lacking("application.form.name", "application.form.address"), lacking("institution.name"))
    assert "2 项：" in text
    assert "  1. " in text
    assert "  2. " in text
    assert "  3. " not in text


def test_a_missing_document_is_asked_for_by_its_first_line() -> None:
    said = of(lacking("application")).replace("\n     ", "")
    assert "没有读到申请文件：还没写的，新建一份，首行写 wicheck: application/v1；写了的，先改正其中的错误" in said


def test_what_data_cannot_mend_is_told_apart_from_missing_data() -> None:
    lost = finding(Verdict.UNKNOWN, "jinhua-3/lost_text", rule_={"check": "lost_text"})
    text = of(lost, finding())
    assert "原文缺失，不能断言符合" in text
    assert "尚不能判断的（1）" in text
    assert "缺少的资料" not in text


def test_contradictions_are_told_apart() -> None:
    text = of(finding(), finding(Verdict.FAIL, "base-1/roster", "base"))
    assert "资料自相矛盾，不能断言符合" in text
    assert "资料前后不一致的（1）" in text
    assert "不符合的（" not in text


def test_dates_to_watch_are_in_order_and_past_ones_are_not_among_them() -> None:
    days = [date(2026, 5, 1), date(2026, 4, 1), date(2026, 1, 1)]
    due = [finding(Verdict.NOT_APPLICABLE, f"c/{day}", outcome_={"due_on": day}) for day in days]
    text = of(finding(), *due)
    assert "要留意的日期（2）" in text
    assert text.index("2026-04-01") < text.index("2026-05-01")
    assert "2026-01-01" not in text


def test_what_people_must_attest_names_who_and_that_an_own_word_does_not_decide() -> None:
    text = of(finding(Verdict.REVIEW, self_declared=attestation()))
    assert "需要有人认定并出具证明的（1）" in text
    assert "由经办机构认定" in text
    assert "机构自述符合（金华市社会保险事业管理中心 王**，2026-01-05），不能代替认定" in text


def test_an_attested_failure_names_whose_word_it_was() -> None:
    said = finding(Verdict.FAIL, attestation=attestation(met=False), disposition=Disposition.ATTESTED)
    assert "已由经办机构认定不符合（金华市社会保险事业管理中心 王**，2026-01-05）" in of(said)


@pytest.mark.parametrize(("binds", "title"), [(Binds.AGENCY, "经办机构和主管部门应办"), (Binds.WORKER, "职工一方应办")])
def test_what_others_owe_stands_apart(binds: Binds, title: str) -> None:
    text = of(finding(), finding(Verdict.FAIL, "c/owed", rule_={"binds": binds}))
    assert f"{title}，不影响以上结论（1）" in text
    assert "不符合的（" not in text
    assert "符合申请条件（1 项全部符合）" in text


def test_a_waived_failure_is_shown_as_failure_with_its_waiver() -> None:
    text = of(finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED))
    assert "不符合的（1）" in text
    assert "已获豁免：金华市医疗保障局批准，2026-12-31 止（新院区在建）；仍计为不符合" in text
    assert "另：不符合的有 1 项已获豁免" in text


def test_a_rule_that_broke_and_a_suspicion_are_shown() -> None:
    text = of(finding(Verdict.ERROR), finding(Verdict.SUSPECT))
    assert "规则出错，未能判定的（1）" in text
    assert "疑点，请人工查看（1）" in text


def test_an_agencys_reading_is_told() -> None:
    text = of(finding(Verdict.FAIL, outcome_={"reading": ReadingSource.AGENCY}))
    assert "读法：数字按经办机构的设定理解" in text


def test_what_matters_only_later_stands_apart_and_does_not_add_to_the_failures() -> None:
    later = finding(Verdict.FAIL, "c/later", rule_={"stage": Stage.PERFORMANCE})
    text = of(FAILING, later)
    assert "不符合的（1）" in text
    assert "办理程序和协议履行中的问题，不影响以上结论（1）" in text
    assert "[不符合] 康复床位 50 张以上（协议履行）" in text


def test_whoever_may_attest_is_named_as_a_choice() -> None:
    several = {"attested_by": (Attestor.AGENCY, Attestor.BUREAU, Attestor.EXPERTS)}
    text = of(finding(Verdict.REVIEW, rule_=several))
    assert "由经办机构、人力资源社会保障行政部门或专家认定" in text


def test_a_rule_of_others_that_broke_is_told_once() -> None:
    text = of(finding(), finding(Verdict.ERROR, "c/agencys", rule_={"binds": Binds.AGENCY}))
    assert text.count("c/agencys") == 1


def test_a_draft_is_said_to_be_one_exactly_once() -> None:
    draft = LAW._replace(status=PackStatus.DRAFT)
    alone = screen(report([finding()], packs=[draft, BASE]))
    several = screen(report([finding(), finding(on=record(dossier("h2")))], packs=[draft, BASE]))
    quiet = screen(report([finding()], packs=[draft, BASE]), verbosity=-1)
    assert [said.count("草案或征求意见稿") for said in (alone, several, quiet)] == [1, 1, 1]


def test_many_places_are_counted_not_listed() -> None:
    evidence = tuple(("institution", *"x" * n) for n in range(1, 8))
    assert "h1.yaml:11:3、21:3、31:3、41:3 等 7 处" in of(finding(Verdict.FAIL, outcome_={"evidence": evidence}))


def test_many_dossiers_get_a_line_each_and_details_only_where_there_is_something_to_do() -> None:
    good, bad = record(dossier("h1", "城东医院")), record(dossier("h2", "城西医院"))
    text = screen(report([finding(on=good), finding(Verdict.FAIL, on=bad, outcome_=BEDS)]))
    assert text.startswith("共 2 份档案\n")
    assert text.count("城东医院（h1）") == 1
    assert text.count("城西医院（h2）") == 2
    assert "此外：符合 1 项" not in text


def test_the_line_of_each_dossier_tells_the_money_of_its_claims() -> None:
    several = billed(batch(), batch("2026-04"), batch(of="h2", institution="城西医院"))
    both = [dossier("h1", "城东医院"), dossier("h2", "h2"), dossier("h3", "h3")]
    text = screen(several._replace(dossiers=report([], both).dossiers))
    overview = text.partition("\n\n")[2].partition("\n\n")[0].splitlines()
    assert overview[0].split() == ["机构", "地区", "结论", "不符合", "缺资料", "待认定", "涉及金额"]
    (of_h1,) = [line for line in overview if line.startswith("城东医院（h1）")]
    (of_h2,) = [line for line in overview if line.startswith("h2 ")]
    (of_h3,) = [line for line in overview if line.startswith("h3 ")]
    assert (of_h1.endswith("24,691.20 元"), of_h2.endswith("12,345.60 元"), of_h3.endswith("0")) == (True, True, True)


def test_an_institution_that_nothing_was_judged_for_is_told_of() -> None:
    assert "没有适用的地区文件：未作判断" in screen(report([], [dossier()]))


def test_quiet_is_a_line_for_each_answer_and_the_totals() -> None:
    both = record(dossier(), (ServiceKind.MEDICAL, ServiceKind.REHABILITATION))
    lines = screen(report([finding(on=both)], errors=[input_error()]), verbosity=-1).splitlines()
    assert lines == [
        "城东康复医院（h1）：金华（医疗）：符合申请条件（1 项全部符合）",
        "城东康复医院（h1）：金华（康复）：符合申请条件（1 项全部符合）",
        "h1.yaml:7:5 床位数应当是整数（50）",
        "合计 1 项检查：符合 1 项",
        "输入错误 1 处",
        "按各文件的日期判断，没有日期的按 2026-03-10",
    ]


def test_notices_and_input_errors_keep_their_places() -> None:
    text = screen(report([], [], [Notice("x", Text("宁夏未运行", "Ningxia did not run"))], [input_error()]))
    assert "  - 宁夏未运行\n" in text
    assert "  - h1.yaml:7:5 床位数应当是整数（50）\n" in text
    assert "没有作出任何检查" in text


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("verbosity", [0, 1])
def test_no_line_is_wider_than_the_terminal(width: int, language: Language, verbosity: int) -> None:
    on = record(dossier("a-rather-long-id-for-a-hospital", "西湖区三里亭街道社区卫生服务中心暨城东康复医院联合体"))
    long = {
        "message": Message("x", Text("床位不足，" * 40, "too few beds, " * 40)),
        "evidence": (("institution", "beds"),),
    }
    made = report(
        [
            finding(Verdict.FAIL, on=on, outcome_=long),
            finding(Verdict.NOT_APPLICABLE, on=on, outcome_={**long, "due_on": DAY}),
            lacking("institution.staff.associate_chief_doctors_count", on=on),
            finding(Verdict.UNKNOWN, on=on, rule_={"binds": Binds.AGENCY}, outcome_=long),
            finding(on=record(dossier("h2"))),
        ],
        errors=[input_error("床位数应当是整数，" * 20)],
    )
    assert max(map(columns, screen(made, width=width, language=language, verbosity=verbosity).splitlines())) <= width


def test_english_is_complete() -> None:
    """With English names throughout, no Chinese word of our own is left."""
    on = record(dossier("h1", "East Hospital"))
    findings = [
        finding(verdict, f"c/{number}", on=on, rule_={"binds": binds}, outcome_=BEDS)
        for number, verdict in enumerate(Verdict)
        for binds in Binds
    ]
    findings += [lacking("application", on=on), finding(Verdict.FAIL, "base-1/x", "base", on=on)]
    made = report(findings, errors=[input_error()])
    for verbosity in (-1, 0, 1):
        text = screen(made, language=Language.EN, verbosity=verbosity).replace("核对 1", "").replace("三（二）2", "")
        assert text.isascii(), [line for line in text.splitlines() if not line.isascii()]


def test_colours_only_where_they_were_asked_for() -> None:
    assert "\x1b[" not in of(FAILING)
    assert "\x1b[1;31m金华（康复）：不符合申请条件" in of(FAILING, colour=True)
    assert "\x1b[1;32m金华（康复）：符合申请条件" in of(finding(), colour=True)


def registry() -> Dossier:
    root = document(DocumentKind.REGISTRY, "r1")
    return Dossier("r1", root, {DocumentKind.REGISTRY: (root,)})


def test_what_is_no_institution_has_counts_but_no_answer() -> None:
    listed = finding(on=record(registry()))
    assert of(listed, verbosity=-1).startswith("r1：符合 1 项\n")
    assert of(listed, finding()).splitlines()[4].split() == ["r1", "名录文件", "0", "0", "0"]
    assert "没有作出任何检查" in screen(report([], [registry()]), verbosity=-1)
    assert "没有作出任何检查" in screen(report([], [registry()]))


def test_an_answer_for_unknown_service_kinds_names_the_region_alone() -> None:
    nobody_knows = record(dossier(), ())
    assert "金华：符合申请条件" in of(finding(on=nobody_knows))
    several = screen(report([finding(on=nobody_knows)], [dossier("h1"), dossier("h2", None)]))
    assert "h2  " in several
    assert "没有适用的地区文件" in several


def test_an_error_without_hint_or_place_is_told_all_the_same() -> None:
    assert "  - 坏了\n" in screen(report(errors=[InputError(Text("坏了", "broken"))]))


def test_a_run_for_a_fixed_day_says_so() -> None:
    run = RunInfo("0", DAY, True, {})
    assert "一律按 2026-03-10 判断" in screen(assemble([finding()], PACKS, [], [], [], run, label))
