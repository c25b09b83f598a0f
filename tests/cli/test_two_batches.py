"""A claim handed in with two batches would be paid twice: the batch that is judged later says so."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

RULE = "base-claim-numbers/claim_numbers_of_earlier_batches"
CHECK = ("--on", "2026-06-01", "--pack", "ningxia-2025")
HOSPITAL = """\
wicheck: institution/v1
编号: {name}
名称: {name}
医疗机构编码: {code}
行政区划代码: "640100"
服务类别: [医疗]
"""
BATCH = """\
wicheck: claims/v1
编号: {name}
机构: {institution}
基金所属地: "640100"
结算单:
- {{结算单号: {first}, 就诊类别: 住院, 总金额: 100, 基金支付金额: 100, 个人支付金额: 0}}
- {{结算单号: {second}, 就诊类别: 住院, 总金额: 50, 基金支付金额: 50, 个人支付金额: 0}}
明细:
- {{结算单号: {first}, 明细号: "01", 费用日期: 2026-03-02, 目录名称: 某检查, 数量: 1, 单价: 100, 金额: 100}}
- {{结算单号: {second}, 明细号: "01", 费用日期: 2026-03-02, 目录名称: 某检查, 数量: 1, 单价: 50, 金额: 50}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "claims"
    made.mkdir()
    for number, name in enumerate(("甲医院", "乙医院"), 1):
        (made / f"h{number}.yaml").write_text(HOSPITAL.format(name=name, code=f"H{number}"), encoding="utf-8")
    return made


def declare(folder: Path, name: str, first: str, second: str, institution: str = "甲医院") -> None:
    text = BATCH.format(name=name, first=first, second=second, institution=institution)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def findings(call: Call, folder: Path, *more: str) -> dict[str, dict[str, Any]]:
    """What is found of the rule in each batch."""
    call("check", folder, *CHECK, "--report", "json=r.json", "--report", "csv=r.csv", *more)
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    return {each["record"]["id"]: each for each in report["findings"] if each["rule"] == RULE}


@pytest.mark.parametrize("more", [(), ("--jobs", "2"), ("--memory", "256MB")])
def test_a_number_that_an_earlier_batch_has_fails_and_both_places_are_named(
    call: Call, folder: Path, more: tuple[str, ...]
) -> None:
    declare(folder, "a1", "J1", "J2")
    declare(folder, "b1", "J3", "J1")

    found = findings(call, folder, *more)

    assert (found["a1"]["verdict"], found["b1"]["verdict"]) == ("not_applicable", "fail")
    with Path("r.offences.csv").open(encoding="utf-8-sig", newline="") as lines:
        (row,) = (row for row in csv.DictReader(lines) if row["规则"] == RULE)
    assert (row["结算批次"], row["结算单号"], row["文件"], row["行"]) == ("b1", "J1", "claims/b1.yaml", "7")
    assert row["监控提示"] == "结算单号在批次 a1 里也有（claims/a1.yaml 第 6 行），请核对是不是重复申报"


def test_one_number_of_two_institutions_is_nothing(call: Call, folder: Path) -> None:
    declare(folder, "a1", "J1", "J2")
    declare(folder, "b1", "J1", "J2", institution="乙医院")

    found = findings(call, folder)

    assert {each["verdict"] for each in found.values()} == {"not_applicable"}


def test_batches_without_a_number_in_common_pass(call: Call, folder: Path) -> None:
    declare(folder, "a1", "J1", "J2")
    declare(folder, "b1", "J3", "J4")
    declare(folder, "c1", "J5", "J6")

    found = findings(call, folder)

    assert [found[name]["verdict"] for name in ("a1", "b1", "c1")] == ["not_applicable", "pass", "pass"]


def test_any_batch_before_counts_and_not_only_the_last(call: Call, folder: Path) -> None:
    declare(folder, "a1", "J1", "J2")
    declare(folder, "b1", "J3", "J4")
    declare(folder, "c1", "J5", "J1")

    found = findings(call, folder)

    assert [found[name]["verdict"] for name in ("a1", "b1", "c1")] == ["not_applicable", "pass", "fail"]


TABLES = """\
wicheck: claims/v1
编号: {name}
机构: 甲医院
基金所属地: "640100"
表格: {{结算单表: [{name}.csv]}}
"""
HEADS = "结算单号,就诊类别,总金额,基金支付金额,个人支付金额\n"


def declare_table(folder: Path, name: str, content: bytes) -> None:
    (folder / f"{name}.yaml").write_text(TABLES.format(name=name), encoding="utf-8")
    (folder / f"{name}.csv").write_bytes(content)


UNREAD = f"{HEADS}J1,住院,1,1,0\nJ9,住院,many,1,0\n".encode()


@pytest.mark.parametrize("content", [UNREAD, b"%PDF-1.4"])
def test_against_a_batch_that_was_not_read_whole_nobody_passes(call: Call, folder: Path, content: bytes) -> None:
    declare_table(folder, "a1", content)
    declare(folder, "b1", "J3", "J4")

    found = findings(call, folder, "--accept-rejects", "1")

    assert [found[name]["verdict"] for name in ("a1", "b1")] == ["not_applicable", "unknown"]


def test_a_number_that_is_there_certainly_offends_also_beside_what_was_not_read(call: Call, folder: Path) -> None:
    declare_table(folder, "a1", UNREAD)
    declare(folder, "b1", "J3", "J1")

    assert findings(call, folder, "--accept-rejects", "1")["b1"]["verdict"] == "fail"


@pytest.mark.parametrize("row", ["J1,住院,many,1,0", "J1,住院", ",住院,many,1,0"])
def test_one_that_may_have_been_taken_back_by_what_was_not_read_is_not_certain(
    call: Call, folder: Path, row: str
) -> None:
    """The row may be the refund of that claim."""
    declare_table(folder, "a1", f"{HEADS}J1,住院,1,1,0\n{row}\n".encode())
    declare(folder, "b1", "J3", "J1")

    assert findings(call, folder, "--accept-rejects", "1")["b1"]["verdict"] == "unknown"


def test_nobody_passes_either_who_was_not_read_whole(call: Call, folder: Path) -> None:
    declare(folder, "a1", "J3", "J4")
    declare_table(folder, "b1", UNREAD)
    declare(folder, "c1", "J5", "J6")

    found = findings(call, folder, "--accept-rejects", "1")

    assert [found[name]["verdict"] for name in ("a1", "b1", "c1")] == ["not_applicable", "unknown", "unknown"]
