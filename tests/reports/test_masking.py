"""Personal data is covered in every output; what is not personal is left alone."""

from __future__ import annotations

import pytest

from tests.reports.factory import dossier, record
from wicheck.model import Path
from wicheck.reports.masking import Veil, covered, masked, scrubbed, signatory


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("name", "张三丰", "张**"),
        ("name", "王", "王*"),
        ("identity", "999999199001011234", "99999919**********"),
        ("identity", "E12345678", "E1*******"),
        ("card", "6217000012345678901", "***************8901"),
        ("card", "12345", "*****"),
        ("phone", "13800001234", "138****1234"),
        ("phone", "8234567", "*****67"),
        ("address", "浙江省金华市婺城区某路 1 号", "浙江省金华市****"),
        ("address", "某路 1 号", "某路****"),
        ("birth_date", "1990-01-01", "**********"),
        ("something_new", "x", "****"),
    ],
)
def test_each_class_keeps_only_what_finds_the_entry_again(kind: str, text: str, shown: str) -> None:
    assert masked(kind, text) == shown


@pytest.mark.parametrize(
    ("signed", "shown"), [("王小明", "王**"), ("金华市医疗保障局", "金华市医疗保障局"), ("阿依古丽·买买提", "阿***")]
)
def test_a_persons_signature_is_masked_and_an_offices_is_not(signed: str, shown: str) -> None:
    assert signatory(signed) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“999999199001011234”不是日期", "“99999919**********”不是日期"),
        ("“99999919900101123X”不是日期", "“99999919**********”不是日期"),
        ("电话13800001234应加引号", "电话138****1234应加引号"),
        ("代码 123307004716000012 有误", "代码 123307004716000012 有误"),
        ("第 41 行", "第 41 行"),
    ],
)
def test_sentences_lose_numbers_that_name_a_person(said: str, shown: str) -> None:
    assert scrubbed(said) == shown


def personal(path: Path) -> str | None:
    return {"name": "name", "identity_number": "identity"}.get(str(path[-1]))


def test_what_stands_below_the_evidence_is_found_too() -> None:
    staff = {"roster": [{"name": "张三丰", "rank": "chief"}, {"name": "李四"}]}
    secrets = Veil(personal).secrets(record(dossier(staff=staff)), [("institution", "staff", "roster")])
    assert secrets == {"张三丰": "张**", "李四": "李*"}


def test_a_single_entry_is_found_by_its_own_path() -> None:
    staff = {"roster": [{"name": "张三丰", "identity_number": "999999199001011234"}]}
    path: Path = ("institution", "staff", "roster", 0, "identity_number")
    assert list(Veil(personal).secrets(record(dossier(staff=staff)), [path])) == ["999999199001011234"]


def test_the_institutions_own_name_is_not_personal() -> None:
    veil = Veil(lambda path: "name" if path[-2:] == ("roster", "name") else None)
    assert veil.secrets(record(dossier(name="城东医院")), [("institution", "name")]) == {}


def test_another_dossiers_data_is_not_taken_for_this_ones() -> None:
    veil, path = Veil(personal), ("institution", "head", "name")
    veil.secrets(record(dossier("h1", head={"name": "张三丰"})), [path])
    assert list(veil.secrets(record(dossier("h2", head={"name": "李四"})), [path])) == ["李四"]


def test_the_longer_name_is_covered_before_one_that_is_part_of_it() -> None:
    people = {"a": {"name": "王明"}, "b": {"name": "王明亮"}}
    secrets = Veil(personal).secrets(record(dossier(people=people)), [("institution", "people")])
    assert covered("王明亮和王明", secrets) == "王**和王*"


def test_lists_and_mappings_are_covered_through_and_through() -> None:
    assert covered({"zh": "张三", "n": [1, "张三"]}, {"张三": "张*"}) == {"zh": "张*", "n": [1, "张*"]}
