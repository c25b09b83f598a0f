"""A batch's tables from wherever they lie: in the document, in files beside it, in folders, in workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import pytest
from openpyxl import Workbook

from tests.claims import old_workbook
from wicheck.builtin import wicheck_column_mappings
from wicheck.claims.gathering import Gathered, Gathering, mapping_documents, presets
from wicheck.claims.tables import tables
from wicheck.documents.load import load as load_documents
from wicheck.documents.schemas import Schemas
from wicheck.engines.duckdb.loading import load
from wicheck.model import DocumentKind

SCHEMAS = Schemas()
TABLES = tables(SCHEMAS)
LINES = "结算单号,数量,金额\n007,2,25.00\n008,1,12.50\n"


class Batch:
    """A folder with a batch, gathered and loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._gathering: Gathering | None = None

    def write(self, name: str, text: str, encoding: str = "utf-8") -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))

    def gather(self, document: str) -> Gathered:
        self.write("batch.yaml", f"wicheck: claims/v1\nid: b\n{document}")
        loaded = load_documents([self.folder], SCHEMAS)
        assert not [error for error in loaded.errors if "institution" not in error.message.en]
        known = presets(wicheck_column_mappings(), SCHEMAS, TABLES)
        self._gathering = Gathering(TABLES, lambda: known, mapping_documents(loaded.documents))
        (claims,) = [each for each in loaded.documents if each.kind is DocumentKind.CLAIMS]
        catalogues = [each for each in loaded.documents if each.kind is DocumentKind.CATALOGUE]
        return self._gathering.gather(claims, catalogues)

    def rows(self, gathered: Gathered, sql: str) -> list[tuple[Any, ...]]:
        assert not gathered.errors
        connection = duckdb.connect()
        load(connection, {"tables": dict(gathered.tables), "workspace": str(self.folder)})
        return connection.execute(sql).fetchall()

    def close(self) -> None:
        if self._gathering:
            self._gathering.close()


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Batch]:
    monkeypatch.chdir(tmp_path)
    made = Batch(tmp_path)
    yield made
    made.close()


def codes(gathered: Gathered) -> list[str]:
    return [notice.code for notice in gathered.notices]


