"""The header is found where it stands, with what separates its cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from wicheck.claims.csv_heads import Head, find_head

KNOWN = {"结算单号", "金额", "名称"}


def score(names: Sequence[str]) -> int:
    return len(KNOWN & set(names))


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_cells_may_be_separated_by_any_usual_sign(delimiter: str) -> None:
    text = delimiter.join(["结算单号", "名称"]) + "\n" + delimiter.join(["1", "a"]) + "\n"
    assert find_head(text, score) == Head(["结算单号", "名称"], 1, delimiter)


def test_titles_and_empty_lines_may_stand_above() -> None:
    head = find_head("某医院费用明细,,\n\n打印日期：2026-04-01,,\n结算单号,名称,金额\n1,a,2\n", score)
    assert (head.names, head.line) == (["结算单号", "名称", "金额"], 4)


def test_a_name_may_go_over_two_lines() -> None:
    head = find_head('结算单号,"金\n额",名称\n1,2,a\n', score)
    assert (head.line, len(head.names)) == (2, 3)


def test_a_delimiter_behind_the_last_name_makes_no_column() -> None:
    assert find_head("结算单号,名称,\n1,a,\n", score).names == ["结算单号", "名称"]


def test_a_header_of_two_lines_has_the_names_of_both() -> None:
    head = find_head("三月,,,\n结算单号,,费用,\n,名称,数量,金额\n1,a,2,3\n", score)
    assert head == Head(["结算单号", "名称", "数量", "金额"], 3, ",")


def test_a_record_with_gaps_is_no_second_line_of_a_header() -> None:
    assert find_head("结算单号,名称,金额\n1,,\n", score).line == 1


def test_without_a_known_name_the_first_row_is_the_header() -> None:
    assert find_head("a;b;c\n1;2;3\n", score) == Head(["a", "b", "c"], 1, ";")


def test_nothing_is_no_header() -> None:
    assert find_head("\n\n", score).names == []
