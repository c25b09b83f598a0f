"""One cell that is not in its plain form: what it certainly means by a stated rule, or why its row is kept aside.

Most cells of a table are plain and never come here (``typing``); the others come once for each different text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from wicheck.documents.dates import ImpossibleDateError, NotADateError, iso_date, iso_date_time
from wicheck.documents.words import BOOLEANS, EMPTY, NONE, PLACEHOLDERS
from wicheck.engines.duckdb.identities import is_cut, is_identity
from wicheck.engines.duckdb.meanings import Cell, Note
from wicheck.model.loading import CellKind, Form

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFFE5: "¥", 0x3000: " "}
_BLANK = "\u00a0\u3000 \t\r\n"
INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u00ad"
"""Signs that nobody sees, and that stand between others where a text was copied from elsewhere."""
_invisible = re.compile(f"[{INVISIBLE}]")
_FAILED = {
    *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"),
    *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!"),
}
"""What a spreadsheet shows where a formula failed."""
_MACHINE_WORDS = frozenset({"None", "NaN", "nan", "NULL", "null", "Null", "\\N", "~", *_FAILED})
_MORE_BOOLEANS = {
    **dict.fromkeys(("1", "Y", "y", "T", "t", "√", "✓"), True),
    **dict.fromkeys(("0", "N", "n", "F", "f", "×", "✗"), False),
}

NOT_GIVEN = (EMPTY | _MACHINE_WORDS | PLACEHOLDERS) - {"有", "是", "没有", "否"}
"""Words that say nothing, in any column."""
LONGEST_NOT_GIVEN = max(len(word.encode()) for word in NOT_GIVEN)

_currency = re.compile(r"(?:¥|RMB|CNY)? *(.*?) *(?:元|圆)?", re.IGNORECASE).fullmatch
_thousands = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?").fullmatch
_number = re.compile(r"([-+]?)([0-9]*)(?:\.([0-9]*))?").fullmatch
_scientific = re.compile(r"[-+]?[0-9](?:\.[0-9]*)?[eE][-+]?[0-9]{1,3}").fullmatch
_compact_date = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})([0-9]{2}))?").fullmatch
_serial = re.compile(r"([2-7][0-9]{4})(?:\.([0-9]+))?").fullmatch
_fraction_of_second = re.compile(r"(:[0-9]{2})\.[0-9]+$")
_as_formula = re.compile(r'="([^"]*)"|\'(.+)').fullmatch
_DAYS_BEGIN = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_INTEGER_DIGITS, _DECIMALS = 12, 6


class Manner(NamedTuple):
    """How the cells of one column of one source are to be taken.

    ``words`` are all that stand for something in a choice or boolean column, ``silent`` the file's own words that tell
    nothing; ``strict``: a person typed it; ``serials``: a whole number may be a spreadsheet's date.
    """

    form: Form
    words: Mapping[str, str]
    silent: frozenset[str] = frozenset()
    strict: bool = False
    serials: bool = False


def manner(form: Form, values: Mapping[str, str | None], strict: bool = False, serials: bool = False) -> Manner:
    """``values`` is what the file's own words in the column mean."""
    own = {word: meant for word, meant in values.items() if meant is not None}
    known = _known_words(form, strict)
    return Manner(
        form,
        known | {word: known.get(meant, meant) for word, meant in own.items()},
        frozenset(values.keys() - own.keys()),
        strict,
        serials,
    )


def _known_words(form: Form, strict: bool) -> dict[str, str]:
    if form["kind"] == "boolean":
        return {word: str(value).lower() for word, value in (BOOLEANS if strict else BOOLEANS | _MORE_BOOLEANS).items()}
    return form.get("words", {})


def read_cell(text: str, how: Manner) -> Cell:
    """The meaning of ``text``, which is not in its plain form."""
    seen = _invisible.sub("", text)
    plain = seen.strip(_BLANK)
    if not plain or plain in how.silent:
        return Cell(None, Note.NOT_GIVEN if plain else None)
    if how.form.get("none") and plain == NONE:
        return Cell(None, None, none=True)
    cell = _READERS[how.form["kind"]](plain, how)
    if cell.note is None and seen != text:
        cell = cell._replace(note=Note.INVISIBLE)
    return cell._replace(none=False) if how.form.get("none") and cell.value is not None else cell


def _halved(text: str) -> tuple[str, Note | None]:
    """``text`` with digits, letters and signs of ordinary width."""
    half = text.translate(_WIDE)
    return half, Note.WIDE if half != text else None


def _says_nothing(text: str, how: Manner) -> Cell | None:
    if text not in NOT_GIVEN and text != NONE:
        return None
    return Cell(None, Note.SAYS_NOTHING if how.strict and text not in EMPTY else Note.NOT_GIVEN)


def _text(text: str, how: Manner) -> Cell:
    if text in PLACEHOLDERS:
        return Cell(None, Note.SAYS_NOTHING if how.strict else Note.NOT_GIVEN)
    return _says_nothing(text, how) or Cell(text)


