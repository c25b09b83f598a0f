"""The pages are the packs: what a region asks stands there with its figure, its place and its remarks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, MORE_CLAUSES
from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.model import Language
from wicheck.site.contents import Group, contents, linked, listed
from wicheck.site.stock import Stock

STEPS = """\
- id: example-4
  article: 第四条
  kind: rule
  record: application
  stage: procedure
  summary: {zh: 公示 5 个工作日，期满 7 个工作日内签约, en: shown for 5 working days and signed within 7}
  rules:
    publicity:
      check: lasts
      from: application.publicity.starts_on
      to: application.publicity.ends_on
      working_days: 5
      binds: agency
      topic: publicity_days
      title: {zh: 公示满 5 个工作日, en: shown for 5 working days}
    signed:
      check: all_of
      checks:
      - {check: event_order, events: [application.publicity.ends_on, application.signing.signed_on]}
      - {check: within, from: application.publicity.ends_on, to: application.signing.signed_on, working_days: 7}
      topic: signing_days
      title: {zh: 7 个工作日内签约, en: signed within 7 working days}
    form:
      check: documents
      material: application.materials.application_form
      original: true
      copies_count: 2
      stage: admission
      topic: application_form
      title: {zh: 交申请书, en: hand in the form}
    ban:
      check: not_within
      bans: application.history.false_materials
      date: confirmed_on
      months: 24
      on: application.applied_on
      stage: admission
      topic: ban_false_materials
      title: {zh: 不在限制期内, en: no ban holds}
- id: example-5
  article: 第五条
  kind: gap
  lost_conditions: true
  summary: {zh: 只存标题, en: only its heading}
  damage: {zh: 条文缺失, en: the article is missing}
"""
BILLING = """\
- id: example-6
  article: 第六条
  kind: rule
  record: claims
  stage: performance
  summary: {zh: 不得超过限价, en: no price above the ceiling}
  rules:
    above:
      check: sql
      query: above
      topic: price_ceiling
      title: {zh: 单价不超过限价, en: no price above the ceiling}
    filed:
      check: present
      value: claims.declared_on
      topic: declared
      title: {zh: 写明申报日期, en: the day of declaration is told}
"""
QUERY = """\
/*
title: {zh: 超限价, en: above the ceiling}
offence: {zh: 单价高于限价, en: a price above the ceiling}
bearer: institution
judges: lines
needs: {lines: [claim_id]}
*/
SELECT claim_id FROM lines WHERE quantity < 2
"""
BATCH = """\
wicheck: examples/v1
examples:
- clause: example-6
  given: {claims: {lines: [{claim_id: c1}]}}
  rules:
    above:
    - {shows: breaks, expect: fail, offences: 2, amount: 12.50}
