"""A clerk reads above each entry what it is, in which form it is written, and who asks."""

from __future__ import annotations

import pytest

from wicheck.cli.shelf import library
from wicheck.documents.schemas import Schemas
from wicheck.documents.shapes import Shape
from wicheck.model import Binds
from wicheck.templates.asking import Asker, Wanted, asked
from wicheck.templates.comments import about, asks, how_to_fill

SCHEMAS = Schemas()


def shape(path: str) -> Shape:
    found = SCHEMAS.at(tuple(path.split(".")))
    assert found
    return found


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("institution.rehabilitation.ward.beds_count", "整数（张）", "a whole number (beds)"),
        ("institution.rehabilitation.ward.net_area_m2", "数字（㎡）", "a number (m²)"),
        ("institution.rehabilitation.ward.dedicated", "是 / 否", "yes / no"),
        ("institution.opened_on", "日期，如 2026-03-10", "a date, such as 2026-03-10"),
        ("institution.level", "三级 / 二级 / 一级 / 未定级", "level_3 / level_2 / level_1 / unrated"),
        ("institution.division_code", "文字，如 330702", "a text, such as 330702"),
        (
            "application.events.received_on",
            "日期，如 2026-03-10，没有写“无”",
            "a date, such as 2026-03-10; 无 for none",
        ),
        ("application.materials.floor_plan", "是 / 否", "yes / no"),
        (
            "institution.staff.roster",
            "一条一条写，见下面的例子；或写表格的文件名，如 花名册.xlsx",
            "one entry after another, as in the example below; or a table's file name, such as roster.xlsx",
        ),
    ],
)
def test_the_form_of_an_entry_is_told_with_its_unit_its_words_and_whether_it_may_be_none(
    path: str, zh: str, en: str
) -> None:
    assert how_to_fill(shape(path)) == (zh, en)


def test_several_words_show_how_they_stand_on_a_line() -> None:
    how = how_to_fill(shape("institution.service_kinds"))
    assert how.zh == "可写几项，如 [康复]：医疗 / 康复 / 辅助器具"
    assert how.en == "one or more, as in [rehabilitation]: medical / rehabilitation / assistive_device"


def test_what_the_description_says_of_none_is_not_said_twice() -> None:
    cancelled = about(shape("institution.basic_insurance.cancelled_on"), holds=False)
    assert cancelled.zh.count("“无”") == 1
    assert cancelled.en.endswith("无 for none")
    assert about(shape("institution.rehabilitation.ward"), holds=True).zh.count("“无”") == 1


def test_the_place_of_other_entries_is_only_described() -> None:
    assert "填：" not in about(shape("application.materials.floor_plan"), holds=True).zh


def askers(path: str, region: str = "jinhua-2020") -> list[Asker]:
    shelf = library()
    return list(asked(Wanted(shelf.packs([region])), shelf)[tuple(path.split("."))])


def test_a_rule_is_named_by_region_clause_and_what_it_asks() -> None:
    first, *_ = asks(askers("institution.rehabilitation.ward.beds_count"))
    assert first.zh == "金华 三（二）2：康复床位不少于 50 张"
    assert first.en.startswith("Jinhua 三（二）2: ")


def test_what_others_owe_is_marked() -> None:
    asking = askers("application.review.written")
    assert {each.rule.binds for each in asking} == {Binds.AGENCY}
    assert all(said.zh.endswith("（经办机构的事）") for said in asks(asking))


def test_of_many_rules_three_are_named_and_the_rest_counted() -> None:
    asking = askers("application.signing.signed_on")
    *named, rest = asks(asking)
    assert len(named) == 3
    assert rest.zh.startswith("另有 ")


def test_rules_that_only_guard_themselves_with_an_entry_are_named_where_no_other_asks() -> None:
    asking = askers("application.signing.signed_on")
    guards = [each._replace(guards=True) for each in asking[:2]]
    asked_for = asking[2]._replace(guards=False)
    assert len(list(asks([*guards, asked_for]))) == 1
    assert list(asks(guards))
