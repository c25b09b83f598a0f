"""Rows and files of a batch that could not be read: no rule passes over what nobody has seen, whoever allows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

CHECK = ("--on", "2026-06-01", "--pack", "ningxia-2025")
HOSPITAL = """\
wicheck: institution/v1
编号: 甲医院
名称: 甲医院
医疗机构编码: H1
行政区划代码: "640100"
服务类别: [医疗]
"""
BATCH = """\
wicheck: claims/v1
编号: a1
机构: 甲医院
基金所属地: "640100"
表格: {结算单表: [claims.csv], 明细表: [lines.csv]}
"""
CLAIMS = "结算单号,就诊类别,总金额,基金支付金额,个人支付金额\nJ1,住院,150,150,0\n"
LINES = """\
结算单号,明细号,费用日期,目录名称,数量,单价,金额
J1,01,2026-03-02,某检查,1,100,100
J1,02,2026-03-03,某检查,1,50,50
"""
WITH_FUND = """\
结算单号,明细号,费用日期,数量,单价,金额,基金支付金额
J1,01,2026-03-02,1,140,140,140
"""
OF_LINES = "base-claim-amounts/line_amounts"
OF_CLAIMS = "base-claim-numbers/claim_numbers_once"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "claims"
    made.mkdir()
    (made / "batch.yaml").write_text(BATCH, "utf-8")
    (made / "hospital.yaml").write_text(HOSPITAL, "utf-8")
    for name, text in (("claims", CLAIMS), ("lines", LINES)):
        (made / f"{name}.csv").write_text(text, "utf-8")
    return made


def checked(call: Call, *more: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """The exit code, and what was found by rule."""
    code, _, _ = call("check", "claims", *CHECK, "--report", "json=r.json", *more)
    report = json.loads(Path("r.json").read_text("utf-8"))
    return code, {each["rule"]: each for each in report["findings"]}


def test_a_batch_that_was_read_whole_passes(call: Call, folder: Path) -> None:
    """Else the tests below could not fail."""
    _, found = checked(call)
    assert [found[rule]["verdict"] for rule in (OF_LINES, OF_CLAIMS)] == ["pass", "pass"]


@pytest.mark.parametrize(("accepted", "expected"), [("0", 3), ("1", 5)])
def test_no_rule_passes_over_a_row_that_could_not_be_read(
    call: Call, folder: Path, accepted: str, expected: int
) -> None:
    (folder / "lines.csv").write_text(f"{LINES}J1,03,2026-13-03,某检查,1,10,10\n", "utf-8")
    code, found = checked(call, "--accept-rejects", accepted)
    assert code == expected
    assert (found[OF_LINES]["verdict"], found[OF_LINES]["message"]["id"]) == ("unknown", "sql.unread")
    assert found[OF_LINES]["message"]["zh"].startswith("有 1 行没有读懂")
    assert found[OF_CLAIMS]["verdict"] == "pass", "it reads no lines"


def test_rows_of_which_none_could_be_read_are_not_rows_that_are_not_there(call: Call, folder: Path) -> None:
    (folder / "lines.csv").write_text(LINES.replace("2026-03-0", "2026-13-0"), "utf-8")
    _, found = checked(call, "--accept-rejects", "2")
    assert found[OF_LINES]["verdict"] == "unknown"


def test_no_rule_passes_over_a_file_that_could_not_be_read(call: Call, folder: Path) -> None:
    (folder / "more.csv").write_bytes(b"%PDF-1.4")
    (folder / "batch.yaml").write_text(BATCH.replace("[lines.csv]", "[lines.csv, more.csv]"), "utf-8")
    code, found = checked(call)
    assert code == 3
    assert found[OF_LINES]["verdict"] == "unknown"
    assert found[OF_LINES]["message"]["zh"].startswith("有 1 个文件没有读懂")
    assert found[OF_CLAIMS]["verdict"] == "pass", "it reads no lines"


def test_what_certainly_offends_fails_beside_a_row_that_could_not_be_read(call: Call, folder: Path) -> None:
    (folder / "lines.csv").write_text(LINES.replace("1,50,50", "3,50,50") + "J1,03,2026-13-03,某,1,1,1\n", "utf-8")
    code, found = checked(call, "--accept-rejects", "1")
    assert code == 1
    assert (found[OF_LINES]["verdict"], found[OF_LINES]["message"]["id"]) == ("fail", "sql.found_and_unread")


@pytest.mark.parametrize(
    ("rule", "claims", "lines", "lost"),
    [
        ("base-claim-numbers/claims_have_lines", f"{CLAIMS}J2,住院,10,10,0\n", LINES, "lines"),
        ("base-claim-amounts/totals", CLAIMS.replace("150,150", "160,160"), LINES, "lines"),
        ("base-claim-amounts/fund_parts", CLAIMS, WITH_FUND, "lines"),
        ("base-claim-numbers/lines_have_claims", CLAIMS, f"{LINES}J2,01,2026-03-02,某,1,10,10\n", "claims"),
    ],
)
def test_what_is_not_there_may_be_what_could_not_be_read(  # noqa: PLR0917
    call: Call, folder: Path, rule: str, claims: str, lines: str, lost: str
) -> None:
    texts = {"claims": claims, "lines": lines}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    assert checked(call)[1][rule]["verdict"] == "fail"
    row = {"claims": "J2,住院,X,,\n", "lines": "J2,01,X,,,,\n"}[lost]
    (folder / f"{lost}.csv").write_text(texts[lost] + row, "utf-8")
    assert checked(call)[1][rule]["verdict"] == "unknown"


LISTED = """\
wicheck: catalogue/v1
编号: 甲目录
发布层级: 省级
行政区划代码: "640000"
条目:
- {编码: A1, 名称: 某检查, 种类: 诊疗项目, 生效日期: 2020-01-01, 失效日期: 无, 限价: 100}
"""
DEAR = """\
结算单号,明细号,费用日期,目录编码,目录名称,目录类别,数量,单价,金额,基金支付金额
J1,01,2026-03-02,A1,某检查,诊疗项目,1,150,150,150
J2,01,2026-03-02,A1,某检查,诊疗项目,1,130,130,130
"""
TWO_CLAIMS = "结算单号,就诊类别,总金额,基金支付金额,个人支付金额\nJ1,住院,150,150,0\nJ2,住院,130,130,0\n"
PRICE = "ningxia-15-1/price_above_ceiling"


def prices(call: Call, folder: Path, row: str) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """The exit code, what was found of prices, and how it is told of the batch."""
    (folder / "claims.csv").write_text(TWO_CLAIMS, "utf-8")
    (folder / "lines.csv").write_text(DEAR + row, "utf-8")
    (folder / "catalogue.yaml").write_text(LISTED, "utf-8")
    (folder / "batch.yaml").write_text(f"{BATCH}目录: [甲目录]\n", "utf-8")
    code, found = checked(call, "--accept-rejects", "9")
    batches = json.loads(Path("r.json").read_text("utf-8"))["billing"]
    (rule,) = (rule for batch in batches for rule in batch["rules"] if rule["rule"] == PRICE)
    return code, found[PRICE], rule


def test_a_refund_that_could_not_be_read_leaves_its_own_claim_open_and_no_other(call: Call, folder: Path) -> None:
    _, found, rule = prices(call, folder, "")
    assert (found["verdict"], rule["counts"], rule["amount"]) == ("fail", {"fail": 2}, 80)

    code, found, rule = prices(call, folder, "J1,02,2026-03-99,A1,某检查,诊疗项目,-1,150,-150,-150\n")

    assert (code, found["verdict"], rule["counts"], rule["amount"]) == (1, "fail", {"fail": 1, "unknown": 1}, 30)
    assert "还有1 处资料不足" in found["message"]["zh"]
    certain, doubtful = rule["offences"]
    assert (certain["claim_id"], doubtful["claim_id"], doubtful["alert"]) == ("J2", "J1", None)
    assert doubtful["evidence"]["unread_row"] == "claims/lines.csv#4"
    assert rule["columns"]["unread_reason"]["words"][doubtful["evidence"]["unread_reason"]]["zh"] == "没有这一天"


def test_a_row_of_which_nobody_knows_whose_it_is_leaves_all_open(call: Call, folder: Path) -> None:
    _, found, rule = prices(call, folder, "J9,02,2026-03-02\n")
    assert (found["verdict"], rule["counts"], rule["amount"]) == ("unknown", {"unknown": 2}, 0)
    assert found["remedy"]["zh"].startswith("改正没有读懂的行")
    assert {each["evidence"]["unread_reason"] for each in rule["offences"]} == {"too_few_columns"}


def test_lines_that_got_their_claim_by_their_visit_are_not_sure_of_it_where_a_claim_could_not_be_read(
    call: Call, folder: Path
) -> None:
    """Which may be another claim of the same visit."""
    numbers = "base-claim-numbers/line_numbers_once"
    (folder / "lines.csv").write_text("就诊号,明细号\nZ1,01\nZ1,02\n", "utf-8")
    claims = "结算单号,就诊号,总金额\nJ1,Z1,150\n"
    for more, verdict in (("", "pass"), ("J2,Z1,X\n", "unknown")):
        (folder / "claims.csv").write_text(f"{claims}{more}", "utf-8")
        assert checked(call, "--accept-rejects", "1")[1][numbers]["verdict"] == verdict


AGREEMENT = """\
wicheck: agreement/v1
编号: 旧协议
机构: 甲医院
服务类别: [医疗]
开始日期: 2024-01-01
截止日期: 2024-12-31
"""
STAY = "结算单号,就诊类别,急诊,机构代码,入院日期,出院日期,基金支付金额\nJ1,住院,否,H1,2026-03-01,2026-03-05,150\n"
AT_AGREEMENT = "ningxia-17-1/at_agreement_institution"


@pytest.mark.parametrize("broken", [AGREEMENT.replace("2024-", "2026-13-"), "wicheck: agreement/v1\n编号: [\n"])
def test_an_agreement_that_could_not_be_read_may_be_the_one_that_is_not_found(
    call: Call, folder: Path, broken: str
) -> None:
    (folder / "claims.csv").write_text(STAY, "utf-8")
    (folder / "old.yaml").write_text(AGREEMENT, "utf-8")
    assert checked(call)[1][AT_AGREEMENT]["verdict"] == "fail"
    (folder / "new.yaml").write_text(broken.replace("旧", "新"), "utf-8")
    code, found = checked(call)
    assert (code, found[AT_AGREEMENT]["verdict"], found[AT_AGREEMENT]["message"]["id"]) == (3, "unknown", "sql.unread")