def _code(text: str, how: Manner) -> Cell:
    said = _text(text, how)
    if said.value is None:
        return said
    code, note = _halved(text)
    if match := _as_formula(code):
        code, note = match[1] or match[2] or "", Note.FORMULA_TEXT
    if "\ufffd" in code or (_scientific(code) and "+" in code) or (is_identity(how.form) and is_cut(code)):
        return Cell(None, Note.DIGITS_LOST)
    pattern = how.form.get("pattern")
    if pattern and not re.search(pattern, code, re.ASCII):
        return Cell(None, Note.WRONG_FORM)
    return Cell(code, note)


def _number_cell(text: str, how: Manner) -> Cell:
    if text == NONE:
        return Cell("0", Note.NONE_IS_ZERO)
    if nothing := _says_nothing(text, how):
        return nothing
    number, note = _halved(text)
    if how.strict:
        return _exact(text, how, None)
    if match := _as_formula(number):
        number, note = match[1] or match[2] or "", Note.FORMULA_TEXT
    if (match := _currency(number)) and match[1] != number:
        number, note = match[1], Note.CURRENCY
    if _thousands(number):
        number, note = number.replace(",", ""), Note.THOUSANDS
    return _exact(number, how, note)


def _exact(number: str, how: Manner, note: Note | None) -> Cell:
    match = _number(number)
    if match is None or not (match[2] or match[3]):
        return Cell(None, Note.SCIENTIFIC if _scientific(number) else Note.NOT_A_NUMBER)
    sign, units, decimals = match[1].replace("+", ""), match[2].lstrip("0") or "0", (match[3] or "").rstrip("0")
    if len(units) > _INTEGER_DIGITS:
        return Cell(None, Note.TOO_LARGE)
    if len(decimals) > _DECIMALS:
        return Cell(None, Note.TOO_MANY_DECIMALS)
    if how.form.get("whole") and (decimals or sign):
        return Cell(None, Note.NOT_WHOLE)
    return Cell(f"{sign}{units}.{decimals or '0'}", note or Note.NUMBER_FORM)


def _date(text: str, how: Manner) -> Cell:
    return _in_time(text, how, _day_of)


def _date_time(text: str, how: Manner) -> Cell:
    cell = _in_time(text, how, _moment_of)
    if cell.note is Note.NOT_A_DATE and _in_time(text, how, _day_of).value:
        return Cell(None, Note.TIME_MISSING if how.strict else Note.NO_TIME)
    if cell.note is Note.SERIAL and cell.value and cell.value.endswith(" 00:00:00"):
        return Cell(None, Note.NO_TIME)  # a whole number is a day: nobody said that it was at midnight
    return cell


def _in_time(text: str, how: Manner, read: Callable[[str], str]) -> Cell:
    said = _text(text, how)
    if said.value is None:
        return said
    half, note = (text, None) if how.strict else _halved(text)
    if match := _serial(half):
        # Outside a workbook nobody says that a number is a date.
        return Cell(read(_from_serial(match)), Note.SERIAL) if how.serials else Cell(None, Note.BARE_SERIAL)
    try:
        value = read(half if how.strict else _spread(half))
    except (ImpossibleDateError, NotADateError) as error:
        return Cell(None, Note.NOT_A_DATE if isinstance(error, NotADateError) else Note.IMPOSSIBLE_DATE)
    known = _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR
    return Cell(value, note or Note.DATE_FORM) if known else Cell(None, Note.IMPOSSIBLE_DATE)


def _spread(text: str) -> str:
    """A date written without signs, with them; fractions of a second left out."""
    if match := _compact_date(text):
        clock = f" {match[4]}:{match[5]}:{match[6]}" if match[4] else ""
        return f"{match[1]}-{match[2]}-{match[3]}{clock}"
    return _fraction_of_second.sub(r"\1", text)


def _day_of(text: str) -> str:
    try:
        return iso_date(text)
    except NotADateError:
        return iso_date_time(text)[:10]


def _moment_of(text: str) -> str:
    return iso_date_time(text).replace("T", " ")


def _from_serial(match: re.Match[str]) -> str:
    """Days since the end of 1899, as spreadsheets count, and the part of a day."""
    day = _DAYS_BEGIN + timedelta(days=int(match[1]))
    seconds = round(float(f"0.{match[2] or 0}") * 86400)
    clock = timedelta(seconds=min(seconds, 86399))
    return f"{day.isoformat()} {clock}" if seconds else f"{day.isoformat()} 00:00:00"


def _word(text: str, how: Manner) -> Cell:
    if text in how.words:
        return Cell(how.words[text])
    half, note = _halved(text)
    if half in how.words and not how.strict:
        return Cell(how.words[half], note)
    if nothing := _says_nothing(text, how):
        return nothing
    return Cell(None, Note.WRONG_WORD if how.strict else Note.UNKNOWN_WORD)


_READERS: Mapping[CellKind, Callable[[str, Manner], Cell]] = {
    "text": _text,
    "code": _code,
    "number": _number_cell,
    "date": _date,
    "datetime": _date_time,
    "boolean": _word,
    "choice": _word,
}
