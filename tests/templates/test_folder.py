"""The files of one call: whole or not at all, never over what is there, as Windows and Excel want them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wicheck.cli.shelf import library
from wicheck.errors import UsageError
from wicheck.model import Language, ServiceKind
from wicheck.templates.asking import Wanted
from wicheck.templates.folder import File, Order, files, put

SHELF = library()
NOT_ON_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')


def made(*regions: str, claims: bool = False, language: Language = Language.ZH) -> dict[str, File]:
    kinds = (ServiceKind.REHABILITATION,)
    order = Order(Wanted(SHELF.packs(regions), kinds, claims=claims), "我院", language, "wicheck check 我院")
    return {file.name: file for file in files(order, SHELF)}


def test_an_institution_and_its_application_which_refers_to_it() -> None:
    found = made("jinhua-2020")
    assert list(found) == ["机构.yaml", "申请.yaml"]
    assert "\n编号: 我院\n" in found["机构.yaml"].text
    assert "\n编号: 我院-申请\n" in found["申请.yaml"].text
    assert "\n机构: 我院\n" in found["申请.yaml"].text
    assert "\n服务类别: [康复]\n" in found["机构.yaml"].text


def test_the_count_is_of_entries_to_fill_in() -> None:
    file = made("jinhua-2020")["机构.yaml"]
    assert file.empty == len(re.findall(r"^ *[^#\s][^:]*: $", file.text, re.MULTILINE))


def test_claims_come_with_tables_and_a_catalogue_that_they_name() -> None:
    found = made("jinhua-2020", claims=True)
    assert {"费用.yaml", "费用-结算单.csv", "费用-明细.csv", "目录.yaml", "目录-条目.csv"} <= found.keys()
    assert "\n目录: [我院-目录]\n" in found["费用.yaml"].text
    assert "总金额" in found["费用-结算单.csv"].text.split(",")


def test_names_are_legal_everywhere() -> None:
    for language in Language:
        assert not [
            name
            for name in made(*(each.id for each in SHELF.folders), claims=True, language=language)
            if NOT_ON_WINDOWS.search(name)
        ]


def test_several_regions_are_one_document_that_names_the_rules_of_each() -> None:
    text = made("jinhua-2020", "ningxia-2025")["机构.yaml"].text
    assert text.startswith("# 机构资料：金华、宁夏的规定要看的各项（康复）\n")
    assert len(re.findall("^ +床位数: $", text, re.MULTILINE)) == 1
    assert "· 金华 三（二）2：康复床位不少于 50 张" in text
    assert "· 宁夏 " in text


def test_tables_open_in_excel_and_documents_are_plain_utf_8(tmp_path: Path) -> None:
    put([File("a.yaml", "编号: x\n"), File("b.csv", "编码,名称\r\n")], tmp_path)
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "编号: x\n"
    assert (tmp_path / "b.csv").read_bytes() == b"\xef\xbb\xbf" + "编码,名称\r\n".encode()


def test_nothing_is_written_where_one_of_the_files_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        put([File("a.yaml", "x"), File("b.yaml", "x")], tmp_path)
    assert "b.yaml" in refused.value.message.zh
    assert refused.value.hint
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("b.yaml", "mine")]


def test_a_folder_that_cannot_be_is_told_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        put([File("a.yaml", "x")], tmp_path / "file")
    assert refused.value.hint
