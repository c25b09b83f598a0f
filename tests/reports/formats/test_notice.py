"""The notice to an institution: what it is to answer, and nothing that is not its business."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from tests.reports.claims import PRICE, TRACE, batch, billed, offence, rule
from tests.reports.formats.writing import text
from wicheck.model import Language, Text
from wicheck.reports import Report, Target, WriteOptions, write_reports

HOSTILE = '<w:p>{{ 7*7 }} & "x" | y\x08'


def put(made: Report, folder: Path, language: Language = Language.ZH) -> list[str]:
    return [fault.message.zh for fault in write_reports(made, [Target("notice", str(folder))], WriteOptions(language))]


def letter(folder: Path, name: str = "监控提示-城东康复医院") -> WordDocument:
    return Document(str(folder / f"{name}.docx"))


def words_of(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_each_institution_has_a_letter_in_word_and_in_markdown(tmp_path: Path) -> None:
    several = billed(batch(), batch(of="h2", institution="城西医院"), batch("2026-04"))
    assert put(several, tmp_path) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "监控提示-城东康复医院.docx",
        "监控提示-城东康复医院.md",
        "监控提示-城西医院.docx",
        "监控提示-城西医院.md",
    ]
    assert "结算批次 2026-04" in words_of(letter(tmp_path))


def test_it_says_which_batch_by_which_text_how_much_and_until_when(tmp_path: Path) -> None:
    put(billed(), tmp_path)
    said = words_of(letter(tmp_path))
    for part in (
        "城东康复医院：",
        "结算批次 2026-03，按《金华市工伤保险协议机构管理办法》检查，判断日期 2026-03-10",
        "涉及金额 12,345.60 元：结算单 80 张、明细 4214 条",
        "1. 不超过限价：4213 笔不符合，12,345.60 元（机构承担）",
        "依据：《金华市工伤保险协议机构管理办法》三（二）2",
        "共 4213 笔，以下列出其中 7 笔；逐笔明细另附。",
        "1. 不超过限价：2 笔资料不足",
        "2. 就诊次数：1 笔疑点",
        "回复期限：　　　　年　　月　　日前",
        "经办机构（盖章）",
    ):
        assert part in said, part


def test_the_rows_are_a_table_whose_heading_goes_on_every_page(tmp_path: Path) -> None:
    put(billed(), tmp_path)
    price, *_ = letter(tmp_path).tables
    rows = [[cell.text for cell in row.cells] for row in price.rows]
    assert rows[0] == ["序号", "结算单", "明细", "情况", "金额（元）", "位置"]
    assert rows[1] == ["1", "J001", "1", "单价 131 元，高于限价 100 元", "999.50", "lines.csv 第 2 行"]
    assert len(rows) == 8
    assert price.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_markdown_says_the_same(tmp_path: Path) -> None:
    put(billed(), tmp_path)
    said = (tmp_path / "监控提示-城东康复医院.md").read_text(encoding="utf-8")
    assert said == text("notice", billed())
    assert "| 1 | J001 | 1 | 单价 131 元，高于限价 100 元 | 999.50 | lines.csv 第 2 行 |" in said
    plain = re.sub(r"[\\#*|]", "", said)
    for paragraph in letter(tmp_path).paragraphs:
        assert "".join(paragraph.text.split()) in "".join(plain.split()) or paragraph.text.endswith("____")


def test_nothing_in_the_data_runs_or_breaks_the_letter(tmp_path: Path) -> None:
    bad = rule(PRICE, Text(HOSTILE, HOSTILE), [offence(1, 5, claim_id=HOSTILE)], 5, {"fail": 1})
    assert put(billed(batch(institution=HOSTILE, rules=[bad])), tmp_path) == []
    (file,) = tmp_path.glob("*.docx")
    said = words_of(Document(str(file))) + "".join(
        cell.text for table in Document(str(file)).tables for row in table.rows for cell in row.cells
    )
    assert said.count('<w:p>{{ 7*7 }} & "x" | y') == 3
    assert "49" not in said
    assert set(file.stem) & set('<>:"/\\|?*') == set()


def test_what_the_agency_owes_is_not_the_institution_s_business(tmp_path: Path) -> None:
    made = billed()
    findings = [{**each, "binds": "agency"} if each["rule"] == PRICE else each for each in made.findings]
    put(made._replace(findings=findings), tmp_path)  # type: ignore[arg-type]
    assert "不超过限价" not in words_of(letter(tmp_path))
    assert "药品都有追溯码" in words_of(letter(tmp_path))


def test_a_pack_outside_the_law_only_asks_for_an_explanation(tmp_path: Path) -> None:
    data = rule(TRACE, Text("总额等于明细", "sums agree"), [offence(1, 0)], 0, {"fail": 1})
    put(billed(batch(pack="base", rules=[data])), tmp_path)
    headings = [each.text for each in letter(tmp_path).paragraphs if str(each.style.name).startswith("Heading")]
    assert headings == ["工伤保险费用监控提示", "需要说明或核实的", "1. 总额等于明细：1 笔不符合", "处理要求"]


def test_where_nothing_is_to_be_told_nobody_gets_a_letter(tmp_path: Path) -> None:
    clean = billed(batch(rules=[rule(TRACE, Text("码", "code"), [], 0, {})]))
    assert put(clean, tmp_path / "letters") == []
    assert not (tmp_path / "letters").exists()
    assert text("notice", clean) == "没有需要提示机构的问题\n"


def test_without_claims_and_with_personal_data_it_is_refused(tmp_path: Path) -> None:
    assert put(billed()._replace(billing=[]), tmp_path) == ["没有结算批次，没有可写的监控提示"]
    made = billed()
    shown = made._replace(run={**made.run, "shows_personal": True})
    assert put(shown, tmp_path) == ["监控提示不带个人信息，请不要写 --show-personal"]
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_markdown_is_still_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    assert put(billed(), tmp_path) == ["没有安装写 Word 文件的 docxtpl，只写了 Markdown"]
    assert [file.suffix for file in tmp_path.iterdir()] == [".md"]


def test_it_speaks_english(tmp_path: Path) -> None:
    put(billed(batch(institution="h1")), tmp_path, Language.EN)
    said = words_of(letter(tmp_path, "notice-h1"))
    assert "1. no price above the ceiling: 4213 not met, 12,345.60 yuan (borne by the institution)" in said
    assert not re.search("[一-鿿]", said.replace("三（二）2", ""))


def test_the_file_tells_nothing_of_who_made_it(tmp_path: Path) -> None:
    put(billed(), tmp_path)
    properties = letter(tmp_path).core_properties
    assert (properties.author, str(properties.created)[:10]) == ("", "2026-03-10")
    with ZipFile(BytesIO((tmp_path / "监控提示-城东康复医院.docx").read_bytes())) as parts:
        assert parts.testzip() is None


def test_its_chinese_is_that_of_the_mainland(tmp_path: Path) -> None:
    put(billed(), tmp_path)
    with ZipFile(BytesIO((tmp_path / "监控提示-城东康复医院.docx").read_bytes())) as parts:
        assert re.findall('w:eastAsia="([^"]*)" w:bidi', parts.read("word/styles.xml").decode()) == ["zh-CN"]
