"""Claims from check to letter: all files of a check, what can be made of its JSON later, and what changed since."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Call

HOSPITAL = """\
wicheck: institution/v1
编号: 甲医院
名称: 甲医院
医疗机构编码: H1
行政区划代码: "640100"
级别: 二级
服务类别: [医疗]
"""
CATALOGUE = """\
wicheck: catalogue/v1
编号: 甲目录
种类: 诊疗项目
条目:
- {编码: XM1, 名称: 某检查, 种类: 诊疗项目, 生效日期: 2026-01-01, 限价: 100}
"""
BATCH = """\
wicheck: claims/v1
编号: 三月
机构: 甲医院
基金所属地: "640100"
目录: [甲目录]
结算单:
- {{结算单号: J1, 机构代码: H1, 就诊类别: 住院, 总金额: {total}, 基金支付金额: {total}, 个人支付金额: 0}}
明细:
- {{结算单号: J1, 明细号: "01", 费用日期: 2026-03-02, 目录编码: XM1, 目录名称: 某检查, 目录类别: 诊疗项目, 数量: 1,
   单价: {price}, 金额: {price}}}
- {{结算单号: J1, 明细号: "02", 费用日期: 2026-03-03, 目录编码: XM1, 目录名称: 某检查, 目录类别: 诊疗项目, 数量: 1,
   单价: 120.5, 金额: 120.5}}
"""
CHECK = ("--on", "2026-06-01", "--pack", "ningxia-2025")
RULE = "ningxia-15-1/price_above_ceiling"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "claims"
    made.mkdir()
    (made / "h.yaml").write_text(HOSPITAL, encoding="utf-8")
    (made / "c.yaml").write_text(CATALOGUE, encoding="utf-8")
    return declare(made, "131.25")


def declare(folder: Path, price: str) -> Path:
    text = BATCH.format(price=price, total=float(price) + 120.5)
    (folder / "batch.yaml").write_text(text, encoding="utf-8")
    return folder


def offences(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["规则"] == RULE and row["结论"] == "不符合"]


def test_every_file_of_a_check_tells_the_same_offences(call: Call, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    names = {"json": "r.json", "csv": "r.csv", "parquet": "r.parquet", "xlsx": "r.xlsx", "notice": "letters"}
    wanted = [word for name, file in names.items() for word in ("--report", f"{name}={out / file}")]
    code, said, err = call("check", folder, *CHECK, *wanted)
    assert (code, err) == (1, "")
    assert "涉及金额 51.75 元" in said
    batch, *_ = json.loads((out / "r.json").read_text(encoding="utf-8"))["billing"]
    (rule,) = (each for each in batch["rules"] if each["rule"] == RULE)
    assert (batch["amount"], rule["amount"], rule["counts"]) == (51.75, 51.75, {"fail": 2})
    rows = offences(out / "r.offences.csv")
    assert {(row["明细号"], row["金额（元）"]) for row in rows} == {("01", "31.25"), ("02", "20.5")}
    assert "2026-03-02 某检查：单价 131.25 元，高于限价 100 元" in {row["监控提示"] for row in rows}
    with duckdb.connect() as connection:
        query = "SELECT line_number, amount FROM read_parquet($1) WHERE rule = $2 AND verdict = 'fail' ORDER BY 1"
        found = connection.execute(query, [str(out / "r.parquet"), RULE]).fetchall()
    assert [(line, float(amount)) for line, amount in found] == [("01", 31.25), ("02", 20.5)]
    assert {file.name for file in (out / "letters").iterdir()} == {"监控提示-甲医院.md", "监控提示-甲医院.docx"}


def test_letters_and_pages_are_made_of_the_json_later(call: Call, folder: Path, tmp_path: Path) -> None:
    report, letters = tmp_path / "r.json", tmp_path / "letters"
    call("check", folder, *CHECK, "--report", f"json={report}")
    assert call("report", report, "--format", "notice", "--output", letters) == (1, "", "")
    assert "单价 131.25 元，高于限价 100 元" in (letters / "监控提示-甲医院.md").read_text(encoding="utf-8")
    assert "涉及金额 51.75 元" in call("report", report, "--format", "html").out
    code, _, err = call("report", report, "--format", "parquet", "--output", tmp_path / "x.parquet")
    assert (code, "检查时写" in err) == (2, True)


def test_a_row_that_offended_before_is_let_pass_whatever_its_money(call: Call, folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.json"
    call("check", folder, *CHECK, "--report", f"json={report}")
    again = call("check", declare(folder, "150"), *CHECK, "--baseline", report, "--new-only")
    assert "新出现的不符合 0 项" in again.out
    assert "涉及金额 70.50 元" in again.out
    assert again.code == 5


def test_a_further_row_fails_a_check_of_what_is_new_and_a_mended_one_is_told(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    report, after = tmp_path / "r.json", tmp_path / "after.json"
    call("check", declare(folder, "99"), *CHECK, "--report", f"json={report}")
    wanted = ("--baseline", report, "--new-only", "--report", f"json={after}")
    code, out, _ = call("check", declare(folder, "131.25"), *CHECK, *wanted)
    assert code == 1
    (rule,) = (each for each in json.loads(after.read_text(encoding="utf-8"))["baseline"]["offences"])
    assert (rule["rule"], rule["counts"], rule["amounts"]) == (
        RULE,
        {"new": 1, "unchanged": 1},
        {"new": 31.25, "unchanged": 20.5},
    )
    code, out, _ = call("check", declare(folder, "99"), *CHECK, "--baseline", after, "--new-only")
    assert "不再有 1 笔" in "".join(out.split("\n"))
    assert code == 5


def test_two_batches_are_one_parquet_file_that_says_whose_each_row_is(call: Call, folder: Path, tmp_path: Path) -> None:
    first = (folder / "batch.yaml").read_text(encoding="utf-8")
    second = first.replace("编号: 三月", "编号: 四月").replace("J1", "J2")
    (folder / "second.yaml").write_text(second, encoding="utf-8")
    out = tmp_path / "out.parquet"
    call("check", folder, *CHECK, "--report", f"parquet={out}")
    with duckdb.connect() as connection:
        query = "SELECT institution, batch, pack, claim_id FROM read_parquet($1) WHERE rule = $2 ORDER BY ALL"
        found = connection.execute(query, [str(out), RULE]).fetchall()
    assert set(found) == {("甲医院", "三月", "ningxia-2025", "J1"), ("甲医院", "四月", "ningxia-2025", "J2")}
    assert [file.name for file in tmp_path.glob("*.parquet")] == ["out.parquet"]


def test_a_table_that_is_wanted_is_written_where_its_file_is_named(call: Call, tmp_path: Path) -> None:
    """Not at the head of the document, which holds no rows where they stand in files."""
    call("init", "乌海", "--claims", "--output", tmp_path / "甲")
    lines = (tmp_path / "甲/费用.yaml").read_text(encoding="utf-8").splitlines()
    report = tmp_path / "r.json"
    call("check", tmp_path / "甲", "--pack", "乌海", "--report", f"json={report}")
    missing = [each for found in json.loads(report.read_text("utf-8"))["findings"] for each in found["missing"]]
    (places,) = {(e["location"]["line"], e["location"]["column"]) for e in missing if e["path"] == "claims.lines"}
    assert lines[places[0] - 1].startswith("  明细表:")
    (place,) = {e["location"]["line"] for e in missing if e["path"] == "catalogue.entries"}
    assert (tmp_path / "甲/目录.yaml").read_text(encoding="utf-8").splitlines()[place - 1].startswith("表格:")
