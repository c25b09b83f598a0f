"""Money is the same in every format: made from one report, whether of a run or read back from its JSON."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from tests.reports.claims import PRICE, TRACE, batch, billed, keeping, offence, rule
from tests.reports.formats.writing import text, written
from wicheck.documents.schemas import Schemas
from wicheck.errors import UsageError
from wicheck.model import Text
from wicheck.reports import OffenceFiles, Report, Target, WriteOptions, write_reports
from wicheck.reports.output import pieces
from wicheck.reports.reading import read_report
from wicheck.reports.writers import writer

HELD = Decimal("12345.6")
TOTAL = re.compile(r"金华：结算批次1个，涉及金额([\d,]+\.\d\d)元")


def told(content: str) -> Decimal:
    """The total that people read, wherever lines are broken."""
    (amount,) = TOTAL.findall("".join(content.split()))
    return Decimal(amount.replace(",", ""))


def of_json(made: Report) -> Decimal:
    (only,) = json.loads(text("json", made), parse_float=Decimal)["billing"]
    return Decimal(only["amount"])


def of_sarif(made: Report) -> Decimal:
    (run,) = json.loads(text("sarif", made))["runs"]
    return Decimal(run["properties"]["moneyAtRisk"]["jinhua"])


def of_xlsx(made: Report) -> Decimal:
    sheet = load_workbook(BytesIO(written("xlsx", made)))["汇总"]
    return told("\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None))


def of_notice(made: Report) -> Decimal:
    (amount,) = re.findall(r"- 涉及金额 ([\d,.]+) 元", text("notice", made))
    return Decimal(amount.replace(",", ""))


READERS: Mapping[str, Callable[[Report], Decimal]] = {
    "json": of_json,
    "sarif": of_sarif,
    "xlsx": of_xlsx,
    "notice": of_notice,
    "markdown": lambda made: told(text("markdown", made)),
    "terminal": lambda made: told(text("terminal", made)),
    "github": lambda made: told(text("github", made).replace("%0A", "\n")),
    "html": lambda made: told(unescape(re.sub("<[^>]*>", "", text("html", made)))),
}


@pytest.mark.parametrize("name", READERS)
def test_every_format_says_the_same_money(name: str) -> None:
    assert READERS[name](billed()) == HELD


@pytest.mark.parametrize("name", [*READERS, "csv", "junit"])
def test_what_is_made_from_the_file_equals_what_the_run_made(name: str, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(written("json", billed()))
    again = read_report(file, Schemas()).report
    assert _sheets(name, again) == _sheets(name, billed())


@pytest.mark.parametrize("changed", [{"of": "elsewhere"}, {"pack": "elsewhere"}])
def test_a_batch_of_an_unknown_institution_or_law_is_no_report(changed: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(written("json", billed()._replace(billing=[batch(**changed)])))
    with pytest.raises(UsageError, match="a batch's dossier or pack"):
        read_report(file, Schemas())


def _sheets(name: str, made: Report) -> object:
    if name != "xlsx":
        return written(name, made)
    book = load_workbook(BytesIO(written(name, made)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_json_keeps_to_its_schema() -> None:
    data = json.loads(text("json", billed(batch(), batch("2026-04", bearers={}, months={}, rules=[]))))
    Draft202012Validator(Schemas().schema("report")).validate(data)


# What lies in the files of all offences.
ALL = [
    *((PRICE, offence(number, 2.5)) for number in range(1, 300)),
    (PRICE, offence(300, None, "unknown", claim_id="=1+1", location=None)),
    (TRACE, offence(9, 0, evidence={"price": "找 13800001234"})),
]


@pytest.fixture
def kept(tmp_path: Path) -> Report:
    return keeping(billed(), tmp_path, ALL)


def put(made: Report, name: str, file: Path) -> list[str]:
    return [fault.message.zh for fault in write_reports(made, [Target(name, str(file))], WriteOptions())]


def offences(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_all_offences_beside_the_findings(kept: Report, tmp_path: Path) -> None:
    assert put(kept, "csv", tmp_path / "out" / "report.csv") == []
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["report.csv", "report.offences.csv"]
    assert (tmp_path / "out" / "report.csv").read_bytes() == written("csv", kept)
    rows = offences(tmp_path / "out" / "report.offences.csv")
    assert len(rows) == len(ALL)
    assert sum(Decimal(row["金额（元）"]) for row in rows if row["结论"] == "不符合") == Decimal("747.5")
    first = {
        "机构": "城东康复医院",
        "结算批次": "2026-03",
        "条款": "三（二）2",
        "要求": "不超过限价",
        "结算单号": "J001",
    }
    assert rows[0].items() >= first.items()
    assert (rows[0]["明细号"], rows[0]["承担方"], rows[0]["文件"], rows[0]["行"]) == ("1", "机构", "lines.csv", "2")
    assert (rows[0]["监控提示"], rows[0]["依据数据"]) == ("单价 131 元，高于限价 100 元", "单价 131 元、限价 100")


def test_no_offence_is_a_formula_nor_tells_a_telephone_number(kept: Report, tmp_path: Path) -> None:
    put(kept, "csv", tmp_path / "report.csv")
    rows = offences(tmp_path / "report.offences.csv")
    assert (rows[-2]["结算单号"], rows[-2]["金额（元）"], rows[-2]["监控提示"]) == ("'=1+1", "", "")
    assert "138****1234" in rows[-1]["依据数据"]
    assert "13800001234" not in (tmp_path / "report.offences.csv").read_text(encoding="utf-8")


def test_later_only_those_that_the_report_holds_are_there_and_it_is_said(tmp_path: Path) -> None:
    put(billed(), "csv", tmp_path / "report.csv")
    *rows, note = offences(tmp_path / "report.offences.csv")
    assert len(rows) == 9
    assert "共 4217 笔" in note["机构"]


def test_where_the_report_holds_all_nothing_is_said(tmp_path: Path) -> None:
    small = batch(rules=[rule(PRICE, Text("价", "p"), [offence(1, 5)], 5, {"fail": 1})], amount=5)
    put(billed(small), "csv", tmp_path / "report.csv")
    assert len(offences(tmp_path / "report.offences.csv")) == 1


def test_an_input_beside_the_report_is_never_overwritten(kept: Report, tmp_path: Path) -> None:
    data = tmp_path / "lines.offences.csv"
    data.write_text("data", encoding="utf-8")
    faults = write_reports(kept, [Target("csv", str(tmp_path / "lines.csv"))], WriteOptions(), [data])
    assert [fault.message.en for fault in faults] == ["a report must not overwrite an input file"]
    assert data.read_text(encoding="utf-8") == "data"


def test_the_workbook_has_all_offences_with_codes_as_text_and_amounts_as_numbers(kept: Report) -> None:
    book = load_workbook(BytesIO(written("xlsx", kept)))
    sheet = book["费用问题明细"]
    heading, *rows = list(sheet.iter_rows(values_only=True))
    assert (len(rows), sheet.freeze_panes) == (len(ALL), "A2")
    cells = dict(zip(heading, rows[0], strict=True))
    assert (cells["结算单号"], cells["明细号"], cells["金额（元）"]) == ("J001", "1", 2.5)
    assert book.sheetnames == ["汇总", "结论", "费用问题明细", "城东康复医院"]


def test_the_workbook_says_where_its_rows_are_not_all(tmp_path: Path) -> None:
    sheet = load_workbook(BytesIO(written("xlsx", billed())))["费用问题明细"]
    assert "共 4217 笔" in str(list(sheet.iter_rows(values_only=True))[-1][0])


def joining(made: Report) -> Report:
    """With an engine that writes the files one behind the other."""

    def join(files: Sequence[OffenceFiles]) -> Path:
        one = files[0].files[".parquet"].with_name("joined.parquet")
        one.write_bytes(b"".join(each.files[".parquet"].read_bytes() for each in files))
        return one

    return made._replace(join=join)


def test_parquet_is_one_file_of_what_the_engine_wrote_of_all_batches(tmp_path: Path) -> None:
    several = [batch(), batch("2026-04")]
    files = [keeping(billed(each), tmp_path, ALL).offences[0] for each in several]
    made = joining(billed(*several)._replace(offences=files))
    assert put(made, "parquet", tmp_path / "o" / "out.parquet") == []
    assert [file.name for file in (tmp_path / "o").iterdir()] == ["out.parquet"]
    assert (tmp_path / "o" / "out.parquet").read_bytes() == 2 * b"PAR1 of the engine"
    assert b"".join(pieces(writer("parquet").write(made, WriteOptions()))) == 2 * b"PAR1 of the engine"


def test_a_pack_outside_the_law_that_found_nothing_says_nothing() -> None:
    clean = batch(pack="base", rules=[rule(PRICE, Text("价", "p"), [], 0, {})], amount=0, bearers={}, months={})
    made = billed(batch(), clean)
    for name in ("terminal", "markdown", "html"):
        assert "资料核对）" not in text(name, made)
        assert "数据核对）" not in text(name, made)
        assert "数据核对：结算批次" not in text(name, made)


def test_parquet_cannot_be_made_later_nor_of_nothing(tmp_path: Path) -> None:
    assert put(billed(), "parquet", tmp_path / "x") == ["报告里没有全部费用明细，写不成 Parquet"]
    assert put(billed()._replace(billing=[]), "parquet", tmp_path / "x") == ["没有结算批次，没有可写的明细"]
    assert not (tmp_path / "x").exists()


def test_a_page_that_lists_all_rows_does_not_send_the_reader_elsewhere() -> None:
    small = batch(rules=[rule(PRICE, Text("价", "p"), [offence(1, 5)], 5, {"fail": 1})], amount=5)
    note = "这里只列金额最大的"
    assert (note in text("html", billed(small)), note in text("html", billed())) == (False, True)


def test_an_offence_without_money_names_none_and_one_without_lines_counts_none() -> None:
    free = rule(TRACE, Text("追溯码", "codes"), [offence(9, 0)], 0, {"fail": 1})
    told = text("html", billed(batch(rules=[free], amount=0, bearers={}, months={}, lines_count=0)))
    assert '<td class="n">—</td>' in told
    assert "没有涉及金额：结算单 80 张<" in told


@pytest.mark.parametrize(("changes", "loud"), [({}, True), ({"rules": []}, False)])
def test_on_the_page_only_what_certainly_offends_is_told_in_the_colour_of_a_failure(
    changes: dict[str, Any], loud: bool
) -> None:
    assert ('class="lead found"' in text("html", billed({**batch(), **changes}))) == loud  # type: ignore[typeddict-item]