def test_rows_in_the_document_keep_their_lines(batch: Batch) -> None:
    gathered = batch.gather("明细:\n  - {结算单号: a, 数量: 2}\n")
    assert batch.rows(gathered, "SELECT claim_id, quantity, file_line FROM lines") == [("a", Decimal(2), 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_says_the_same_in_every_encoding(batch: Batch, encoding: str) -> None:
    batch.write("数据/明细.csv", LINES, encoding)
    gathered = batch.gather("tables: {lines: [数据/明细.csv]}\n")
    assert batch.rows(gathered, "SELECT claim_id, amount, file_line FROM lines ORDER BY row") == [
        ("007", Decimal(25), 2),
        ("008", Decimal("12.5"), 3),
    ]
    assert codes(gathered) == ([] if encoding == "utf-8" else ["table_encoding"])


def test_a_folder_stands_for_all_tables_in_it(batch: Batch) -> None:
    batch.write("明细/一月.csv", LINES)
    batch.write("明细/二月.csv", "quantity,claim_id,unit\n3,009,盒\n", "gb18030")
    batch.write("明细/说明.md", "no table")
    gathered = batch.gather("tables: {lines: [明细]}\n")
    assert batch.rows(
        gathered, "SELECT claim_id, quantity, unit, file_number, file_line FROM lines ORDER BY claim_id"
    ) == [
        ("007", Decimal(2), None, 1, 2),
        ("008", Decimal(1), None, 1, 3),
        ("009", Decimal(3), "盒", 2, 2),
    ]
    assert [source["shown"] for source in gathered.tables["lines"]["sources"]] == ["明细/一月.csv", "明细/二月.csv"]


def test_what_else_lies_in_a_folder_is_told(batch: Batch) -> None:
    for name in (
        "一月.csv",
        "二月/二月.csv",
        "三月.csv.gz",
        "~$一月.xlsx",
        ".DS_Store",
        "Thumbs.db",
        "说明.md",
        "机构.yaml.txt",
    ):
        batch.write(f"明细/{name}", LINES)
    gathered = batch.gather("tables: {lines: [明细]}\n")
    assert [source["shown"] for source in gathered.tables["lines"]["sources"]] == ["明细/一月.csv"]
    told, more = gathered.notices
    assert told.text.zh == "文件夹“明细”里没有读的：三月.csv.gz、二月"
    assert "三月.csv.gz、二月 可能也是“明细”" in more.text.zh
    assert gathered.unread == {"lines": 1}


def test_what_can_be_no_table_lacks_nothing(batch: Batch) -> None:
    for name in ("一月.csv", "扫描件/一.pdf", "封面.docx"):
        batch.write(f"明细/{name}", LINES)
    gathered = batch.gather("tables: {lines: [明细]}\n")
    assert (codes(gathered), gathered.unread) == (["files_unused"], {})


def save(sheets: Mapping[str, Sequence[Sequence[object]]], path: Path) -> None:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def test_a_workbook_s_sheet_is_found_by_the_table_s_name(batch: Batch) -> None:
    sheets = {"说明": [["金额", "数量"]], "明细": [["某院"], ["结算单号", "数量"], ["007", 2]]}
    save(sheets, batch.folder / "一月.xlsx")
    gathered = batch.gather("tables: {lines: [一月.xlsx]}\n")
    assert batch.rows(gathered, "SELECT claim_id, quantity, file_line FROM lines") == [("007", Decimal(2), 3)]


def test_sheets_that_go_on_with_each_other_are_read_and_the_others_told(batch: Batch) -> None:
    header, other = ["结算单号", "数量", "金额"], ["结算单号", "就诊类别"]
    sheets = {
        "1": [header, ["007", 2, 3]],
        "2": [header, ["008", 1, 2]],
        "单": [other, ["007", "门诊"]],
        "说明": [["某院"]],
    }
    save(sheets, batch.folder / "a.xlsx")
    gathered = batch.gather("tables: {lines: [a.xlsx], claims: [a.xlsx]}\n")
    rows = "SELECT claim_id, quantity, file_number, file_line FROM lines ORDER BY row"
    assert batch.rows(gathered, rows) == [("007", Decimal(2), 1, 2), ("008", Decimal(1), 2, 2)]
    told = {notice.code: notice.text.zh for notice in gathered.notices}
    assert told["sheets_joined"] == "表头相同，一并读取的工作表：1、2"
    assert told["sheets_unused"] == "没有读的工作表：说明"


@pytest.mark.parametrize(
    ("files", "unread"), [("lines: [a.xlsx]", {"lines": 1}), ("lines: [a.xlsx], stays: [a.xlsx]", {})]
)
def test_a_sheet_that_may_go_on_with_a_table_and_is_not_read_counts_as_unread(
    batch: Batch, files: str, unread: dict[str, int]
) -> None:
    sheets = {
        "明细": [["结算单号", "就诊号", "数量"], ["007", "Z1", 2]],
        "床位占用": [["结算单号", "就诊号", "床号"], ["008", "Z2", 1]],
    }
    save(sheets, batch.folder / "a.xlsx")
    gathered = batch.gather(f"tables: {{{files}}}\n")
    assert gathered.unread == unread
    assert ("sheet_doubtful" in {notice.code for notice in gathered.notices}) is bool(unread)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_total_and_an_empty_row_are_no_charges_and_told(batch: Batch, encoding: str) -> None:
    batch.write("明细.csv", f"{LINES},,\n合计,3,37.50\n", encoding)
    gathered = batch.gather("tables: {lines: [明细.csv]}\n")
    assert batch.rows(gathered, "SELECT claim_id, file_line FROM lines ORDER BY row") == [("007", 2), ("008", 3)]
    (told,) = [notice.text.zh for notice in gathered.notices if notice.code == "rows_left_out"]
    assert told == "没有当作记录的：合计 1 行（第 5 行）"


def test_an_identity_number_that_excel_cut_is_a_loss(batch: Batch) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["结算单号", "证件号码"], ["007", 330782199001011234]):
        sheet.append(row)
    book.save(batch.folder / "a.xlsx")
    gathered = batch.gather("tables: {claims: [a.xlsx]}\n")
    connection = duckdb.connect()
    result = load(connection, {"tables": dict(gathered.tables), "workspace": str(batch.folder)})
    assert connection.execute("SELECT claim_id, identity_number FROM claims").fetchall() == [("007", None)]
    assert connection.execute("SELECT file, line, column_name FROM losses").fetchall() == [
        ("a.xlsx", 2, "identity_number")
    ]
    assert result["losses"] == 1


def test_parquet_is_used_where_it_lies(batch: Batch) -> None:
    duckdb.execute(
        f"COPY (SELECT '007' AS setl_id, 2 AS cnt, 1 AS pric) TO '{batch.folder}/l.parquet' (FORMAT parquet)"
    )
    gathered = batch.gather("tables: {lines: [l.parquet]}\n")
    assert batch.rows(gathered, "SELECT claim_id, quantity, file_line FROM lines") == [("007", Decimal(2), 1)]
    assert codes(gathered) == ["table_naming"]


@pytest.mark.parametrize(
    ("document", "header", "told"),
    [
        ("", "setl_id,cnt", "列名按“国家医保信息平台接口列名”（nhsa）识别"),
        ("mapping: 本院\n", "a,b", "列名按“本院”识别"),
        ("mapping: m2\n", "a,b", "列名按“医院系统”（m2）识别"),
    ],
)
def test_whose_names_a_header_has_is_told_by_title(batch: Batch, document: str, header: str, told: str) -> None:
    columns = "lines_columns: [{column: a, field: claim_id}, {column: b, field: quantity}]\n"
    batch.write("m1.yaml", f"wicheck: mapping/v1\nid: 本院\n{columns}")
    batch.write("m2.yaml", f"wicheck: mapping/v1\nid: m2\nname: 医院系统\n{columns}")
    batch.write("明细.csv", f"{header}\n007,2\n")
    (notice,) = batch.gather(f"{document}tables: {{lines: [明细.csv]}}\n").notices
    assert notice.text.zh == told


def test_a_mapping_document_is_taken_where_the_batch_names_it(batch: Batch) -> None:
    batch.write("m.yaml", "wicheck: mapping/v1\nid: 本院\nlines_columns:\n  - {column: 项目金额, field: amount}\n")
    batch.write("明细.csv", "结算单号,项目金额\na,5\n")
    gathered = batch.gather("mapping: 本院\ntables: {lines: [明细.csv]}\n")
    assert batch.rows(gathered, "SELECT amount FROM lines") == [(Decimal(5),)]


def test_entries_of_a_catalogue_know_which_it_is(batch: Batch) -> None:
    batch.write("药品.csv", "编码,限价\nA,12.5\n")
    batch.write("c.yaml", "wicheck: catalogue/v1\nid: 省药品\ntables: [药品.csv]\nentries:\n  - {code: B}\n")
    gathered = batch.gather("catalogues: [省药品]\n")
    assert batch.rows(gathered, "SELECT code, catalogue_id FROM entries ORDER BY code") == [
        ("A", "省药品"),
        ("B", "省药品"),
    ]


def test_what_is_wrong_with_one_file_hides_no_other(batch: Batch) -> None:
    batch.write("好.csv", LINES)
    batch.write("网页.xls", "<html><table><tr><td>结算单号</td></tr></table>")
    gathered = batch.gather("tables:\n  lines:\n    - 没有.csv\n    - 网页.xls\n    - 好.csv\n")
    missing, page = gathered.errors
    assert missing.location
    assert (missing.location.file, missing.location.line) == ("batch.yaml", 5)
    assert page.hint
    assert "另存为" in page.hint.zh
    assert len(gathered.tables["lines"]["sources"]) == 1


def test_a_header_that_nobody_knows_names_file_and_row(batch: Batch) -> None:
    batch.write("明细.csv", "a,b\n1,2\n")
    (error,) = batch.gather("tables: {lines: [明细.csv]}\n").errors
    assert error.location
    assert str(error.location) == "明细.csv#1"


def test_a_workbook_whose_sheets_say_nothing_is_asked_about(batch: Batch) -> None:
    book = Workbook()
    for name in ("一", "二"):
        book.create_sheet(name).append(["金额"])
    book.save(batch.folder / "a.xlsx")
    (error,) = batch.gather("tables: {lines: [a.xlsx]}\n").errors
    assert error.hint
    assert "“明细”" in error.hint.zh


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \r\n\t\n"])
def test_an_empty_file_is_told_as_empty(batch: Batch, data: bytes) -> None:
    (batch.folder / "lines.csv").write_bytes(data)
    (error,) = batch.gather("表格: {明细表: [lines.csv]}\n").errors
    assert error.message.zh.startswith("文件是空的")
    assert error.location is not None
    assert error.location.file == "lines.csv"


def test_an_empty_workbook_is_told_as_empty(batch: Batch) -> None:
    Workbook().save(batch.folder / "lines.xlsx")
    (error,) = batch.gather("表格: {明细表: [lines.xlsx]}\n").errors
    assert error.message.zh.startswith("文件是空的")


@pytest.mark.parametrize(
    ("quantity", "told", "read"), [(1.0, [], Decimal(1)), (old_workbook.NOT_AVAILABLE, ["formulas_unseen"], None)]
)
def test_failed_formulas_that_cannot_be_told_from_blanks_are_told(
    batch: Batch, quantity: old_workbook.Cell, told: list[str], read: Decimal | None
) -> None:
    names = {(0, 0): "结算单号", (0, 1): "数量", (0, 2): "金额"}
    old_workbook.write(batch.folder / "a.xls", {**names, (1, 0): "J1", (1, 1): quantity, (1, 2): 2.0})
    gathered = batch.gather("表格: {明细表: [a.xls]}\n")
    assert codes(gathered) == told
    assert batch.rows(gathered, "SELECT claim_id, quantity FROM lines") == [("J1", read)]


def test_a_sheet_that_cannot_be_read_is_an_error_at_its_file(batch: Batch) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["结算单号", "数量", "金额"])
    sheet.append(["J1", "#N/A", 2])
    book.save(batch.folder / "whole.xlsx")
    with ZipFile(batch.folder / "whole.xlsx") as old, ZipFile(batch.folder / "a.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"#N/A", b"#SPILL!"))
    (error,) = batch.gather("表格: {明细表: [a.xlsx]}\n").errors
    assert "#SPILL!" in error.message.zh
    assert error.location is not None
    assert error.location.file == "a.xlsx"


def test_a_header_alone_says_that_there_is_nothing(batch: Batch) -> None:
    batch.write("lines.csv", "结算单号,数量,金额")
    gathered = batch.gather("表格: {明细表: [lines.csv]}\n")
    assert batch.rows(gathered, "SELECT count(*) FROM lines") == [(0,)]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%\xe2\xe3", b"\x89PNG\r\n\x1a\n\0", b"\xff\xd8\xff\xe0"])
def test_what_is_a_picture_is_no_table(batch: Batch, data: bytes) -> None:
    (batch.folder / "lines.csv").write_bytes(data)
    (error,) = batch.gather("表格: {明细表: [lines.csv]}\n").errors
    assert "PDF" in error.message.zh


def test_utf_16_that_does_not_say_so_is_no_text(batch: Batch) -> None:
    batch.write("lines.csv", LINES, "utf-16-le")
    (error,) = batch.gather("表格: {明细表: [lines.csv]}\n").errors
    assert error.message.zh.startswith("不是表格")
    assert error.hint is not None
    assert "UTF-8" in error.hint.zh


def test_a_stray_nul_in_a_cell_is_no_reason_to_refuse_a_table_but_its_line(batch: Batch) -> None:
    batch.write("lines.csv", LINES.replace("007", "0\x0007"))
    gathered = batch.gather("表格: {明细表: [lines.csv]}\n")
    assert batch.rows(gathered, "SELECT claim_id FROM lines") == [("008",)]
    assert batch.rows(gathered, "SELECT line, reason FROM rejects") == [(2, "not_text")]


@pytest.mark.parametrize("name", ["/dev/zero", "../没有.csv", "a" * 5000, "空"])
def test_a_path_that_leads_to_no_table_is_an_error_at_its_line(batch: Batch, name: str) -> None:
    (batch.folder / "空").mkdir()
    (error,) = batch.gather(f'tables:\n  lines:\n    - "{name}"\n').errors
    assert error.location
    assert error.location.line == 5


def test_files_written_anew_are_gone_when_the_run_ends(batch: Batch) -> None:
    batch.write("明细.csv", LINES, "gb18030")
    (source,) = batch.gather("tables: {lines: [明细.csv]}\n").tables["lines"]["sources"]
    assert Path(source["path"]).exists()
    batch.close()
    assert not Path(source["path"]).exists()