"""
Written = Callable[..., str]


@pytest.fixture
def stock(tmp_path: Path) -> Stock:
    root = write_pack(tmp_path / "p", header() + CLAUSES + MORE_CLAUSES + STEPS + BILLING)
    (root / "example-2026" / "examples").mkdir()
    (root / "example-2026" / "examples" / "1.yaml").write_text(EXAMPLES, encoding="utf-8")
    (root / "example-2026" / "examples" / "2.yaml").write_text(BATCH, encoding="utf-8")
    (root / "example-2026" / "sql").mkdir()
    (root / "example-2026" / "sql" / "above.sql").write_text(QUERY, encoding="utf-8")
    other = header("other-2027", "999800", "draft").replace("示例市", "另一市").replace("Exampleton", "Otherton")
    changed = CLAUSES.replace("50", "80").replace("example-1", "other-1")
    write_pack(root, other + changed, "other-2027")
    return Stock(library_of(root), date(2026, 3, 10), ["example-2026", "other-2027"])


@pytest.fixture
def page(stock: Stock) -> Written:
    def written(address: str, language: Language = Language.ZH) -> str:
        pages = {each.address: each for each in (*listed(contents(stock)), *linked(stock))}
        return pages[address].markdown(language)

    return written


def test_a_region_says_what_it_is_and_what_is_lost(page: Written) -> None:
    region = page("regions/example-2026")
    assert "| 施行 | 原文没有载明日期 |" in region
    assert "[第五条](#example-5)：条文缺失 **缺的是准入条件**" in region
    assert "草案" not in region
    assert '!!! warning "这是草案' in page("regions/other-2027")
    assert '!!! warning "这是草案' in page("rules/other-2027/other-1")


def test_conditions_are_listed_with_figure_and_clause(page: Written) -> None:
    row = "| [床位不少于 50 张](../rules/example-2026/example-1.md#beds_min_50) | 50 张 | 第一条 |"
    assert row in page("regions/example-2026")


def test_a_list_of_conditions_of_which_some_are_lost_says_so_where_it_stands(page: Written) -> None:
    whole, broken = page("regions/other-2027"), page("regions/example-2026")
    listing = broken.index("## 准入条件一览")
    assert (
        listing
        < broken.index('!!! warning "以下不全：原文缺失的地方有准入条件')
        < broken.index("床位不少于 50 张", listing)
    )
    assert "以下不全" not in whole


def test_every_clause_is_an_anchor_with_its_rules(page: Written) -> None:
    region = page("regions/example-2026")
    assert "#### 第一条 {#example-1}" in region
    assert "- [床位不少于 50 张](../rules/example-2026/example-1.md#beds_min_50) **50 张**" in region
    assert "#### 第三条 {#example-3}" in region


def test_steps_are_a_picture_and_a_table_that_say_the_same(page: Written) -> None:
    region = page("regions/example-2026")
    names = ["公示开始", "公示结束", "签订"]
    places = [region.index(f">{name}</text>") for name in names]
    assert places == sorted(places)
    assert ">自公示开始起 满 5 个工作日</text>" in region
    assert ">自公示结束起 7 个工作日内</text>" in region
    assert "| 公示结束 | 签订 | 7 个工作日内 | 申请机构 | [7 个工作日内签约]" in region
    assert "| 公示开始 | 公示结束 | 满 5 个工作日 | 经办机构和主管部门 | [公示满 5 个工作日]" in region


def test_papers_are_a_list_to_tick_with_the_form_they_take(page: Written) -> None:
    assert "| ☐ | 申请书 | 原件、复印件 2 份 | [交申请书]" in page("regions/example-2026")


def test_bans_are_told(page: Written) -> None:
    assert "| [不在限制期内](../rules/example-2026/example-4.md#ban) | 24 个月 | 第四条 |" in page(
        "regions/example-2026"
    )


def test_billing_rules_have_their_words_and_the_query_folded(page: Written) -> None:
    row = "| [单价不超过限价](rules/example-2026/example-6.md#above) | 单价高于限价 | 协议机构 | 第六条 |"
    assert row in page("billing")
    assert "| [写明申报日期](rules/example-2026/example-6.md#filed) |  |  | 第六条 |" in page("billing")
    clause = page("rules/example-2026/example-6")
    query = clause[clause.index('id="above-query"') : clause.index('id="above-clause"')]
    assert "<details><summary>展开</summary>" in query
    assert "WHERE quantity &lt; 2" in query
    assert "offence" not in query
    assert "{#billing}" in page("regions/example-2026")


def test_an_example_of_a_billing_rule_says_what_its_text_asks_for(page: Written) -> None:
    clause = page("rules/example-2026/example-6")
    assert "<p>结论：不符合，2 处，涉及 12.50 元</p>" in clause[clause.index('id="above-breaks"') :]


def test_a_text_without_applications_has_neither_steps_nor_papers(page: Written) -> None:
    region = page("regions/other-2027")
    assert [each for each in ("{#steps}", "{#papers}", "{#bans}", "{#billing}", "{#damage}") if each in region] == []


def test_a_rule_has_an_anchor_and_the_fixed_skeleton(page: Written) -> None:
    clause = page("rules/example-2026/example-1")
    assert "## 床位不少于 50 张 {#beds_min_50}" in clause
    names = ["asks", "figure", "decided", "data", "meets", "breaks", "clause", "scope"]
    places = [clause.index(f'id="beds_min_50-{name}"') for name in names]
    assert places == sorted(places)
    assert "差 1 张" in clause
    assert "institution.rehabilitation.ward.beds_count" in clause


def test_a_rule_leads_to_the_topic_elsewhere_and_to_its_check_kind(page: Written) -> None:
    clause = page("rules/example-2026/example-1")
    assert "../../matrix.md#rehab_beds" in clause
    assert "../../kinds/at_least.md" in clause


def test_the_matrix_marks_what_differs_and_what_is_a_draft(page: Written) -> None:
    matrix = page("matrix")
    assert "| 主题 | [示例市](regions/example-2026.md)⚠ | [另一市](regions/other-2027.md)† |" in matrix
    row = next(line for line in matrix.splitlines() if 'id="rehab_beds"' in line)
    assert "≠" in row
    assert "[50 张](rules/example-2026/example-1.md#beds_min_50)" in row
    assert "[80 张](rules/other-2027/other-1.md#beds_min_80)" in row
    lone = next(line for line in matrix.splitlines() if 'id="publicity_days"' in line)
    assert "≠" not in lone
    assert lone.endswith("| — |")


def test_where_a_text_is_damaged_an_empty_place_is_not_said_to_ask_nothing(page: Written) -> None:
    matrix = page("matrix")
    assert ">示例市⚠</text>" in matrix
    assert ">另一市†</text>" in matrix
    picture = matrix.index("<figure")
    assert 0 < matrix.index("空白：没有看到这项要求（标 ⚠ 的原文有缺失，不等于没有要求）") < picture
    assert "没有要求。" not in matrix.replace("不等于没有要求", "")


def test_kinds_and_facts_have_a_page_each_from_their_docstring(page: Written) -> None:
    assert "| [不少于](at_least.md) | `at_least` | 2 |" in page("kinds/index")
    kind = page("kinds/at_least")
    assert "- 示例市 [床位不少于 50 张](../rules/example-2026/example-1.md#beds_min_50)" in kind
    assert "area" in page("facts/rehab_area_per_bed", Language.EN)


def test_the_dictionary_has_both_keys_and_how_to_write(page: Written) -> None:
    institution = page("data/institution")
    row = next(line for line in institution.splitlines() if "`beds_count`" in line and "`床位数`" in line)
    assert "单位：张" in row
    roster = next(line for line in institution.splitlines() if "`roster`" in line)
    assert "或者写旁边一张表格的文件名" in roster
    assert "表格的文件名" not in page("data/waivers")
    assert "{#rehabilitation-ward}" in institution
    assert "| [机构资料](institution.md) | `wicheck: institution/v1` |" in page("data/index")


def test_the_ledger_accounts_for_every_clause(page: Written) -> None:
    ledger = page("ledger")
    assert "| [示例市](#example-2026) | 6 | 8 | 7 | 1 | 0 |" in ledger
    assert "[第三条](regions/example-2026.md#example-3) | 原文缺失 |" in ledger


def test_addresses_are_unique_and_titles_are_in_both_languages(stock: Stock) -> None:
    pages = [*listed(contents(stock)), *linked(stock)]
    assert len({each.address for each in pages}) == len(pages)
    assert "# Regions side by side" in next(each for each in pages if each.address == "matrix").markdown(Language.EN)


def test_the_navigation_leaves_out_what_is_only_linked_to(stock: Stock) -> None:
    shown = {each.address for each in listed(contents(stock))}
    assert not shown & {each.address for each in linked(stock)}
    assert [part.title.zh for part in contents(stock) if isinstance(part, Group)] == [
        "各地标准",
        "资料怎么填",
        "判断的依据",
    ]


def test_names_in_a_docstring_are_code_and_all_else_is_text(page: Written) -> None:
    kind = page("kinds/at_least")
    assert "<code>exceptions_allowed</code>" in kind
    assert "<code>part &gt;= minimum x whole</code>" in kind
