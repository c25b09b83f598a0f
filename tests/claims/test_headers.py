"""Columns are recognised by their header: our names, Chinese titles, the presets, a mapping of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.builtin import wicheck_column_mappings
from wicheck.claims.gathering import presets
from wicheck.claims.headers import Header, Headers
from wicheck.claims.naming import Naming, naming_of
from wicheck.claims.tables import tables
from wicheck.documents.files import SourceFile
from wicheck.documents.reading import Reader
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError
from wicheck.model import Location

SCHEMAS = Schemas()
TABLES = tables(SCHEMAS)
PRESETS = presets(wicheck_column_mappings(), SCHEMAS, TABLES)
HERE = Location("export.csv", row=1)


def read(names: str, table: str = "lines", chosen: Naming | None = None) -> Header:
    return Headers(PRESETS, chosen).read(names.split(","), TABLES[table], HERE)


def mapping(folder: Path, text: str) -> tuple[Naming, list[InputError]]:
    path = folder / "mapping.yaml"
    path.write_text(f"wicheck: mapping/v1\nid: 本院\n{text}", encoding="utf-8")
    reading = Reader(SCHEMAS).read(SourceFile(str(path), "mapping.yaml", named=True))
    assert not reading.errors
    return naming_of(reading.documents[0].document, TABLES)


def naming(folder: Path, text: str) -> Naming:
    found, errors = mapping(folder, text)
    assert not errors
    return found


def test_our_own_names_and_chinese_titles_may_be_mixed() -> None:
    header = read("结算单号,quantity,单价,unit")
    assert header.positions == {"claim_id": 0, "quantity": 1, "unit_price_amount": 2, "unit": 3}
    assert header.naming is None


@pytest.mark.parametrize("name", ["金额(元)", "金额（元）", " 金额 ", "金 额", "\ufeff金额"])
def test_what_does_not_tell_names_apart_is_not_looked_at(name: str) -> None:
    assert read(f"{name},数量").positions == {"amount": 0, "quantity": 1}


def test_the_national_interface_is_recognised() -> None:
    header = read("feedetl_sn,mdtrt_id,fee_ocur_time,cnt,pric,det_item_fee_sumamt,list_type")
    assert header.naming
    assert header.naming.id == "nhsa"
    assert header.positions == {
        "line_number": 0,
        "visit_id": 1,
        "service_on": 2,
        "service_at": 2,
        "quantity": 3,
        "unit_price_amount": 4,
        "amount": 5,
        "catalogue_kind": 6,
    }
    assert header.values["catalogue_kind"]["201"] == "item"


@pytest.mark.parametrize(
    "names", ["akc190,akc226,akc225,akc227", "AKC190,AKC226,AKC225,AAE019", "Akc190,akc226,AKC225,aae019"]
)
def test_the_social_security_elements_are_recognised_in_any_case(names: str) -> None:
    header = read(names)
    assert header.naming
    assert header.naming.id == "hrss"
    assert header.positions == {"visit_id": 0, "claim_id": 0, "quantity": 1, "unit_price_amount": 2, "amount": 3}


@pytest.mark.parametrize("preset", ["nhsa", "hrss"])
def test_every_name_of_a_preset_means_a_column_by_itself(preset: str) -> None:
    for table, names in PRESETS[preset].tables.items():
        for name, meanings in names.items():
            assert set(read(f"{name},说明", table).positions) >= {meanings[0].field}


def test_names_that_nobody_knows_are_told_and_left_out() -> None:
    header = read("单价,备注,,操作员")
    assert header.unknown == ("备注", "操作员")


def test_two_columns_for_one_are_a_question() -> None:
    with pytest.raises(InputError, match='"单价" and "unit_price_amount" may both be unit_price_amount') as error:
        read("单价,数量,unit_price_amount")
    assert error.value.location == HERE


def test_two_columns_of_one_name_are_told_to_be_renamed_as_no_mapping_helps() -> None:
    with pytest.raises(InputError, match="two columns are called") as error:
        read("结算单号,数量,数量（个）")
    assert error.value.hint
    assert "改名" in error.value.hint.zh


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("结算单号,数量,费用日其,备注", {"费用日其": "费用日期"}),
        ("mdtrt_id,cnt,FEE_OCUR_TME", {"FEE_OCUR_TME": "fee_ocur_time"}),
        ("结算单号,费用日期,费用日其", {}),  # the column is there
        ("结算单号,数量,院内备注", {}),
    ],
)
def test_a_name_with_a_slip_is_told_with_the_one_that_may_be_meant(names: str, meant: dict[str, str]) -> None:
    assert read(names).meant == meant


def test_codes_are_known_without_the_zeros_that_a_spreadsheet_dropped() -> None:
    words = read("mdtrt_id,cnt,med_chrgitm_type").values["charge_category"]
    assert (words["1"], words["01"], words["9"], words["11"]) == ("bed", "bed", "western_drug", "chinese_patent_drug")


def test_two_presets_that_fit_equally_are_a_question() -> None:
    with pytest.raises(InputError, match="several namings: hrss, nhsa"):
        read("akc226,cnt")


def test_a_header_without_any_known_name_is_an_error_that_repeats_nobody_s_data() -> None:
    with pytest.raises(InputError) as error:
        read("999999199001011234,赵一例")
    assert "赵一例" not in f"{error.value.message} {error.value.hint}"


def test_a_mapping_of_one_s_own_comes_before_all_others(tmp_path: Path) -> None:
    own = naming(tmp_path, "明细列:\n  - {列名: 项目金额, 标准列: 金额}\n  - {列名: 数量, 标准列: days_supplied}\n")
    header = read("项目金额,数量,单价", chosen=own)
    assert header.positions == {"amount": 0, "days_supplied": 1, "unit_price_amount": 2}
    assert header.naming
    assert header.naming.id == "本院"


def test_a_mapping_may_build_on_a_preset(tmp_path: Path) -> None:
    own = naming(tmp_path, "base: nhsa\nlines_columns:\n  - {column: 金额2, field: amount}\n")
    header = read("cnt,金额2,det_item_fee_sumamt", chosen=own)
    assert header.positions == {"quantity": 0, "amount": 1}


def test_a_mapping_settles_which_of_two_columns_is_meant(tmp_path: Path) -> None:
    own = naming(tmp_path, "lines_columns:\n  - {column: 金额, field: amount}\n")
    assert read("明细金额,金额", chosen=own).positions == {"amount": 1}


def test_a_mapping_says_what_codes_mean(tmp_path: Path) -> None:
    own = naming(
        tmp_path, "claims_columns:\n  - {column: xb, field: 性别, values: [{word: '1', means: 男}, {word: '9'}]}\n"
    )
    assert read("xb", "claims", own).values == {"sex": {"1": "男", "9": None}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lines_columns:\n  - {column: a, field: amuont}\n", "金额（amount）"),
        ("claims_columns:\n  - {column: a, field: sex, values: [{word: '1', means: 南}]}\n", "可以写：男、女"),
        ("lines_columns:\n  - {column: a, field: amount, values: [{word: '1', means: 男}]}\n", "只用于选项和是否"),
    ],
)
def test_what_a_mapping_says_wrongly_is_told_with_what_may_be_written(tmp_path: Path, text: str, said: str) -> None:
    _, (error,) = mapping(tmp_path, text)
    assert error.hint
    assert said in error.hint.zh
    assert error.location == Location("mapping.yaml", 4, 5)


def test_the_flag_that_sites_use_either_way_counts_only_where_a_mapping_says_what_it_means(tmp_path: Path) -> None:
    assert read("akc190,akc226,bkm109").unexplained
    assert "injury_related" not in read("akc190,akc226,bkm109").positions
    means = naming(tmp_path, "base: hrss\nnon_injury_flag_means: non_injury\n")
    header = read("akc190,akc226,BKM109", chosen=means)
    assert header.positions["injury_related"] == 2
    assert header.values["injury_related"] == {"1": "false", "0": "true"}
    assert not header.unexplained
