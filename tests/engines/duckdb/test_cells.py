"""What a cell means that is not in its plain form, and why its row is kept aside where it means nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wicheck.engines.duckdb.cells import manner, read_cell
from wicheck.engines.duckdb.meanings import Cell, Note
from wicheck.model.loading import CellKind, Form


def read(kind: CellKind, text: str, strict: bool = False, serials: bool = False, **form: object) -> Cell:
    made: Form = {"kind": kind, **form}  # type: ignore[typeddict-item]
    return read_cell(text, manner(made, {}, strict, serials))


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("1,234.50", "1234.5", Note.THOUSANDS),
        ("-1,234", "-1234.0", Note.THOUSANDS),
        ("１２．５", "12.5", Note.WIDE),
        ("12.5元", "12.5", Note.CURRENCY),
        ("¥12.5", "12.5", Note.CURRENCY),
        ("￥ 1,200 元", "1200.0", Note.THOUSANDS),
        ("+5", "5.0", Note.NUMBER_FORM),
        (".5", "0.5", Note.NUMBER_FORM),
        ("1.50000000", "1.5", Note.NUMBER_FORM),
        ('="12.5"', "12.5", Note.FORMULA_TEXT),
        ("无", "0", Note.NONE_IS_ZERO),
        ("-", None, Note.NOT_GIVEN),
        ("待定", None, Note.NOT_GIVEN),
        ("   ", None, None),
    ],
)
def test_numbers_are_read_by_stated_rules(text: str, value: str | None, note: Note | None) -> None:
    assert read("number", text) == Cell(value, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("12.1234567", Note.TOO_MANY_DECIMALS),
        ("1234567890123", Note.TOO_LARGE),
        ("1.2E+05", Note.SCIENTIFIC),
        ("1e5", Note.SCIENTIFIC),
        ("12,34", Note.NOT_A_NUMBER),
        ("1.234,5", Note.NOT_A_NUMBER),
        ("12 34", Note.NOT_A_NUMBER),
        ("(12.5)", Note.NOT_A_NUMBER),
        ("一百", Note.NOT_A_NUMBER),
        ("NaN1", Note.NOT_A_NUMBER),
        ("1_000", Note.NOT_A_NUMBER),
        (".", Note.NOT_A_NUMBER),
    ],
)
def test_what_is_no_exact_number_is_rejected(text: str, note: Note) -> None:
    cell = read("number", text)
    assert (cell.value, cell.note, cell.rejected) == (None, note, True)


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=6))
def test_an_exact_number_with_thousand_separators_keeps_its_value(number: Decimal) -> None:
    cell = read("number", f"{number:,.6f}")
    assert cell.value is not None
    assert Decimal(cell.value) == number


@pytest.mark.parametrize("text", ["3.5", "-1"])
def test_a_count_has_no_fractions_and_is_not_below_zero(text: str) -> None:
    assert read("number", text, whole=True).note is Note.NOT_WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "2026-3-5",
        "2026/03/05",
        "2026.3.5",
        "20260305",
        "2026年3月5日",
        "２０２６－３－５",
        "2026/3/5 23:59",
        "20260305235959",
    ],
)
def test_dates_are_read_in_every_usual_form(text: str) -> None:
    assert read("date", text).value == "2026-03-05"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2026-02-30", Note.IMPOSSIBLE_DATE),
        ("0026-03-05", Note.IMPOSSIBLE_DATE),
        ("2026-03-05 25:00:00", Note.IMPOSSIBLE_DATE),
        ("03/05/2026", Note.NOT_A_DATE),
        ("2026-03-05T08:00:00Z", Note.NOT_A_DATE),
        ("infinity", Note.NOT_A_DATE),
        ("46086", Note.BARE_SERIAL),
    ],
)
def test_what_is_no_date_is_rejected(text: str, note: Note) -> None:
    assert read("date", text) == Cell(None, note)


def test_a_number_in_a_sheet_s_date_column_counts_days() -> None:
    assert read("date", "46086", serials=True) == Cell("2026-03-05", Note.SERIAL)
    assert read("datetime", "46086.5", serials=True) == Cell("2026-03-05 12:00:00", Note.SERIAL)
    assert read("datetime", "46086", serials=True) == Cell(None, Note.NO_TIME)  # a day, not its midnight


def test_a_day_is_no_time() -> None:
    assert read("datetime", "2026-03-05") == Cell(None, Note.NO_TIME)
    assert read("datetime", "2026-03-05", strict=True).rejected


@pytest.mark.parametrize("text", ["是", "有", "1", "Y", "true", "√", "１"])
def test_yes_is_said_in_many_ways(text: str) -> None:
    assert read("boolean", text).value == "true"


@pytest.mark.parametrize("text", ["否", "无", "没有", "0", "N", "FALSE"])
def test_no_is_said_in_many_ways(text: str) -> None:
    assert read("boolean", text).value == "false"


@pytest.mark.parametrize("text", ["不详", "未知", "/"])
def test_not_known_is_neither(text: str) -> None:
    assert read("boolean", text) == Cell(None, Note.NOT_GIVEN)


def test_a_word_nobody_knows_is_unknown_and_where_a_person_typed_it_a_mistake() -> None:
    assert read("choice", "301", words={"住院": "inpatient"}) == Cell(None, Note.UNKNOWN_WORD)
    assert read("choice", "住园", strict=True, words={"住院": "inpatient"}).note is Note.WRONG_WORD


def test_words_of_a_file_are_translated_and_some_tell_nothing() -> None:
    how = manner({"kind": "choice", "words": {"男": "male", "male": "male"}}, {"1": "男", "9": None})
    assert read_cell("1", how) == Cell("male")
    assert read_cell("9", how) == Cell(None, Note.NOT_GIVEN)


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("００１２", "0012", Note.WIDE),
        ('="0012"', "0012", Note.FORMULA_TEXT),
        ("'0012", "0012", Note.FORMULA_TEXT),
        ("\t0012\t", "0012", None),
        ("3.307E+17", None, Note.DIGITS_LOST),
        ("3.30782E+17", None, Note.DIGITS_LOST),
        ("#N/A", None, Note.NOT_GIVEN),
        ("无", None, Note.NOT_GIVEN),
    ],
)
def test_codes_keep_their_zeros_and_lost_digits_show(text: str, value: str | None, note: Note | None) -> None:
    assert read("code", text) == Cell(value, note)


def test_a_code_that_looks_like_an_exponent_is_a_code() -> None:
    assert read("code", "12E5").value == "12E5"


def test_a_code_that_cannot_be_one_is_rejected() -> None:
    assert read("code", "33070", pattern="^[0-9]{6}$").note is Note.WRONG_FORM


def test_a_text_keeps_its_width() -> None:
    assert read("text", " （进口）某药片 ") == Cell("（进口）某药片")


@pytest.mark.parametrize("kind", ["text", "code", "number", "date", "datetime", "boolean", "choice"])
@pytest.mark.parametrize("word", ["#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#GETTING_DATA"])
def test_a_formula_that_failed_says_nothing_anywhere(kind: CellKind, word: str) -> None:
    assert read(kind, word) == Cell(None, Note.NOT_GIVEN)


def test_none_is_an_answer_only_where_there_may_be_none() -> None:
    assert read("date", "无", none=True) == Cell(None, None, none=True)
    assert read("date", "2026/3/5", none=True).none is False
    assert read("date", "无") == Cell(None, Note.NOT_GIVEN)
    assert read("date", "无", strict=True).rejected


@given(st.sampled_from(["text", "code", "number", "date", "datetime", "boolean", "choice"]), st.text(), st.booleans())
def test_every_text_is_read_or_refused(kind: CellKind, text: str, strict: bool) -> None:
    cell = read(kind, text, strict=strict)
    assert cell.value is None or not cell.rejected


@pytest.mark.parametrize("kind", ["date", "datetime"])
def test_a_number_is_a_date_only_where_a_workbook_says_so(kind: CellKind) -> None:
    assert read(kind, "46082.5").note is Note.BARE_SERIAL
    assert read(kind, "46082.5").rejected
    assert read(kind, "46082.5", serials=True).note is Note.SERIAL


def test_an_identity_number_of_which_fifteen_digits_are_left_is_a_loss() -> None:
    """The check digit of an invented one would be another."""
    assert read("code", "110105194912310000", personal="identity").note is Note.DIGITS_LOST
    assert read("code", "11010519491231002X", personal="identity").value == "11010519491231002X"
    assert read("code", "110105194912310000").value == "110105194912310000"


def test_zeros_that_the_check_digit_bears_out_were_there() -> None:
    """One of eleven numbers that end so has a sound check digit, and stays."""
    assert read("code", "110105195012313000", personal="identity").value == "110105195012313000"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("code", "\u202aA12\u202c", "A12"),
        ("code", "A\u200b12", "A12"),
        ("number", "\ufeff12.5", "12.5"),
        ("date", "\u200e2026-03-05", "2026-03-05"),
        ("text", "\ufeff", None),
        ("text", "中\u200b药", "中药"),
    ],
)
def test_signs_that_nobody_sees_are_none(kind: CellKind, text: str, value: str | None) -> None:
    assert read(kind, text).value == value


@pytest.mark.parametrize(
    ("kind", "text", "note"),
    [
        ("text", "中\u200b药", Note.INVISIBLE),
        ("code", "A\u200b12", Note.INVISIBLE),
        ("number", "\ufeff1,200", Note.THOUSANDS),
        ("text", "中药 ", None),
    ],
)
def test_that_they_were_taken_out_is_told_where_nothing_graver_is(kind: CellKind, text: str, note: Note | None) -> None:
    assert read(kind, text).note is note
