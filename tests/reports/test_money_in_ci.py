"""Offences of claims where tools look at them: annotations at rows, results of code scanning, what the screen says."""

from __future__ import annotations

import json
from typing import Any

from tests.reports.claims import PRICE, batch, billed, offence, rule
from tests.reports.formats.writing import text
from wicheck.model import Text
from wicheck.reports import Report, WriteOptions, writer


def run(made: Report) -> dict[str, Any]:
    (only,) = json.loads(text("sarif", made))["runs"]
    return only


def many(number: int) -> Report:
    rows = [offence(each, number - each) for each in range(number)]
    return billed(batch(rules=[rule(PRICE, Text("限价", "ceiling"), rows, 1, {"fail": number + 10})]))


def test_an_offence_is_annotated_at_its_row_where_the_file_is_in_the_repository() -> None:
    inside = [offence(1, 5), offence(2, 6, location={"file": "/elsewhere/lines.csv", "row": 3})]
    lines = text("github", billed(batch(rules=[rule(PRICE, Text("限价", "c"), inside, 11, {"fail": 2})]))).splitlines()
    found = [line for line in lines if "明细" in line and "lines.csv" in line]
    assert found == [
        "::error file=lines.csv,line=2,title=jinhua-3/price 限价::"
        "5.00 元，结算单 J001 明细 1：单价 131 元，高于限价 100 元"
    ]


def test_github_shows_no_more_than_it_takes_and_counts_the_rest() -> None:
    lines = text("github", many(50)).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "error 41 条" in lines[-1]


def test_the_largest_offences_are_results_with_their_rows_and_name_their_rule() -> None:
    found = run(billed())
    rules = found["tool"]["driver"]["rules"]
    results = [each for each in found["results"] if "claim" in each["properties"]]
    assert [each["properties"]["amount"] for each in results] == [999.5, 998.5, 997.5, 996.5, 995.5, 994.5, 993.5, 0]
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in results)
    assert len({each["partialFingerprints"]["wicheck/v1"] for each in results}) == len(results)


def test_what_github_would_not_take_is_left_out_and_counted() -> None:
    found = run(many(6000))
    assert len(found["results"]) == 4999
    (note,) = found["invocations"][0]["toolExecutionNotifications"]
    assert "不符合规定的费用 1012 笔" in note["message"]["text"]


def test_the_screen_shows_five_of_a_rule_and_with_v_all_that_the_report_holds() -> None:
    brief, full = (
        "".join(writer("terminal").write(billed(), WriteOptions(verbosity=each)))
        for each in (0, 1)  # type: ignore[arg-type]
    )
    assert "金额最大的 5 笔，共 4215 笔" in brief
    assert "金额最大的 7 笔，共 4215 笔" in full
    assert (brief.count("结算单 J00"), full.count("结算单 J00")) == (6, 9)
