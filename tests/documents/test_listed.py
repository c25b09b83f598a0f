"""A list that stands in a table beside its document: the same entries as in YAML, or errors; never a shorter list."""

from __future__ import annotations

import datetime
import hashlib
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from wicheck.documents.files import SourceFile
from wicheck.documents.load import load
from wicheck.documents.reading import FileReading, Reader
from wicheck.documents.schemas import Schemas
from wicheck.yamlio import Limits

SCHEMAS = Schemas()
ROSTER = ["姓名", "身份证号", "岗位", "职称", "经过专业培训"]
PERSON = ["张示例", "999999198001010011", "康复医师", "主任医师", "是"]
OTHER = ["李示例", "999999198502020029", "康复治疗师", None, "否"]
Change = Callable[[Worksheet], object]
DAY = datetime.date(2026, 3, 5)
NAMED = "人员: {花名册: 名册.xlsx}\n"


class Folder:
    """A folder with a document and the tables that it names."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def workbook(
        self, *rows: Sequence[Any], name: str = "名册.xlsx", change: Callable[[Worksheet], object] = id
    ) -> None:
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = "在职"
        for row in rows:
            sheet.append(list(row))
        change(sheet)
        book.save(self.path / name)

    def csv(self, text: str | bytes, name: str = "名册.csv") -> None:
        (self.path / name).write_bytes(text.encode() if isinstance(text, str) else text)

    def read(self, entries: str = NAMED, kind: str = "institution", limits: Limits | None = None) -> FileReading:
        text = f"wicheck: {kind}/v1\n编号: 甲\n{entries}"
        (self.path / "甲.yaml").write_text(text, encoding="utf-8")
        return Reader(SCHEMAS, limits).read(SourceFile(str(self.path / "甲.yaml"), "资料/甲.yaml", named=True))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def data(reading: FileReading) -> Any:
    assert [str(error) for error in reading.errors] == []
    return reading.documents[0].document.data


def faults(reading: FileReading) -> list[str]:
    assert reading.documents == ()
    assert all(error.hint for error in reading.errors)
    return [f"{error.location} {error.message.zh}" for error in reading.errors]


def fault(reading: FileReading) -> str:
    (only,) = faults(reading)
    return only


def test_rows_of_a_workbook_are_the_entries_that_they_would_be_in_yaml(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON, [None] * 5, OTHER)
    written = """人员:
  花名册:
  - {姓名: 张示例, 身份证号: "999999198001010011", 岗位: 康复医师, 职称: 主任医师, 经过专业培训: 是}
  - {姓名: 李示例, 身份证号: "999999198502020029", 岗位: 康复治疗师, 职称: , 经过专业培训: 否}
