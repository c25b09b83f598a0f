"""No sheet that goes on with a table is left out in silence, and none is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from wicheck.claims.sheets import Sheets, sheets_of
from wicheck.claims.tables import tables
from wicheck.documents.schemas import Schemas
from wicheck.errors import InputError

LINES = tables(Schemas())["lines"]
KNOWN = {"结算单号", "明细号", "数量", "金额"}
HEADER = ["结算单号", "明细号", "数量", "金额"]


def read(sheets: Mapping[str, Sequence[str]]) -> Sheets:
    tops = {name: [["三月"], header, ["J1", "1", "1", "5"]] for name, header in sheets.items()}
    return sheets_of(LINES, tops, lambda names: len(KNOWN & set(names)), "a.xlsx")


@pytest.mark.parametrize("names", [("Sheet1", "Sheet2"), ("明细", "明细(2)"), ("一月", "明细")])
def test_sheets_with_the_same_header_are_one_table(names: tuple[str, str]) -> None:
    assert read({names[0]: HEADER, "说明": ["金额"], names[1]: [*HEADER, ""]}) == (list(names), [])


def test_a_sheet_called_like_the_table_is_it_and_others_may_hold_more_of_it() -> None:
    assert read({"旧": [*HEADER, "备注"], "明细": HEADER, "汇总": ["月份", "金额"]}) == (["明细"], ["旧"])


@pytest.mark.parametrize("other", [["结算单号", "数量"], [*HEADER, "备注"]])
def test_a_sheet_that_may_hold_more_of_the_table_is_asked_about(other: list[str]) -> None:
    with pytest.raises(InputError, match="一月") as error:
        read({"一月": HEADER, "二月": other})
    assert error.value.hint


def test_the_only_sheet_is_taken() -> None:
    assert read({"x": ["a"]}) == (["x"], [])


def test_a_sheet_without_a_row_below_its_header_holds_nothing() -> None:
    tops = {"明细": [HEADER, ["J1", "1", "1", "5"]], "旧": [[*HEADER, "备注"], ["", " ", ""]]}
    assert sheets_of(LINES, tops, lambda names: len(KNOWN & set(names)), "a.xlsx") == (["明细"], [])
