"""One document: a heading, comments above entries, and nothing behind the colons that nobody knows."""

from __future__ import annotations

from typing import Any

from wicheck.cli.shelf import library
from wicheck.documents.schemas import Schemas
from wicheck.model import Language, Path, Text
from wicheck.reports.layout import columns
from wicheck.templates.asking import Wanted, asked
from wicheck.templates.tables import tables_of
from wicheck.templates.tree import Rest, grown
from wicheck.templates.writing import WIDTH, Sheet, written

SCHEMAS = Schemas()
HEADING = [Text("抬头", "heading")]


def text(rest: Rest, given: dict[Path, Any] | None = None, language: Language = Language.ZH) -> str:
    return written(Sheet(grown(SCHEMAS.shape("institution"), rest), given or {}, {}, HEADING), language)


def of_jinhua() -> Rest:
    shelf = library()
    found = asked(Wanted(shelf.packs(["jinhua-2020"])), shelf)
    return {path[1:]: askers for path, askers in found.items() if path[0] == "institution"}


BEDS: Path = ("rehabilitation", "ward", "beds_count")


def test_entries_stand_under_each_other_with_their_comment_above() -> None:
    assert text({BEDS: ()}).splitlines() == [
        "# 抬头",
        "wicheck: institution/v1",
        "",
        "# 康复病房、用房、设备、项目和管理；不开展康复写“无”。",
        "康复:",
        "  # 康复病房（病区）的情况；没有写“无”。",
        "  康复病房:",
        "    # 康复病房的床位数，只数康复病房的床。填：整数（张）",
        "    床位数: ",
    ]


def test_the_same_in_english() -> None:
    lines = text({BEDS: ()}, language=Language.EN).splitlines()
    assert lines[-2:] == [
        "    # Beds in the rehabilitation ward only. Write a whole number (beds)",
        "    beds_count: ",
    ]


def test_what_is_known_is_written() -> None:
    assert "服务类别: [康复]" in text({("service_kinds",): ()}, {("service_kinds",): ["rehabilitation"]})


def test_a_list_has_an_example_below_it_and_its_words_above() -> None:
    lines = text({("staff", "roster"): ()}).splitlines()
    at = lines.index("  花名册: ")
    assert lines[at + 1].startswith("  #  - {姓名: 张示例, ")
    assert any(line.startswith("  #     岗位：康复医师 / ") for line in lines[:at])


def test_a_table_is_named_only_once_it_is_filled_in() -> None:
    claims = SCHEMAS.shape("claims")
    (table,) = tables_of(claims, Text("费用", "claims"), {("lines", "amount"): ()})
    sheet = Sheet(grown(claims, {table.path: ()}), {}, {table.path: table}, HEADING)
    lines = written(sheet, Language.ZH).splitlines()
    assert lines[-1] == "  明细表: "
    assert any("这张表填好以后，在这里写 [费用-明细.csv]" in line for line in lines)
    assert "  #     金额：数字（元）" in lines


def test_a_rule_that_asks_for_everything_below_is_named_once_above_it() -> None:
    said = text(of_jinhua())
    rule = "金华 三（二）6：已纳入基本医疗保险定点协议管理"
    assert said.count(rule) == 1
    assert said.index(rule) < said.index("\n基本医疗保险:")


def test_a_rule_that_asks_for_neighbours_is_named_with_the_first_of_them() -> None:
    asker = of_jinhua()[BEDS][0]
    lines = text({("type",): [asker], ("level",): [asker], ("opened_on",): ()}).splitlines()
    assert [line for line in lines if line.startswith("#   · ")] == ["#   · 金华 三（二）2：康复床位不少于 50 张"]
    assert lines[lines.index("级别: ") - 1].endswith("〔规定同上〕")
    assert not lines[lines.index("开办日期: ") - 1].endswith("〔规定同上〕")


def test_no_line_is_too_wide() -> None:
    for language in Language:
        assert max(map(columns, text(of_jinhua(), language=language).splitlines())) <= WIDTH


def test_what_decides_which_rules_apply_says_so() -> None:
    assert "由它决定" in text({("division_code",): ()})
