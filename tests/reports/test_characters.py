"""No cell of a spreadsheet is a formula, whoever filled in the document."""

from __future__ import annotations

import pytest

from wicheck.reports.characters import inert, printable


@pytest.mark.parametrize("first", list("=+-@\t\r\n＝＋－＠"))
def test_a_text_that_a_spreadsheet_would_calculate_is_quoted(first: str) -> None:
    assert inert(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize("text", ["", "床位 50 张", "a=b", "'=1", "100%"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_a_control_character_does_not_hide_a_formula() -> None:
    assert inert("\x00=1+1") == "'=1+1"


def test_once_is_enough() -> None:
    assert inert(inert("=1")) == inert("=1")


def test_what_no_format_can_hold_is_left_out() -> None:
    assert printable("坏\x00字\x1b符\ufffe<&>\t好") == "坏字符<&>\t好"
