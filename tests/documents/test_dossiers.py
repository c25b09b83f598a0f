"""Documents find together by id, across all files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wicheck.documents.load import Loaded, load
from wicheck.documents.schemas import Schemas

Load = Callable[..., Loaded]


@pytest.fixture
def load_files(schemas: Schemas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads a folder of files, given as name and text; ``agreement`` is short for its header."""

    def read(**texts: str) -> Loaded:
        monkeypatch.chdir(tmp_path)
        for name, text in texts.items():
            kind, _, rest = text.partition(" ")
            (tmp_path / f"{name}.yaml").write_text(f"wicheck: {kind}/v1\n{rest}\n", encoding="utf-8")
        return load([tmp_path], schemas)

    return read


def members(loaded: Loaded) -> dict[str, list[str]]:
    return {each.id: [document.id for kind in each.documents.values() for document in kind] for each in loaded.dossiers}


def said(loaded: Loaded) -> list[str]:
    return [f"{error.location}: {error.message.zh}（{error.hint.zh if error.hint else ''}）" for error in loaded.errors]


def test_an_institution_gathers_all_that_names_it(load_files: Load) -> None:
    loaded = load_files(
        a="institution id: 甲",
        b="institution id: 乙",
        c="application id: 申请\n机构: 甲",
        d="agreement id: 协议\ninstitution: 乙",
    )
    assert members(loaded) == {"甲": ["甲", "申请"], "乙": ["乙", "协议"]}
    assert loaded.errors == ()
    assert [dossier.root.kind for dossier in loaded.dossiers] == ["institution", "institution"]
    assert loaded.dossiers[0].of_kind(loaded.dossiers[0].root.kind) == (loaded.dossiers[0].root,)


def test_shared_documents_join_with_what_they_need_themselves(load_files: Load) -> None:
    loaded = load_files(
        a="institution id: 甲",
        b="claims id: 批次\n机构: 甲\n目录: [目录]",
        c="catalogue id: 目录\n对照: 对照",
        d="mapping id: 对照",
        e="mapping id: 别的",
    )
    assert members(loaded) == {"甲": ["甲", "批次", "目录", "对照"]}


def test_naming_another_institution_in_passing_does_not_move_a_document(load_files: Load) -> None:
    loaded = load_files(
        a="institution id: 甲", b="institution id: 乙", c="agreement id: 协议\ninstitution: 甲\nbranches: [乙]"
    )
    assert members(loaded) == {"甲": ["甲", "协议"], "乙": ["乙"]}


def test_a_registry_stands_by_itself(load_files: Load) -> None:
    assert members(load_files(a="institution id: 甲", b="registry id: 名录")) == {"甲": ["甲"], "名录": ["名录"]}


def test_different_kinds_may_share_an_id(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="agreement id: 甲\ninstitution: 甲")
    assert loaded.errors == ()
    assert members(loaded) == {"甲": ["甲", "甲"]}


def test_a_dangling_reference_is_an_error_at_its_line(load_files: Load) -> None:
    loaded = load_files(a="institution id: 金华康复医院", b="agreement id: 协议\n机构: 金华康复院")
    assert said(loaded) == ["b.yaml:3:5: 没有编号为“金华康复院”的机构（是不是“金华康复医院”？）"]
    assert members(loaded) == {"金华康复医院": ["金华康复医院"]}


def test_a_reference_to_nothing_alike_asks_for_the_document(load_files: Load) -> None:
    loaded = load_files(b="agreement id: 协议\n机构: 丁")
    assert said(loaded) == [
        "b.yaml:3:5: 没有编号为“丁”的机构（请核对编号，并把那份文件（首行 wicheck: institution/v1）一起给出）"
    ]


def test_a_double_id_is_an_error_and_so_is_what_refers_to_it(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="institution id: 甲", c="agreement id: 协议\ninstitution: 甲")
    assert said(loaded) == [
        "b.yaml:2:1: 编号“甲”已用在 a.yaml:2:1（同一种文件的编号不能重复，请改其中一个）",
        "c.yaml:3:14: 有几份文件的编号都是“甲”，不知指哪一份（请先把重复的编号改开）",
    ]
    assert loaded.dossiers == ()


def test_a_document_must_say_whose_it_is(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="application id: 申请\n机构:")
    assert said(loaded) == [
        "b.yaml:1:1: 没有写明是哪家机构的：缺“机构”（institution）（请加一行：机构: 机构文件的编号）"
    ]


def test_a_catalogue_belongs_to_nobody(load_files: Load) -> None:
    loaded = load_files(a="catalogue id: 目录")
    assert (loaded.errors, loaded.dossiers) == ((), ())
    assert [document.id for document in loaded.documents] == ["目录"]


