"""Text in columns where Chinese characters are two columns wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.reports.layout import columns, indented, pad, table, wrap

TEXTS = st.text("康复床位，。（）“” abc-/.1234:é", max_size=80)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("床位", 4), ("49 张", 5), ("（一）", 6), ("e\u0301", 1)]
)
def test_columns_are_counted_as_shown(text: str, width: int) -> None:
    assert columns(text) == width


def test_padding_aligns_wide_and_narrow() -> None:
    assert {columns(pad(text, 8)) for text in ("床位", "beds", "")} == {8}


@given(TEXTS, st.integers(min_value=4, max_value=30))
def test_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrap("床位不足，请增设（康复）。", 8) == ["床位不", "足，请增", "设（康", "复）。"]


def test_a_number_stays_with_its_unit() -> None:
    assert wrap("共有床 49 张", 9) == ["共有床", "49 张"]


def test_a_word_is_kept_whole_and_a_path_is_cut_only_where_it_must() -> None:
    assert wrap("see hospital.yaml now", 13) == ["see", "hospital.yaml", "now"]
    assert wrap("a-very-long-path", 10) == ["a-very-lon", "g-path"]


def test_further_lines_stand_under_the_first() -> None:
    assert indented("床位不足床位不足床位不足", 25, 4, " 1. ") == [" 1. 床位不足床位不足床位", "    不足"]


def test_a_table_is_aligned_and_folds_what_is_too_wide() -> None:
    assert list(table([("机构", 6), ("n", 3)], [["城东医院", "1"], ["h2", "12"]])) == [
        "机构    n",
        "------  --",
        "城东医  1",
        "院",
        "h2      12",
    ]