"""
    assert data(folder.read())["staff"] == data(folder.read(written))["staff"]
    assert len(data(folder.read())["staff"]["roster"]) == 2


def test_what_was_written_and_what_was_left_empty_is_found_at_its_cell(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON, [None] * 5, OTHER)
    document = pickle.loads(pickle.dumps(folder.read())).documents[0].document  # noqa: S301 - as processes do
    roster = ("institution", "staff", "roster")
    assert str(document.locate(roster)) == "资料/甲.yaml:3:6"
    assert str(document.locate((*roster, 0, "rank"))) == "资料/名册.xlsx[在职!D2]"
    assert str(document.locate((*roster, 1, "rank"))) == "资料/名册.xlsx[在职!D4]"
    assert str(document.locate((*roster, 1))) == "资料/名册.xlsx[在职!A4]"
    assert str(document.locate((*roster, 1, "specialty"))) == "资料/名册.xlsx[在职!A4]"
    assert str(document.locate((*roster, 7))) == "资料/甲.yaml:3:6" or "在职" in str(document.locate((*roster, 7)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_file_is_read_alike_and_placed_by_its_lines(folder: Folder, encoding: str, delimiter: str) -> None:
    rows = [ROSTER, PERSON, [], [each or "" for each in OTHER]]
    folder.csv("".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding))
    reading = folder.read("人员: {花名册: 名册.csv}\n")
    assert [each["role"] for each in data(reading)["staff"]["roster"]] == ["rehab_doctor", "rehab_therapist"]
    place = reading.documents[0].document.locate(("institution", "staff", "roster", 1, "rank"))
    assert str(place) == "资料/名册.csv#4"


def test_a_tsv_file_has_tabs(folder: Folder) -> None:
    folder.csv("姓名\t岗位\n张,示例\t康复医师\n", "名册.tsv")
    assert data(folder.read("人员: {花名册: 名册.tsv}\n"))["staff"]["roster"][0]["name"] == "张,示例"


def test_headers_may_be_english_wrapped_or_wide(folder: Folder) -> None:
    folder.workbook(["name", "身份证\n 号码", "Role", "licence_number"], ["张示例", PERSON[1], "rehab_doctor", "0012"])
    (person,) = data(folder.read())["staff"]["roster"]
    assert person == {
        "name": "张示例",
        "identity_number": PERSON[1],
        "role": "rehab_doctor",
        "licence_number": "0012",
    }


def test_the_table_is_among_the_files_with_its_digest(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON)
    (table,) = folder.read().tables
    content = (folder.path / "名册.xlsx").read_bytes()
    assert table == ("资料/名册.xlsx", len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize("name", ["下/名册.xlsx", "./名册.xlsx", "下\\名册.xlsx", "下/../名册.xlsx"])
def test_a_table_lies_beside_the_document_or_below(folder: Folder, name: str) -> None:
    (folder.path / "下").mkdir()
    folder.workbook(ROSTER, PERSON)
    folder.workbook(ROSTER, PERSON, name="下/名册.xlsx")
    assert len(data(folder.read(f"人员: {{花名册: '{name}'}}\n"))["staff"]["roster"]) == 1


@pytest.mark.parametrize(
    "name", ["../外.xlsx", "{outside}", "下/../../外.xlsx", "C:\\外.xlsx", "连.xlsx", "连/外.xlsx"]
)
def test_a_table_elsewhere_is_not_read(folder: Folder, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    outside = tmp_path_factory.mktemp("elsewhere")
    Folder(outside).workbook(ROSTER, PERSON, name="外.xlsx")
    (folder.path / "连.xlsx").symlink_to(outside / "外.xlsx")
    (folder.path / "连").symlink_to(outside)
    written = name.format(outside=outside / "外.xlsx")
    reading = folder.read(f"人员: {{花名册: '{written}'}}\n")
    assert fault(reading) == "资料/甲.yaml:3:11 表格不在这份文件所在的文件夹里"
    assert reading.tables == ()


def test_a_link_that_stays_within_the_folder_is_followed(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON, name="真.xlsx")
    (folder.path / "名册.xlsx").symlink_to("真.xlsx")
    assert len(data(folder.read())["staff"]["roster"]) == 1


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.symlink_to(path)])
def test_a_table_that_is_not_there_is_missed(folder: Folder, make: Callable[[Path], None]) -> None:
    make(folder.path / "名册.xlsx")
    assert fault(folder.read()) == "资料/甲.yaml:3:11 找不到这个表格文件"


@pytest.mark.parametrize("name", ["名册.xls", "名册.et", "名册.ods", "名册.xlsb"])
def test_other_formats_are_to_be_saved_as_one_that_is_read(folder: Folder, name: str) -> None:
    reading = folder.read(f"人员: {{花名册: {name}}}\n")
    assert fault(reading) == "资料/甲.yaml:3:11 这种表格文件读不了"
    assert "另存为 .xlsx" in (reading.errors[0].hint or ("",))[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("名册.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "这个 Excel 文件加了密码，或者是旧格式（.xls）"),
        ("名册.xlsx", b"<html><table></table></html>", "不是能读的 Excel 文件，可能已损坏"),
        ("名册.xlsx", b"", "不是能读的 Excel 文件，可能已损坏"),
        ("名册.csv", b"PK\x03\x04 and more", "这是 Excel 或 WPS 文件，只是名字叫 CSV"),
        ("名册.csv", b"\xff\xff\xff", "不是文本：读不出它的编码"),
        ("名册.csv", b"", "表格是空的，连列名也没有"),
        ("名册.csv", b",,\n , \n", "表格是空的，连列名也没有"),
    ],
)
def test_what_is_no_table_is_told_as_what_it_is(folder: Folder, name: str, content: bytes, said: str) -> None:
    folder.csv(content, name)
    assert fault(folder.read(f"人员: {{花名册: {name}}}\n")) == f"资料/{name} {said}"


def test_a_row_that_falls_apart_is_told(folder: Folder) -> None:
    folder.csv('姓名,岗位\n张示例,"康复医师\n李示例,康复医师\n')
    said = fault(folder.read("人员: {花名册: 名册.csv}\n"))
    assert said == "资料/名册.csv#2 这一行读不出来：引号没有成对，或者格子比列名多"


@pytest.mark.parametrize("name", ["序号", "No.", " 序 号 "])
def test_numbers_of_rows_are_no_part_of_the_entries(folder: Folder, name: str) -> None:
    folder.workbook([name, *ROSTER], [1, *PERSON], ["２", *OTHER], [3], ["4"])
    numbered = data(folder.read())
    folder.workbook(ROSTER, PERSON, OTHER)
    assert numbered == data(folder.read())


def test_headers_alone_are_not_given_and_never_none(folder: Folder) -> None:
    folder.workbook(ROSTER)
    reading = folder.read()
    assert "staff" not in data(reading)
    assert [notice.code for notice in reading.notices] == ["table_empty"]


# What must not be lost


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([[*ROSTER, "备注"], [*PERSON, "在岗"]], "F1 不认识这一列的列名：“备注”"),
        ([[*ROSTER, "赵示例"], [*PERSON, "在岗"]], "F1 不认识这一列的列名：写的内容（3 个字）"),
        ([["序号", *ROSTER], ["1", *PERSON], ["退休", *OTHER]], "A3 序号这一列里有不是序号的内容"),
        ([["No.", *ROSTER], ["99999", *PERSON], ["110330", *OTHER]], "A3 序号这一列里有不是序号的内容"),
        ([["序号", *ROSTER], [1, *PERSON], ["合计", 1]], "A3 这一行像是合计，不是一条内容"),
        ([["序号", *ROSTER], [1, *PERSON], ["序号", *ROSTER]], "A3 这一行又是列名"),
        ([["姓名", "身份证号马"], PERSON[:2]], "B1 不认识这一列的列名：“身份证号马”"),
        ([[*ROSTER, "身份证号码"], [*PERSON, PERSON[1]]], "F1 有两列都是“身份证号”（identity_number）"),
        ([[*ROSTER, "姓名"], [*PERSON, "张示例"]], "F1 有两列都是“姓名”（name）"),
        ([[*ROSTER, None], [*PERSON, "主任"]], "F2 这一列有内容，却没有列名"),
        ([PERSON, OTHER], "A1 第一行应是列名，这里没有一个认得出的"),
        ([["某医院人员花名册"], ROSTER, PERSON], "A1 第一行应是列名，这里没有一个认得出的"),
        ([ROSTER, PERSON, ["合计", None, 1]], "A3 这一行像是合计，不是一条内容"),
        ([ROSTER, PERSON, [None, None, "小 计", 1]], "C3 这一行像是合计，不是一条内容"),
        ([ROSTER, PERSON, ["制表人：王示例", None, "审核：赵示例"]], "A3 这一行像是说明，不是一条内容"),
        ([ROSTER, PERSON, ROSTER], "A3 这一行又是列名"),
        ([ROSTER, [*PERSON[:3], "#N/A", "是"]], "D2 这一格的公式出错（#N/A 之类）"),
        ([ROSTER, [*PERSON[:3], "=D9", "是"]], "D2 这一格的公式没有保存结果"),
        (
            [ROSTER, [PERSON[0], 999999198001010011, *PERSON[2:]]],
            "B2 “身份证号”（identity_number）应为文字，这一格却是数字：开头的 0 或者末尾的数字可能已经丢了",
        ),
        (
            [["姓名", "执业证书编号"], ["张示例", 12345]],
            "B2 “证书编号”（licence_number）应为文字，这一格却是数字：开头的 0 或者末尾的数字可能已经丢了",
        ),
        (
            [["姓名", "专业"], ["张示例", DAY]],
            "B2 “专业”（specialty）应为文字，这一格却被 Excel 当成了日期",
        ),
        ([ROSTER, [*PERSON[:3], "主任医生", "是"]], "D2 “职称”（rank）应为所列词语之一，“主任医生”不是"),
        ([ROSTER, [*PERSON[:4], "√"]], "E2 “经过专业培训”（trained）应为“是”或“否”，“√”不是"),
    ],
)
def test_whatever_is_not_certain_is_an_error_at_its_cell(folder: Folder, rows: list[list[Any]], said: str) -> None:
    folder.workbook(*rows)
    reading = folder.read()
    assert fault(reading) == f"资料/名册.xlsx[在职!{said.partition(' ')[0]}] {said.partition(' ')[2]}"
    assert reading.invalid == (("institution", "甲"),)


@pytest.mark.parametrize("written", ["见附件", "名册", "名册.docx"])
def test_whoever_names_no_table_is_told_how(folder: Folder, written: str) -> None:
    (error,) = folder.read(f"人员:\n  花名册: {written}\n").errors
    assert error.hint is not None
    assert "或者写旁边一张表格的文件名，如 花名册.xlsx" in error.hint.zh


def test_columns_that_are_not_known_are_all_told_and_what_is_known_once(folder: Folder) -> None:
    folder.workbook(["姓名", "性别", "执业证号", "科室"], ["张示例", "男", "1103", "康复科"])
    hints = [error.hint.zh for error in folder.read().errors if error.hint]
    assert [hint[:8] for hint in hints] == ["用不着的列（备注", "是不是想写“证书", "用不着的列请删去"]
    assert [hint.count("身份证号") for hint in hints] == [1, 0, 0]


@pytest.mark.parametrize("number", ["3.30702E+17", "330702198001010000", "9.99999E+17"])
def test_a_number_that_a_spreadsheet_has_rounded_is_found_in_texts_too(folder: Folder, number: str) -> None:
    folder.csv(f"姓名,身份证号\n张示例,{number}\n")
    said = fault(folder.read("人员: {花名册: 名册.csv}\n"))
    assert said == "资料/名册.csv#2 “身份证号”（identity_number）像是被 Excel 改过的数字：15 位以后的数字已经丢了"


def test_a_number_that_merely_ends_in_zeros_is_not_taken_for_rounded(folder: Folder) -> None:
    """Its check digit is right, as it rarely is where a spreadsheet has made zeros of the last three."""
    folder.csv("姓名,身份证号\n张示例,999999198006013000\n")
    roster = data(folder.read("人员: {花名册: 名册.csv}\n"))["staff"]["roster"]
    assert roster[0]["identity_number"] == "999999198006013000"


def test_digits_whose_count_is_fixed_may_be_a_number(folder: Folder) -> None:
    folder.workbook(["名称", "行政区划代码"], ["总院", 330702], ["分院", "330703"])
    sites = data(folder.read("执业地点: 名册.xlsx\n"))["sites"]
    assert [site["division_code"] for site in sites] == ["330702", "330703"]
    folder.workbook(["名称", "行政区划代码"], ["总院", 10702])
    assert "却是数字" in fault(folder.read("执业地点: 名册.xlsx\n"))


def test_merged_cells_are_an_error(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON, OTHER, change=lambda sheet: sheet.merge_cells("D2:D3"))
    assert fault(folder.read()) == "资料/名册.xlsx[在职!D2] 这里有合并的单元格，说不清属于哪一行哪一列"


def test_invisible_signs_are_an_error(folder: Folder) -> None:
    folder.csv("姓名,岗位\n张\x07示例,康复医师\n")
    assert fault(folder.read("人员: {花名册: 名册.csv}\n")) == "资料/名册.csv#2 “姓名”（name）里有看不见的控制字符"


def test_entries_of_their_own_do_not_fit_a_cell(folder: Folder) -> None:
    folder.workbook(["姓名", "签约医疗机构"], ["张示例", "甲"])
    said = fault(folder.read("工伤职工: 名册.xlsx\n", "registry"))
    assert said == "资料/名册.xlsx[在职!B1] “签约医疗机构”（signed）自己还有若干项，一格写不下"


def test_several_words_of_a_given_list_fit_a_cell(folder: Folder) -> None:
    folder.workbook(["名称", "服务类别"], ["甲院", "医疗、康复"], ["乙院", "康复"], ["丙院", None])
    entries = data(folder.read("协议机构: 名册.xlsx\n", "registry"))["entries"]
    assert [each.get("service_kinds") for each in entries] == [["medical", "rehabilitation"], ["rehabilitation"], None]
    folder.workbook(["名称", "服务类别"], ["甲院", "医疗、按摩"])
    assert "“服务类别”（service_kinds）应为所列词语之一" in fault(folder.read("协议机构: 名册.xlsx\n", "registry"))


# Dates


TRAINED = "管理: {培训记录: 名册.xlsx}\n"


def test_days_are_days_however_they_were_typed(folder: Folder) -> None:
    days = [DAY, datetime.datetime.fromisoformat("2026-03-05"), "2026-03-05", "2026年3月5日"]
    folder.workbook(["培训日期"], *([day] for day in days))
    trainings = data(folder.read(TRAINED))["management"]["trainings"]
    assert [each["held_on"] for each in trainings] == ["2026-03-05"] * 4


MORNING = datetime.datetime.fromisoformat("2026-03-05 08:30")


@pytest.mark.parametrize("day", [MORNING, datetime.time(8, 30), 46086, 20260305, "3月5日"])
def test_a_time_or_a_bare_number_is_no_day(folder: Folder, day: Any) -> None:
    folder.workbook(["培训日期"], [day])
    assert fault(folder.read(TRAINED)).startswith("资料/名册.xlsx[在职!A2] ")


def test_a_date_without_its_year_is_not_made_up(folder: Folder) -> None:
    def shorten(sheet: Worksheet) -> None:
        sheet["A2"].number_format = "m月d日"

    folder.workbook(["培训日期"], [DAY], change=shorten)
    assert "看不到完整的年月日" in fault(folder.read(TRAINED))


# Sheets


def two_sheets(folder: Folder, second: Sequence[Any]) -> None:
    def add(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        more = sheet.parent.create_sheet("离职")
        more.append(list(second))

    folder.workbook(ROSTER, PERSON, change=add)


def test_of_several_filled_sheets_one_must_be_named(folder: Folder) -> None:
    two_sheets(folder, ["姓名"])
    assert fault(folder.read()) == "资料/名册.xlsx 不止一个工作表有内容：在职、离职"
    chosen = folder.read("人员: {花名册: {文件: 名册.xlsx, 工作表: 在职}}\n")
    assert len(data(chosen)["staff"]["roster"]) == 1
    said = fault(folder.read("人员: {花名册: {file: 名册.xlsx, sheet: 退休}}\n"))
    assert said == "资料/甲.yaml:3:11 这个文件里没有这个工作表"


def test_sheets_with_nothing_in_them_do_not_matter(folder: Folder) -> None:
    two_sheets(folder, [])
    assert len(data(folder.read())["staff"]["roster"]) == 1


def test_a_csv_file_has_no_sheets(folder: Folder) -> None:
    folder.csv("姓名\n张示例\n")
    assert fault(folder.read("人员: {花名册: {文件: 名册.csv, 工作表: 在职}}\n")).endswith("只有 Excel 文件有工作表")


def test_what_is_hidden_counts_and_is_told(folder: Folder) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    folder.workbook(ROSTER, PERSON, OTHER, change=hide)
    reading = folder.read()
    assert len(data(reading)["staff"]["roster"]) == 2
    assert [(notice.code, str(notice.location)) for notice in reading.notices] == [("table_hidden", "资料/名册.xlsx")]


# Where a table may be named


@pytest.mark.parametrize(
    "entries",
    ["服务类别: 名册.xlsx\n", "康复: 名册.xlsx\n", "人员: {花名册: 名册}\n", "人员: {花名册: {文件: 名册}}\n"],
)
def test_anywhere_else_a_file_name_is_what_it_was(folder: Folder, entries: str) -> None:
    folder.workbook(ROSTER, PERSON)
    reading = folder.read(entries)
    assert len(faults(reading)) == 1
    assert str(reading.errors[0].location).startswith("资料/甲.yaml:3:")
    assert reading.tables == ()


@pytest.mark.parametrize("kind", ["waivers", "calendar"])
def test_documents_that_somebody_answers_for_name_no_tables(folder: Folder, kind: str) -> None:
    folder.csv("a\n1\n")
    entries = {"waivers": "豁免: 名册.csv\n", "calendar": "年度: 名册.csv\n"}
    reading = folder.read(entries[kind], kind)
    assert any("应为列表" in each for each in faults(reading))
    assert reading.tables == ()


def test_a_list_within_a_list_may_stand_in_a_table(folder: Folder) -> None:
    folder.csv("机构名称,开始日期\n甲院,2026-01-01\n")
    entries = "工伤职工:\n- {姓名: 张示例, 签约医疗机构: 名册.csv}\n"
    reading = folder.read(entries, "registry")
    assert data(reading)["workers"][0]["signed"][0]["starts_on"] == "2026-01-01"
    place = reading.documents[0].document.locate(("registry", "workers", 0, "signed", 0, "starts_on"))
    assert str(place) == "资料/名册.csv#2"


# Limits, and many faults


def test_bytes_and_cells_are_limited(folder: Folder) -> None:
    folder.workbook(ROSTER, PERSON)
    size = (folder.path / "名册.xlsx").stat().st_size
    assert folder.read(limits=Limits(max_bytes=size)).errors == ()
    assert "超过上限" in fault(folder.read(limits=Limits(max_bytes=size - 1)))
    folder.csv("姓名\n" + "张示例\n" * 30)
    entries = "人员: {花名册: 名册.csv}\n"
    assert folder.read(entries, limits=Limits(max_entries=31)).errors == ()
    assert "超过上限" in fault(folder.read(entries, limits=Limits(max_entries=30)))


def test_a_column_that_is_wrong_throughout_is_not_told_a_thousand_times(folder: Folder) -> None:
    folder.csv("姓名,岗位\n" + "张示例,五十张\n" * 60)
    told = faults(folder.read("人员: {花名册: 名册.csv}\n"))
    assert told[0].startswith("资料/名册.csv#2 ")
    assert told[49].startswith("资料/名册.csv#51 ")
    assert told[50:] == ["资料/名册.csv 这张表另有 10 处错误没有列出"]


def test_faults_of_the_document_come_before_those_of_its_table(folder: Folder) -> None:
    folder.csv("姓名,岗位\n张示例,五十张\n")
    told = faults(folder.read("人员: {花名册: 名册.csv}\n级别: 三等\n"))
    assert [each.partition(" ")[0] for each in told] == ["资料/甲.yaml:4:5", "资料/名册.csv#2"]


# In a run


def test_a_table_that_was_read_is_not_told_as_left_out(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)
    folder.workbook(ROSTER, PERSON)
    folder.workbook(ROSTER, PERSON, name="旧.xlsx")
    folder.read()
    loaded = load([folder.path], SCHEMAS)
    assert [each.name for each in loaded.files] == ["甲.yaml", "名册.xlsx"]
    (notice,) = loaded.notices
    assert notice.text.zh.startswith("旧.xlsx 没有读")
    folder.path.joinpath("旧.xlsx").unlink()
    assert load([folder.path], SCHEMAS).notices == ()


def test_a_table_that_two_documents_name_is_one_file(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)
    folder.workbook(ROSTER, PERSON)
    folder.read(f"{NAMED}---\nwicheck: institution/v1\n编号: 乙\n{NAMED}")
    loaded = load([folder.path], SCHEMAS)
    assert [each.name for each in loaded.files] == ["甲.yaml", "名册.xlsx"]
    assert [len(each.data["staff"]["roster"]) for each in loaded.documents] == [1, 1]