def test_what_leans_on_a_faulty_document_is_left_out_but_named(load_files: Load) -> None:
    loaded = load_files(
        a="claims id: 批次\n机构: 甲\n目录: [目录]",
        b="catalogue id: 目录\n对照: 对照",
        c="mapping id: 对照\n多余: 1",
        d="institution id: 甲",
    )
    assert len(loaded.errors) == 1
    assert members(loaded) == {"甲": ["甲"]}
    assert [notice.text.zh for notice in loaded.notices] == [
        "没有检查“目录”：它引用的“对照”有错误",
        "没有检查“批次”：它引用的“目录”有错误",
    ]


@pytest.mark.parametrize(
    "faulty",
    [
        "application id: 申请\n机构: 甲\n申请日期: 2026-13-01",
        "agreement id: 协议\n机构: 甲\nbranches: [无此院]",
        "application id: 重复\n机构: 甲",
    ],
)
def test_an_institution_knows_that_papers_of_its_admission_cannot_be_read(load_files: Load, faulty: str) -> None:
    loaded = load_files(
        a="institution id: 甲", b="institution id: 乙", c=faulty, d="application id: 重复\n机构: 乙", e=faulty
    )
    found = {dossier.id: dossier.unreadable for dossier in loaded.dossiers}
    assert found["甲"] > 0
    assert members(loaded)["甲"] == ["甲"]


def test_a_faulty_batch_of_claims_does_not_touch_the_admission(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="claims id: 批次\n机构: 甲\n目录: [无此目录]")
    assert [(dossier.id, dossier.unreadable) for dossier in loaded.dossiers] == [("甲", 0)]
    assert len(loaded.errors) == 1


@pytest.mark.parametrize("name", ["甲", "甲/申请"])
def test_a_document_cannot_bear_the_name_of_another_institution(load_files: Load, name: str) -> None:
    owner, application = ("乙", "甲") if name == "甲" else ("甲", "申请")
    loaded = load_files(
        a=f"institution id: {name}", b=f"institution id: {owner}", c=f"application id: {application}\n机构: {owner}"
    )
    assert members(loaded) == {name: [name], owner: [owner]}
    assert said(loaded) == [
        f"c.yaml:2:1: 编号与另一家机构“{name}”（a.yaml:2:1）混淆（对那家机构的认定会被当成对本文件的，请改用别的编号）"
    ]


def test_one_bad_file_hides_no_other(load_files: Load, tmp_path: Path) -> None:
    (tmp_path / "0.yaml").write_text("wicheck: institution/v1\nid: [", encoding="utf-8")
    loaded = load_files(a="institution id: 甲")
    assert len(loaded.errors) == 1
    assert members(loaded) == {"甲": ["甲"]}
    assert [file.name for file in loaded.files] == ["0.yaml", "a.yaml"]


def test_settings_lying_among_the_documents_are_not_used(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="settings id: 口径")
    (notice,) = loaded.notices
    assert notice.code == "sidecar_not_used"
    assert notice.text.zh == "没有使用：这种文件要用 --settings 指明"
    assert [document.id for document in loaded.documents] == ["甲"]


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("12330700999999900Y", "12330700999999900Y"), ["b.yaml:3:1"]),
        (("12330700999999900Y", "12330700999999901W"), []),
        (("12330700999999900Y", ""), []),
    ],
)
def test_two_institutions_with_one_credit_code_are_judged_apart_but_not_silently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codes: tuple[str, str], told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, code in zip("ab", codes, strict=True):
        (tmp_path / f"{name}.yaml").write_text(f"wicheck: institution/v1\nid: {name}\nuscc: {code}\n", encoding="utf-8")
    loaded = load([tmp_path], Schemas())
    assert (len(loaded.dossiers), loaded.errors) == (2, ())
    assert [f"{notice.location}" for notice in loaded.notices if notice.code == "same_institution_twice"] == told


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("institution id: 乙", "表/花名册.xlsx"),
        ("claims id: 批次\n机构: 甲", "表/花名册.xlsx"),
        ("claims id: 批次\n机构: 甲\ntables: {lines: [表/花名册.xlsx]}", None),
        ("claims id: 批次\n机构: 甲\ntables: {lines: [./表/../表/花名册.xlsx]}", None),
        ("claims id: 批次\n机构: 甲\ntables: {lines: [表]}", None),
        ("claims id: 批次\n机构: 甲\ntables: {lines: [表/花名册]}", "表/花名册.xlsx"),
        ("catalogue id: 目录\ntables: [表/花名册.xlsx]", None),
    ],
)
def test_tables_beside_the_documents_are_told_unless_one_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str, told: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    kind, _, rest = extra.partition(" ")
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "花名册.xlsx").write_bytes(b"PK")
    for name, text in (
        ("a", "institution/v1\nid: 甲"),
        ("b", f"{kind}/v1\n{rest}"),
        ("表/c", "institution/v1\nid: 丙"),
    ):
        (tmp_path / f"{name}.yaml").write_text(f"wicheck: {text}\n", encoding="utf-8")
    loaded = load([tmp_path], Schemas())
    assert loaded.errors == ()
    said = [notice.text.zh for notice in loaded.notices if notice.code == "office_files_not_read"]
    assert [text.partition(" ")[0] for text in said] == ([told] if told else [])
